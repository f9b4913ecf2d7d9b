using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Word;

/// <summary>
/// Heights of table rows in twentieths of a point, so that a form stands on one page with its notes where it can, and short ones have air.
/// </summary>
/// <param name="Rows">The least height of every row.</param>
/// <param name="Size">What the table is printed in.</param>
/// <param name="Fits">Whether the table stands on one page with what is above and below it.</param>
internal sealed record RowHeights(int[] Rows, TableSize Size, bool Fits)
{
    private const int DenseColumns = 8;
    private const int Margin = (WordStyles.CellMargin * 2) + 10, Border = 10, LeastAir = 12, MostAir = 150, UsualAir = 70, EvaluationNotes = 6, TitleHeight = 1250, NoteLine = 290, NoteCharacter = 180;

    /// <summary>Rows of a form: the space that the page leaves is shared among them.</summary>
    /// <param name="block">The form.</param>
    /// <param name="across">Whether the page is a landscape one.</param>
    /// <param name="above">What is taken above its title in twentieths of a point.</param>
    public static RowHeights Of(StatementBlock block, bool across, int above = 0)
    {
        int width = WordPage.TextWidth(across);
        int notes = block.Statement.Notes.Sum(n => NoteLine * (1 + (Length(n.Text) * NoteCharacter / 2 / width)));
        int room = WordPage.TextHeight(across) - TitleHeight - notes - above;
        TableSize[] sizes = [.. TableSize.All.Skip(!across && block.Grid.HeadRows > 0 && block.Grid.Columns >= DenseColumns ? 1 : 0)];
        foreach (TableSize size in sizes)
        {
            int[] needed = Needed(block.Grid, width, size);
            int air = (room - needed.Sum()) / Math.Max(1, needed.Length) - Border;
            if (air >= LeastAir) return new RowHeights([.. needed.Select(n => n + Math.Min(air, MostAir))], size, Fits: true);
        }

        return new RowHeights([.. Needed(block.Grid, width, sizes[0]).Select(n => n + LeastAir)], sizes[0], Fits: false);
    }

    /// <summary>Rows of another table: with air, less of it where a self-evaluation then stands on its page with the notes below it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="above">What is taken above its title in twentieths of a point.</param>
    public static RowHeights Of(TableBlock table, int above)
    {
        int[] needed = Needed(table.Grid, WordPage.TextWidth(across: false), TableSize.Normal);
        int room = WordPage.TextHeight(across: false) - TitleHeight - (EvaluationNotes * NoteLine) - above;
        int air = table.Kind == TableKind.Evaluation ? (room - needed.Sum()) / Math.Max(1, needed.Length) - Border : UsualAir;
        if (air is < LeastAir or > UsualAir) air = UsualAir;
        return new RowHeights([.. needed.Select(n => n + air)], TableSize.Normal, Fits: true);
    }

    /// <summary>What the longest text of every row needs.</summary>
    private static int[] Needed(Grid grid, int width, TableSize size)
    {
        int half = size.Character / 2;
        int whole = Math.Max(1, grid.Widths.Sum());
        var heights = new int[grid.Rows.Length];
        for (int i = 0; i < heights.Length; i++)
        {
            int lines = 1;
            foreach (GridCell cell in grid.Rows[i].Cells.Where(c => c.RowSpan == 1))
            {
                int room = 0;
                for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) room += width * grid.Widths[c] / whole;
                int characters = Math.Max(1, (room - Margin - (cell.Indent * WordStyles.CellIndent)) / half);
                lines = Math.Max(lines, (Length(cell.Text) + characters - 1) / characters);
            }

            heights[i] = lines * size.Line;
        }

        return heights;
    }

    /// <summary>Length in half widths: a Chinese character is two.</summary>
    private static int Length(string text) => text.Sum(c => c > 0xff ? 2 : 1);
}
