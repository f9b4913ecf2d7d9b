namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Finds charts that are drawn but not marked as figures: groups of filled round or slanted shapes, with the small words around them.</summary>
internal static class ChartFinder
{
    private const double Near = 12, LeastSide = 48, Beside = 90, Above = 26, SmallType = 0.8, MostOfPage = 0.6;
    private const int LeastShapes = 2;

    /// <summary>The areas of charts.</summary>
    internal static List<Box> Find(PdfPage page)
    {
        List<Box> areas = [.. page.Shapes.Where(s => s.Width * s.Height < page.Width * page.Height * MostOfPage)];
        List<int> counts = [.. areas.Select(_ => 1)];
        for (bool joined = true; joined;)
        {
            joined = false;
            for (int a = 0; a < areas.Count; a++)
            {
                for (int b = areas.Count - 1; b > a; b--)
                {
                    if (!Touch(areas[a], areas[b])) continue;
                    (areas[a], counts[a]) = (areas[a].Around(areas[b]), counts[a] + counts[b]);
                    areas.RemoveAt(b);
                    counts.RemoveAt(b);
                    joined = true;
                }
            }
        }

        return [.. areas.Where((a, i) => counts[i] >= LeastShapes && a.Width >= LeastSide && a.Height >= LeastSide)];
    }

    /// <summary>Whether a word is a label of a chart: near it and in smaller type than the text.</summary>
    internal static bool IsLabel(PdfWordBox word, List<Box> charts, double textHeight)
    {
        if (word.Box.Height >= textHeight * SmallType) return false;
        foreach (Box chart in charts)
        {
            if (new Box(chart.Left - Beside, chart.Top - Above, chart.Right + Beside, chart.Bottom + Above).Contains(word.Box.CentreX, word.Box.CentreY)) return true;
        }

        return false;
    }

    /// <summary>The height of most characters.</summary>
    internal static double TextHeight(IEnumerable<PdfWordBox> words)
    {
        var characters = new Dictionary<int, int>();
        foreach (PdfWordBox word in words)
        {
            int height = (int)Math.Round(word.Box.Height * 2);
            characters[height] = characters.GetValueOrDefault(height) + word.Text.Length;
        }

        return characters.Count == 0 ? 0 : characters.MaxBy(c => c.Value).Key / 2.0;
    }

    private static bool Touch(Box a, Box b) => a.Left - Near < b.Right && b.Left - Near < a.Right && a.Top - Near < b.Bottom && b.Top - Near < a.Bottom;
}
