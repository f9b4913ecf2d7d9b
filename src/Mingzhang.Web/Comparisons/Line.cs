using Mingzhang.Core.Findings;
using Mingzhang.Store.Comparisons;

namespace Mingzhang.Web.Comparisons;

/// <summary>A line that departments and years are compared on.</summary>
/// <param name="Key">In addresses: <c>threePublic</c>, <c>2013101</c>, <c>09[1].12</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where its amounts are found.</param>
public sealed record Line(string Key, Text Name, LineSource Source);

/// <summary>What of a line is compared.</summary>
public enum LineMeasure
{
    /// <summary>The amount in 万元.</summary>
    Amount,

    /// <summary>Growth against last year.</summary>
    Growth,

    /// <summary>Share of the year's expenditure.</summary>
    Share,

    /// <summary>万元 for each of the staff in office.</summary>
    PerHead,

    /// <summary>Final accounts against the budget of the same year.</summary>
    Completion,
}

/// <summary>Why there is no value.</summary>
public enum WhyMissing
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>The department has published nothing of the kind for the year.</summary>
    NotPublished,

    /// <summary>The forms of the edition have no such line.</summary>
    NoLine,

    /// <summary>The line is blank or not among the rows.</summary>
    Blank,

    /// <summary>What it is measured against is not published.</summary>
    NoBasis,

    /// <summary>What it is measured against is zero.</summary>
    ZeroBasis,

    /// <summary>The staff is not said.</summary>
    NoStaff,
}

/// <summary>A value, or why there is none.</summary>
/// <param name="Value">In 万元, in percent, or in 万元 a head.</param>
/// <param name="Why">Why there is none.</param>
public readonly record struct Measured(decimal? Value, WhyMissing Why)
{
    /// <summary>The amount of the line itself; null where it is missing.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What it is measured against: last year's amount, the expenditure, the staff, the budget. Null where it is missing or there is nothing of the kind.</summary>
    public decimal? Basis { get; init; }

    /// <summary>Whether the basis is taken from the other disclosure of the year, as these do not give it: the staff of final accounts from the budget.</summary>
    public bool IsBorrowed { get; init; }
}
