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

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("指标得分符合表注的计分规则，且不超过分值", "an indicator's score follows the scoring rule under the table and never exceeds its weight"),
            "自评表备注：正向指标得分=权重*B/A，反向指标得分=权重*A/B，得分不得突破权重总额",
            ("", "指标“{name}”目标值 {target}、完成值 {actual}，分值 {weight}，得分印为 {stated}，按计分规则应为 {expected}。", "Indicator “{name}”: target {target}, actual {actual}, weight {weight}; scored {stated}, the rule gives {expected}."),
            ("above-weight", "指标“{name}”得分 {stated} 超过分值 {weight}。", "Indicator “{name}” is scored {stated}, above its weight of {weight}."),
            ("missed-full", "指标“{name}”目标值 {target}、完成值 {actual}，未达到目标却得满分 {stated}，按计分规则应为 {expected}。", "Indicator “{name}” missed its target ({target}, actual {actual}) and still has the full {stated}; the rule gives {expected}."),
            ("met-less", "指标“{name}”目标值 {target}、完成值 {actual}，已达到目标，得分 {stated} 少于分值 {weight}。", "Indicator “{name}” met its target ({target}, actual {actual}) but is scored {stated} of {weight}."),
            ("reached-low", "定性指标“{name}”达成预期（{target}），得分 {stated} 低于分值 {weight} 的 80%。", "Qualitative indicator “{name}” was reached ({target}) but is scored {stated}, under 80 % of {weight}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            foreach (Indicator indicator in evaluation.Indicators) Check(context, log, indicator);
        }
    }

    private static void Check(CheckContext context, RuleLog log, Indicator indicator)
    {
        if (indicator is not { Weight.Figure: { } weight, Score: { Figure: { } score } })
        {
            log.NotRun(Rule, indicator.Score?.Figure is null ? Reasons.NoScores : Reasons.NoWeights);
            return;
        }

        if (score.Value > weight.Value)
        {
            log.Fail(Mark(context, indicator, Severity.Error, "above-weight"));
            return;
        }

        if (IndicatorValue.Read(indicator.Target) is not { } target || IndicatorValue.Read(indicator.Actual) is not { } actual)
        {
            log.NotRun(Rule, Reasons.NotComparable);
            return;
        }

        if (target.IsText && actual.IsText) CheckQualitative(context, log, indicator, weight.Value, score.Value);
        else if (IndicatorAttainment.Ratio(target, actual) is { } ratio) CheckQuantitative(context, log, indicator, target.Bound, ratio, weight.Value, score);
        else log.NotRun(Rule, Reasons.NotComparable);
    }

    private static void CheckQualitative(CheckContext context, RuleLog log, Indicator indicator, decimal weight, decimal score)
    {
        if (IndicatorAttainment.IsReachedInWords(indicator) != true) log.NotRun(Rule, Reasons.Qualitative);
        else if (score >= weight * LowestOfReached) log.Pass(Rule);
        else log.PassWith(Mark(context, indicator, Severity.Info, "reached-low"));
    }

    private static void CheckQuantitative(CheckContext context, RuleLog log, Indicator indicator, Bound sense, decimal ratio, decimal weight, Printed score)
    {
        Interval printed = context.IntervalOf(score);
        decimal expected = weight * Math.Min(1, ratio);
        if (printed.Contains(expected))
        {
            log.Pass(Rule);
            return;
        }

        // Without a sign the target may be an upper limit (全区性会议 30 次): then the inverse ratio applies as well.
        bool mayBeLimit = sense == Bound.None && IndicatorAttainment.MayBeLimit(indicator);
        if (mayBeLimit && printed.Contains(ratio <= 1 ? weight : weight / ratio))
        {
            log.Pass(Rule);
            return;
        }

        string variant = ratio >= 1 ? "met-less" : score.Value == weight ? "missed-full" : "";
        string right = Figures.Plain(decimal.Round(expected, Math.Max(2, Math.Min(score.Decimals, 4)), MidpointRounding.AwayFromZero));
        log.Fail(Mark(context, indicator, Severity.Warning, variant) with { Expected = right });
    }

    private static Finding Mark(CheckContext context, Indicator indicator, Severity severity, string variant) =>
        context.Mark(Rule, severity, indicator.Span, variant) with
        {
            Stated = indicator.Score!.Text,
            Arguments = ImmutableDictionary<string, string>.Empty
                .Add("name", indicator.PlainName).Add("weight", indicator.Weight!.Text)
                .Add("target", indicator.Target?.Text ?? "").Add("actual", indicator.Actual?.Text ?? ""),
        };
}
