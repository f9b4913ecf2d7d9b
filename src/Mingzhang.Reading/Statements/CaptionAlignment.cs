namespace Mingzhang.Reading.Statements;

/// <summary>
/// Which lines of a form printed rows are, where a caption can stand for several lines: rows and lines are both in order, so that the longest
/// chain of matches counts. A row is taken for a line only if every longest chain does so.
/// </summary>
internal static class CaptionAlignment
{
    /// <summary>For each row the index of its line; −1 where none is certain.</summary>
    /// <param name="rows">For each row the indices of the lines that its caption can mean, and how much it counts.</param>
    /// <param name="lines">Number of lines.</param>
    internal static int[] Of(List<(IReadOnlyList<int> Lines, int Weight)> rows, int lines)
    {
        int n = rows.Count;
        int[,] before = new int[n + 1, lines + 1], after = new int[n + 2, lines + 2];
        for (int i = 1; i <= n; i++)
        {
            for (int j = 1; j <= lines; j++)
            {
                before[i, j] = Math.Max(before[i - 1, j], before[i, j - 1]);
                if (rows[i - 1].Lines.Contains(j - 1)) before[i, j] = Math.Max(before[i, j], before[i - 1, j - 1] + rows[i - 1].Weight);
            }
        }

        for (int i = n; i >= 1; i--)
        {
            for (int j = lines; j >= 1; j--)
            {
                after[i, j] = Math.Max(after[i + 1, j], after[i, j + 1]);
                if (rows[i - 1].Lines.Contains(j - 1)) after[i, j] = Math.Max(after[i, j], after[i + 1, j + 1] + rows[i - 1].Weight);
            }
        }

        int best = before[n, lines];
        var found = new int[n];
        var used = new HashSet<int>();
        for (int i = 1; i <= n; i++)
        {
            List<int> possible = [.. rows[i - 1].Lines.Where(l => before[i - 1, l] + rows[i - 1].Weight + after[i + 1, l + 2] == best)];
            bool skipped = Enumerable.Range(0, lines + 1).Any(j => before[i - 1, j] + after[i + 1, j + 1] == best);
            found[i - 1] = possible.Count == 1 && !skipped ? possible[0] : -1;
            if (found[i - 1] >= 0) used.Add(found[i - 1]);
        }

        // A row out of order is known where its caption stands for one line only, and no other row is that line.
        for (int i = 0; i < n; i++)
        {
            if (found[i] >= 0 || rows[i].Lines.Count != 1 || used.Contains(rows[i].Lines[0])) continue;
            int line = rows[i].Lines[0];
            if (rows.Count(r => r.Lines.Contains(line)) == 1) found[i] = line;
        }

        return found;
    }
}
