using System.Globalization;

namespace Mingzhang.Core.Codes;

/// <summary>A fiscal year; in China the calendar year.</summary>
/// <param name="Value">The year, as 2023.</param>
public readonly record struct FiscalYear(int Value) : IComparable<FiscalYear>
{
    /// <summary>The year before.</summary>
    public FiscalYear Previous => new(Value - 1);

    /// <summary>The year after.</summary>
    public FiscalYear Next => new(Value + 1);

    /// <summary>Whether a number can be a fiscal year of a disclosure (1994, the budget law, onwards).</summary>
    public static bool IsPlausible(int year) => year is >= 1994 and <= 2100;

    /// <inheritdoc/>
    public int CompareTo(FiscalYear other) => Value.CompareTo(other.Value);

    /// <summary>Earlier.</summary>
    public static bool operator <(FiscalYear a, FiscalYear b) => a.Value < b.Value;

    /// <summary>Later.</summary>
    public static bool operator >(FiscalYear a, FiscalYear b) => a.Value > b.Value;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(FiscalYear a, FiscalYear b) => a.Value <= b.Value;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(FiscalYear a, FiscalYear b) => a.Value >= b.Value;

    /// <summary>Four digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
