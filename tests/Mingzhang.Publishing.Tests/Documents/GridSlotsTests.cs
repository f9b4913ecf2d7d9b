using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Tests.Documents;

public class GridSlotsTests
{
    [Fact]
    public void Every_row_covers_every_column_once_and_cells_reach_down()
    {
        Grid grid = new(
            3,
            0,
            [
                new GridRow([new GridCell("a", 0, CellRole.Text, ColumnSpan: 2, RowSpan: 2), new GridCell("b", 2, CellRole.Text)]),
                new GridRow([new GridCell("c", 2, CellRole.Text, RowSpan: 2)]),
                new GridRow([new GridCell("d", 1, CellRole.Text)]),
            ],
            [1, 1, 1]);
        string[] rows = [.. GridSlots.Of(grid).Select(r => string.Join(' ', r.Select(s => $"{s.Cell.Text}@{s.Column}+{s.Span}{(s.Begins ? "" : "^")}")))];
        Assert.Equal("a@0+2 b@2+1|a@0+2^ c@2+1|@0+1 d@1+1 c@2+1^", string.Join('|', rows));
    }
}
