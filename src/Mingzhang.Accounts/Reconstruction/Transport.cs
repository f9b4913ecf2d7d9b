namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Spreads row totals over column totals: only the totals are published, so any table with these margins will do.</summary>
internal static class Transport
{
    /// <summary>
    /// A table whose rows and columns have the totals given, as far as both agree; what one side has more goes to the other's last entry.
    /// Pairs that belong together by nature are filled first, the rest in order.
    /// </summary>
    /// <returns>Row, column and amount, each above zero.</returns>
    public static List<(string Row, string Column, long Amount)> Fill(
        IEnumerable<KeyValuePair<string, long>> rows, IEnumerable<KeyValuePair<string, long>> columns, Func<string, string, bool> belong)
    {
        List<(string Key, long Left)> rowsLeft = [.. rows.Where(r => r.Value > 0).Select(r => (r.Key, r.Value))];
        List<(string Key, long Left)> columnsLeft = [.. columns.Where(c => c.Value > 0).Select(c => (c.Key, c.Value))];
        var cells = new Dictionary<(string Row, string Column), long>();
        for (int r = 0; r < rowsLeft.Count; r++)
        {
            for (int c = 0; c < columnsLeft.Count; c++)
            {
                if (belong(rowsLeft[r].Key, columnsLeft[c].Key)) Put(r, c);
            }
        }

        for (int r = 0, c = 0; r < rowsLeft.Count && c < columnsLeft.Count;)
        {
            Put(r, c);
            if (rowsLeft[r].Left == 0) r++;
            else c++;
        }

        if (columnsLeft.Count > 0)
        {
            foreach ((string row, long left) in rowsLeft.Where(r => r.Left > 0)) Add(row, columnsLeft[^1].Key, left);
        }

        if (rowsLeft.Count > 0)
        {
            foreach ((string column, long left) in columnsLeft.Where(c => c.Left > 0)) Add(rowsLeft[^1].Key, column, left);
        }

        return [.. cells.Select(c => (c.Key.Row, c.Key.Column, c.Value)).OrderBy(c => c.Row, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal)];

        void Put(int r, int c)
        {
            long amount = Math.Min(rowsLeft[r].Left, columnsLeft[c].Left);
            if (amount == 0) return;
            Add(rowsLeft[r].Key, columnsLeft[c].Key, amount);
            rowsLeft[r] = rowsLeft[r] with { Left = rowsLeft[r].Left - amount };
            columnsLeft[c] = columnsLeft[c] with { Left = columnsLeft[c].Left - amount };
        }

        void Add(string row, string column, long amount) => cells[(row, column)] = cells.GetValueOrDefault((row, column)) + amount;
    }
}
