namespace Mingzhang.Reading.Statements;

/// <summary>Searches the placements of the rows below a row that add up to it in every column; gives up beyond a number of steps.</summary>
internal sealed class SumSearch
{
    private readonly RelationBoard _board;
    private readonly List<RawRow> _open;
    private readonly string[] _columns;
    private readonly (decimal Low, decimal High)[] _rest;
    private readonly (decimal Low, decimal High)[][] _suffix;
    private readonly int[] _chosen;
    private int _nodes;

    internal SumSearch(RelationBoard board, RawRow parent, List<RawRow> children, List<RawRow> open, int mostNodes)
    {
        (_board, _open, _nodes) = (board, open, mostNodes);
        _columns = [.. parent.Columns];
        _chosen = new int[open.Count];
        Used = [.. open.Select(_ => new HashSet<int>())];
        _rest = new (decimal, decimal)[_columns.Length];
        for (int c = 0; c < _columns.Length; c++)
        {
            (decimal low, decimal high) = board.Range(parent, _columns[c], null, null);
            foreach (RawRow child in children)
            {
                if (child.Candidates.Count > 1) continue;
                var (l, h) = board.Range(child, _columns[c], null, null);
                (low, high) = (low - h, high - l);
            }

            _rest[c] = (low, high);
        }

        // What the rows from an index on can add to a column.
        _suffix = new (decimal, decimal)[open.Count + 1][];
        _suffix[open.Count] = new (decimal, decimal)[_columns.Length];
        for (int i = open.Count - 1; i >= 0; i--)
        {
            _suffix[i] = new (decimal, decimal)[_columns.Length];
            for (int c = 0; c < _columns.Length; c++)
            {
                var (l, h) = board.Range(open[i], _columns[c], null, null);
                _suffix[i][c] = (_suffix[i + 1][c].Low + l, _suffix[i + 1][c].High + h);
            }
        }
    }

    /// <summary>For each open row the indices of its candidates that occur in some solution.</summary>
    internal List<HashSet<int>> Used { get; }

    /// <summary>Runs the search; false if it found nothing or gave up.</summary>
    internal bool Run() => Descend(0, _rest) && Used[0].Count > 0;

    private bool Descend(int index, (decimal Low, decimal High)[] rest)
    {
        if (--_nodes < 0) return false;
        for (int c = 0; c < _columns.Length; c++)
        {
            if (_suffix[index][c].Low > rest[c].High || _suffix[index][c].High < rest[c].Low) return true;
        }

        if (index == _open.Count)
        {
            for (int i = 0; i < _open.Count; i++) Used[i].Add(_chosen[i]);
            return true;
        }

        for (int n = 0; n < _open[index].Candidates.Count; n++)
        {
            _chosen[index] = n;
            var next = new (decimal, decimal)[_columns.Length];
            for (int c = 0; c < _columns.Length; c++)
            {
                var (l, h) = _board.Range(_open[index], _columns[c], _open[index], _open[index].Candidates[n]);
                next[c] = (rest[c].Low - h, rest[c].High - l);
            }

            if (!Descend(index + 1, next)) return false;
        }

        return true;
    }
}
