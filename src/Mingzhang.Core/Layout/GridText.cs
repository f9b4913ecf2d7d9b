using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Layout;

/// <summary>A table as lines of text: one line a row, one tab-separated field a column; fields covered by a span are empty.</summary>
public static class GridText
{
    /// <summary>The lines of a table, without places.</summary>
    public static ImmutableArray<string> Lines(Grid grid) => [.. Write(grid, 1).Lines];

    /// <summary>The lines of a table that begins on a line of a document, with the place of every cell that is not blank.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="firstLine">The line (1-based) that its first row will be.</param>
    public static TextTable Write(Grid grid, int firstLine)
    {
        var lines = ImmutableArray.CreateBuilder<string>(grid.Rows.Length);
        var places = ImmutableArray.CreateBuilder<CellPlace>();
        var text = new StringBuilder();
        foreach (GridRow row in grid.Rows)
        {
            text.Clear();
            int column = 0;
            foreach (GridCell cell in row.Cells)
            {
                while (column < cell.Column)
                {
                    text.Append('\t');
                    column++;
                }

                string words = OneLine(cell.Text);
                if (words.Length > 0) places.Add(new CellPlace(cell, TextSpan.InLine(firstLine + lines.Count, text.Length, words.Length)));
                text.Append(words);
            }

            while (++column < grid.Columns) text.Append('\t');
            lines.Add(text.ToString());
        }

        return new TextTable(lines.ToImmutable(), places.ToImmutable());
    }

    /// <summary>A cell's text without what would begin another cell or line.</summary>
    private static string OneLine(string text)
    {
        string trimmed = text.Trim();
        return trimmed.AsSpan().IndexOfAny("\t\r\n\f") < 0 ? trimmed : string.Join(' ', trimmed.Split(['\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>A table as text.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Places">The cells that are not blank, in reading order.</param>
public sealed record TextTable(ImmutableArray<string> Lines, ImmutableArray<CellPlace> Places);

/// <summary>Where a cell stands in the text.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Span">Where.</param>
public sealed record CellPlace(GridCell Cell, TextSpan Span);
