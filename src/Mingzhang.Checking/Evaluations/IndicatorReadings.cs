using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The target and the actual value of an indicator, taken apart; null for a blank cell.</summary>
internal readonly record struct IndicatorReading(IndicatorValue? Target, IndicatorValue? Actual);

/// <summary>The targets and actual values of a disclosure's indicators, each taken apart once.</summary>
internal sealed class IndicatorReadings
{
    private readonly IndicatorReading[] _readings;
    private readonly int[] _starts;

    private IndicatorReadings(ImmutableArray<Evaluation> evaluations)
    {
        _starts = new int[evaluations.Length + 1];
        for (int i = 0; i < evaluations.Length; i++) _starts[i + 1] = _starts[i] + evaluations[i].Indicators.Length;
        _readings = new IndicatorReading[_starts[^1]];
        int at = 0;
        foreach (Evaluation evaluation in evaluations)
        {
            foreach (Indicator indicator in evaluation.Indicators) _readings[at++] = new IndicatorReading(IndicatorValue.Read(indicator.Target), IndicatorValue.Read(indicator.Actual));
        }
    }

    /// <summary>The readings of a disclosure.</summary>
    internal static IndicatorReadings Of(CheckContext context) => context.Derived(static c => new IndicatorReadings(c.Disclosure.Evaluations));

    /// <summary>Number of indicators in all tables.</summary>
    internal int Count => _readings.Length;

    /// <summary>The readings of one table's indicators, in their order, by the table's index.</summary>
    internal ReadOnlySpan<IndicatorReading> this[int evaluation] => _readings.AsSpan(_starts[evaluation].._starts[evaluation + 1]);
}
