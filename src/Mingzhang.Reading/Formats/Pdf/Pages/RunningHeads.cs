using System.Text;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Leaves out what pages repeat at their upper and lower edges: page numbers and running heads.</summary>
internal static class RunningHeads
{
    private const double Margin = 0.12;
    private const int LinesAtEdge = 2, LongestNumber = 14, LeastRepeats = 3;

    /// <summary>Takes the repeated lines away.</summary>
    internal static void Remove(List<(PdfPage Page, List<TextLine> Lines)> pages)
    {
        var repeats = new Dictionary<string, int>();
        foreach (var (page, lines) in pages)
        {
            foreach (TextLine line in AtEdge(page, lines).Distinct())
            {
                string shape = Shape(line, page);
                repeats[shape] = repeats.GetValueOrDefault(shape) + 1;
            }
        }

        foreach (var (page, lines) in pages)
        {
            List<TextLine> edge = [.. AtEdge(page, lines).Where(l => IsNumber(l.Text) || repeats[Shape(l, page)] >= Math.Max(LeastRepeats, pages.Count / 3))];
            lines.RemoveAll(edge.Contains);
        }
    }

    private static IEnumerable<TextLine> AtEdge(PdfPage page, List<TextLine> lines)
    {
        for (int i = 0; i < Math.Min(LinesAtEdge, lines.Count); i++)
        {
            if (lines[i].Box.Bottom < page.Height * Margin) yield return lines[i];
            if (lines[^(i + 1)].Box.Top > page.Height * (1 - Margin)) yield return lines[^(i + 1)];
        }
    }

    /// <summary>The words of a line without its figures, and its place.</summary>
    private static string Shape(TextLine line, PdfPage page)
    {
        var shape = new StringBuilder();
        foreach (char c in line.Text)
        {
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c)) shape.Append(c);
        }

        return shape.Append(line.Box.CentreY < page.Height / 2 ? '^' : '_').Append((int)(line.Box.CentreY / 6)).ToString();
    }

    private static bool IsNumber(string text)
    {
        bool digits = false;
        foreach (char c in text)
        {
            if (char.IsDigit(c)) digits = true;
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '—' or '–' or '－' or '·' or '~' or '第' or '共' or '页' or '/')) return false;
        }

        return digits && text.Length <= LongestNumber;
    }
}
