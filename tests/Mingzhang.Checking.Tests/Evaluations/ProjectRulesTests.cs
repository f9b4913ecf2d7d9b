using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class ProjectRulesTests
{
    [Theory]
    [InlineData("2023年度馆藏整理项目自评表", "馆藏整理项目", null)]
    [InlineData("2023年度馆藏整理项目绩效自评表", "馆藏整理", null)]
    [InlineData("2023年度馆藏整理项目自评表", "馆藏整理支出项目", Severity.Info)]
    [InlineData("2023年度馆藏整理局业务经费项目自评表", "馆藏整理业务经费", Severity.Info)]
    [InlineData("2023年度信息资源整合项目自评表", "南湖综合项目", Severity.Warning)]
    public void The_title_of_a_table_names_the_project_inside(string title, string name, Severity? severity)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, title, name);

        Assert.Equal(severity, draft.Check(new TitleRule()).SingleOrDefault()?.Severity);
    }

    [Fact]
    public void A_title_that_names_another_project_of_the_text_is_an_error()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Amount, "projects/信息资源整合项目", "15.00");
        draft.Table(EvaluationScope.Project, "2023年度信息资源整合项目自评表", "南湖综合项目");

        Finding finding = Assert.Single(draft.Check(new TitleRule()));

        Assert.Equal(("other-project", Severity.Error), (finding.Variant, finding.Severity));
    }

    [Fact]
    public void An_indicator_of_both_tables_has_one_target_and_outcome()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", indicators: [draft.Indicator("招聘场次|2|20场|33场|2"), draft.Indicator("培训人数|2|10人|12人|2")]);
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", indicators: [draft.Indicator("招聘场次|4|35场|33场|3.8"), draft.Indicator("培训人数|2|10人|12人|2")]);

        Finding finding = Assert.Single(draft.Check(new RepeatedIndicatorRule()));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("招聘场次", finding.Arguments["names"].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_of_several_projects_is_summed_up_and_not_compared()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", indicators: draft.Indicator("培训人数|2|30人|33人|2"));
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", indicators: draft.Indicator("培训人数|4|10人|11人|4"));
        draft.Table(EvaluationScope.Project, "乙项目自评表", "乙项目", indicators: draft.Indicator("培训人数|4|20人|22人|4"));

        Assert.Empty(draft.Check(new RepeatedIndicatorRule()));
    }

    [Fact]
    public void Other_scores_for_the_same_outcome_without_weights_are_worth_a_look()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", indicators: draft.Indicator("培训人数||10人|12人|3"));
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", indicators: draft.Indicator("培训人数||10人|12人|4"));

        Assert.Equal(("score", Severity.Info), Assert.Single(draft.Check(new RepeatedIndicatorRule())) is var f ? (f.Variant, f.Severity) : default);
    }

    [Theory]
    [InlineData("√□", "√□", null)]
    [InlineData("√□", "□□", "none")]
    [InlineData("√√", "√□", "")]
    public void Each_row_of_tick_boxes_has_one_choice(string kind, string type, string? variant)
    {
        var draft = new Draft();
        Evaluation table = draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目");
        draft.Replace(table, table with { TickBoxes = [Row(draft, "项目属性", kind, "持续性项目", "新增性项目"), Row(draft, "项目类型", type, "常年性项目", "延续性项目")] });

        Assert.Equal(variant, draft.Check(new TickBoxRule()).SingleOrDefault()?.Variant);
    }

    [Fact]
    public void A_continuing_project_is_not_one_of_a_single_year()
    {
        var draft = new Draft();
        Evaluation table = draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目");
        draft.Replace(table, table with { TickBoxes = [Row(draft, "项目属性", "√□", "持续性项目", "新增性项目"), Row(draft, "项目类型", "□√", "常年性项目", "一次性项目")] });

        Assert.Equal("contradictory", Assert.Single(draft.Check(new TickBoxRule())).Variant);
    }

    [Fact]
    public void The_number_of_projects_is_that_of_the_projects_described()
    {
        var draft = new Draft();
        draft.Section("三/十三", "explanations.performance", "十三、预算绩效情况说明", "我单位反映所有项目绩效自评结果，共涉及 3 个一级项目。");
        draft.Claim(ClaimKind.Count, "evaluation/coverage/projects", "2", "个", "三/十三");
        draft.Claim(ClaimKind.Amount, "evaluation/project/甲/executed", "1.00", section: "三/十三");
        draft.Claim(ClaimKind.Amount, "evaluation/project/乙/executed", "2.00", section: "三/十三");

        Finding finding = Assert.Single(draft.Check(new CoverageRule()));

        Assert.Equal(("evaluation.project-count", "3", "2"), (finding.Rule, finding.Stated, finding.Expected));
    }

    [Fact]
    public void The_money_evaluated_is_the_sum_of_the_tables()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Amount, "evaluation/coverage/money", "5.26");
        draft.Claim(ClaimKind.Amount, "evaluation/coverage/money", "6.25");
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", "3.01", "3.01", "100%");
        draft.Table(EvaluationScope.Project, "乙项目自评表", "乙项目", "2.25", "2.25", "100%");

        Assert.Equal(("6.25", "5.26"), Assert.Single(draft.Check(new CoverageRule())) is var f ? (f.Stated, f.Expected) : default);
    }

    [Theory]
    [InlineData("录入条数", "1000条", "2415件", "evaluation.text-indicator-units")]
    [InlineData("整理卷数", "100卷", "150卷", "evaluation.text-indicator")]
    [InlineData("整理卷数", "10卷", "120卷", "evaluation.text-indicator")]
    [InlineData("完成整理卷数", "100卷", "150卷", "evaluation.text-indicator")]
    [InlineData("整理卷数", "100卷", "120卷", null)]
    [InlineData("整理卷数", "100卷", "-120卷", "evaluation.text-indicator")]
    [InlineData("整理卷数", null, "150卷", "evaluation.text-indicator")]
    [InlineData("其他整理卷数", null, "150卷", null)]
    public void Indicators_in_the_text_agree_with_themselves_and_with_the_table(string name, string? target, string actual, string? rule)
    {
        var draft = new Draft();
        if (target is not null) Say(draft, name, target, Measure.InitialBudget);
        Say(draft, name, actual, Measure.Final);
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", indicators: draft.Indicator("整理卷数|4|≥100卷|120卷|4"));

        Assert.Equal(rule, draft.Check(new TextIndicatorRule()).SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Of_indicators_of_one_name_the_projects_own_counts()
    {
        var draft = new Draft();
        Say(draft, "整理卷数", "100卷", Measure.InitialBudget);
        Say(draft, "整理卷数", "120卷", Measure.Final);
        draft.Table(EvaluationScope.Project, "甲项目自评表", "甲项目", indicators: draft.Indicator("整理卷数|4|≥100卷|110卷|4"));
        draft.Table(EvaluationScope.Project, "乙项目自评表", "乙项目", indicators: draft.Indicator("整理卷数|4|≥100卷|120卷|4"));

        Assert.Equal(("120", "110卷"), Assert.Single(draft.Check(new TextIndicatorRule())) is var f ? (f.Stated, f.Expected) : default);
    }

    private static void Say(Draft draft, string name, string value, Measure measure)
    {
        Claim claim = draft.Claim(ClaimKind.Count, "evaluation/project/甲项目/indicator/" + name, value[..^1], value[^1..], measure: measure);
        draft.With(claim, c => c with { ValueSpan = c.Span });
    }

    [Fact]
    public void The_departments_amounts_are_those_of_the_forms()
    {
        var draft = new Draft();
        draft.Codes("03", "合计 合计 75.00 65.00 10.00");
        Evaluation table = draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", "75.00", "76.00", "100%");
        draft.Replace(table, table with { BasicExpenditure = draft.Field("65万元"), ProjectExpenditure = draft.Field("100000") });

        IReadOnlyList<Finding> findings = draft.Check(new FormAmountsRule());

        Assert.Equal([("", "75.00"), ("yuan", "10.00")], findings.Select(f => (f.Variant, f.Expected!)));
    }

    [Theory]
    [InlineData("自评综合得分 92.5 分，评价等级为“优”。", null)]
    [InlineData("自评综合得分 85 分，评价等级为“优”。", "良")]
    [InlineData("评价等级分为优、良、中、差四档。", null)]
    [InlineData("得 95 分。等级：良", null)]
    public void A_grade_is_that_of_its_score(string text, string? expected)
    {
        Draft draft = new Draft().Section("三/十三", "explanations.performance", "十三、预算绩效情况说明", text);

        Assert.Equal(expected, draft.Check(new GradeRule()).SingleOrDefault()?.Expected);
    }

    [Theory]
    [InlineData("3.01", null)]
    [InlineData("3.02", Severity.Rounding)]
    [InlineData("4.00", Severity.Info)]
    public void A_listed_project_has_the_amount_of_its_table(string listed, Severity? severity)
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Amount, "projects/馆藏整理项目", listed, section: "三/五(三)");
        draft.Table(EvaluationScope.Project, "2023年度馆藏整理项目自评表", "馆藏整理项目", "3.01", "3.01", "100%");

        Assert.Equal(severity, draft.Check(new ListedProjectsRule()).SingleOrDefault()?.Severity);
    }

    [Fact]
    public void A_listed_amount_that_summary_and_table_contradict_is_a_warning()
    {
        Draft draft = new Draft().Section("三/十三", "explanations.performance", "十三、预算绩效情况说明");
        draft.Claim(ClaimKind.Amount, "projects/馆藏整理项目", "4.00", section: "三/五(三)");
        draft.Claim(ClaimKind.Amount, "evaluation/project/馆藏整理/executed", "3.01");
        draft.Table(EvaluationScope.Project, "2023年度馆藏整理项目自评表", "馆藏整理项目", "3.01", "3.01", "100%");

        Assert.Equal(Severity.Warning, Assert.Single(draft.Check(new ListedProjectsRule())).Severity);
    }

    private static TickBoxRow Row(Draft draft, string label, string ticks, params string[] options) =>
        new(label, [.. options.Select((o, i) => new TickBox(o, ticks[i] == '√'))], draft.Line(label + ticks));
}
