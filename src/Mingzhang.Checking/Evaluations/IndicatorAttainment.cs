using System.Buffers;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Whether and how far an indicator reached its target.</summary>
internal static class IndicatorAttainment
{
    // An indicator of these is better when it is lower, or its target may be meant as a limit.
    private static readonly SearchValues<string> LimitWords = SearchValues.Create(
        ["事故", "投诉", "案件", "泄密", "泄露", "纠纷", "违规", "违法", "差错", "成本", "费用", "控制", "时限", "时间", "时长", "天数", "周期", "会议", "发文", "文件数", "能耗", "损失", "死亡", "变动", "结转", "结余", "失误", "超期", "事件", "舆情", "下降"], StringComparison.Ordinal);

    /// <summary>
    /// Actual ÷ target for ≥X and unsigned targets, target ÷ actual for ≤X; at least 1 is reached.
    /// Null where they cannot be divided or are of different kinds.
    /// </summary>
    internal static decimal? Ratio(in IndicatorValue target, in IndicatorValue actual)
    {
        if (target.Figure is not { } goal || actual.Figure is not { } outcome || !IndicatorValue.Comparable(target, actual) || IndicatorValue.Contradictory(target, actual)) return null;
        if (goal.Value < 0 || outcome.Value < 0) return null;
        if (goal.Value == outcome.Value) return 1;
        if (target.IsLimit) return outcome.Value == 0 ? 1 : goal.Value == 0 ? null : goal.Value / outcome.Value;
        return goal.Value == 0 ? null : outcome.Value / goal.Value;
    }

    /// <summary>Whether a target in words was reached: the same words, with 已 or 有效 at most added. Null where it cannot be told.</summary>
    internal static bool? IsReachedInWords(Indicator indicator)
    {
        string target = Names.Squeeze(indicator.Target?.Text), actual = Names.Squeeze(indicator.Actual?.Text);
        if (target.Length == 0 || actual.Length == 0) return null;
        if (actual.Contains('未') || actual.Contains('不') || actual.Contains("部分", StringComparison.Ordinal)) return null;
        return actual.Contains(target, StringComparison.Ordinal) ? true : null;
    }

    /// <summary>Whether the target was reached; null where it cannot be told.</summary>
    internal static bool? IsReached(Indicator indicator)
    {
        if (IndicatorValue.Read(indicator.Target) is not { } target || IndicatorValue.Read(indicator.Actual) is not { } actual) return null;
        if (target.IsText && actual.IsText) return IsReachedInWords(indicator);
        if (Ratio(target, actual) is not { } ratio) return null;
        if (ratio >= 1) return true;
        return target.Bound == Bound.None && MayBeLimit(indicator) ? null : false;
    }

    /// <summary>Whether a target without a sign may be an upper limit by the indicator's name.</summary>
    internal static bool MayBeLimit(Indicator indicator) => indicator.PlainName.AsSpan().ContainsAny(LimitWords);
}
