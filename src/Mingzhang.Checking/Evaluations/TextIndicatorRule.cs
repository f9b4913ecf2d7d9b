using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// What the text says of indicators (某指标年初目标值 X，实际完成 Y): both in one unit, and as the table has them where it has an indicator of that name.
/// </summary>
public sealed class TextIndicatorRule : IRule
{
    private const string Units = "evaluation.text-indicator-units";
    private const string Values = "evaluation.text-indicator";
    private const string Scope = "evaluation/";
    private const string Part = "/indicator/";
    private const int ShortestName = 4;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Units, Severity.Warning, new("文字所述指标的目标值与完成值单位一致", "target and outcome of an indicator in the text have one unit"), "部门决算情况说明 十三（三）",
            ("", "目标值 {target} 以“{unit}”计，完成值 {stated} 以“{otherUnit}”计，单位不一致。", "The target {target} counts {unit}, the outcome {stated} counts {otherUnit}.")),
        Define.Rule(Values, Severity.Error, new("文字所述指标值与自评表一致", "indicator values in the text agree with the tables"), "部门决算情况说明 十三（三）",
            ("", "文字所述“{name}”的{what}为 {stated}，自评表为 {expected}。", "The {whatEn} of “{name}” is {stated} in the text, {expected} in the table.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        Dictionary<string, List<Printed>>? indicators = null;
        Claim? target = null;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            string key = claim.Subject.Key;
            if (claim.Kind != ClaimKind.Count || !key.StartsWith(Scope, StringComparison.Ordinal)) continue;
            int part = key.IndexOf(Part, StringComparison.Ordinal);
            if (part < 0) continue;
            if (claim.Measure == Measure.InitialBudget)
            {
                target = claim;
                continue;
            }

            Claim? goal = target?.Subject.Key == key ? target : null;
            target = null;
            if (goal is not null) CheckUnits(context, log, goal, claim);
            List<Printed> printed = Find(indicators ??= Index(context), key.AsSpan(part + Part.Length), exact: goal is null);
            if (printed.Count > 0) CheckValues(context, log, goal, claim, Own(context, key[..part], printed));
        }
    }

    /// <summary>An indicator with the table that it stands in.</summary>
    private readonly record struct Printed(Evaluation Table, Indicator Indicator);

    private static void CheckUnits(CheckContext context, RuleLog log, Claim target, Claim actual)
    {
        if (target.Unit.Length == 0 || actual.Unit.Length == 0) return;
        if (!Measures.AreDifferent(target.Unit, actual.Unit))
        {
            log.Pass(Units);
            return;
        }

        log.Fail((context.Mark(Units, Severity.Warning, actual.Span) with { Stated = actual.Value.ToString(), Expected = actual.Value + target.Unit })
            .With("target", target.Value.ToString()!).With("unit", target.Unit).With("otherUnit", actual.Unit));
    }

    private static Dictionary<string, List<Printed>> Index(CheckContext context)
    {
        var indicators = new Dictionary<string, List<Printed>>(IndicatorReadings.Of(context).Count);
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            foreach (Indicator indicator in evaluation.Indicators)
            {
                string name = Names.Squeeze(indicator.PlainName);
                if (name.Length < ShortestName) continue;
                ref List<Printed>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(indicators, name, out bool known);
                if (known) same!.Add(new Printed(evaluation, indicator));
                else same = new List<Printed>(1) { new(evaluation, indicator) };
            }
        }

        return indicators;
    }

    // The text may put words of its own before or after the name that the table prints.
    private static List<Printed> Find(Dictionary<string, List<Printed>> indicators, ReadOnlySpan<char> said, bool exact)
    {
        string name = Names.Squeeze(said);
        if (indicators.TryGetValue(name, out List<Printed>? same)) return same;
        Dictionary<string, List<Printed>>.AlternateLookup<ReadOnlySpan<char>> byName = indicators.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int from = 0; !exact && from < name.Length; from++)
        {
            for (int length = name.Length - from; length >= ShortestName; length--)
            {
                if (byName.TryGetValue(name.AsSpan(from, length), out same)) return same;
            }
        }

        return [];
    }

    // Of indicators of one name in several tables, that of the table which the text speaks of.
    private static List<Printed> Own(CheckContext context, string scope, List<Printed> printed)
    {
        if (printed.Count == 1) return printed;
        Evaluation? table = ProjectMatching.TableOf(context, scope);
        List<Printed> own = printed.FindAll(p => table is null ? p.Table.Scope == EvaluationScope.Department && !scope.Contains("/project/", StringComparison.Ordinal) : ReferenceEquals(p.Table, table));
        return own.Count > 0 ? own : printed;
    }

    private static void CheckValues(CheckContext context, RuleLog log, Claim? target, Claim actual, List<Printed> printed)
    {
        Indicator first = printed[0].Indicator;
        bool targetAgrees = target is null || printed.Exists(p => Agree(context, target, p.Indicator.Target));
        if (targetAgrees && printed.Exists(p => Agree(context, actual, p.Indicator.Actual)))
        {
            log.Pass(Values);
            return;
        }

        (Claim stated, Field? field) = targetAgrees ? (actual, first.Actual) : (target!, first.Target);
        log.Fail((context.Mark(Values, Severity.Error, stated.ValueSpan) with { Stated = stated.Value.ToString(), Expected = field?.Text })
            .With("name", first.PlainName).With("what", targetAgrees ? "完成值" : "目标值").With("whatEn", targetAgrees ? "outcome" : "target").Because(context.EvidenceAt(first.Span, new Text("自评表", "the evaluation table")))
            .ShowingEqual("", stated.Unit, stated.As(new Text("文字", "the text"), context), Showing.Exact(new Text("自评表", "the evaluation table"), IndicatorValue.Read(field)!.Value.Figure!.Value.Value, field!.Span)));
    }

    // What is counted is exact; only a figure with fewer decimals stands for one with more. A cell without a single figure, and money in another unit,
    // contradict nothing.
    private static bool Agree(CheckContext context, Claim claim, Field? field)
    {
        if (claim.Value is not { } stated || claim.Approximate || IndicatorValue.Read(field) is not { Figure: { } figure } value) return true;
        if (stated.Value == figure.Value || (value.IsMoney && value.Unit != claim.Unit)) return true;
        return stated.Decimals != figure.Decimals && context.IntervalOf(stated).Overlaps(context.IntervalOf(figure));
    }
}
