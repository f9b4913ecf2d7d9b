using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Comparisons;

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

    /// <summary>The rows, sorted: the departments that were chosen, or all that have a value.</summary>
    public required IReadOnlyList<CompareRow> Rows { get; init; }

    /// <summary>Departments that have no value to be ranked by.</summary>
    public IReadOnlyList<CompareRow> Unranked { get; init; } = [];

    /// <summary>What may be meant, where what was typed can mean several things.</summary>
    public IReadOnlyList<CompareChoice> Choices { get; init; } = [];

    /// <summary>What could not be understood; null where all was.</summary>
    public Text? Problem { get; init; }

    /// <summary>Rows of a page of the ranking.</summary>
    public const int PageSize = 50;

    /// <summary>Whether all departments of a year are ranked, as none are chosen.</summary>
    public bool IsRanking => Question.Departments.Count == 0;

    /// <summary>A value as it is printed.</summary>
    public string Print(decimal value) => Question.Measure switch
    {
        LineMeasure.Amount => Wan(value),
        LineMeasure.PerHead => value.ToString("N4", CultureInfo.InvariantCulture),
        LineMeasure.Growth => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%",
        _ => value.ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<CompareRow> Shown => IsRanking ? [.. Rows.Skip((Question.Page - 1) * PageSize).Take(PageSize)] : Rows;

    /// <summary>How many pages the ranking has.</summary>
    public int Pages => IsRanking ? (Rows.Count + PageSize - 1) / PageSize : 1;

    /// <summary>The unit of the values.</summary>
    public Text Unit => Question.Measure switch { LineMeasure.Amount => new("万元", "万元"), LineMeasure.PerHead => new("万元/人", "万元 a head"), _ => new("%", "%") };

    /// <summary>What a value was computed from; null where it is the amount itself or there is none.</summary>
    public Text? Working(Measured measured)
    {
        if (Question.Measure is LineMeasure.Amount || measured.Amount is not { } amount) return null;
        string own = Wan(amount);
        if (measured.Basis is not { } basis) return new Text($"金额 {own}", $"amount {own}");
        string against = Question.Measure is LineMeasure.PerHead ? basis.ToString("0.##", CultureInfo.InvariantCulture) : Wan(basis);
        return Question.Measure switch
        {
            LineMeasure.Growth => new($"{own}，上年 {against}", $"{own}, last year {against}"),
            LineMeasure.Share => new($"{own} ÷ {against}", $"{own} ÷ {against}"),
            LineMeasure.PerHead when measured.IsBorrowed => Question.Kind == "budget" ? new($"{own} ÷ {against} 人（决算）", $"{own} ÷ {against} (final accounts)") : new($"{own} ÷ {against} 人（预算）", $"{own} ÷ {against} (budget)"),
            LineMeasure.PerHead => new($"{own} ÷ {against} 人", $"{own} ÷ {against}"),
            _ => new($"{own} ÷ 预算 {against}", $"{own} ÷ budget {against}"),
        };
    }

    /// <summary>How a measure is made, where that does not go without saying; null where it does.</summary>
    public Text? Method => Question.Measure switch
    {
        LineMeasure.Growth => new("增长率 =（本年 − 上年）÷ 上年，两年取同一种公开文件。", "Growth is (this year − last year) ÷ last year, both of the same kind of disclosure."),
        LineMeasure.Share => new("比重 = 本行金额 ÷ 该部门本年支出合计。", "The share is the line's amount ÷ the department's expenditure of the year."),
        LineMeasure.PerHead => new("人均 = 金额 ÷ 在职人员数。人数取自同一份文件；文件没有写的，取自同年的另一份（预算或决算）。多数决算不公开人数，也没有公开预算的，就算不出人均。",
            "Per head is the amount ÷ the staff in office. The staff is that of the same document, else that of the department's other disclosure of the year (budget or final accounts). Most final accounts do not say it; where no budget is published either, there is no value."),
        LineMeasure.Completion => new("决算占预算 = 决算数 ÷ 同年公开的部门预算的同一行；年中调整的预算不在其中。", "Final accounts ÷ the same line of the year's published budget; changes to the budget during the year are not in it."),
        _ => null,
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
    public Text Say(WhyMissing why) => why switch
    {
        WhyMissing.NotPublished => Question.Kind == "budget" ? new("未公开预算", "no budget published") : new("未公开决算", "no final accounts published"),
        WhyMissing.NoLine => new("表式无此栏", "not on its forms"),
        WhyMissing.Blank => new("表中为空", "blank"),
        WhyMissing.NoBasis => Question.Measure switch
        {
            LineMeasure.Growth => new("上年未公开", "last year not published"),
            LineMeasure.Completion => new("预算未公开", "budget not published"),
            _ => new("支出合计未公开", "expenditure not published"),
        },
        WhyMissing.ZeroBasis => Question.Measure switch
        {
            LineMeasure.Growth => new("上年为零", "last year was zero"),
            LineMeasure.Completion => new("预算为零", "the budget was zero"),
            _ => new("支出合计为零", "expenditure is zero"),
        },
        WhyMissing.NoStaff => new("未公开人数", "staff not said"),
        _ => new("", ""),
    };

    private static string Wan(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}

/// <summary>A department's row.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rank">Its place in the ranking; 0 where there is none.</param>
/// <param name="Values">A value for each year.</param>
public sealed record CompareRow(int Department, string Name, int Rank, IReadOnlyList<Measured> Values);

/// <summary>Something that may be meant by what was typed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Question">The comparison with it.</param>
public sealed record CompareChoice(string Name, CompareQuestion Question);
