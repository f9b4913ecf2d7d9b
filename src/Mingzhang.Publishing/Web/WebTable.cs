using System.Globalization;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Html;

namespace Mingzhang.Publishing.Web;

/// <summary>Rows of a table: heads with their scope, figures with the address of their cell as id.</summary>
internal static class WebTable
{
    /// <summary>Writes the head and the body.</summary>
    public static void Write(HtmlWriter html, Grid grid)
    {
        for (int i = 0; i < grid.Rows.Length; i++)
        {
            if (i == 0 && grid.HeadRows > 0) html.Raw("<thead>\n");
            if (i == grid.HeadRows) html.Raw("<tbody>\n");
            html.Start("tr");
            bool named = false;
            foreach (GridCell cell in grid.Rows[i].Cells)
            {
                bool names = !named && i >= grid.HeadRows && grid.HeadRows > 0 && cell is { Role: CellRole.Text, Text.Length: > 0 } && !char.IsAsciiDigit(cell.Text[0]);
                named |= names;
                Cell(html, cell, grid, names);
            }

            html.Raw("</tr>\n");
            if (i == grid.HeadRows - 1) html.Raw("</thead>\n");
        }

        if (grid.Rows.Length > grid.HeadRows) html.Raw("</tbody>\n");
    }

    private static void Cell(HtmlWriter html, GridCell cell, Grid grid, bool names)
    {
        bool head = (cell.Role == CellRole.Head || names) && cell.Text.Length > 0;
        string? scope = !head ? null : names || (grid.HeadRows == 0 && (cell.Column == 0 || cell.RowSpan > 1)) ? "row" : cell.ColumnSpan > 1 && grid.HeadRows > 0 ? "colgroup" : "col";
        string kind = names ? "row" : cell.Role switch { CellRole.Figure => "figure", CellRole.Mark => "mark", _ => "" };
        if (cell.Strong) kind += " strong";
        if (cell.Indent > 0) kind += cell.Indent == 1 ? " in1" : " in2";
        string element = head ? "th" : "td";
        html.Start(
            element,
            ("id", cell.Address is { } address ? Anchors.Of(address) : null),
            ("class", kind.Length == 0 ? null : kind.TrimStart()),
            ("scope", scope),
            ("colspan", Span(cell.ColumnSpan)),
            ("rowspan", Span(cell.RowSpan)));
        html.Text(cell.Text);
        html.End(element);
    }

    private static string? Span(int span) => span > 1 ? span.ToString(CultureInfo.InvariantCulture) : null;
}
