using Mingzhang.Store.Comparisons;

namespace Mingzhang.Web.Comparisons;

/// <summary>What departments say on a line, year by year, as one measure.</summary>
public sealed class Comparison
{
    private readonly Dictionary<(int Department, string Kind, int Year), LineValue> _values;
    private readonly string _kind;
    private readonly LineMeasure _measure;

    /// <summary>Takes the values that were read.</summary>
    /// <param name="values">The values of both kinds and of the years before the first as well, where the measure needs them.</param>
    /// <param name="kind">The kind that is compared.</param>
    /// <param name="measure">What of the line is compared.</param>
    public Comparison(IReadOnlyList<LineValue> values, string kind, LineMeasure measure)
    {
        _values = values.ToDictionary(v => (v.Department, v.Kind, v.Year));
        (_kind, _measure) = (kind, measure);
    }

    /// <summary>The disclosure that a value comes from; null if there is none.</summary>
    public LineValue? Source(int department, int year) => _values.GetValueOrDefault((department, _kind, year));

    /// <summary>The measure of a department in a year.</summary>
    public Measured Of(int department, int year)
    {
        Measured amount = Amount(department, _kind, year);
        if (_measure is LineMeasure.Amount || amount.Value is not { } value) return amount;
        LineValue source = _values[(department, _kind, year)];
        return _measure switch
        {
            LineMeasure.Growth => Against(value, Amount(department, _kind, year - 1), (now, before) => Percent(now - before, before)),
            LineMeasure.Share => Against(value, new Measured(source.Expenditure, WhyMissing.None), Percent),
            LineMeasure.PerHead => source.Staff is > 0 and { } staff ? new Measured(Rounded(value / staff, 4), WhyMissing.None) : Measured.Missing(WhyMissing.NoStaff),
            _ => Against(value, Amount(department, "budget", year), Percent),
        };
    }

    private Measured Amount(int department, string kind, int year) => _values.GetValueOrDefault((department, kind, year)) switch
    {
        null => Measured.Missing(WhyMissing.NotPublished),
        { HasLine: false } => Measured.Missing(WhyMissing.NoLine),
        { Amount: null } => Measured.Missing(WhyMissing.Blank),
        { Amount: var amount } => new Measured(amount, WhyMissing.None),
    };

    private static Measured Against(decimal value, Measured basis, Func<decimal, decimal, decimal> measure) => basis.Value switch
    {
        null => Measured.Missing(WhyMissing.NoBasis),
        0 => Measured.Missing(WhyMissing.ZeroBasis),
        { } against => new Measured(measure(value, against), WhyMissing.None),
    };

    private static decimal Percent(decimal part, decimal whole) => Rounded(100 * part / whole, 1);

    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
