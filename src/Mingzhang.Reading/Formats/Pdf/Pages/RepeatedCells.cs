namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>
/// Leaves out what a page holds a second time: some programs draw a cell that two pages share whole on both, and each page shows its part. On the second the cell begins above the page,
/// where nobody sees it.
/// </summary>
internal static class RepeatedCells
{
    // Places are rounded on each page for itself.
    private const double Near = 3;
    // A page of print has far fewer words than the most; a few beginnings are enough to find how far a cell was moved.
    private const int LeastCharacters = 20, MostWords = 5000, MostBeginnings = 4;

    /// <summary>The pages, each without what the page before it already holds at the same places, moved up beyond the upper edge.</summary>
    internal static List<PdfPage> Without(List<PdfPage> pages) =>
        [.. pages.Select((page, i) => i > 0 && Repeated(pages[i - 1], page) is { Count: > 0 } repeated ? page with { Words = [.. page.Words.Where(w => !repeated.Contains(w))] } : page)];

    private static HashSet<PdfWordBox> Repeated(PdfPage before, PdfPage page)
    {
        if (page.Words.Count > MostWords || before.Words.Count > MostWords) return [];
        ILookup<string, PdfWordBox>? texts = null;
        foreach (PdfWordBox outside in page.Words.Where(w => w.Box.Top < 0).Take(MostBeginnings))
        {
            texts ??= before.Words.ToLookup(w => w.Text);
            foreach (PdfWordBox same in texts[outside.Text].Where(w => SameColumn(w.Box, outside.Box)).Take(MostBeginnings))
            {
                double up = same.Box.Top - outside.Box.Top;
                HashSet<PdfWordBox> repeated = [.. page.Words.Where(w => texts[w.Text].Any(b => SameColumn(b.Box, w.Box) && Math.Abs(b.Box.Top - up - w.Box.Top) < Near))];
                if (repeated.Sum(w => w.Text.Length) >= LeastCharacters) return repeated;
            }
        }

        return [];
    }

    private static bool SameColumn(Box one, Box other) => Math.Abs(one.Left - other.Left) < Near && Math.Abs(one.Right - other.Right) < Near;
}
