using Mingzhang.Checking.Classifications;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Classifications;

public sealed class ClassificationRulesTests
{
    private static readonly string[] Rows =
    [
        "合计 合计 75.00", "201 一般公共服务支出 70.00", "20131 党委办公厅（室）及相关机构事务 70.00", "2013101 行政运行 60.00", "2013199 其他党委办公厅（室）及相关机构事务支出 10.00",
        "208 社会保障和就业支出 5.00", "20805 行政事业单位养老支出 5.00", "2080505 机关事业单位基本养老保险缴费支出 5.00",
    ];

    [Fact]
    public void A_glossary_that_explains_every_item_in_use_passes() => Assert.Empty(Check(new GlossaryRule(), Explained));

    [Fact]
    public void Items_in_use_that_the_glossary_lacks_are_one_finding_at_its_heading()
    {
        Finding finding = Assert.Single(Check(new GlossaryRule(), d => Glossary(d, "党委办公厅（室）及相关机构事务", "行政运行", "2013101")));

        Assert.Equal(("classification.glossary-missing", "1", "3"), (finding.Rule, finding.Stated, finding.Expected));
        Assert.Contains("功能分类", finding.Quote, StringComparison.Ordinal);
        Assert.Contains("2080505", finding.Arguments["codes"].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_explained_and_not_in_use_is_found()
    {
        Finding finding = Assert.Single(Check(new GlossaryRule(), d => Glossary(Explained(d), "残疾人事业", "其他残疾人事业支出", "", ClassificationMatch.None)));

        Assert.Equal(("classification.glossary-unused", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void A_name_no_longer_in_force_explains_the_item_that_has_another_now()
    {
        Finding finding = Assert.Single(Check(new GlossaryRule(), d => Glossary(
            Glossary(Glossary(d, "党委办公厅（室）及相关机构事务", "行政运行", "2013101"), "党委办公厅（室）及相关机构事务", "其他党委办公厅（室）及相关机构事务支出", "2013199"),
            "行政事业单位离退休", "机关事业单位基本养老保险缴费支出", "2080505", ClassificationMatch.OtherParent)));

        Assert.Equal("classification.former-name", finding.Rule);
        Assert.Contains("行政事业单位养老支出", finding.Arguments["names"].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_without_an_explanation_are_one_finding()
    {
        Finding finding = Assert.Single(Check(new GlossaryRule(), d => Explained(d, "")));

        Assert.Equal(("classification.glossary-unexplained", Severity.Info, 2), (finding.Rule, finding.Severity, finding.Evidence.Length));
    }

    [Theory]
    [InlineData("其他党委办公厅（室）及相关机构事务", "2013199", "", Severity.Warning)]
    [InlineData("一行政运行", "2013101", "stray", Severity.Info)]
    public void An_item_named_otherwise_than_on_the_forms_is_found(string item, string code, string variant, Severity severity)
    {
        Finding finding = Assert.Single(Check(new QuotedNamesRule(), d => d.Quote(QuotePlace.Item, "一般公共服务支出", "党委办公厅（室）及相关机构事务", item, code, ClassificationMatch.Similar)));

        Assert.Equal(("classification.name", variant, severity), (finding.Rule, finding.Variant, finding.Severity));
    }

    [Fact]
    public void The_same_slip_at_two_places_is_one_finding()
    {
        Finding finding = Assert.Single(Check(new QuotedNamesRule(), d => d
            .Quote(QuotePlace.Item, "一般公共服务支出", "党委办公厅（室）及相关机构事务", "其他党委办公厅事务", "2013199", ClassificationMatch.Similar)
            .Quote(QuotePlace.Glossary, "一般公共服务支出", "党委办公厅（室）及相关机构事务", "其他党委办公厅事务", "2013199", ClassificationMatch.Similar)));

        Assert.Equal(2, finding.Evidence.Length);
    }

    [Theory]
    [InlineData("一般公共服务", "党委办公厅（室）及相关机构事务", "行政运行", null)]
    [InlineData("一般公共服务支出", "党委办公厅及相关机构事务", "行政运行", "short")]
    public void A_class_may_be_named_without_支出_and_a_shortened_section_is_worth_a_look(string cls, string section, string item, string? variant) =>
        Assert.Equal(variant, Check(new QuotedNamesRule(), d => d.Quote(QuotePlace.Item, cls, section, item, "2013101")).SingleOrDefault()?.Variant);

    [Fact]
    public void A_section_that_the_forms_do_not_have_is_found_with_the_item_they_have()
    {
        Finding finding = Assert.Single(Check(new QuotedNamesRule(), d => d.Quote(QuotePlace.Item, "一般公共服务支出", "财政事务", "行政运行", "2010601")));

        Assert.Equal(("classification.not-on-forms", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("2013101", finding.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12.34", "201 一般公共服务支出", Severity.Error)]
    [InlineData("15.34", "合计", Severity.Error)]
    [InlineData("11.11", "2013101 一般公共服务支出—党委办公厅(室)及相关机构事务—行政运行", Severity.Warning)]
    public void An_item_with_the_amount_of_a_whole_class_or_of_all_is_an_error(string amount, string expected, Severity severity)
    {
        string[] rows = ["合计 合计 15.34", "201 一般公共服务支出 12.34", "20131 党委办公厅(室)及相关机构事务 12.34", "2013101 行政运行 10.00", "2013102 一般行政管理事务 2.34", "208 社会保障和就业支出 3.00"];
        Draft draft = new Draft().Codes("03", rows).Codes("05", rows).Quote(QuotePlace.Item, "一般公共服务支出", "财政事务", "行政运行", "2010601", group: 7);
        draft.Claim(ClaimKind.Amount, "item/一般公共服务支出/财政事务/行政运行", amount, group: 7);

        Finding finding = Assert.Single(draft.Check(new QuotedNamesRule()));
        Assert.Equal(("classification.not-on-forms", severity, expected), (finding.Rule, finding.Severity, finding.Expected));
    }

    [Fact]
    public void An_item_under_another_section_is_found()
    {
        Finding finding = Assert.Single(Check(new QuotedNamesRule(), d => d.Quote(QuotePlace.Glossary, "社会保障和就业支出", "抚恤", "机关事业单位基本养老保险缴费支出", "2080505", ClassificationMatch.OtherParent)));

        Assert.Equal("classification.parent", finding.Rule);
    }

    [Fact]
    public void A_form_that_prints_a_former_name_is_a_warning_and_an_unknown_code_is_nothing()
    {
        var draft = new Draft();
        draft.Codes("03", "20805 行政事业单位离退休 5.00", "2019876 某项不在册的支出 1.00");

        Finding finding = Assert.Single(draft.Check(new FormCaptionsRule()));

        Assert.Equal(("classification.form-former-name", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void Names_that_differ_between_forms_are_worth_a_look_and_a_cut_name_is_not()
    {
        var draft = new Draft();
        draft.Codes("03", "2013101 行政运行 5.00", "2080505 机关事业单位基本养老保险缴费支出 1.00").Codes("05", "2013101 行政运转 5.00", "2080505 机关事业单位基本养老保险缴费 1.00");

        Assert.Equal(("between-forms", Severity.Info), Assert.Single(draft.Check(new FormCaptionsRule())) is var f ? (f.Variant, f.Severity) : default);
    }

    private static IReadOnlyList<Finding> Check(IRule rule, Func<Draft, Draft> quotes)
    {
        var draft = new Draft();
        draft.Codes("03", Rows).Codes("05", Rows).Section("五", "glossary", "第五部分 名词解释", "（二）本部门使用的支出功能分类科目（到项级）");
        return quotes(draft).Check(rule);
    }

    private static Draft Glossary(Draft draft, string section, string item, string code, ClassificationMatch match = ClassificationMatch.Exact, string explanation = "反映支出。") =>
        draft.Quote(QuotePlace.Glossary, code.StartsWith("201", StringComparison.Ordinal) ? "一般公共服务支出" : "社会保障和就业支出", section, item, code, match, explanation);

    private static Draft Explained(Draft draft) => Explained(draft, "反映支出。");

    private static Draft Explained(Draft draft, string explanation)
    {
        Glossary(draft, "党委办公厅（室）及相关机构事务", "行政运行", "2013101", explanation: explanation);
        Glossary(draft, "党委办公厅（室）及相关机构事务", "其他党委办公厅（室）及相关机构事务支出", "2013199", explanation: explanation);
        return Glossary(draft, "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出", "2080505", explanation: explanation);
    }
}
