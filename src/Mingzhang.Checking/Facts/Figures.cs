using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>Figures and units as facts use them.</summary>
internal static class Figures
{
    /// <summary>Larger amounts (in 万元) and finer ones are no figures of a department's disclosure; computing with them could overflow.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const int MostDecimals = 6;

    /// <summary>Whether a figure can be computed with.</summary>
    public static bool IsUsable(Printed figure) => figure.Decimals <= MostDecimals && Math.Abs(figure.Value) < Largest;

    /// <summary>How many of the disclosure's units one of <paramref name="unit"/> is; 1 where the unit is not one of money.</summary>
    public static decimal Scale(string? unit, string disclosureUnit)
    {
        if (string.IsNullOrEmpty(unit) || unit == disclosureUnit) return 1m;
        decimal yuan = Yuan(unit), own = Yuan(disclosureUnit);
        return yuan == 0 || own == 0 ? 1m : yuan / own;
    }

    private static decimal Yuan(string unit) => unit switch
    {
        "元" or "人民币元" => 1m,
        "千元" => 1_000m,
        "万元" or "人民币万元" => 10_000m,
        "百万元" => 1_000_000m,
        "亿元" => 100_000_000m,
        _ => 0m,
    };
}
