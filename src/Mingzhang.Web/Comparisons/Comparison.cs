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

    /// <summary>The measure of a department in a year.</summary>
    public Measured Of(int department, int year)
    {
        (decimal? amount, WhyMissing why) = Amount(department, _kind, year);
        if (_measure is LineMeasure.Amount || amount is not { } value) return new Measured(amount, why) { Amount = amount };
        LineValue source = _values[(department, _kind, year)];
        return _measure switch
        {
            LineMeasure.Growth => Against(value, Amount(department, _kind, year - 1).Value, (now, before) => Percent(now - before, before)),
            LineMeasure.Share => Against(value, source.Expenditure, Percent),
            LineMeasure.PerHead => PerHead(value, source),
            _ => Against(value, Amount(department, "budget", year).Value, Percent),
        };
    }

    // Few final accounts say how many people there are; the budget of the same year does.
    private Measured PerHead(decimal value, LineValue source)
    {
        decimal? other = _values.GetValueOrDefault((source.Department, _kind == "budget" ? "finalAccounts" : "budget", source.Year))?.Staff;
        decimal? staff = source.Staff is > 0 ? source.Staff : other is > 0 ? other : null;
        return new Measured(staff is { } heads ? Rounded(value / heads, 4) : null, staff is null ? WhyMissing.NoStaff : WhyMissing.None) { Amount = value, Basis = staff, IsBorrowed = staff is not null && source.Staff is not > 0 };
    }

    private (decimal? Value, WhyMissing Why) Amount(int department, string kind, int year) => _values.GetValueOrDefault((department, kind, year)) switch
    {
        null => (null, WhyMissing.NotPublished),
        { HasLine: false } => (null, WhyMissing.NoLine),
        { Amount: null } => (null, WhyMissing.Blank),
        { Amount: var amount } => (amount, WhyMissing.None),
    };

    private static Measured Against(decimal value, decimal? basis, Func<decimal, decimal, decimal> measure) =>
        new(basis is { } against and not 0 ? measure(value, against) : null, basis switch { null => WhyMissing.NoBasis, 0 => WhyMissing.ZeroBasis, _ => WhyMissing.None }) { Amount = value, Basis = basis };

    private static decimal Percent(decimal part, decimal whole) => Rounded(100 * part / whole, 1);

    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
