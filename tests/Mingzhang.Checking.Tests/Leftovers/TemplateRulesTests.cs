using Mingzhang.Checking.Completeness;
using Mingzhang.Checking.Leftovers;
using Mingzhang.Checking.Narrative;
using Mingzhang.Checking.Particulars;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Leftovers;

public sealed class TemplateRulesTests
{
    [Theory]
    [InlineData("支出决算数比上年减少0.15万元，下降（增长）27.78%。", "下降（增长）")]
    [InlineData("支出决算数比上年增加(减少)0.15万元。", "增加(减少)")]
    public void One_of_two_words_was_to_be_struck_out(string line, string stated)
    {
        Finding finding = Assert.Single(new Draft().Section("三/九", "explanations.threePublic", "九、“三公”经费", line).Check(new LeftoversRule()));
        Assert.Equal(("leftover.placeholder", "choice", Severity.Warning, stated), (finding.Rule, finding.Variant, finding.Severity, finding.Stated));
    }

    [Fact]
    public void Blanks_of_any_length_are_one_finding()
    {
        Finding finding = Assert.Single(new Draft().Section("三/一", "explanations.totals", "一、总体情况", "总计XXX万元。", "某局XX年度。", "原因：XXXXXXXX。").Check(new LeftoversRule()), f => f.Variant == "blank");
        Assert.Equal(("XXX、XX、XXXXXXXX", 2), (finding.Stated, finding.Evidence.Length));
    }

    [Theory]
    [InlineData("项目支出较上一度增加。", "上一度", "上一年度")]
    [InlineData("财政拔款收入100.00万元。", "拔款", "拨款")]
    [InlineData("征收集体士地的费用。", "士地", "土地")]
    [InlineData("接待支出0.39万（含外宾接待）。", "0.39万", "0.39万元")]
    public void Common_slips_are_worth_a_look_and_what_is_right_is_said(string text, string stated, string right)
    {
        Finding finding = Assert.Single(new Draft().Section("三/一", "explanations.totals", "一、总体情况", text).Check(new LeftoversRule()));
        Assert.Equal((Severity.Info, stated, right), (finding.Severity, finding.Stated, finding.Expected));
    }

    [Theory]
    [InlineData("烈士地址登记、选拔款待人员、上一度假季的安排。")]
    [InlineData("参观人数 0.39万人，接待支出0.39万元，面积1.5万平方米。")]
    public void Words_that_only_look_like_slips_are_none(string text) =>
        Assert.Empty(new Draft().Section("三/一", "explanations.totals", "一、总体情况", text).Check(new LeftoversRule()));

    [Theory]
    [InlineData("江城市南湖区规划与档案局2023年度无政府性基金预算财政拨款收入和支出。", 1)]
    [InlineData("江城市规划和档案局2023年度部门决算表", 1)]
    [InlineData("江城市南湖区规划和档案局2023年度无政府性基金预算财政拨款收入和支出。", 0)]
    [InlineData("江城市北湖区水务和海洋局2023年度联合检查。", 0)]
    [InlineData("江城市南湖区规划和档案局信息中心2023年度无支出。", 0)]
    public void A_department_has_one_name(string line, int findings)
    {
        Draft draft = new Draft { Unit = "江城市南湖区规划和档案局" };
        draft.Section("三/一", "explanations.totals", "一、总体情况", "江城市南湖区规划和档案局2023年度收入总计10万元。", "江城市南湖区规划和档案局2023年度支出总计10万元。", line);

        Assert.Equal(findings, draft.Check(new UnitNameRule()).Count);
    }

    [Fact]
    public void Items_pasted_twice_are_one_finding_with_both_places()
    {
        Finding finding = Assert.Single(new Draft().Section("一/一", "overview.duties", "一、职责", "（一）负责甲区法治建设和规划的全部有关工作。", "（二）负责乙区法治建设和规划的全部有关工作。", "（一）负责甲区法治建设和规划的全部有关工作。", "（二）负责乙区法治建设和规划的全部有关工作。").Check(new RepeatedItemsRule()));
        Assert.Equal(("(一)、(二)", 3), (finding.Stated, finding.Evidence.Length));
    }

    [Fact]
    public void One_short_item_may_come_again() =>
        Assert.Empty(new Draft().Section("三/九", "explanations.threePublic", "九、“三公”经费", "1.因公出国（境）费支出0.00万元。", "1.因公出国（境）费支出0.00万元。").Check(new RepeatedItemsRule()));

    [Theory]
    [InlineData("部门预算包括本部以及下属5家预算单位。", "行政单位1家，参公单位1家，事业单位4家，具体包括：", 6, 0)]
    [InlineData("部门预算包括本部以及下属5家预算单位。", "行政单位1家，参公单位1家，事业单位3家，具体包括：", 6, 2)]
    [InlineData("部门预算包括本部以及下属1家预算单位。", "行政单位1家，参公单位1家，具体包括：1.某局本部", 2, 0)]
    public void Units_are_as_many_as_their_kinds_and_names(string about, string kinds, int listed, int findings)
    {
        string[] names = [.. Enumerable.Range(1, listed).Select(i => $"{i}.某单位").Skip(kinds.EndsWith("本部", StringComparison.Ordinal) ? 1 : 0)];

        Assert.Equal(findings, new Draft().Section("一/二", "overview.units", "二、机构设置", [about, kinds, .. names]).Check(new UnitsRule()).Count);
    }

    [Theory]
    [InlineData("2022年1月1日-2022年12月31日", 1)]
    [InlineData("2022年1月至2024年12月", 0)]
    [InlineData("2023全年度。", 0)]
    [InlineData("第一季度至第四季度。", 0)]
    public void A_projects_period_includes_the_year(string period, int findings) =>
        Assert.Equal(findings, new Draft().Section("七/五", "explanations.project.period", "五、实施周期", period).Check(new ProjectTextRule()).Count);

    [Theory]
    [InlineData("全年795万元", 0)]
    [InlineData("根据合同条款按时拨付资金。", 1)]
    public void A_projects_money_is_stated(string money, int findings) =>
        Assert.Equal(findings, new Draft().Section("七/六", "explanations.project.money", "六、年度预算安排", money).Check(new ProjectTextRule()).Count);

    [Fact]
    public void A_year_that_a_comparison_names_is_last_year()
    {
        var draft = new Draft();
        Claim first = draft.Claim(ClaimKind.Change, "02[合计].2", "20.50", sentence: "比2023年预算增加20.50万元"), second = draft.Claim(ClaimKind.Change, "03[合计].1", "20.50", sentence: "比2023年预算增加20.50万元");
        draft.With(first, c => c with { Basis = Measure.PriorBudget, BasisYear = 2023 }).With(second, c => c with { Basis = Measure.PriorBudget, BasisYear = 2023 });

        Finding finding = Assert.Single(draft.Check(new DatesRule()));
        Assert.Equal(("compared", "2022", 1), (finding.Variant, finding.Expected, finding.Evidence.Length));
    }

    [Fact]
    public void A_form_with_figures_does_not_say_that_it_is_empty()
    {
        var draft = new Draft();
        TextSpan heading = draft.Line("支出决算表"), row = draft.Line("合计 10.00"), note = draft.Line("注：本部门没有支出，故本表为空表。");
        draft.Form(new Statement { Form = "03", Title = "支出决算表", Heading = heading, State = StatementState.Read, LastLine = note.Line, Rows = [new StatementRow { Key = "合计", Caption = "合计", Span = row, Cells = [new Cell("1", Core.Figures.Printed.Parse("10.00"), "10.00", row)] }], Notes = [new Note("注：本部门没有支出，故本表为空表。", note)] });

        Assert.Single(draft.Check(new PartsRule()), f => f.Rule == "completeness.filled-form");
    }

    [Fact]
    public void A_form_of_which_nothing_was_read_is_told_as_not_tested()
    {
        var draft = new Draft();
        draft.Form(new Statement { Form = "03", Title = "支出决算表", Heading = draft.Line("支出决算表"), State = StatementState.Unread, LastLine = 1 });

        RuleOutcome untested = Assert.Single(draft.Log(new PartsRule()).Outcomes(new PartsRule().Definitions), o => o is { Rule: "completeness.form", Outcome: Outcome.NotRun } && o.Why!.Zh.Contains("支出决算表", StringComparison.Ordinal));
        Assert.Equal(1, untested.Times);
    }

    [Theory]
    [InlineData("减少", Direction.Down, "甲事务经费增加", "narrative.item-reason")]
    [InlineData("减少", Direction.Down, "甲事务经费减少", "")]
    [InlineData("减少", Direction.Down, "退休人员增加", "")]
    [InlineData("减少", Direction.Down, "乙类管理事务经费减少", "narrative.item-copied")]
    public void Reasons_speak_of_their_own_item_and_go_its_way(string way, Direction direction, string reason, string rule)
    {
        var draft = new Draft();
        string sentence = $"“某支出（类）某款（款）甲事务（项）”5万元，主要用于甲事务。比上年{way}5%。主要原因是：{reason}。";
        draft.Quote(QuotePlace.Item, "某支出", "某款", "甲事务", "2010301", group: 1).Quote(QuotePlace.Item, "某支出", "某款", "乙类管理事务", "2010302", group: 2);
        Claim growth = draft.Claim(ClaimKind.Growth, "05[2010301].1", "5", "%", group: 1, sentence: sentence);
        draft.With(growth, c => c with { Direction = direction, Basis = Measure.PriorYear });
        draft.Claim(ClaimKind.Amount, "05[2010302].1", "3", group: 2, sentence: "“某支出（类）某款（款）乙类管理事务（项）”3万元，主要用于乙类管理事务。");

        Assert.Equal(rule, draft.Check(new ItemWordsRule()).SingleOrDefault()?.Rule ?? "");
    }

    [Theory]
    [InlineData("乙类管理事务", 1)]
    [InlineData("一般行政管理事务", 1)]
    [InlineData("某款一般行政管理事务经费", 1)]
    [InlineData("一般行政管理事务和会议", 0)]
    [InlineData("甲事务", 0)]
    [InlineData("日常运行", 0)]
    public void A_purpose_is_not_that_of_another_item(string purpose, int findings)
    {
        var draft = new Draft();
        draft.Quote(QuotePlace.Item, "某支出", "某款", "甲事务", "2010301", group: 1).Quote(QuotePlace.Item, "某支出", "某款", "乙类管理事务", "2010302", group: 2);
        draft.Claim(ClaimKind.Amount, "05[2010301].1", "5", group: 1, sentence: $"“某支出（类）某款（款）甲事务（项）”5万元，主要用于{purpose}。");
        draft.Claim(ClaimKind.Amount, "05[2010302].1", "3", group: 2, sentence: "“某支出（类）某款（款）乙类管理事务（项）”3万元，主要用于乙类管理事务。");

        Assert.Equal(findings, draft.Check(new ItemWordsRule()).Count);
    }
}
