using AngleSharp.Dom;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>Tells tables that lay a page out from tables of facts.</summary>
internal static class WebLayout
{
    private const int LongestCell = 3_000, LongCell = 400, MostBlocks = 40, FewestColumns = 3;

    /// <summary>Whether a table only lays out what is in its cells.</summary>
    internal static bool Is(IElement table)
    {
        int own = 0, nested = 0, columns = 0;
        bool holds = false, around = table.QuerySelector("table") is not null;
        foreach (IElement row in WebElements.Rows(table))
        {
            int cells = 0;
            foreach (IElement cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || !WebElements.IsShown(cell)) continue;
                int all = Length(cell), inner = 0;
                if (around) inner = cell.QuerySelectorAll("table").Where(t => t.ParentElement?.Closest("table") == table).Sum(Length);
                // An article in a cell.
                if (all - inner > LongestCell || (inner == 0 && all > LongCell && cell.QuerySelectorAll("p, div, br").Length > MostBlocks)) return true;
                holds |= inner > 0;
                own += all - inner;
                nested += inner;
                if (all > 0) cells++;
            }

            columns = Math.Max(columns, cells);
        }

        // A table in a cell of a table of facts is text of the cell.
        return holds && (columns < FewestColumns || nested > own);
    }

    private static int Length(IElement element) => element.TextContent.Count(c => !char.IsWhiteSpace(c));
}
