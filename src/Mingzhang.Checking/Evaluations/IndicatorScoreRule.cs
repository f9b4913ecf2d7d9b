using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// The score of an indicator by the policy printed under the table: ≥X gives weight × B/A, ≤X gives weight × A/B, never above the weight;
/// a qualitative one that is reached gives 100–80 % of the weight.
/// </summary>
public sealed class IndicatorScoreRule : IRule
{
    private const string Rule = "evaluation.indicator-score";
    private const decimal LowestOfReached = 0.8m;
    private const int MostShown = 4;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("指标得分符合表注的计分规则，且不超过分值", "an indicator's score follows the scoring rule under the table and never exceeds its weight"),
            "自评表备注：正向指标得分=权重*B/A，反向指标得分=权重*A/B，得分不得突破权重总额",
            ("", "指标“{name}”目标值 {target}、完成值 {actual}，分值 {weight}，得分印为 {stated}，按计分规则应为 {expected}。", "Indicator “{name}”: target {target}, actual {actual}, weight {weight}; scored {stated}, the rule gives {expected}."),
            ("above-weight", "指标“{name}”得分 {stated} 超过分值 {weight}。", "Indicator “{name}” is scored {stated}, above its weight of {weight}."),
            ("missed-full", "指标“{name}”目标值 {target}、完成值 {actual}，未达到目标却得满分 {stated}，按计分规则应为 {expected}。", "Indicator “{name}” missed its target ({target}, actual {actual}) and still has the full {stated}; the rule gives {expected}."),
            ("rounded", "指标“{name}”目标值 {target}、完成值 {actual}，分值 {weight}，得分印为 {stated}，按印出的完成值为 {expected}，完成值的舍入可以解释。", "Indicator “{name}”: {stated} against {expected} by the printed actual value {actual}, which its rounding explains."),
            ("met-less", "{count} 个指标已达到目标而得分少于分值：{names}（如目标值 {target}、完成值 {actual}，得 {stated}，分值 {weight}）。", "{count} indicators met their targets but are not scored in full: {names} (target {target}, actual {actual}: {stated} of {weight})."),
            ("reached-low", "定性指标“{name}”达成预期（{target}），得分 {stated} 低于分值 {weight} 的 80%。", "Qualitative indicator “{name}” was reached ({target}) but is scored {stated}, under 80 % of {weight}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        IndicatorReadings readings = IndicatorReadings.Of(context);
        List<Indicator> metLess = [];
        for (int table = 0; table < context.Disclosure.Evaluations.Length; table++)
        {
            metLess.Clear();
            ImmutableArray<Indicator> indicators = context.Disclosure.Evaluations[table].Indicators;
            int decimals = MostDecimals(indicators);
            for (int row = 0; row < indicators.Length; row++) Check(context, log, indicators[row], readings[table][row], decimals, metLess);
            if (metLess.Count == 0) continue;
            log.Fail(metLess.Take(MostShown).Aggregate(Mark(context, metLess[0], Severity.Warning, "met-less"), (finding, i) => finding
                    .ShowingAtLeast(new Text("已达到目标，得分不低于分值", "the target is met: the score is all points"), "分", i.Score!.As(Named(i, "得分", "score"), Interval.Point(i.Score!.Figure!.Value.Value)), WeightOf(i))).With("count", Figures.Plain(metLess.Count)).With("names", string.Join('、', metLess.Select(i => i.PlainName)))
                .Because(metLess.Skip(1).Select(i => context.EvidenceAt(i.Span, i.PlainName))));
            log.Failed(Rule, metLess.Count - 1);
        }
    }

    // A table that prints scores as 0.94分 prints no rounded 1分 beside them.
    private static int MostDecimals(ImmutableArray<Indicator> indicators)
    {
        int most = 0;
        foreach (Indicator indicator in indicators) most = Math.Max(most, indicator.Score?.Figure?.Decimals ?? 0);
        return most;
    }

    private static void Check(CheckContext context, RuleLog log, Indicator indicator, in IndicatorReading reading, int decimals, List<Indicator> metLess)
    {
        if (indicator is not { Weight.Figure: { } weight, Score: { Figure: { } score } })
        {
            log.NotRun(Rule, indicator.Score?.Figure is null ? Reasons.NoScores : Reasons.NoWeights);
            return;
        }

        if (score.Value > weight.Value)
        {
            log.Fail(Mark(context, indicator, Severity.Error, "above-weight").ShowingAtMost(new Text("得分不超过分值", "the score is within the points"), "分", indicator.Score.As(Named(indicator, "得分", "score"), Interval.Point(score.Value)), WeightOf(indicator)));
            return;
        }

        if (reading is not { Target: { } target, Actual: { } actual })
        {
            log.NotRun(Rule, Reasons.NotComparable);
            return;
        }

        if (target.IsText && actual.IsText) CheckQualitative(context, log, indicator, weight.Value, score.Value);
        else if (IndicatorAttainment.Ratio(target, actual) is { } ratio) CheckQuantitative(context, log, indicator, target, actual, ratio, weight.Value, score with { Decimals = Math.Max(decimals, score.Decimals) }, metLess);
        else log.NotRun(Rule, Reasons.NotComparable);
    }

    private static void CheckQualitative(CheckContext context, RuleLog log, Indicator indicator, decimal weight, decimal score)
    {
        if (IndicatorAttainment.IsReachedInWords(indicator) != true) log.NotRun(Rule, Reasons.Qualitative);
        else if (score >= weight * LowestOfReached) log.Pass(Rule);
        else
        {
            log.PassWith(Mark(context, indicator, Severity.Info, "reached-low").ShowingPoints(
                new Text("达成预期的得分不低于分值的 80%", "what is reached has 80 % of the points or more"), indicator.Score!.As(Named(indicator, "得分", "score"), Interval.Point(score)), WeightOf(indicator), Showing.Exact(new Text("百分比", "percentage"), LowestOfReached * 100), Showing.Exact(new Text("百分之百", "one hundred percent"), 100), Core.Forms.Comparison.AtLeast));
        }
    }

    private static void CheckQuantitative(CheckContext context, RuleLog log, Indicator indicator, in IndicatorValue target, in IndicatorValue actual, decimal ratio, decimal weight, Printed score, List<Indicator> metLess)
    {
        Interval printed = context.IntervalOf(score);
        decimal expected = weight * Math.Min(1, ratio);
        if (printed.Contains(expected))
        {
            log.Pass(Rule);
            return;
        }

        // Without a sign the target may be an upper limit (全区性会议 30 次): then the inverse ratio applies as well.
        bool mayBeLimit = target.Bound == Bound.None && IndicatorAttainment.MayBeLimit(indicator);
        if (mayBeLimit && printed.Contains(ratio <= 1 ? weight : weight / ratio))
        {
            log.Pass(Rule);
            return;
        }

        if (ratio >= 1)
        {
            metLess.Add(indicator);
            return;
        }

        string right = Figures.Plain(decimal.Round(expected, Math.Max(2, Math.Min(score.Decimals, 4)), MidpointRounding.AwayFromZero));
        if (score.Value != weight && RoundingExplains(context, target, actual, weight, printed))
        {
            log.PassWith(Reckoned(context, Mark(context, indicator, Severity.Rounding, "rounded") with { Expected = right }, indicator, target, actual));
            return;
        }

        log.Fail(Reckoned(context, Mark(context, indicator, Severity.Warning, score.Value == weight ? "missed-full" : "") with { Expected = right }, indicator, target, actual));
    }

    /// <summary>With the score that the printed values make.</summary>
    private static Finding Reckoned(CheckContext context, Finding finding, Indicator indicator, in IndicatorValue target, in IndicatorValue actual)
    {
        bool inverse = target.IsLimit;
        (ComputedFigure goal, ComputedFigure outcome) = (Value(indicator.Target!, target, new Text("目标值", "target")), Value(indicator.Actual!, actual, new Text("完成值", "actual value")));
        Text relation = inverse ? new("得分 = 分值 × 目标值 ÷ 完成值", "score = points × target ÷ actual") : new("得分 = 分值 × 完成值 ÷ 目标值", "score = points × actual ÷ target");
        return finding.ShowingPoints(relation, indicator.Score!.As(Named(indicator, "得分", "score"), context), WeightOf(indicator), inverse ? goal : outcome, inverse ? outcome : goal);

        // A count is exact, and so is what was aimed at.
        ComputedFigure Value(Field field, in IndicatorValue value, Text name) =>
            new(new Place(field.Span), name, field.Text, value.Figure!.Value.Value, ReferenceEquals(field, indicator.Actual) && (value.IsPercent || value.Figure.Value.Decimals > 0) ? context.IntervalOf(value.Figure.Value) : Interval.Point(value.Figure.Value.Value), 1);
    }

    private static ComputedFigure WeightOf(Indicator indicator) => Showing.Exact(Named(indicator, "分值", "points"), indicator.Weight!.Figure!.Value.Value, indicator.Weight.Span);

    private static Text Named(Indicator indicator, string zh, string en) => new($"“{indicator.PlainName}”{zh}", $"{en} of “{indicator.PlainName}”");

    // A count is exact; a percentage or a figure with decimals was rounded.
    private static bool RoundingExplains(CheckContext context, in IndicatorValue target, in IndicatorValue actual, decimal weight, Interval printed)
    {
        Printed outcome = actual.Figure!.Value;
        if (target.IsLimit || (!actual.IsPercent && outcome.Decimals == 0)) return false;
        return Interval.Divide(context.IntervalOf(outcome), Interval.Point(target.Figure!.Value.Value)) is { } ratio && (ratio * weight).Overlaps(printed);
    }

    private static Finding Mark(CheckContext context, Indicator indicator, Severity severity, string variant) =>
        context.Mark(Rule, severity, indicator.Span, variant) with
        {
            Stated = indicator.Score!.Text,
            Arguments = Arguments.Empty
                .With("name", indicator.PlainName).With("weight", indicator.Weight!.Text)
                .With("target", indicator.Target?.Text ?? "").With("actual", indicator.Actual?.Text ?? ""),
        };
}
