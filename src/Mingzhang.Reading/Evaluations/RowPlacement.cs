using System.Collections.Immutable;

namespace Mingzhang.Reading.Evaluations;

/// <summary>
/// Decides which column each cell of a row belongs to. Cells keep their order, but blanks between them are lost or added where
/// cells were merged and tables cut by pages; so the cheapest order-keeping placement is taken, where a cell costs by what it
/// holds (<see cref="CellCosts"/>) and by its distance from the column of the header or of the last row, and a column left out
/// costs by how much a row needs it.
/// </summary>
internal sealed class RowPlacement
{
    private const double Dropped = 12, PerColumn = 0.6, MostForDistance = 1.8;

    private readonly ImmutableArray<HeaderColumn> _columns;
    private readonly CellCosts _costs;
    private readonly IndicatorLevels _levels;
    private readonly int[] _lastColumn;

    /// <summary>Placement under a header.</summary>
    public RowPlacement(ImmutableArray<HeaderColumn> columns, CellCosts costs, IndicatorLevels levels)
    {
        _columns = columns;
        _costs = costs;
        _levels = levels;
        _lastColumn = [.. columns.Select(c => c.Column)];
    }

    /// <summary>The columns in order.</summary>
    public ImmutableArray<HeaderColumn> Columns => _columns;

    /// <summary>Whether the header has a column of a role.</summary>
    public bool Has(ColumnRole role) => _columns.Any(c => c.Role == role && c.Column >= 0);

    /// <summary>Places the cells of a row.</summary>
    /// <param name="cells">The cells that hold something, from the left.</param>
    public PlacedRow Place(List<TableCell> cells)
    {
        int rows = cells.Count, columns = _columns.Length;
        var traits = new CellTraits[rows];
        for (int i = 0; i < rows; i++) traits[i] = CellTraits.Of(cells[i].Text, _levels);
        var best = new double[rows + 1, columns + 1];
        var how = new byte[rows + 1, columns + 1];
        for (int i = 0; i <= rows; i++)
        {
            for (int j = 0; j <= columns; j++)
            {
                if (i == 0 && j == 0) continue;
                double least = double.MaxValue;
                byte step = 0;
                if (j > 0 && best[i, j - 1] + _costs.Missing(_columns[j - 1].Role) is var skip && skip < least) (least, step) = (skip, 1);
                if (i > 0 && best[i - 1, j] + Dropped is var drop && drop < least) (least, step) = (drop, 2);
                if (i > 0 && j > 0)
                {
                    double place = best[i - 1, j - 1] + _costs.Of(traits[i - 1], _columns[j - 1].Role) + Distance(cells[i - 1].Column, j - 1);
                    if (i > 1 && j > 1 && how[i - 1, j - 1] == 3) place += _costs.Together(traits[i - 2], _columns[j - 2].Role, traits[i - 1], _columns[j - 1].Role);
                    if (place <= least) (least, step) = (place, 3);
                }

                best[i, j] = least;
                how[i, j] = step;
            }
        }

        return Trace(cells, how);
    }

    private PlacedRow Trace(List<TableCell> cells, byte[,] how)
    {
        var placed = new PlacedRow(_columns);
        int i = cells.Count, j = _columns.Length;
        bool byHeader = true, byLast = true;
        while (i > 0 || j > 0)
        {
            switch (how[i, j])
            {
                case 1:
                    j--;
                    break;
                case 2:
                    placed.Dropped.Insert(0, cells[--i]);
                    byHeader = byLast = false;
                    break;
                default:
                    i--;
                    j--;
                    placed.Set(j, cells[i]);
                    byHeader &= _columns[j].Column == cells[i].Column;
                    byLast &= _lastColumn[j] == cells[i].Column;
                    break;
            }
        }

        placed.Aligned = byHeader || byLast;
        for (int column = 0; column < _columns.Length; column++)
        {
            if (placed.At(column) is { } cell) _lastColumn[column] = cell.Column;
        }

        return placed;
    }

    private double Distance(int column, int at)
    {
        int header = _columns[at].Column, last = _lastColumn[at];
        if (header < 0 && last < 0) return 0;
        int distance = Math.Min(header < 0 ? int.MaxValue : Math.Abs(column - header), last < 0 ? int.MaxValue : Math.Abs(column - last));
        return Math.Min(distance * PerColumn, MostForDistance);
    }
}

/// <summary>A row whose cells have their columns.</summary>
internal sealed class PlacedRow(ImmutableArray<HeaderColumn> columns)
{
    private readonly TableCell?[] _cells = new TableCell?[columns.Length];

    /// <summary>Cells that fit no column.</summary>
    public List<TableCell> Dropped { get; } = [];

    /// <summary>Whether every cell stands in the column of the header or of the row before.</summary>
    public bool Aligned { get; set; }

    /// <summary>The cell of a role; null if the row has none.</summary>
    public TableCell? this[ColumnRole role]
    {
        get
        {
            for (int i = 0; i < columns.Length; i++)
            {
                if (columns[i].Role == role && _cells[i] is { } cell) return cell;
            }

            return null;
        }
    }

    /// <summary>The cell at an index of the header's columns.</summary>
    public TableCell? At(int column) => _cells[column];

    internal void Set(int column, TableCell cell) => _cells[column] = cell;
}
