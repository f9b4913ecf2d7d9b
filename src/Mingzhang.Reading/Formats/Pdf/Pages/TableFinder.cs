namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Finds the ruled tables of a page: lines that cross or meet belong together.</summary>
internal static class TableFinder
{
    private const double Same = 1.2, Gap = 4, Reach = 3;
    private const int MostLines = 2_000;

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
        List<Ruling> sorted = [.. rulings.Where(r => r.IsHorizontal == horizontal).OrderBy(r => r.At)];
        for (int first = 0; first < sorted.Count;)
        {
            int last = first;
            while (last + 1 < sorted.Count && sorted[last + 1].At - sorted[first].At <= Same) last++;
            double at = sorted.GetRange(first, last - first + 1).Average(r => r.At);
            Ruling? open = null;
            foreach (Ruling piece in sorted.GetRange(first, last - first + 1).OrderBy(r => r.From))
            {
                if (open is { } line && piece.From <= line.To + Gap)
                {
                    open = line with { To = Math.Max(line.To, piece.To) };
                    continue;
                }

                if (open is { } done) merged.Add(done);
                open = piece with { At = at };
            }

            if (open is { } rest) merged.Add(rest);
            first = last + 1;
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

        for (int a = 0; a < lines.Count; a++)
        {
            if (!lines[a].IsHorizontal) continue;
            for (int b = 0; b < lines.Count; b++)
            {
                if (!lines[b].IsHorizontal && Meet(lines[a], lines[b])) group[Root(a)] = Root(b);
            }
        }

        return [.. Enumerable.Range(0, lines.Count).GroupBy(Root).Where(g => g.Count() > 2).Select(g => g.Select(i => lines[i]).ToList())];
    }

    private static bool Meet(Ruling across, Ruling down) =>
        down.At >= across.From - Reach && down.At <= across.To + Reach && across.At >= down.From - Reach && across.At <= down.To + Reach;
}
