using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class StatementsInTextTests
{
    [Fact]
    public void A_score_in_the_text_that_the_tables_contradict_is_the_finding()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Score, "evaluation/department/score", "98.84", "分");
        draft.Claim(ClaimKind.Score, "evaluation/department/score", "98.94", "分");
        Department(draft, "98.94");

        Finding finding = Assert.Single(draft.Check(new DepartmentStatementsRule()));

        Assert.Equal(("evaluation.text-score", "98.84", "98.94"), (finding.Rule, finding.Stated, finding.Expected));
        Assert.Equal(2, finding.Evidence.Length);
    }

    [Fact]
    public void A_score_that_agrees_with_the_table_passes()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Score, "evaluation/department/score", "98.94", "分");
        Department(draft, "98.94");

        Assert.Empty(draft.Check(new DepartmentStatementsRule()));
    }

    [Theory]
    [InlineData("17.99", null)]
    [InlineData("17.98", Severity.Rounding)]
    [InlineData("17.89", Severity.Error)]
    public void The_execution_score_in_the_text_follows_from_the_tables_amounts(string stated, Severity? severity)
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Score, "evaluation/department/execution", stated, "分");
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", "1292.57", "1162.58", "89.9%");

        Assert.Equal(severity, draft.Check(new DepartmentStatementsRule()).SingleOrDefault()?.Severity);
    }

    [Fact]
    public void Money_that_is_neither_budget_nor_executed_is_a_warning_and_the_initial_budget_is_neither()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Amount, "evaluation/department/money", "95.00");
        draft.Claim(ClaimKind.Amount, "evaluation/department/money", "90.00", measure: Measure.InitialBudget);
        draft.Claim(ClaimKind.Amount, "evaluation/department/money", "100.00");
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", "100.00", "99.00", "99%");

        Finding finding = Assert.Single(draft.Check(new DepartmentStatementsRule()));

        Assert.Equal(("evaluation.text-amount", Severity.Warning, "95.00"), (finding.Rule, finding.Severity, finding.Stated));
    }

    [Fact]
    public void An_amount_of_a_project_that_its_table_contradicts_is_one_finding()
    {
        var draft = new Draft();
        Project(draft, "文明创建、档案工作", "4", "4");
        Project(draft, "党办业务", "17.25", "17.25");
        draft.Table(EvaluationScope.Project, "文明创建、档案工作经费项目自评表", "文明创建、档案工作经费", "3.01", "3.01", "100%");
        draft.Table(EvaluationScope.Project, "党办综合业务经费项目自评表", "党办综合业务经费", "17.25", "17.25", "100%");

        Finding finding = Assert.Single(draft.Check(new ProjectStatementsRule()), f => f.Rule == "evaluation.text-amount");

        Assert.Equal(("4", "3.01"), (finding.Stated, finding.Expected));
    }

    [Fact]
    public void Amounts_in_yuan_under_a_heading_of_wan_are_named_as_such()
    {
        var draft = new Draft();
        Project(draft, "馆藏整理", "17.25", "17.25");
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "172500", "172500", "100%");

        Finding finding = Assert.Single(draft.Check(new ProjectStatementsRule()));

        Assert.Equal(("yuan", "17.25"), (finding.Variant, finding.Expected));
    }

    [Fact]
    public void A_project_that_only_its_amounts_tell_is_matched_and_the_names_are_worth_a_look()
    {
        var draft = new Draft();
        Project(draft, "驻村工作", "0.23", "0.23");
        draft.Table(EvaluationScope.Project, "柱乡经费项目自评表", "柱乡经费", "0.23", "0.23", "100%");

        Finding finding = Assert.Single(draft.Check(new ProjectStatementsRule()));

        Assert.Equal(("evaluation.project-name", Severity.Info), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void A_score_of_a_project_is_that_of_its_table()
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Score, "evaluation/project/馆藏整理/score", "98.23", "分");
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", total: "98.32");

        Assert.Equal(("98.23", "98.32"), Assert.Single(draft.Check(new ProjectStatementsRule())) is var f ? (f.Stated, f.Expected) : default);
    }

    private static void Project(Draft draft, string name, string budget, string executed)
    {
        draft.Claim(ClaimKind.Amount, $"evaluation/project/{name}/budget", budget, measure: Measure.FullYearBudget);
        draft.Claim(ClaimKind.Amount, $"evaluation/project/{name}/executed", executed);
    }

    private static void Department(Draft draft, string total) =>
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", "100.00", "100.00", "100%", "20", total, draft.Indicator("甲|80|1|1|78.94"));
}
