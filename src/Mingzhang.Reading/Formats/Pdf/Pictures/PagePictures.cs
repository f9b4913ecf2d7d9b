using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Pdf.Pictures;

/// <summary>Draws pages of PDF files, for reports: grey, in a process of its own with limits on time, memory and output.</summary>
public static class PagePictures
{
    // The longer side: about 120 dots an inch on A4.
    private const int Side = 1400;

    private const long MostOutput = 512L * 1024 * 1024;

    /// <summary>The pictures by page; pages that cannot be drawn are left out, and all of them where the program is missing.</summary>
    /// <param name="pdf">The file's bytes.</param>
    /// <param name="pages">The pages wanted, 1-based.</param>
    /// <param name="options">The limit of time.</param>
    /// <param name="cancel">Stops the program: what it has not drawn is left out.</param>
    public static ImmutableDictionary<int, PagePicture> Of(byte[] pdf, IEnumerable<int> pages, ReadingOptions? options = null, CancellationToken cancel = default)
    {
        var pictures = ImmutableDictionary.CreateBuilder<int, PagePicture>();
        foreach ((int first, int last) in Runs(pages)) Draw(pdf, first, last, options ?? ReadingOptions.Default, pictures, cancel);
        return pictures.ToImmutable();
    }

    private static void Draw(byte[] pdf, int first, int last, ReadingOptions options, ImmutableDictionary<int, PagePicture>.Builder into, CancellationToken cancel)
    {
        var drawn = new GreyPages();
        ProgramCall call = new("pdftoppm", ["-gray", "-scale-to", Text(Side), "-f", Text(first), "-l", Text(last), "-"]) { Input = pdf, Time = options.ExtractionTime, MostOutput = MostOutput, Cancel = cancel };
        ProgramResult result = ChildProcess.Run(call, drawn.Take);

        // Where a page is missing, it is not known which.
        if (!result.IsGood && drawn.Pages.Count != last - first + 1) return;
        for (int i = 0; i < drawn.Pages.Count; i++) into[first + i] = drawn.Pages[i];
    }

    /// <summary>Pages that follow each other.</summary>
    private static IEnumerable<(int First, int Last)> Runs(IEnumerable<int> pages)
    {
        (int First, int Last) run = default;
        foreach (int page in pages.Where(p => p > 0).Distinct().Order())
        {
            if (run.First > 0 && page == run.Last + 1)
            {
                run.Last = page;
                continue;
            }

            if (run.First > 0) yield return run;
            run = (page, page);
        }

        if (run.First > 0) yield return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
