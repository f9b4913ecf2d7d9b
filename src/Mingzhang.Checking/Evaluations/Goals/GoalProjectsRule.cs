using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Evaluations.Goals;

/// <summary>
/// Declarations of goals against each other and the forms: a project has the same budget in its declaration, in the department's list of projects and in the
/// register of projects; the department's money is the total of the forms. Projects are matched by their telling words, and only where one fits.
/// </summary>
public sealed class GoalProjectsRule : IRule
{
    private const string Project = "goal.project", Total = "goal.department-total";
    private const string Register = "projects";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Project, Severity.Error, new("项目申报表的当年预算与部门项目清单、项目支出表一致", "a project has the same budget in its declaration, in the department's list and in the register"), "项目申报表；部门整体支出绩效目标申报表；项目支出表",
            ("", "“{name}”项目当年预算 {stated} 与项目支出表的 {expected} 不一致。", "The budget of “{name}” is {stated}; the register of projects has {expected}."),
            ("list", "“{name}”项目当年预算 {stated} 与部门整体支出绩效目标申报表所列 {expected} 不一致。", "The budget of “{name}” is {stated}; the department's declaration lists {expected}.")),
        Define.Rule(Total, Severity.Warning, new("部门整体支出绩效目标申报表的资金总额与收支总表一致", "the money of the department's declaration is the total of the forms"), "部门整体支出绩效目标申报表；收支总表",
            ("", "部门整体支出绩效目标申报表的资金总额 {stated} 与收支总表的 {expected} 不一致。", "The department's declaration has {stated} in all; the forms have {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<GoalDeclaration> goals = context.Disclosure.Goals;
        foreach (GoalDeclaration project in goals.Where(g => g is { Scope: EvaluationScope.Project, YearBudget.Figure: not null }))
        {
            if (!IsWan(context, project)) continue;
            CompareRegister(context, log, project);
            foreach (GoalDeclaration department in goals.Where(g => g.Scope == EvaluationScope.Department)) CompareList(context, log, project, department);
        }

        foreach (GoalDeclaration department in goals.Where(g => g.Scope == EvaluationScope.Department && IsWan(context, g))) CompareTotal(context, log, department);
    }

    private static bool IsWan(CheckContext context, GoalDeclaration declaration) => (declaration.AmountUnit ?? context.Disclosure.AmountUnit) == context.Disclosure.AmountUnit;

    private static void CompareRegister(CheckContext context, RuleLog log, GoalDeclaration project)
    {
        foreach (FormDefinition form in context.Edition.Forms.Where(f => f.Subject == Register && f.Shape == FormShape.Register))
        {
            if (context.Statement(form.Id) is not { } statement || (statement.AmountUnit ?? context.Disclosure.AmountUnit) != context.Disclosure.AmountUnit) continue;
            string core = ProjectNames.Core(project.Name.Text);
            List<StatementRow> rows = [.. statement.Rows.Where(r => r.Text("project") is { } name && ProjectNames.SameCores(ProjectNames.Core(WithoutYear(name)), core))];
            if (rows.Count != 1 || rows[0].Cell(form.Columns[0].Number) is not { Figure: { } figure } cell) log.NotRun(Project, Reasons.NothingToCompare);
            else Judge(context, log, project, context.IntervalOf(figure), figure.ToString(), "", cell.AsEvidence(new Address(form.Id, rows[0].Key, cell.Column), form.Title));
        }
    }

    private static void CompareList(CheckContext context, RuleLog log, GoalDeclaration project, GoalDeclaration department)
    {
        string core = ProjectNames.Core(project.Name.Text);
        List<GoalAmount> listed = [.. department.Amounts.Where(a => a.Kind == GoalAmountKind.Project && ProjectNames.SameCores(ProjectNames.Core(a.Name), core))];
        if (listed.Count != 1 || listed[0].Amount is not { Figure: { } figure } amount) return;
        Judge(context, log, project, GoalFigures.Of(context, amount), figure.ToString(), "list", amount.AsEvidence(listed[0].Name));
    }

    private static void Judge(CheckContext context, RuleLog log, GoalDeclaration project, Interval other, string printed, string variant, Evidence evidence)
    {
        if (GoalFigures.Of(context, project.YearBudget).Overlaps(other)) log.Pass(Project);
        else log.Fail((context.Mark(Project, Severity.Error, project.YearBudget!, variant) with { Expected = printed }).With("name", project.Name.Text).Because(evidence).ShowingStated(context, context.Disclosure.AmountUnit));
    }

    private static void CompareTotal(CheckContext context, RuleLog log, GoalDeclaration department)
    {
        if (GoalSumsRule.Whole(context, department, GoalAmountKind.Source) is not { } whole) return;
        foreach (FormDefinition form in context.Edition.Forms.Where(f => f is { Subject: "totals", Shape: FormShape.Lines }))
        {
            // The last line of the first side is total income.
            if (form.Lines.LastOrDefault(l => l.Columns[0] == form.Columns[0].Number && l.Caption.EndsWith('计')) is not { } line
                || context.Read(form.Id, line.Number, form.Columns[0].Number) is not { State: CellState.Figure, Cell: { } cell } reading) continue;
            if (whole.Value.Overlaps(context.IntervalOf(reading.Figure))) log.Pass(Total);
            else
            {
                log.Fail((context.Mark(Total, Severity.Warning, whole.Field) with { Stated = whole.Printed, Expected = reading.Figure.ToString() })
                    .Because(cell.AsEvidence(new Address(form.Id, line.Number, cell.Column), form.Title)).ShowingStated(context, context.Disclosure.AmountUnit));
            }
        }
    }

    /// <summary>A name without the year that the register puts behind it: <c>综合工作经费2023</c>.</summary>
    private static string WithoutYear(string name)
    {
        string trimmed = name.TrimEnd();
        return trimmed.Length > 4 && !trimmed.AsSpan(trimmed.Length - 4).ContainsAnyExceptInRange('0', '9') ? trimmed[..^4] : trimmed;
    }
}
