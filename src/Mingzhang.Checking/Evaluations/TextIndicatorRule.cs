using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// Sentences of 十三 of the form 某指标年初目标值 X，实际完成 Y: both in one unit, and as the table has them where it has an indicator of that name.
/// </summary>
public sealed class TextIndicatorRule : IRule
{
    private const string Units = "evaluation.text-indicator-units";
    private const string Values = "evaluation.text-indicator";
    private const string Goal = "目标值";
    private const int ShortestName = 4;
    private static readonly SearchValues<char> ClauseStarts = SearchValues.Create("；。;，,“：:");
    private const int LongestClause = 48;
    private const int LongestSentence = 200;
    private static readonly string[] OutcomeWords = ["实际完成值", "实际完成", "完成值", "实际"];

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
        if (context.SectionOf("explanations.performance") is not { } section) return;
        Dictionary<string, List<Indicator>> indicators = [];
        bool indexed = false;
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            for (int at = text.IndexOf(Goal, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Goal, at + Goal.Length, StringComparison.Ordinal))
            {
                if (Read(text, at) is not { } pair) continue;
                if (!indexed) Index(context, indicators);
                indexed = true;
                CheckUnits(context, log, line, pair);
                CheckValues(context, log, line, text, at, pair, indicators);
            }
        }
    }

    private readonly record struct Quantity(Printed Value, string Unit, int At, int ValueEnd, int End);

    private readonly record struct Pair(Quantity Target, Quantity Actual, int OutcomeAt);

    private static Pair? Read(string text, int goal)
    {
        ReadOnlySpan<char> rest = text.AsSpan(goal, Math.Min(text.Length - goal, LongestSentence));
        int end = rest.IndexOfAny('；', '。', ';');
        end = goal + (end < 0 ? rest.Length : end);
        int outcome = -1;
        foreach (string word in OutcomeWords)
        {
            outcome = text.IndexOf(word, goal + Goal.Length, end - goal - Goal.Length, StringComparison.Ordinal);
            if (outcome >= 0) break;
        }

        if (outcome < 0) return null;
        return Figure(text, goal + Goal.Length, outcome) is { } target && Figure(text, outcome, end) is { } actual ? new Pair(target, actual, outcome) : null;
    }

    private static Quantity? Figure(string text, int from, int to)
    {
        int at = from;
        while (at < to && !char.IsAsciiDigit(text[at])) at++;
        int end = at;
        while (end < to && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < to && char.IsAsciiDigit(text[end + 1])))) end++;
        if (end > at && at > from && text[at - 1] is '-' or '−' or '－' && !(at - 1 > from && char.IsAsciiDigit(text[at - 2]))) at--;
        if (end == at || !Printed.TryParse(text.AsSpan(at, end - at), out Printed value)) return null;
        int unitAt = end;
        while (unitAt < to && text[unitAt] == ' ') unitAt++;
        string unit = Measures.At(text.AsSpan(unitAt, to - unitAt));
        return new Quantity(value, unit, at, end, unit.Length > 0 ? unitAt + unit.Length : end);
    }

    private static void CheckUnits(CheckContext context, RuleLog log, int line, Pair pair)
    {
        if (pair.Target.Unit.Length == 0 || pair.Actual.Unit.Length == 0) return;
        if (!Measures.AreDifferent(pair.Target.Unit, pair.Actual.Unit))
        {
            log.Pass(Units);
            return;
        }

        log.Fail((context.Mark(Units, Severity.Warning, TextSpan.InLine(line, pair.OutcomeAt, pair.Actual.End - pair.OutcomeAt)) with { Stated = pair.Actual.Value.ToString(), Expected = pair.Actual.Value + pair.Target.Unit })
            .With("target", pair.Target.Value.ToString()).With("unit", pair.Target.Unit).With("otherUnit", pair.Actual.Unit));
    }

    private static void Index(CheckContext context, Dictionary<string, List<Indicator>> indicators)
    {
        indicators.EnsureCapacity(IndicatorReadings.Of(context).Count);
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            foreach (Indicator indicator in evaluation.Indicators)
            {
                string name = Names.Squeeze(indicator.PlainName);
                if (name.Length < ShortestName) continue;
                ref List<Indicator>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(indicators, name, out bool known);
                if (known) same!.Add(indicator);
                else same = new List<Indicator>(1) { indicator };
            }
        }
    }

    // The name stands right before 目标值 (年初目标值, the indicator's name before it).
    private static void CheckValues(CheckContext context, RuleLog log, int line, string text, int goal, Pair pair, Dictionary<string, List<Indicator>> indicators)
    {
        int start = text.AsSpan(0, goal).LastIndexOfAny(ClauseStarts) + 1;
        start = Math.Max(start, goal - LongestClause);
        string clause = Names.Squeeze(text.AsSpan(start, goal - start));
        Dictionary<string, List<Indicator>>.AlternateLookup<ReadOnlySpan<char>> byName = indicators.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int from = 0; from < clause.Length; from++)
        {
            for (int length = clause.Length - from; length >= ShortestName; length--)
            {
                if (!byName.TryGetValue(clause.AsSpan(from, length), out List<Indicator>? same)) continue;
                Test(context, log, line, same, same[0].PlainName, pair);
                return;
            }
        }
    }

    private static void Test(CheckContext context, RuleLog log, int line, List<Indicator> same, string name, Pair pair)
    {
        bool target = false, actual = false;
        foreach (Indicator indicator in same)
        {
            target |= IndicatorValue.Read(indicator.Target)?.Figure is not { } goal || goal.Value == pair.Target.Value.Value;
            actual |= IndicatorValue.Read(indicator.Actual)?.Figure is not { } outcome || outcome.Value == pair.Actual.Value.Value;
        }

        if (target && actual)
        {
            log.Pass(Values);
            return;
        }

        (Quantity stated, Field? field) = target ? (pair.Actual, same[0].Actual) : (pair.Target, same[0].Target);
        log.Fail((context.Mark(Values, Severity.Error, TextSpan.InLine(line, stated.At, stated.ValueEnd - stated.At)) with { Stated = stated.Value.ToString(), Expected = field?.Text })
            .With("name", name).With("what", target ? "完成值" : "目标值").With("whatEn", target ? "outcome" : "target").Because(context.EvidenceAt(same[0].Span, new Text("自评表", "the evaluation table"))));
    }
}
