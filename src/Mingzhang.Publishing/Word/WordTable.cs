using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Word;

/// <summary>A table: the head repeated on every page, rows that do not split, cells merged as laid out.</summary>
internal static class WordTable
{
    /// <summary>The table.</summary>
    /// <param name="grid">What to show.</param>
    /// <param name="width">Its width in twentieths of a point.</param>
    /// <param name="heights">The heights of its rows, and what it is printed in.</param>
    /// <param name="caption">What it is, for people who cannot see it.</param>
    public static Table Of(Grid grid, int width, RowHeights heights, string caption)
    {
        int[] widths = Widths(grid, width);
        Table table = new(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = grid.HeadRows > 0 ? "0020" : "0000", FirstRow = grid.HeadRows > 0 },
                new TableCaption { Val = XmlText.Clean(caption) }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        int row = 0;
        foreach (List<GridSlot> slots in GridSlots.Of(grid))
        {
            TableRowProperties properties = new(new CantSplit(), new TableRowHeight { Val = (uint)heights.Rows[row], HeightType = HeightRuleValues.AtLeast });
            if (row++ < grid.HeadRows) properties.Append(new TableHeader());
            TableRow line = new(properties);
            foreach (GridSlot slot in slots) line.Append(Cell(slot, widths, heights.Size));
            table.Append(line);
        }

        return table;
    }

    private static TableCell Cell(GridSlot slot, int[] widths, TableSize size)
    {
        TableCellProperties properties = new(new TableCellWidth { Width = Text(widths.AsSpan(slot.Column, slot.Span).ToArray().Sum()), Type = TableWidthUnitValues.Dxa });
        if (slot.Span > 1) properties.Append(new GridSpan { Val = slot.Span });
        if (slot.Cell.RowSpan > 1) properties.Append(new VerticalMerge { Val = slot.Begins ? MergedCellValues.Restart : MergedCellValues.Continue });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Content(slot, size));
    }

    private static Paragraph Content(GridSlot slot, TableSize size)
    {
        GridCell cell = slot.Cell;
        ParagraphProperties properties = new(new ParagraphStyleId
        {
            Val = cell.Role switch { CellRole.Head => WordStyles.TableHead, CellRole.Mark => WordStyles.TableMark, CellRole.Figure => WordStyles.TableFigure, _ => WordStyles.TableText } + size.Style,
        });
        if (cell.Indent > 0) properties.Append(new Indentation { Left = Text(cell.Indent * WordStyles.CellIndent), FirstLine = "0", FirstLineChars = 0 });
        Paragraph paragraph = new(properties);
        if (!slot.Begins || cell.Text.Length == 0) return paragraph;
        Run run = new();
        if (cell.Strong) run.Append(new RunProperties(new Bold()));
        run.Append(new Text(XmlText.Clean(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
        paragraph.Append(run);
        return paragraph;
    }

    /// <summary>Relative widths as twentieths of a point that add up to the width.</summary>
    private static int[] Widths(Grid grid, int width)
    {
        int whole = Math.Max(1, grid.Widths.Sum()), used = 0, seen = 0;
        var widths = new int[grid.Columns];
        for (int i = 0; i < widths.Length; i++)
        {
            seen += grid.Widths[i];
            widths[i] = (int)((long)width * seen / whole) - used;
            used += widths[i];
        }

        return widths;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
