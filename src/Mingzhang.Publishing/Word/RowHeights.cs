using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Word;

/// <summary>
/// Heights of table rows in twentieths of a point, so that a form stands on one page with its notes where it can, and short ones have air.
/// </summary>
internal static class RowHeights
{
    private const int DenseColumns = 8;
    private const int Line = 230, DenseLine = 205, Character = 180, DenseCharacter = 160, Margin = 90, LeastAir = 12, MostAir = 150, TitleHeight = 1250, NoteLine = 290;

    /// <summary>Whether a form has so many columns for an upright page that its table is printed smaller.</summary>
    public static bool IsDense(Grid grid, bool across) => !across && grid.HeadRows > 0 && grid.Columns >= DenseColumns;

    /// <summary>Rows of a form: the space that the page leaves is shared among them.</summary>
    public static int[] OnOnePage(StatementBlock block, bool across)
    {
        int width = WordPage.TextWidth(across);
        int notes = block.Statement.Notes.Sum(n => NoteLine * (1 + (Length(n.Text) * Character / 2 / width)));
        int[] needed = Needed(block.Grid, width, IsDense(block.Grid, across));
        int spare = WordPage.TextHeight(across) - TitleHeight - notes - needed.Sum();
        int air = Math.Clamp(spare / Math.Max(1, needed.Length), LeastAir, MostAir);
        return [.. needed.Select(n => n + air)];
    }

    /// <summary>Rows of another table.</summary>
    public static int[] Loose(Grid grid) => [.. Needed(grid, WordPage.TextWidth(across: false), dense: false).Select(n => n + 70)];

    /// <summary>What the longest text of every row needs.</summary>
    private static int[] Needed(Grid grid, int width, bool dense)
    {
        int half = (dense ? DenseCharacter : Character) / 2;
        int whole = Math.Max(1, grid.Widths.Sum());
        var heights = new int[grid.Rows.Length];
        for (int i = 0; i < heights.Length; i++)
        {
            int lines = 1;
            foreach (GridCell cell in grid.Rows[i].Cells.Where(c => c.RowSpan == 1))
            {
                int room = 0;
                for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) room += width * grid.Widths[c] / whole;
                int characters = Math.Max(1, (room - Margin - (cell.Indent * 120)) / half);
                lines = Math.Max(lines, (Length(cell.Text) + characters - 1) / characters);
            }

            heights[i] = lines * (dense ? DenseLine : Line);
        }

        return heights;
    }

    /// <summary>Length in half widths: a Chinese character is two.</summary>
    private static int Length(string text) => text.Sum(c => c > 0xff ? 2 : 1);
}
