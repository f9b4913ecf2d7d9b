using Mingzhang.Core.Layout;

namespace Mingzhang.Publishing.Documents;

/// <summary>A place in a row of a table, for formats that list every column of every row.</summary>
/// <param name="Cell">The cell that shows there.</param>
/// <param name="Column">First column.</param>
/// <param name="Span">How many columns.</param>
/// <param name="Begins">Whether the cell begins in this row; otherwise it reaches down from above.</param>
internal readonly record struct GridSlot(GridCell Cell, int Column, int Span, bool Begins);

/// <summary>Goes through a table row by row without leaving out what spans cover.</summary>
internal static class GridSlots
{
    private static readonly GridCell Blank = new("", 0, CellRole.Text);

    /// <summary>The places of every row; together they cover every column once.</summary>
    public static IEnumerable<List<GridSlot>> Of(Grid grid)
    {
        var from = new GridCell?[grid.Columns];
        var left = new int[grid.Columns];
        foreach (GridRow row in grid.Rows)
        {
            var slots = new List<GridSlot>(grid.Columns);
            int next = 0;
            for (int column = 0; column < grid.Columns;)
            {
                while (next < row.Cells.Length && row.Cells[next].Column < column) next++;
                if (left[column] > 0 && from[column] is { } above)
                {
                    slots.Add(new GridSlot(above, column, above.ColumnSpan, Begins: false));
                    column = Cover(above, column);
                }
                else if (next < row.Cells.Length && row.Cells[next].Column == column)
                {
                    GridCell cell = row.Cells[next];
                    slots.Add(new GridSlot(cell, column, cell.ColumnSpan, Begins: true));
                    for (int i = column; i < column + cell.ColumnSpan && i < grid.Columns; i++) (from[i], left[i]) = (cell, cell.RowSpan);
                    column = Cover(cell, column);
                }
                else
                {
                    slots.Add(new GridSlot(Blank, column++, 1, Begins: true));
                }
            }

            yield return slots;
        }

        int Cover(GridCell cell, int column)
        {
            int end = Math.Min(column + cell.ColumnSpan, grid.Columns);
            for (int i = column; i < end; i++) left[i]--;
            return end;
        }
    }
}
