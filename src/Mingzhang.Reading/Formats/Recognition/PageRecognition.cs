using System.Runtime.ExceptionServices;
using Mingzhang.Reading.Formats.Pdf.Extraction;
using Mingzhang.Reading.Formats.Pdf.Pages;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>Recognises the text of pages that are images: rendered by poppler, freed of the lines of tables, read by tesseract in two sizes.</summary>
internal static class PageRecognition
{
    private const double Resolution = 300, LeastResolution = 60, MostDots = 14_000_000, SecondSize = 0.8;

    /// <summary>The pages with the words and lines recognised; those that turn out to be blank stay as they are.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="pages">All its pages.</param>
    /// <param name="numbers">Which to recognise, 1-based.</param>
    /// <param name="options">Limits.</param>
    internal static Dictionary<int, PdfPage> Recognise(byte[] pdf, IReadOnlyList<PdfPage> pages, IReadOnlyList<int> numbers, ReadingOptions options)
    {
        if (numbers.Count > options.MaxRecognisedPages) throw UnreadableException.TooLarge("需要图像识别的页数", "the number of pages to be recognised from images", options.MaxRecognisedPages);
        var recognised = new PdfPage?[numbers.Count];
        int done = 0;
        options.PagesRecognised?.Invoke(0, numbers.Count);
        try
        {
            // The first alone: where a program is missing, all would say so.
            RecogniseOne(0);
            Parallel.For(1, numbers.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, RecogniseOne);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<UnreadableException>().FirstOrDefault() is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }

        return numbers.Select((n, i) => (Number: n, Page: recognised[i])).Where(p => p.Page is not null).ToDictionary(p => p.Number, p => p.Page!);

        void RecogniseOne(int i)
        {
            recognised[i] = Page(pdf, pages[numbers[i] - 1], numbers[i], options);
            options.PagesRecognised?.Invoke(Interlocked.Increment(ref done), numbers.Count);
        }
    }

    private static PdfPage? Page(byte[] pdf, PdfPage page, int number, ReadingOptions options)
    {
        if (page.Width < 1 || page.Height < 1) return null;
        double resolution = Math.Min(Resolution, Math.Sqrt(MostDots / (page.Width * page.Height)) * 72);
        if (resolution < LeastResolution) return null;
        resolution = Math.Floor(resolution);
        var deadline = new Deadline(options.RecognitionTime);
        PageImage? image = Poppler.Render(pdf, number, resolution, deadline);
        if (image is null || image.IsBlank) return null;
        List<Ruling> rulings = ImageRulings.TakeOut(image, resolution);
        double scale = 72 / resolution;
        List<Box> tables = TableFinder.Areas(rulings);
        var words = new List<PdfWordBox>();
        // Tables and running text are read apart: each in the way that suits it.
        (PageImage within, PageImage outside) = image.Parted([.. tables.Select(t => new Box(t.Left / scale, t.Top / scale, t.Right / scale, t.Bottom / scale))]);
        if (tables.Count > 0) words.AddRange(Words(within, TextLayout.Sparse));
        words.AddRange(Words(outside, TextLayout.Lines));
        return page with { Words = words, Drawing = new PageDrawing(rulings, [], []) };

        IEnumerable<PdfWordBox> Words(PageImage part, TextLayout layout)
        {
            if (part.IsBlank) yield break;
            List<RecognisedWord> first = WordJoin.Join(Tesseract.Words(part, resolution, layout, deadline), rulings, scale);
            List<RecognisedWord> second = Tesseract.Words(part.Scaled(SecondSize), resolution * SecondSize, layout, deadline);
            foreach (RecognisedWord word in first)
            {
                var box = new Box(word.Left * scale, word.Top * scale, word.Right * scale, word.Bottom * scale);
                (string other, double confidence) = At(second, word);
                (string text, double sure) = WordAgreement.Of(word.Text, word.Confidence, other, confidence);
                yield return new PdfWordBox(text, box, number, (float)sure);
            }
        }
    }

    /// <summary>What the second pass reads where a word stands.</summary>
    private static (string Text, double Confidence) At(List<RecognisedWord> second, RecognisedWord word)
    {
        string text = "";
        double confidence = 1;
        foreach (RecognisedWord other in second)
        {
            double x = (other.Left + (other.Width / 2.0)) / SecondSize, y = (other.Top + (other.Height / 2.0)) / SecondSize;
            if (x < word.Left || x > word.Right || y < word.Top || y > word.Bottom) continue;
            text += other.Text;
            confidence = Math.Min(confidence, other.Confidence);
        }

        return (text, confidence);
    }
}
