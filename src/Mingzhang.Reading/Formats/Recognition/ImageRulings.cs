using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>Finds the straight lines of tables in a picture and takes them out of it, so that they are not taken for strokes of characters.</summary>
internal static class ImageRulings
{
    // In inches: no stroke of a character is as long; a line is no thicker.
    private const double Shortest = 0.35, Thickest = 0.045, Drift = 0.25;
    private const int MostRuns = 200_000;

    /// <summary>The lines, in points; they are white in the picture afterwards.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="resolution">Its dots per inch.</param>
    internal static List<Ruling> TakeOut(PageImage image, double resolution)
    {
        List<Line> lines = [.. Find(image, resolution, isHorizontal: true), .. Find(image, resolution, isHorizontal: false)];
        double scale = 72 / resolution;
        var rulings = new List<Ruling>();
        foreach (Line line in lines)
        {
            foreach (Run run in line.Runs) Erase(image, run, line.IsHorizontal);
            rulings.Add(new Ruling(line.IsHorizontal, (line.First + line.Last + 1) / 2.0 * scale, line.From * scale, (line.To + 1) * scale));
        }

        return rulings;
    }

    private static List<Line> Find(PageImage image, double resolution, bool isHorizontal)
    {
        int shortest = (int)(Shortest * resolution), thickest = Math.Max(3, (int)(Thickest * resolution)), drift = (int)(Drift * resolution);
        int across = isHorizontal ? image.Height : image.Width;
        var open = new List<Line>();
        var done = new List<Line>();
        int count = 0;
        for (int at = 0; at < across && count < MostRuns; at++)
        {
            foreach (Run run in Runs(image, at, shortest, isHorizontal))
            {
                count++;
                Line? line = open.Find(l => at - l.Last <= 2 && run.From <= l.LastRun.To + thickest && run.To >= l.LastRun.From - thickest);
                if (line is null) open.Add(line = new Line(isHorizontal) { First = at });
                line.Add(run);
            }

            done.AddRange(open.Where(l => at - l.Last > 2));
            open.RemoveAll(l => at - l.Last > 2);
        }

        done.AddRange(open);
        // A dark area is no line; one that runs a little aslant is as thick as it drifts.
        return [.. done.Where(l => l.Last - l.First < drift && l.Runs.Sum(r => r.To - r.From + 1L) <= (long)thickest * (l.To - l.From + 1))];
    }

    private static IEnumerable<Run> Runs(PageImage image, int at, int shortest, bool isHorizontal)
    {
        int length = isHorizontal ? image.Width : image.Height, start = -1, gap = 0;
        int step = isHorizontal ? 1 : image.Width, first = isHorizontal ? at * image.Width : at;
        for (int i = 0; i <= length; i++)
        {
            bool ink = i < length && image.Dots[first + (i * step)] < PageImage.Ink;
            if (ink)
            {
                if (start < 0) start = i;
                gap = 0;
            }
            else if (start >= 0 && (++gap > 2 || i == length))
            {
                int end = i - gap;
                if (end - start + 1 >= shortest) yield return new Run(at, start, end);
                start = -1;
                gap = 0;
            }
        }
    }

    private static void Erase(PageImage image, Run run, bool isHorizontal)
    {
        // One dot to either side: the edges of a line are grey.
        int across = isHorizontal ? image.Height : image.Width;
        for (int at = Math.Max(0, run.At - 1); at <= Math.Min(across - 1, run.At + 1); at++)
        {
            for (int i = run.From; i <= run.To; i++) image.Dots[isHorizontal ? (at * image.Width) + i : (i * image.Width) + at] = 255;
        }
    }

    private readonly record struct Run(int At, int From, int To);

    private sealed class Line(bool isHorizontal)
    {
        internal bool IsHorizontal => isHorizontal;

        internal required int First { get; init; }

        internal int Last { get; private set; }

        internal int From { get; private set; } = int.MaxValue;

        internal int To { get; private set; }

        internal Run LastRun { get; private set; }

        internal List<Run> Runs { get; } = [];

        internal void Add(Run run)
        {
            (Last, LastRun, From, To) = (run.At, run, Math.Min(From, run.From), Math.Max(To, run.To));
            Runs.Add(run);
        }
    }
}
