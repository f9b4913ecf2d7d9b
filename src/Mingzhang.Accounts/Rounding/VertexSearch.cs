namespace Mingzhang.Accounts.Rounding;

/// <summary>
/// Goes from a point inside a polytope (equations, unknowns between 0 and 1) to one of its corners, unknown by unknown towards the
/// nearer bound. Where the equations are a network, as for a table with one hierarchy and one split, every corner is whole.
/// </summary>
internal sealed class VertexSearch(double[] starts, List<(SortedDictionary<int, double> Terms, double Sum)> equations)
{
    private const double Tolerance = 1e-7;

    private readonly double[] _values = [.. starts];
    private readonly Dictionary<int, Dictionary<int, double>> _rows = [];
    private readonly Dictionary<int, HashSet<int>> _rowsWith = [];

    /// <summary>The corner's values.</summary>
    /// <param name="attempt">Another attempt looks in another order.</param>
    /// <param name="fractional">Unknowns that are not whole there.</param>
    internal double[] Run(int attempt, out HashSet<int> fractional)
    {
        foreach ((SortedDictionary<int, double> terms, _) in equations) Eliminate(terms, attempt);
        IEnumerable<int> free = Enumerable.Range(0, _values.Length).Where(v => !_rows.ContainsKey(v));
        if (attempt > 0) free = free.OrderBy(v => unchecked((uint)((v + 1) * 0x9E3779B1 * (attempt + 1))));
        foreach (int unknown in free.ToList()) MoveToBound(unknown);
        fractional = [.. _rows.Keys.Where(v => !IsWhole(_values[v]))];
        return _values;
    }

    /// <summary>Takes an equation into the solved form: one unknown is expressed by the others and goes out of every other equation.</summary>
    private void Eliminate(SortedDictionary<int, double> terms, int attempt)
    {
        var row = new Dictionary<int, double>(terms);
        foreach (int basic in terms.Keys.Where(_rows.ContainsKey))
        {
            double factor = row[basic];
            row.Remove(basic);
            foreach ((int unknown, double coefficient) in _rows[basic]) Increase(row, unknown, -factor * coefficient);
        }

        if (row.Count == 0) return;
        // A coefficient of one keeps the numbers whole; of those the unknown in the fewest equations keeps them few.
        int pivot = row.OrderBy(t => Math.Abs(Math.Abs(t.Value) - 1) > Tolerance).ThenBy(t => _rowsWith.TryGetValue(t.Key, out HashSet<int>? rows) ? rows.Count : 0)
            .ThenBy(t => unchecked((uint)((t.Key + 1) * 0x9E3779B1 * (uint)(attempt + 1)))).First().Key;
        double by = row[pivot];
        row.Remove(pivot);
        foreach (int unknown in row.Keys.ToList()) row[unknown] /= by;
        foreach (int other in _rowsWith.TryGetValue(pivot, out HashSet<int>? containing) ? containing.ToList() : []) Substitute(other, pivot, row);
        SetRow(pivot, row);
    }

    private void MoveToBound(int unknown)
    {
        if (IsWhole(_values[unknown]))
        {
            Fix(unknown);
            return;
        }

        double direction = _values[unknown] >= 0.5 ? 1 : -1;
        double step = direction > 0 ? 1 - _values[unknown] : _values[unknown];
        int blocking = -1;
        if (_rowsWith.TryGetValue(unknown, out HashSet<int>? rows))
        {
            foreach (int basic in rows.Order())
            {
                double change = -_rows[basic][unknown] * direction;
                double room = (change > 0 ? 1 - _values[basic] : _values[basic]) / Math.Abs(change);
                if (room < step - Tolerance)
                {
                    step = Math.Max(0, room);
                    blocking = basic;
                }
            }

            foreach (int basic in rows) _values[basic] -= _rows[basic][unknown] * direction * step;
        }

        _values[unknown] += direction * step;
        if (blocking >= 0) Swap(unknown, blocking);
        else Fix(unknown);
    }

    /// <summary>The unknown takes the place of one that has reached its bound.</summary>
    private void Swap(int unknown, int blocking)
    {
        Dictionary<int, double> row = _rows[blocking];
        double by = row[unknown];
        RemoveRow(blocking);
        var expressed = new Dictionary<int, double>();
        foreach ((int other, double coefficient) in row)
        {
            if (other != unknown) expressed[other] = coefficient / by;
        }

        // The one that leaves stays at its bound: it is a number from now on and needs no place in the row.
        _values[blocking] = Math.Round(_values[blocking]);
        foreach (int other in _rowsWith.TryGetValue(unknown, out HashSet<int>? rows) ? rows.ToList() : []) Substitute(other, unknown, expressed);
        SetRow(unknown, expressed);
    }

    private void Fix(int unknown)
    {
        _values[unknown] = Math.Round(_values[unknown]);
        if (!_rowsWith.Remove(unknown, out HashSet<int>? rows)) return;
        foreach (int basic in rows) _rows[basic].Remove(unknown);
    }

    /// <summary>Replaces an unknown in the row of another by what it is expressed by.</summary>
    private void Substitute(int basic, int unknown, Dictionary<int, double> by)
    {
        Dictionary<int, double> row = _rows[basic];
        double factor = row[unknown];
        row.Remove(unknown);
        _rowsWith[unknown].Remove(basic);
        foreach ((int other, double coefficient) in by)
        {
            Increase(row, other, -factor * coefficient);
            if (row.ContainsKey(other)) With(other).Add(basic);
            else With(other).Remove(basic);
        }
    }

    private void SetRow(int basic, Dictionary<int, double> row)
    {
        _rows[basic] = row;
        foreach (int unknown in row.Keys) With(unknown).Add(basic);
    }

    private void RemoveRow(int basic)
    {
        foreach (int unknown in _rows[basic].Keys) With(unknown).Remove(basic);
        _rows.Remove(basic);
    }

    private HashSet<int> With(int unknown)
    {
        if (!_rowsWith.TryGetValue(unknown, out HashSet<int>? rows)) _rowsWith.Add(unknown, rows = []);
        return rows;
    }

    private static void Increase(Dictionary<int, double> row, int unknown, double by)
    {
        double value = row.GetValueOrDefault(unknown) + by;
        if (Math.Abs(value) < Tolerance) row.Remove(unknown);
        else row[unknown] = value;
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Tolerance;
}
