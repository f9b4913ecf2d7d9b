namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>
/// A table by its drawn lines: the places of all lines make the columns and rows, and places that no line parts are one cell, whose text stands
/// in its first row and column.
/// </summary>
internal sealed class RuledTable : IPageTable
{
    private const double Near = 2.5;
    private const int MostCells = 100_000;

    private readonly double[] _xs, _ys;
    private readonly int[] _cell;
    private readonly Dictionary<int, List<PdfWordBox>> _words = [];

    private RuledTable(double[] xs, double[] ys, int[] cell)
    {
        (_xs, _ys, _cell) = (xs, ys, cell);
        Box = new Box(xs[0], ys[0], xs[^1], ys[^1]);
    }

    /// <inheritdoc/>
    public Box Box { get; }

    /// <summary>The places of its columns' edges.</summary>
    internal IReadOnlyList<double> Edges => _xs;

    /// <summary>A table of lines that hang together; null if they make no table.</summary>
    internal static RuledTable? Of(List<Ruling> lines)
    {
        double[] xs = Places(lines, horizontal: false), ys = Places(lines, horizontal: true);
        if (xs.Length < 2 || ys.Length < 2 || (xs.Length == 2 && ys.Length == 2)) return null;
        int columns = xs.Length - 1, rows = ys.Length - 1;
        if (rows * columns > MostCells) return null;
        int[] cell = [.. Enumerable.Range(0, rows * columns)];
        List<Ruling>[] down = Sorted(lines, xs, horizontal: false), across = Sorted(lines, ys, horizontal: true);
        for (int row = 0; row < rows; row++)
        {
            double middle = (ys[row] + ys[row + 1]) / 2;
            for (int column = 0; column < columns; column++)
            {
                double centre = (xs[column] + xs[column + 1]) / 2;
                int place = (row * columns) + column;
                if (column + 1 < columns && !down[column + 1].Exists(l => l.From <= middle && l.To >= middle)) Union(cell, place, place + 1);
                if (row + 1 < rows && !across[row + 1].Exists(l => l.From <= centre && l.To >= centre)) Union(cell, place, place + columns);
            }
        }

        for (int i = 0; i < cell.Length; i++) cell[i] = Root(cell, i);
        return new RuledTable(xs, ys, cell);
    }

    /// <summary>Takes a word that stands in the table.</summary>
    internal void Add(PdfWordBox word)
    {
        int column = Index(_xs, word.Box.CentreX), row = Index(_ys, word.Box.CentreY);
        int cell = _cell[(row * (_xs.Length - 1)) + column];
        if (!_words.TryGetValue(cell, out List<PdfWordBox>? words)) _words[cell] = words = [];
        words.Add(word);
    }

    /// <summary>The rows; a field for each column, empty where a cell from above or the left covers it.</summary>
    public List<TableRow> Rows()
    {
        int columns = _xs.Length - 1;
        var rows = new List<TableRow>();
        for (int row = 0; row < _ys.Length - 1; row++)
        {
            var fields = new PlacedText[columns];
            bool[] full = new bool[columns];
            bool one = true;
            for (int column = 0; column < columns; column++)
            {
                int place = (row * columns) + column;
                (fields[column], full[column]) = _cell[place] == place && _words.TryGetValue(place, out List<PdfWordBox>? words) ? CellWords.Text(words, _xs[column], WidthOf(place)) : (PlacedText.Empty, false);
                one &= _cell[place] == _cell[row * columns];
            }

            rows.Add(new TableRow(fields, full, one));
        }

        return rows;
    }

    /// <summary>Whether the other table has the same columns, so that one can go on with the other.</summary>
    public bool HasColumnsOf(IPageTable other) =>
        other is RuledTable table && _xs.Length == table._xs.Length && Enumerable.Range(0, _xs.Length).All(i => Math.Abs(_xs[i] - _xs[0] - (table._xs[i] - table._xs[0])) < Near * 2);

    private double WidthOf(int place)
    {
        int columns = _xs.Length - 1, first = place % columns, last = first;
        while (last + 1 < columns && _cell[place - first + last + 1] == place) last++;
        return _xs[last + 1] - _xs[first];
    }

    private static double[] Places(List<Ruling> lines, bool horizontal)
    {
        var places = new List<double>();
        var ends = lines.Where(l => l.IsHorizontal != horizontal);
        List<double> all = [.. lines.Where(l => l.IsHorizontal == horizontal).Select(l => l.At)];
        // The outer edges of an open table are where its other lines end.
        if (ends.Any())
        {
            double from = ends.Min(l => l.From), to = ends.Max(l => l.To);
            if (!all.Exists(a => Math.Abs(a - from) < Near * 2)) all.Add(from);
            if (!all.Exists(a => Math.Abs(a - to) < Near * 2)) all.Add(to);
        }

        all.Sort();
        foreach (double at in all)
        {
            if (places.Count == 0 || at - places[^1] > Near) places.Add(at);
        }

        return [.. places];
    }

    private static List<Ruling>[] Sorted(List<Ruling> lines, double[] places, bool horizontal)
    {
        var sorted = new List<Ruling>[places.Length];
        for (int i = 0; i < sorted.Length; i++) sorted[i] = [];
        foreach (Ruling line in lines.Where(l => l.IsHorizontal == horizontal))
        {
            int at = Array.BinarySearch(places, line.At);
            at = at >= 0 ? at : ~at - 1;
            if (at >= 0 && line.At - places[at] <= Near) sorted[at].Add(line);
            if (at + 1 < places.Length && places[at + 1] - line.At <= Near) sorted[at + 1].Add(line);
        }

        return sorted;
    }

    private static int Index(double[] places, double at)
    {
        int index = Array.BinarySearch(places, at);
        return Math.Clamp(index >= 0 ? index : ~index - 1, 0, places.Length - 2);
    }

    private static int Root(int[] sets, int i)
    {
        while (sets[i] != i) i = sets[i] = sets[sets[i]];
        return i;
    }

    private static void Union(int[] sets, int a, int b)
    {
        int first = Root(sets, a), second = Root(sets, b);
        if (first != second) sets[Math.Max(first, second)] = Math.Min(first, second);
    }
}
