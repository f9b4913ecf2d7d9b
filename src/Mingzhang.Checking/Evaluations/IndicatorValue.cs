using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>A target or an actual value of an indicator, taken apart.</summary>
/// <param name="Bound">The sign printed with it: ≥, ≤.</param>
/// <param name="Figure">Its figure; null for a text (<c>提升</c>) or several figures (<c>20批、10人</c>).</param>
/// <param name="Unit">What follows the figure; empty if nothing.</param>
/// <param name="IsText">It has no figure at all.</param>
internal readonly record struct IndicatorValue(Bound Bound, Printed? Figure, string Unit, bool IsText)
{
    /// <summary>Whether less is better: ≤X.</summary>
    internal bool IsLimit => Bound is Bound.AtMost or Bound.LessThan;

    /// <summary>Whether the figure is a percentage.</summary>
    internal bool IsPercent => Unit.StartsWith('%');

    /// <summary>Whether the figure is an amount of money.</summary>
    internal bool IsMoney => Unit.Contains('元');

    /// <summary>Takes a printed value apart; null for a blank cell.</summary>
    internal static IndicatorValue? Read(Field? field)
    {
        if (field is null || field.Text.AsSpan().IsWhiteSpace()) return null;
        if (field is { Figure: { } figure, Bound: { } bound }) return new IndicatorValue(bound, figure, field.Unit, false);
        return Quantity.TryParse(field.Text, out Quantity quantity)
            ? new IndicatorValue(quantity.Bound, quantity.Figure, quantity.Unit, false)
            : new IndicatorValue(Bound.None, null, "", !field.Text.AsSpan().ContainsAnyInRange('0', '9'));
    }

    /// <summary>Whether two values are of one kind, so that a quotient of them means something. A missing unit takes the other's.</summary>
    internal static bool Comparable(in IndicatorValue target, in IndicatorValue actual) =>
        target.Unit == actual.Unit
        || (target.Unit.Length == 0 && !actual.IsPercent)
        || actual.Unit.Length == 0
        || (target.Unit.Length > 0 && actual.Unit.StartsWith(target.Unit, StringComparison.Ordinal))
        || (actual.Unit.Length > 0 && target.Unit.StartsWith(actual.Unit, StringComparison.Ordinal));

    /// <summary>Whether the units exclude each other: one is a percentage and the other is not, or both are different counters.</summary>
    internal static bool Contradictory(in IndicatorValue target, in IndicatorValue actual) =>
        target.Figure is not null && actual.Figure is not null && target.Unit.Length > 0 && actual.Unit.Length > 0 && !Comparable(target, actual)
        && (target.IsPercent != actual.IsPercent || Measures.AreDifferent(target.Unit, actual.Unit));
}
