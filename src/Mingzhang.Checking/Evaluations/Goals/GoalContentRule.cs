using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations.Goals;

/// <summary>What a declaration of goals must say: an annual goal with indicators, targets, and a period that holds the budget's year.</summary>
public sealed class GoalContentRule : IRule
{
    private const string Empty = "goal.empty", Target = "goal.target", Period = "goal.period";
    private const string Source = "《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标包括绩效内容、绩效指标和绩效标准；项目申报表";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Empty, Severity.Warning, new("年度绩效目标有内容，并有指标", "the annual goal has a text and indicators"), Source,
            ("", "“{name}”没有填写年度绩效指标。", "“{name}” has no annual indicators."),
            ("goal", "“{name}”的“{goal}”没有内容。", "“{goal}” of “{name}” is blank.")),
        Define.Rule(Target, Severity.Warning, new("绩效指标有指标值", "an indicator has a target"), Source,
            ("", "指标“{name}”没有指标值。", "The indicator “{name}” has no target.")),
        Define.Rule(Period, Severity.Warning, new("项目起止年度包含预算年度", "a project's period holds the budget's year"), Source,
            ("", "“{name}”的起止年度 {stated} 不包含预算年度 {expected}。", "The period of “{name}”, {stated}, does not hold the budget's year {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (GoalDeclaration declaration in context.Disclosure.Goals)
        {
            CheckGoals(context, log, declaration);
            CheckPeriod(context, log, declaration);
            foreach (GoalIndicator indicator in declaration.Indicators)
            {
                if (indicator.Target is not null) log.Pass(Target);
                else log.Fail(context.Mark(Target, Severity.Warning, indicator.Span).With("name", indicator.Name.Text));
            }
        }
    }

    private static void CheckGoals(CheckContext context, RuleLog log, GoalDeclaration declaration)
    {
        if (declaration.Goals.IsEmpty && declaration.Indicators.IsEmpty) return;
        if (!declaration.Unread.IsEmpty) log.NotRun(Empty, Reasons.RowsUnread);
        else if (declaration.Indicators.Any(i => i.IsAnnual)) log.Pass(Empty);
        else log.Fail(context.Mark(Empty, Severity.Warning, declaration.Goals.FirstOrDefault(g => g.IsAnnual)?.Span ?? declaration.Title.Span).With("name", declaration.Name.Text));
        foreach (Goal goal in declaration.Goals.Where(g => g.IsAnnual))
        {
            if (goal.Text.Length > 0) log.Pass(Empty);
            else if (declaration.Indicators.Any(i => i.IsAnnual)) log.Fail(context.Mark(Empty, Severity.Warning, goal.Span, "goal").With("name", declaration.Name.Text).With("goal", goal.Name));
        }
    }

    private static void CheckPeriod(CheckContext context, RuleLog log, GoalDeclaration declaration)
    {
        if (Year(declaration.StartYear) is not { } start || Year(declaration.EndYear) is not { } end) return;
        int year = context.Disclosure.Year.Value;
        if (start <= year && year <= end) log.Pass(Period);
        else
        {
            log.Fail((context.Mark(Period, Severity.Warning, declaration.StartYear!) with
            {
                Stated = string.Create(CultureInfo.InvariantCulture, $"{start}—{end}"),
                Expected = year.ToString(CultureInfo.InvariantCulture),
            }).With("name", declaration.Name.Text).Because(declaration.EndYear!.AsEvidence()).ShowingPeriod(start, end, year, declaration.StartYear!.Span, declaration.EndYear!.Span));
        }
    }

    private static int? Year(Field? field)
    {
        string digits = field is null ? "" : string.Concat(field.Text.TakeWhile(char.IsAsciiDigit));
        return digits.Length == 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }
}
