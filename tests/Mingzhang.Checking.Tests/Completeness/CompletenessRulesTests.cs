using Mingzhang.Checking.Completeness;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Tests.Completeness;

public sealed class CompletenessRulesTests
{
    private static readonly string[] Rows =
        ["合计 合计 75.00", "201 一般公共服务支出 70.00", "20131 党委办公厅（室）及相关机构事务 70.00", "2013101 行政运行 60.00", "2013102 一般行政管理事务 10.00", "221 住房保障支出 5.00", "22102 住房改革支出 5.00", "2210201 住房公积金 5.00"];

    [Fact]
    public void A_disclosure_with_every_part_section_and_form_passes() => Assert.Empty(Whole().Check(new PartsRule()));

    [Theory]
    [InlineData("glossary", "completeness.part", Severity.Error)]
    [InlineData("explanations.procurement", "completeness.section", Severity.Warning)]
    public void A_part_or_section_left_out_is_found(string topic, string rule, Severity severity)
    {
        Finding finding = Assert.Single(Whole(topic).Check(new PartsRule()));

        Assert.Equal((rule, severity), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void Sections_of_a_missing_part_are_not_reported_again() => Assert.Single(Whole("explanations").Check(new PartsRule()), f => f.Rule == "completeness.part");

    [Fact]
    public void A_form_left_out_is_an_error_unless_its_title_stands_in_the_text()
    {
        Finding finding = Assert.Single(Whole(form: "08").Check(new PartsRule()));
        Draft titled = Whole(form: "08");
        titled.Line("2023年度" + Sample.Edition.Form("08")!.Title);

        Assert.Equal(("completeness.form", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Empty(titled.Check(new PartsRule()));
    }

    [Fact]
    public void Contents_in_another_order_are_a_warning_and_another_title_is_worth_a_look()
    {
        var draft = new Draft();
        draft.Contents("三", "一、", "收入决算情况说明").Contents("三", "二、", "支出决算说明").Contents("三", "三、", "国有资产占用情况说明").Contents("三", "四、", "政府采购支出说明");
        draft.Section("三/一", "explanations.income", "收入决算情况说明").Section("三/二", "explanations.expenditure", "支出决算情况说明")
            .Section("三/三", "explanations.procurement", "政府采购支出说明").Section("三/四", "explanations.assets", "国有资产占用情况说明");

        IReadOnlyList<Finding> findings = draft.Check(new ContentsRule());

        Assert.Equal(["completeness.contents-order", "completeness.contents-titles"], findings.Select(f => f.Rule).Order());
        Assert.Equal("政府采购支出说明", findings.Single(f => f.Rule == "completeness.contents-order").Stated);
    }

    [Fact]
    public void Items_that_the_explanation_leaves_out_are_one_finding()
    {
        Draft draft = new Draft().Codes("03", Rows).Codes("05", Rows).Quote(QuotePlace.Item, "一般公共服务支出", "党委办公厅（室）及相关机构事务", "行政运行", "2013101");

        Finding finding = Assert.Single(draft.Check(new ItemsRule()));

        Assert.Equal(("completeness.items", "1", "3"), (finding.Rule, finding.Stated, finding.Expected));
    }

    [Fact]
    public void An_explanation_by_classes_only_is_said_so()
    {
        Draft draft = new Draft().Codes("03", Rows).Codes("05", Rows).Quote(QuotePlace.Item, "一般公共服务", "", "", "201").Quote(QuotePlace.Structure, "一般公共服务", "", "", "201").Quote(QuotePlace.Structure, "住房保障", "", "", "221");

        Assert.Equal("class-only", Assert.Single(draft.Check(new ItemsRule())).Variant);
    }

    [Fact]
    public void Missing_comparison_completion_and_reason_are_one_remark_each()
    {
        var draft = new Draft();
        draft.Section("三/二", "explanations.income", "二、收入决算情况说明").Section("三/三", "explanations.expenditure", "三、支出决算情况说明");
        draft.Claim(ClaimKind.Amount, "02[合计].1", "75.00", section: "三/二");
        draft.Claim(ClaimKind.Amount, "03[合计].1", "75.00", section: "三/三");
        Item(draft, 1, "60.00", "58.00", "96.7", "年初预算为 60.00 万元，支出决算为 58.00 万元。");
        Item(draft, 2, "9.00", "10.00", "111.1", "年初预算为 9.00 万元，支出决算为 10.00 万元，主要原因是人员增加。");
        Item(draft, 3, "5.00", "5.00", null, "年初预算为 5.00 万元，支出决算为 5.00 万元。");

        IReadOnlyList<Finding> findings = draft.Check(new ExplanationsRule());

        Assert.Equal(["completeness.comparison", "completeness.completion", "completeness.reason"], findings.Select(f => f.Rule).Order());
        Assert.All(findings, f => Assert.Equal(Severity.Info, f.Severity));
        Assert.Single(findings.Single(f => f.Rule == "completeness.comparison").Evidence);
    }

    [Fact]
    public void Particulars_that_are_not_given_are_named()
    {
        var draft = new Draft();
        draft.Section("三/十一", "explanations.procurement", "十一、政府采购支出说明").Section("三/十二", "explanations.assets", "十二、国有资产占用情况说明");
        draft.Claim(ClaimKind.Amount, "procurement", "3.00", section: "三/十一");
        draft.Claim(ClaimKind.Amount, "procurement/货物", "3.00", section: "三/十一");
        draft.Claim(ClaimKind.Count, "vehicles", "2", "辆", "三/十二");

        Dictionary<string, Finding> findings = draft.Check(new ParticularsGivenRule()).ToDictionary(f => f.Rule);

        Assert.Equal("工程支出、服务支出、授予中小企业合同金额、授予小微企业合同金额", findings["completeness.procurement-parts"].Arguments["names"].Zh);
        Assert.Contains("设备", findings["completeness.assets"].Arguments["names"].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_of_the_tables_that_the_text_does_not_give_are_worth_a_look()
    {
        var draft = new Draft();
        draft.Section("三/十三", "explanations.performance", "十三、预算绩效情况说明", "我局开展了绩效自评。");
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", total: "97");

        Assert.Equal(("completeness.scores", "97"), Assert.Single(draft.Check(new ParticularsGivenRule())) is var f ? (f.Rule, f.Expected) : default);
    }

    [Theory]
    [InlineData("一是甲；二是乙；三是丙；五是丁。", "五是", "四是")]
    [InlineData("原因一是甲；二是乙；二是丙。", "二是", "二是")]
    public void A_gap_or_repetition_in_a_list_is_found(string text, string stated, string expected)
    {
        Finding finding = Assert.Single(Numbered(text));

        Assert.Equal((stated, expected, Severity.Warning), (finding.Stated, finding.Expected, finding.Severity));
    }

    [Fact]
    public void A_gap_between_numbered_lines_is_found() => Assert.Equal("3.", Assert.Single(Numbered("1.甲类支出。", "2.乙类支出。", "4.丙类支出。")).Expected);

    [Theory]
    [InlineData("一是甲；二是乙。|一是丙；二是丁；三是戊。")]
    [InlineData("1.甲|（1）子|（2）丑|2.乙|（1）子|3.丙")]
    [InlineData("1.甲|2.8 万元用于乙|2.乙|3.丙")]
    [InlineData("16、甲|17、2023年度乙|18、2023年度丙|19、丁")]
    [InlineData("四是最后一件，统一是要求，不二是原则")]
    public void Lists_that_count_on_pass(string lines) => Assert.Empty(Numbered(lines.Split('|')));

    [Fact]
    public void An_attachment_titled_otherwise_than_in_the_list_is_worth_a_look()
    {
        var draft = new Draft();
        draft.Section("六", "attachments", "第六部分 附件", "一、2023年度某局整体绩效自评表", "二、2023年度某局", "馆藏整理项目绩效自评表");
        draft.Table(EvaluationScope.Project, "2023年度馆藏整理项目自评表", "馆藏整理项目");

        Assert.Equal(Severity.Info, Assert.Single(draft.Check(new AttachmentListRule())).Severity);
    }

    [Fact]
    public void Key_work_has_the_same_names_in_headings_and_table()
    {
        var draft = new Draft();
        draft.Section("四", "keyWork", "第四部分 重点工作完成情况", "(一) 强化廉政主题教育与预防工作。", "(二) 完善权力运行机制。");
        draft.KeyWork("突出作风建设", "强化廉政教育与预防工作").KeyWork("突出作风建设", "完善权力运行机制");

        Assert.Equal("强化廉政教育与预防工作", Assert.Single(draft.Check(new KeyWorkRule())).Expected);
    }

    private static void Item(Draft draft, int group, string budget, string final, string? completion, string sentence)
    {
        draft.Quote(QuotePlace.Item, "一般公共服务支出", "", "", "201", group: group);
        draft.Claim(ClaimKind.Amount, "05[201].1", budget, section: "三/五(三)", measure: Measure.InitialBudget, group: group, sentence: sentence);
        draft.Claim(ClaimKind.Amount, "05[201].1", final, section: "三/五(三)", group: group, sentence: sentence);
        if (completion is not null) draft.Claim(ClaimKind.Completion, "05[201].1", completion, "%", "三/五(三)", group: group, sentence: sentence);
    }

    private static IReadOnlyList<Finding> Numbered(params string[] lines) =>
        new Draft().Section("三", "explanations", "第三部分 部门决算情况说明", lines).Check(new NumberingRule());

    private static Draft Whole(string? without = null, string? form = null)
    {
        var draft = new Draft();
        string? id = Sample.Edition.Sections.FirstOrDefault(s => s.Topic == without)?.Id;
        foreach (SectionDefinition section in Sample.Edition.Sections)
        {
            if (id is null || (section.Id != id && !section.Id.StartsWith(id + "/", StringComparison.Ordinal) && !section.Id.StartsWith(id + "(", StringComparison.Ordinal))) draft.Section(section.Id, section.Topic, section.Title);
        }

        foreach (FormDefinition definition in Sample.Edition.Forms)
        {
            if (definition.Id != form) draft.Form(new Statement { Form = definition.Id, Title = definition.Title, Heading = draft.Line(definition.Id), State = StatementState.Read });
        }

        return draft;
    }
}
