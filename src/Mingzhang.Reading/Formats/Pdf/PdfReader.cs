using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Pdf.Extraction;
using Mingzhang.Reading.Formats.Pdf.Objects;
using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Pdf;

/// <summary>
/// Reads PDF files: words with their places from poppler, the lines of tables from the file's drawing, paragraphs and tables from both.
/// </summary>
internal static class PdfReader
{
    /// <summary>The text of a document. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, byte[] bytes, ReadingOptions options)
    {
        Task<List<PageDrawing>> drawn = Task.Run(() => Drawings(bytes, options));
        var words = Poppler.Words(bytes, options);
        var drawings = drawn.GetAwaiter().GetResult();
        if (words.Count > options.MaxPages) throw UnreadableException.TooLarge("PDF 的页数", "the number of pages of the PDF", options.MaxPages);
        if (!words.Exists(p => p.Words.Count > 0))
        {
            throw new UnreadableException(
                ReadProblemKind.NoText,
                "PDF 里没有文字，可能是扫描件。请先做文字识别（OCR），或索取电子版。",
                "the PDF has no text; its pages may be scans. Have its text recognised (OCR), or ask for the electronic version.");
        }

        var pages = new List<PdfPage>();
        for (int i = 0; i < words.Count; i++)
        {
            pages.Add(new PdfPage(words[i].Width, words[i].Height, words[i].Words, i < drawings.Count ? drawings[i] : PageDrawing.None));
        }

        var manuscript = new Manuscript(options) { IsPaged = true };
        new PageWriter(manuscript).Write(pages);
        return manuscript.ToSource(path, pages.Select(p => new PageSize((float)p.Width, (float)p.Height)));
    }

    /// <summary>The lines drawn on every page; none where the file's structure cannot be followed.</summary>
    private static List<PageDrawing> Drawings(byte[] bytes, ReadingOptions options)
    {
        try
        {
            PdfFile file = PdfFile.Read(bytes, options.MaxUnpackedBytes);
            return [.. file.Pages(options.MaxPages).Select(page => LineDrawing.Of(file, page))];
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            // What draws the lines is broken; poppler may still find the words.
            return [];
        }
    }
}
