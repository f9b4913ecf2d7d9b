namespace Mingzhang.Reading.Statements;

/// <summary>
/// Finds lines whose caption is worded differently by their ordinal: where every line of the side that is known prints the ordinal of its place, a line with an
/// unused ordinal and a caption that has most characters in common with the line of that place is that line.
/// </summary>
internal static class OrdinalSupport
{
    private const int LeastKnown = 4;

    internal static void Find(LineCaptions captions, List<PrintedLine> known, int[] found, List<PrintedLine> open, Action<int, PrintedLine> take)
    {
        if (open.Count == 0 || captions.Ordinals == 0) return;
        int agree = 0;
        for (int i = 0; i < known.Count; i++)
        {
            if (found[i] < 0 || found[i] >= captions.Ordinals) continue;
            _ = LineCaptions.Plain(known[i].Caption, out int ordinal);
            if (ordinal != found[i] + 1) return;
            agree++;
        }

        if (agree < LeastKnown) return;
        var used = new HashSet<int>(found);
        foreach (PrintedLine line in open)
        {
            string words = LineCaptions.Plain(line.Caption, out int ordinal);
            if (ordinal < 1 || ordinal > captions.Ordinals || !Similar(words, LineCaptions.Plain(captions.Lines[ordinal - 1].Caption)) || !used.Add(ordinal - 1)) continue;
            take(ordinal - 1, line);
        }
    }

    private static bool Similar(string a, string b)
    {
        int common = a.Distinct().Count(c => b.Contains(c, StringComparison.Ordinal));
        return 3 * common >= 2 * Math.Max(a.Distinct().Count(), b.Distinct().Count());
    }
}
