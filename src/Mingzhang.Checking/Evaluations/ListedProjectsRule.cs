using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// A project that 五(三) lists with its expenditure and that has a table of the same name: the amount is the table's executed amount.
/// A table may cover carry-over and smaller projects besides, so a difference is worth a look, and a warning only where the summary
/// in 十三 agrees with the table, and not where other money than that of 五(三) was spent on projects, of which the table may hold more.
/// </summary>
public sealed class ListedProjectsRule : IRule
{
    private const string Rule = "evaluation.listed-project";
    private const string Prefix = "projects/";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("五（三）所列项目支出与项目自评表执行数一致", "projects listed in 5(3) have the executed amounts of their tables"), "部门决算情况说明 五（三）；项目自评表",
            ("", "五（三）所列“{name}”支出 {stated} 万元，项目自评表执行数为 {expected}。", "“{name}” is listed with {stated} 万元; its table has {expected} executed."),
            ("rounding", "五（三）所列“{name}”支出 {stated} 万元，项目自评表执行数为 {expected}，四舍五入可以解释。", "“{name}” is listed with {stated} 万元; its table has {expected}, which rounding explains.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        var tables = new Dictionary<string, Evaluation?>();
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (evaluation.Scope != EvaluationScope.Project || evaluation.Executed?.Figure is null || ProjectNames.IsSummary(evaluation)) continue;
            string name = ProjectNames.Bare(evaluation.Name.Text);
            tables[name] = tables.ContainsKey(name) ? null : evaluation;
        }

        if (tables.Count == 0) return;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim is not { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: { } stated } || !claim.Subject.Key.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            if (tables.GetValueOrDefault(ProjectNames.Bare(claim.Subject.Key[Prefix.Length..])) is not { } table) continue;
            Printed executed = table.Executed!.Figure!.Value;
            if (executed.Value == stated.Value)
            {
                log.Pass(Rule);
                continue;
            }

            bool rounding = context.IntervalOf(executed).Overlaps(context.IntervalOf(stated));
            bool confirmed = !rounding && !IsPaidElsewhere(context.IntervalOf(executed) - context.IntervalOf(stated), context) && IsConfirmed(context, table, executed.Value);
            Finding finding = (context.Mark(Rule, rounding ? Severity.Rounding : confirmed ? Severity.Warning : Severity.Info, claim.Span, rounding ? "rounding" : "") with { Stated = stated.ToString(), Expected = executed.ToString() })
                .With("name", table.Name.Text.Trim()).Because(table.Executed.AsEvidence(new Text("项目自评表执行数", "executed, the project's table"))).ShowingStated(context, claim.Unit);
            if (confirmed) log.Fail(finding);
            else log.PassWith(finding);
        }
    }

    // 五(三) speaks of general public money, a table of all money: what other money paid for projects may make the difference.
    private static bool IsPaidElsewhere(Interval beyond, CheckContext context) =>
        beyond.Low > 0 && beyond.Low <= (ProjectMoneyOf(context, "03") - ProjectMoneyOf(context, "05")).High;

    private static Interval ProjectMoneyOf(CheckContext context, string form) =>
        context.Disclosure.Statement(form)?.Cell(Address.Total, "3")?.Figure is { } figure ? context.IntervalOf(figure) : Interval.Point(0);

    private static bool IsConfirmed(CheckContext context, Evaluation table, decimal executed) =>
        context.SectionOf("explanations.performance") is { } section
        && ProjectMatching.Match(context).Exists(m => ReferenceEquals(m.Table, table) && m.Statement.Claims.Exists(c =>
            c.Kind == ClaimKind.Amount && c.Value?.Value == executed && c.Subject.Key.EndsWith("/executed", StringComparison.Ordinal) && c.Section.StartsWith(section.Id, StringComparison.Ordinal)));
}
