using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The targets and actual values of a disclosure's indicators, each taken apart once.</summary>
internal sealed class IndicatorReadings
{
    private readonly Dictionary<Field, IndicatorValue?> _values = new(ReferenceEqualityComparer.Instance);

    private IndicatorReadings(CheckContext context)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            foreach (Indicator indicator in evaluation.Indicators)
            {
                Add(indicator.Target);
                Add(indicator.Actual);
            }
        }

        void Add(Field? field)
        {
            if (field is not null) _values[field] = IndicatorValue.Read(field);
        }
    }

    /// <summary>The readings of a disclosure.</summary>
    internal static IndicatorReadings Of(CheckContext context) => context.Derived(static c => new IndicatorReadings(c));

    /// <summary>A value of one of the indicators; null for a blank cell.</summary>
    internal IndicatorValue? this[Field? field] => field is null ? null : _values.GetValueOrDefault(field);
}
