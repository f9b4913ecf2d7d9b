namespace Mingzhang.Publishing.Excel;

/// <summary>
/// How many pages a sheet is printed on, one page wide. A few rows on a last page of their own are fitted onto the page before by printing the sheet smaller;
/// otherwise it takes the pages that it takes.
/// </summary>
internal static class PrintedPages
{
    /// <summary>As many pages as its height needs.</summary>
    public const int Automatic = 0;

    /// <summary>Margins of the page in inches.</summary>
    public const double SideMargin = 0.7, EndMargin = 0.8;

    // A4 in points.
    private const double Short = 595.3, Long = 841.9, Inch = 72;

    // How much of a page the rows may be that are fitted onto the page before: it is printed up to a quarter smaller at most.
    private const double FewRows = 0.3;

    // A column's width is in characters of 7 pixels, with 5 pixels beside them.
    private const double CharacterWidth = 5.25, CellPadding = 3.75;

    /// <summary>The number of pages to fit the sheet onto.</summary>
    /// <param name="heights">Heights of the rows in points.</param>
    /// <param name="widths">Widths of the columns in characters.</param>
    /// <param name="repeated">The first and last row of the head that every page repeats; none if the last is 0.</param>
    /// <param name="across">Landscape.</param>
    public static int Of(IReadOnlyList<double> heights, IReadOnlyList<double> widths, (int First, int Last) repeated, bool across)
    {
        double width = widths.Sum(w => (w * CharacterWidth) + CellPadding), room = (across ? Long : Short) - (2 * SideMargin * Inch);
        double scale = Math.Min(1, room / Math.Max(1, width));
        double page = ((across ? Short : Long) - (2 * EndMargin * Inch)) / scale;
        double head = repeated.Last > 0 ? heights.Skip(repeated.First - 1).Take(repeated.Last - repeated.First + 1).Sum() : 0;
        if (head > page / 2) return Automatic;
        int pages = 1;
        double used = 0;
        foreach (double height in heights)
        {
            if (used + height > page)
            {
                pages++;
                used = head;
            }

            used += height;
        }

        return pages > 1 && used - head <= page * FewRows ? pages - 1 : Automatic;
    }
}
