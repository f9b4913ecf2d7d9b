using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Comparisons;
using Mingzhang.Store.Search;

namespace Mingzhang.Web.Comparisons;

/// <summary>What the page of a comparison shows.</summary>
public sealed record CompareModel
{
    /// <summary>What was asked for.</summary>
    public required CompareQuestion Question { get; init; }

    /// <summary>The line.</summary>
    public required Line Line { get; init; }

    /// <summary>The years that there are, the newest first.</summary>
    public required IReadOnlyList<int> AllYears { get; init; }

    /// <summary>The years shown, the oldest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The rows, sorted.</summary>
    public required IReadOnlyList<CompareRow> Rows { get; init; }

    /// <summary>How many departments the ranking has that have a value.</summary>
    public int Ranked { get; init; }

    /// <summary>Those that have none, by the reason.</summary>
    public IReadOnlyList<(WhyMissing Why, int Count)> Unranked { get; init; } = [];

    /// <summary>Departments whose names hold what was typed, where it is not the name of one.</summary>
    public IReadOnlyList<SearchHit> Candidates { get; init; } = [];

    /// <summary>What could not be understood; null where all was.</summary>
    public Text? Problem { get; init; }

    /// <summary>Rows of a page of the ranking.</summary>
    public const int PageSize = 50;

    /// <summary>Whether all departments of a year are ranked, as none are chosen.</summary>
    public bool IsRanking => Question.Departments.Count == 0;

    /// <summary>A value as it is printed.</summary>
    public string Print(decimal value) => Question.Measure switch
    {
        LineMeasure.Amount => value.ToString("N2", CultureInfo.InvariantCulture),
        LineMeasure.PerHead => value.ToString("N4", CultureInfo.InvariantCulture),
        LineMeasure.Growth => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%",
        _ => value.ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>What a measure is called.</summary>
    public static Text NameOf(LineMeasure measure) => measure switch
    {
        LineMeasure.Amount => new("金额（万元）", "Amount (万元)"),
        LineMeasure.Growth => new("比上年增长（%）", "Growth on last year (%)"),
        LineMeasure.Share => new("占本年支出比重（%）", "Share of expenditure (%)"),
        LineMeasure.PerHead => new("人均（万元/人）", "Per head (万元)"),
        _ => new("决算占当年预算（%）", "Final accounts in % of budget"),
    };

    /// <summary>Why a value is missing, in few words.</summary>
    public static Text Say(WhyMissing why) => why switch
    {
        WhyMissing.NotPublished => new("未公开", "not published"),
        WhyMissing.NoLine => new("表式无此栏", "not on its forms"),
        WhyMissing.Blank => new("表中为空", "blank"),
        WhyMissing.NoBasis => new("对比数未公开", "nothing to compare with"),
        WhyMissing.ZeroBasis => new("对比数为零", "compared with zero"),
        WhyMissing.NoStaff => new("未公开人数", "staff not said"),
        _ => new("", ""),
    };
}

/// <summary>A department's row.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rank">Its place in the ranking; 0 where there is none.</param>
/// <param name="Values">A value for each year.</param>
public sealed record CompareRow(int Department, string Name, int Rank, IReadOnlyList<Measured> Values);
