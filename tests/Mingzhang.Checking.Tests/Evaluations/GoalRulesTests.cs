using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Evaluations.Goals;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Checking.Tests.Evaluations;

/// <summary>Declarations of performance goals.</summary>
public sealed class GoalRulesTests
{
    private static readonly Edition Wuhan = StatuteBook.Load().Edition(DisclosureKind.Budget, new FiscalYear(2023), "wuhan")!;

    private static readonly GoalDeclaration Sound = new()
    {
        Scope = EvaluationScope.Project,
        Title = F("项目申报表"),
        Name = F("园林养护专项经费"),
        TotalBudget = F("90"),
        YearBudget = F("30"),
        StartYear = F("2023"),
        EndYear = F("2025"),
        Amounts = [A(GoalAmountKind.Source, "合计", "30", total: true), A(GoalAmountKind.Source, "一般公共预算财政拨款", "25.5"), A(GoalAmountKind.Source, "单位资金", "4.50"), A(GoalAmountKind.Activity, "补植", "20"), A(GoalAmountKind.Activity, "修剪", "10")],
        Goals = [new Goal("年度绩效目标1", "完成养护", true, TextSpan.None)],
        Indicators = [new GoalIndicator { Name = F("补植株数"), Target = F("400"), IsAnnual = true, Span = TextSpan.None }],
    };

    [Fact]
    public void A_declaration_that_adds_up_passes() => Assert.Empty(Check(Sound));

    [Fact]
    public void A_total_that_is_not_the_sum_of_its_sources_is_an_error() =>
        Assert.Equal([("goal.sum", Severity.Error, "30", "30.5")], Check(Sound with { Amounts = Sound.Amounts.SetItem(2, A(GoalAmountKind.Source, "单位资金", "5")) }));

    [Fact]
    public void A_budget_other_than_its_sources_and_costs_is_an_error() =>
        Assert.Equal([("goal.budget", Severity.Error, "31", "30"), ("goal.budget", Severity.Error, "31", "30")], Check(Sound with { YearBudget = F("31") }));

    [Theory]
    [InlineData("2022年预算28万，2023年提预算30万", 0)]
    [InlineData("2022年预算28万，2023提预算35万。", 1)]
    [InlineData("较2022年有所增加", 0)]
    public void A_remark_on_the_budgets_of_the_years_names_the_same_budget(string remark, int findings) =>
        Assert.Equal(findings, Check(Sound with { Particulars = [new LabelledText("项目前两年预算及当年预算变动情况", F(remark))] }).Count(f => f.Item1 == "goal.budget"));

    [Fact]
    public void A_period_without_the_budgets_year_and_a_year_without_indicators_are_warnings()
    {
        Assert.Equal([("goal.period", Severity.Warning, "2023—2022", "2023")], Check(Sound with { EndYear = F("2022") }));
        Assert.Equal([("goal.empty", Severity.Warning, null, null)], Check(Sound with { Indicators = [] }));
        Assert.Equal([("goal.empty", Severity.Warning, null, null)], Check(Sound with { Goals = [new Goal("年度绩效目标1", "", true, TextSpan.None)] }));
        Assert.Equal([("goal.target", Severity.Warning, null, null)], Check(Sound with { Indicators = [.. Sound.Indicators.Select(i => i with { Target = null })] }));
    }

    [Fact]
    public void A_department_has_the_same_money_from_its_sources_as_for_its_uses_and_the_projects_budgets()
    {
        GoalDeclaration department = new()
        {
            Scope = EvaluationScope.Department,
            Title = F("部门整体支出绩效目标申报表"),
            Name = F("某园林局"),
            Amounts =
            [
                A(GoalAmountKind.Source, "财政拨款", "95") with { Share = F("95%") }, A(GoalAmountKind.Source, "单位资金", "5") with { Share = F("6%") }, A(GoalAmountKind.Source, "合计", "100", total: true),
                A(GoalAmountKind.Use, "人员类项目支出", "70"), A(GoalAmountKind.Use, "运转类项目支出", "31"), A(GoalAmountKind.Use, "合计", null, total: true),
                A(GoalAmountKind.Project, "园林养护", "40"),
            ],
        };
        Assert.Equal(
            [("goal.share", Severity.Warning, "6%", "5%"), ("goal.balance", Severity.Error, "100", null), ("goal.project", Severity.Error, "30", "40")],
            Check(department, Sound));
    }

    [Fact]
    public void A_project_has_the_budget_of_the_register()
    {
        var row = new StatementRow { Key = "1", Span = TextSpan.None, Texts = [new TextCell("project", "园林养护专项2023", TextSpan.None)], Cells = [new Cell("1", Printed.Parse("33.00"), "33.00", TextSpan.None)] };
        var register = new Statement { Form = "B10", Title = "项目支出表", Heading = TextSpan.None, State = StatementState.Read, AmountUnit = "万元", Rows = [row] };
        Assert.Equal([("goal.project", Severity.Error, "30", "33.00")], Check([register], Sound));
    }

    private static IEnumerable<(string, Severity, string?, string?)> Check(params GoalDeclaration[] goals) => Check([], goals);

    private static IEnumerable<(string, Severity, string?, string?)> Check(ImmutableArray<Statement> statements, params GoalDeclaration[] goals)
    {
        var disclosure = new Disclosure { Kind = DisclosureKind.Budget, Year = new FiscalYear(2023), Edition = Wuhan, Goals = [.. goals], Statements = statements };
        var context = new CheckContext(disclosure);
        var log = new RuleLog();
        foreach (IRule rule in new IRule[] { new GoalSumsRule(), new GoalProjectsRule(), new GoalContentRule() }) rule.Check(context, log);
        return log.Findings.Select(f => (f.Rule, f.Severity, f.Stated, f.Expected));
    }

    private static Field F(string text) => new(text, TextSpan.None, Quantity.TryParse(text, out Quantity quantity) ? quantity.Figure : null);

    private static GoalAmount A(GoalAmountKind kind, string name, string? amount, bool total = false) =>
        new(kind, name, amount is null ? null : F(amount), TextSpan.None) { IsTotal = total };
}
