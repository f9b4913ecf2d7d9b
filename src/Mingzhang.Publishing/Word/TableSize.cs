namespace Mingzhang.Publishing.Word;

/// <summary>Sizes that tables are printed in: the largest that lets a form stand on one page.</summary>
/// <param name="Style">What is added to the names of the table styles.</param>
/// <param name="HalfPoints">Size of the characters in half points.</param>
/// <param name="Line">Height of a line in twentieths of a point.</param>
internal sealed record TableSize(string Style, int HalfPoints, int Line)
{
    /// <summary>Usual.</summary>
    public static readonly TableSize Normal = new("", 18, 230);

    /// <summary>For many columns.</summary>
    public static readonly TableSize Dense = new("Dense", 16, 205);

    /// <summary>For a form that would otherwise put a few rows on another page.</summary>
    public static readonly TableSize Tight = new("Tight", 14, 170);

    /// <summary>From large to small.</summary>
    public static readonly IReadOnlyList<TableSize> All = [Normal, Dense, Tight];

    /// <summary>Size of a Chinese character in twentieths of a point.</summary>
    public int Character => HalfPoints * 10;
}
