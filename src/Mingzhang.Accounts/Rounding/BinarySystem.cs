namespace Mingzhang.Accounts.Rounding;

/// <summary>
/// Unknowns that are 0 or 1, each with a start between them, and linear equations that the starts satisfy. Equations of two unknowns are
/// used at once to make them one. What is left goes to <see cref="VertexSearch"/>.
/// </summary>
internal sealed class BinarySystem
{
    private readonly List<double> _starts = [];
    private readonly List<int> _representative = [];
    private readonly List<bool> _opposite = [];
    private readonly List<(List<(int Sign, int Unknown)> Terms, long Sum)> _equations = [];

    internal int Count => _starts.Count;

    /// <summary>A new unknown that starts at a value between 0 and 1.</summary>
    internal int Add(double start)
    {
        _starts.Add(start);
        _representative.Add(Count - 1);
        _opposite.Add(false);
        return Count - 1;
    }

    /// <summary>States that the signed sum of unknowns is a number.</summary>
    internal void Equal(List<(int Sign, int Unknown)> terms, long sum) => _equations.Add((terms, sum));

    /// <summary>Values that satisfy every equation; null if none were found.</summary>
    /// <param name="attempt">Another attempt looks in another order.</param>
    /// <param name="stuck">Unknowns for which there was no whole number.</param>
    internal int[]? Solve(int attempt, out HashSet<int> stuck)
    {
        MergePairs();
        var reduced = new List<(SortedDictionary<int, double> Terms, double Sum)>();
        foreach ((List<(int Sign, int Unknown)> terms, long sum) in _equations)
        {
            (SortedDictionary<int, int> folded, long rest) = Fold(terms, sum);
            if (folded.Count > 0) reduced.Add((new SortedDictionary<int, double>(folded.ToDictionary(t => t.Key, t => (double)t.Value)), rest));
        }

        var search = new VertexSearch([.. _starts], reduced);
        double[] values = search.Run(attempt, out HashSet<int> fractional);
        stuck = [.. Enumerable.Range(0, Count).Where(i => fractional.Contains(Find(i).Root))];
        if (stuck.Count > 0) return null;
        int[] result = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            (int root, bool opposite) = Find(i);
            int value = (int)Math.Round(values[root]);
            result[i] = opposite ? 1 - value : value;
        }

        return _equations.TrueForAll(e => e.Terms.Sum(t => (long)t.Sign * result[t.Unknown]) == e.Sum) ? result : null;
    }

    private void MergePairs()
    {
        bool merged = true;
        while (merged)
        {
            merged = false;
            foreach ((List<(int Sign, int Unknown)> terms, long sum) in _equations)
            {
                (SortedDictionary<int, int> folded, long rest) = Fold(terms, sum);
                if (folded.Count != 2) continue;
                ((int first, int a), (int second, int b)) = (folded.First(), folded.Last());
                if (Math.Abs(a) != 1 || Math.Abs(b) != 1) continue;
                // a + b = 1 makes them opposites, a − b = 0 the same.
                bool opposite = a == b;
                if (rest != (opposite ? a : 0)) continue;
                _representative[second] = first;
                _opposite[second] = opposite;
                merged = true;
            }
        }
    }

    private (SortedDictionary<int, int> Terms, long Sum) Fold(List<(int Sign, int Unknown)> terms, long sum)
    {
        var folded = new SortedDictionary<int, int>();
        foreach ((int sign, int unknown) in terms)
        {
            (int root, bool opposite) = Find(unknown);
            if (opposite) sum -= sign;
            folded[root] = folded.GetValueOrDefault(root) + (opposite ? -sign : sign);
        }

        foreach (int zero in folded.Where(t => t.Value == 0).Select(t => t.Key).ToList()) folded.Remove(zero);
        return (folded, sum);
    }

    private (int Root, bool Opposite) Find(int unknown)
    {
        bool opposite = false;
        while (_representative[unknown] != unknown)
        {
            opposite ^= _opposite[unknown];
            unknown = _representative[unknown];
        }

        return (unknown, opposite);
    }
}
