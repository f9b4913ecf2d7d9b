namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Finds the ruled tables of a page: lines that cross or meet belong together.</summary>
internal static class TableFinder
{
    private const double Same = 1.2, Gap = 4, Reach = 3;
    private const int MostLines = 2_000;

    private static readonly Comparer<Ruling> ByStart = Comparer<Ruling>.Create(static (a, b) => a.From.CompareTo(b.From));

    /// <summary>The tables from top to bottom, with the page's words in them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="outside">Takes the words outside of tables.</param>
    /// <param name="textHeight">The height of the document's text.</param>
    internal static List<RuledTable> Find(PdfPage page, List<PdfWordBox> outside, double textHeight)
    {
        List<Box> charts = ChartFinder.Find(page);
        List<Ruling> lines = [.. Merged(page.Rulings, true), .. Merged(page.Rulings, false)];
        List<RuledTable> tables = lines.Count > MostLines ? [] : [.. Groups(lines).Select(RuledTable.Of).OfType<RuledTable>()];
        // A frame around a table is no table.
        tables = [.. tables.Where(t => !tables.Exists(o => o != t && Within(o.Box, t.Box) && t.Edges.Count <= 2)).OrderBy(t => t.Box.Top).ThenBy(t => t.Box.Left)];
        tables.RemoveAll(t => t.Edges.Count <= 2 && IsOpen([.. page.Words.Where(w => t.Box.Contains(w.Box.CentreX, w.Box.CentreY))]));
        foreach (PdfWordBox word in page.Words)
        {
            if (page.Figures.Exists(f => f.Contains(word.Box.CentreX, word.Box.CentreY))) continue;
            RuledTable? table = tables.Find(t => t.Box.Contains(word.Box.CentreX, word.Box.CentreY));
            if (table is not null) table.Add(word);
            else outside.Add(word);
        }

        if (charts.Count > 0)
        {
            double height = Math.Max(textHeight, ChartFinder.TextHeight(outside));
            outside.RemoveAll(w => ChartFinder.IsLabel(w, charts, height));
        }

        return tables;
    }

    /// <summary>Whether most lines in a frame are rows of fields: a table whose columns no line parts.</summary>
    private static bool IsOpen(List<PdfWordBox> words)
    {
        List<TextLine> lines = TextLine.Of(words);
        return lines.Count > 2 && lines.Count(l => l.HasWideGap) * 2 > lines.Count;
    }

    /// <summary>Where the tables are that lines draw.</summary>
    internal static List<Box> Areas(List<Ruling> rulings)
    {
        List<Ruling> lines = [.. Merged(rulings, true), .. Merged(rulings, false)];
        return lines.Count > MostLines ? [] : [.. Groups(lines).Select(RuledTable.Of).OfType<RuledTable>().Select(t => t.Box)];
    }

    private static bool Within(Box inner, Box outer) =>
        inner.Left >= outer.Left - Reach && inner.Right <= outer.Right + Reach && inner.Top >= outer.Top - Reach && inner.Bottom <= outer.Bottom + Reach;

    /// <summary>Lines drawn in pieces, or twice, as one.</summary>
    private static List<Ruling> Merged(List<Ruling> rulings, bool horizontal)
    {
        var merged = new List<Ruling>();
        Ruling[] sorted = [.. rulings.Where(r => r.IsHorizontal == horizontal)];
        Array.Sort(sorted, static (a, b) => a.At.CompareTo(b.At));
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            double at = 0;
            for (next = first; next < sorted.Length && sorted[next].At - sorted[first].At <= Same; next++) at += sorted[next].At;
            at /= next - first;
            Array.Sort(sorted, first, next - first, ByStart);
            Ruling open = sorted[first] with { At = at };
            foreach (Ruling piece in sorted.AsSpan(first + 1, next - first - 1))
            {
                if (piece.From <= open.To + Gap)
                {
                    open = open with { To = Math.Max(open.To, piece.To) };
                    continue;
                }

                merged.Add(open);
                open = piece with { At = at };
            }

            merged.Add(open);
        }

        merged.RemoveAll(r => r.To - r.From < Reach);
        return merged;
    }

    private static List<List<Ruling>> Groups(List<Ruling> lines)
    {
        int[] group = [.. Enumerable.Range(0, lines.Count)];
        int Root(int i)
        {
            while (group[i] != i) i = group[i] = group[group[i]];
            return i;
        }

        int[] across = [.. group.Where(i => lines[i].IsHorizontal)], down = [.. group.Where(i => !lines[i].IsHorizontal)];
        foreach (int a in across)
        {
            foreach (int b in down)
            {
                if (Meet(lines[a], lines[b])) group[Root(a)] = Root(b);
            }
        }

        return [.. Enumerable.Range(0, lines.Count).GroupBy(Root).Where(g => g.Count() > 2).Select(g => g.Select(i => lines[i]).ToList())];
    }

    private static bool Meet(Ruling across, Ruling down) =>
        down.At >= across.From - Reach && down.At <= across.To + Reach && across.At >= down.From - Reach && across.At <= down.To + Reach;
}
