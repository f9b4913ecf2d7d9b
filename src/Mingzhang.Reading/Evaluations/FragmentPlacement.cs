using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Evaluations;

/// <summary>
/// Decides which runs of fragments are the cells of a row where nothing separates cells. The cheapest division in the header's
/// order is taken: joining over a line end is cheap where a cell of that column is full, breaking is cheap within a line,
/// and what a cell holds counts as in tables with cells.
/// </summary>
internal sealed class FragmentPlacement(ImmutableArray<ColumnRole> roles, IndicatorLevels levels)
{
    private const int MaxFragments = 40, MaxCharacters = 600;
    private const double JoinSpace = 2.5, JoinLine = 1.2, JoinInName = 0.2, JoinInValue = 0.35, BreakBlank = 0.6, NotFull = 1.5, FullNameEnd = 1, FullEnd = 0.4, FigureInside = 2, Equal = -4;

    private static readonly IndicatorCosts Costs = new();

    private readonly Dictionary<ColumnRole, double> _widths = [];
    private readonly Dictionary<List<Fragment>, Dictionary<ColumnRole, TableCell>> _certain = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the widths of columns from the rows whose cells end within lines or at line ends without a blank one: they are certain.</summary>
    public void Learn(IEnumerable<List<Fragment>> rows)
    {
        foreach (List<Fragment> row in rows)
        {
            if (Place(row) is not { } cells) continue;
            int[] starts = [.. cells.Values.Select(c => c.Column).Order()];
            if (starts.Any(s => s > 0 && row[s].Before == Gap.Blank)) continue;
            _certain[row] = cells;
            foreach ((ColumnRole role, TableCell cell) in cells) LearnWidth(role, row, cell.Column, NextStart(starts, cell.Column, row.Count));
        }
    }

    /// <summary>The cells of a row by role; null if it has too many fragments.</summary>
    public Dictionary<ColumnRole, TableCell>? Place(List<Fragment> row)
    {
        int n = row.Count, m = roles.Length;
        if (_certain.TryGetValue(row, out Dictionary<ColumnRole, TableCell>? certain)) return certain;
        if (n is 0 or > MaxFragments || row.Sum(f => (long)f.Text.Length) > MaxCharacters) return null;
        CellTraits[,] cells = Traits(row);
        var best = new double[n + 1, m + 1];
        var from = new (int Row, int Column)[n + 1, m + 1];
        for (int j = 0; j <= m; j++)
        {
            for (int i = 0; i <= n; i++)
            {
                if (i == 0 && j == 0) continue;
                (double Cost, int Row, int Column) least = (double.MaxValue / 4, -1, -1);
                if (j > 0) Take(ref least, best[i, j - 1] + Costs.Missing(roles[j - 1]), i, j - 1);
                for (int start = 0; j > 0 && start < i; start++)
                {
                    double cell = Cell(row, cells, start, i, roles[j - 1]);
                    Take(ref least, best[start, j - 1] + cell, start, j - 1);
                    if (j < 2 || roles[j - 1] != ColumnRole.Actual || roles[j - 2] != ColumnRole.Target) continue;
                    for (int target = 0; target < start; target++)
                    {
                        if (cells[target, start].Text == cells[start, i].Text) Take(ref least, best[target, j - 2] + Cell(row, cells, target, start, ColumnRole.Target) + cell + Equal, target, j - 2);
                    }
                }

                best[i, j] = least.Cost;
                from[i, j] = (least.Row, least.Column);
            }
        }

        return Trace(row, cells, from);
    }

    private static int NextStart(int[] starts, int start, int end)
    {
        foreach (int next in starts)
        {
            if (next > start) return next;
        }

        return end;
    }

    private void LearnWidth(ColumnRole role, List<Fragment> row, int start, int end)
    {
        double line = row[start].Width, width = line;
        for (int i = start + 1; i < end; i++)
        {
            line = row[i].Before == Gap.Space ? line + row[i].Width : row[i].Width;
            width = Math.Max(width, line);
        }

        _widths[role] = Math.Max(_widths.GetValueOrDefault(role), width);
    }

    private static void Take(ref (double Cost, int Row, int Column) least, double cost, int row, int column)
    {
        if (cost < least.Cost) least = (cost, row, column);
    }

    private Dictionary<ColumnRole, TableCell> Trace(List<Fragment> row, CellTraits[,] cells, (int Row, int Column)[,] from)
    {
        var placed = new Dictionary<ColumnRole, TableCell>();
        int i = row.Count, j = roles.Length;
        while (i > 0 && j > 0)
        {
            (int start, int column) = from[i, j];
            if (start < 0) break;
            if (j - column == 2)
            {
                int middle = Middle(row, cells, start, i);
                placed[roles[j - 1]] = CellOf(row, cells, middle, i);
                placed[roles[j - 2]] = CellOf(row, cells, start, middle);
            }
            else if (start < i)
            {
                placed[roles[j - 1]] = CellOf(row, cells, start, i);
            }

            (i, j) = (start, column);
        }

        return placed;
    }

    private static int Middle(List<Fragment> row, CellTraits[,] cells, int start, int end)
    {
        for (int middle = start + 1; middle < end; middle++)
        {
            if (cells[start, middle].Text == cells[middle, end].Text) return middle;
        }

        return row.Count;
    }

    private static TableCell CellOf(List<Fragment> row, CellTraits[,] cells, int start, int end) =>
        new(cells[start, end].Text, row[start].Span.To(row[end - 1].Span), start);

    private double Cell(List<Fragment> row, CellTraits[,] cells, int start, int end, ColumnRole role)
    {
        double cost = Costs.Of(cells[start, end], role);
        if (start > 0 && row[start].Before == Gap.Blank) cost += BreakBlank;
        double width = _widths.GetValueOrDefault(role), line = row[start].Width;
        for (int i = start + 1; i < end; i++)
        {
            if (row[i].Before == Gap.Space)
            {
                cost += JoinSpace;
                line += row[i].Width;
                continue;
            }

            cost += row[i].Before == Gap.Line ? JoinLine : role == ColumnRole.Name ? JoinInName : JoinInValue;
            if (line + FirstWidth(row[i].Text) <= width) cost += NotFull;
            line = row[i].Width;
        }

        if (end < row.Count && row[end].Before == Gap.Blank && width > 0 && line >= width) cost += role == ColumnRole.Name ? FullNameEnd : FullEnd;
        for (int i = start; end - start > 1 && i < end; i++)
        {
            if (cells[i, i + 1].Quantity is { } figure && (figure.Bound != Bound.None || figure.Unit == "%")) cost += FigureInside;
        }

        return cost;
    }

    /// <summary>Room that the first character needs with the punctuation that may not begin a line behind it.</summary>
    private static double FirstWidth(string text)
    {
        int at = 1;
        while (at < text.Length && text[at] is '，' or '。' or '、' or '；' or '：' or '”' or '》' or '）') at++;
        return at;
    }

    /// <summary>What every run of fragments could be as one cell.</summary>
    private CellTraits[,] Traits(List<Fragment> row)
    {
        var traits = new CellTraits[row.Count + 1, row.Count + 1];
        for (int start = 0; start < row.Count; start++)
        {
            for (int end = start + 1; end <= row.Count; end++) traits[start, end] = CellTraits.Of(Fragment.Join(row, start, end), levels);
        }

        return traits;
    }
}
