using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Explanations;

/// <summary>The score of a quantitative indicator: weight × result ÷ target, for an upper limit weight × target ÷ result, never above the weight (domain §4).</summary>
internal static class IndicatorScore
{
    /// <summary>Points with at most two decimals; null where target and result are not two figures of one kind.</summary>
    internal static decimal? Of(FilledIndicator indicator)
    {
        if (!Quantity.TryParse(indicator.Target, out Quantity target) || !Quantity.TryParse(indicator.Actual, out Quantity actual)) return null;
        if (target.Unit != actual.Unit && target.Unit.Length > 0 && actual.Unit.Length > 0) return null;
        decimal goal = target.Figure.Value, outcome = actual.Figure.Value;
        if (goal < 0 || outcome < 0) return null;
        if (goal == outcome) return indicator.Weight;
        bool limit = target.Bound is Bound.AtMost or Bound.LessThan;
        decimal dividend = limit ? goal : outcome, divisor = limit ? outcome : goal;
        if (divisor == 0) return limit ? indicator.Weight : null;
        return decimal.Round(indicator.Weight * Math.Min(1, dividend / divisor), 2, MidpointRounding.AwayFromZero);
    }
}
