using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Pdf.Extraction;
using Mingzhang.Reading.Formats.Pdf.Pages;
using Mingzhang.Reading.Formats.Recognition;

namespace Mingzhang.Reading.Formats.Pdf;

/// <summary>
/// Reads PDF files: words with their places from poppler, the lines of tables from the file's drawing, paragraphs and tables from both. Pages that are
/// images are recognised.
/// </summary>
internal static class PdfReader
{
    // What another program recognised and put invisibly over the scan: it does not say how sure it was.
    private const float HiddenText = 0.8f;

    // Encrypted files that open without a password are among them: poppler reads their words.
    private static readonly Text WithoutLines = new(
        "文件加密或结构有损坏，表格的线没有读到：各栏由文字的位置和表内的关系推断，读不准的不读。",
        "The file is encrypted or its structure damaged, and the lines of its tables were not read: columns are placed by where words stand and by the forms' arithmetic; what they do not place is unread.");

    /// <summary>The text of a document. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, byte[] bytes, ReadingOptions options)
    {
        var objects = new PageObjects(bytes, options);
        Task<List<PageDrawing>> drawn = Task.Run(objects.Drawings);
        List<WordPage> words = Poppler.Words(bytes, objects.Count, options);
        List<PageDrawing> drawings = drawn.GetAwaiter().GetResult();
        if (words.Count > options.MaxPages) throw UnreadableException.TooLarge("PDF 的页数", "the number of pages of the PDF", options.MaxPages);
        List<PdfPage> pages = [.. words.Select((p, i) => new PdfPage(p.Width, p.Height, p.Words, i < drawings.Count ? drawings[i] : PageDrawing.None))];
        var remarks = new List<Text>();
        if (drawings.Count < words.Count) remarks.Add(WithoutLines);
        Recognise(bytes, pages, remarks, options);
        TakeHiddenText(pages, remarks);
        if (!pages.Exists(p => p.Words.Count > 0))
        {
            throw new UnreadableException(
                ReadProblemKind.NoText,
                "PDF 里没有文字，也没有能识别出文字的图像。请确认文件完整，或索取电子版。",
                "the PDF has no text and no image in which text is recognised. Check that the file is whole, or ask for the electronic version.");
        }

        var manuscript = new Manuscript(options) { IsPaged = true };
        new PageWriter(manuscript, options).Write([.. RepeatedCells.Without(pages).Select(TurnedPage.Turned)]);
        return manuscript.ToSource(path, words.Select(p => new PageSize((float)p.Width, (float)p.Height))) with { Remarks = [.. remarks] };
    }

    private static void Recognise(byte[] bytes, List<PdfPage> pages, List<Text> remarks, ReadingOptions options)
    {
        // Where the drawing is not known and there are no words at all, the pages may be images all the same.
        bool unknown = pages.TrueForAll(p => p.Words.Count == 0 && ReferenceEquals(p.Drawing, PageDrawing.None));
        List<int> images = [.. Enumerable.Range(1, pages.Count).Where(n => unknown || PageText.IsImage(pages[n - 1]) || PageText.IsUnmapped(pages[n - 1]))];
        if (images.Count == 0) return;
        Dictionary<int, PdfPage> recognised = PageRecognition.Recognise(bytes, pages, images, options);
        foreach ((int number, PdfPage page) in recognised) pages[number - 1] = page;
        if (recognised.Count == 0) return;
        (string zh, string en) = PageNumbers.Of(recognised.Keys.Order());
        remarks.Add(new Text(
            $"第 {zh} 页由图像识别，可能有错；其中把握不大的数字不作为错误的依据。",
            $"Recognised from images, with possible mistakes: page {en}; figures that recognition is unsure of are no ground for an error."));
    }

    private static void TakeHiddenText(List<PdfPage> pages, List<Text> remarks)
    {
        var hidden = new List<int>();
        for (int i = 0; i < pages.Count; i++)
        {
            if (!pages[i].Drawing.IsHiddenText || pages[i].Words.Count == 0 || pages[i].Drawing.Images.Count == 0) continue;
            pages[i] = pages[i] with { Words = [.. pages[i].Words.Select(w => w with { Confidence = Math.Min(w.Confidence, HiddenText) })] };
            hidden.Add(i + 1);
        }

        if (hidden.Count == 0) return;
        (string zh, string en) = PageNumbers.Of(hidden);
        remarks.Add(new Text(
            $"第 {zh} 页是扫描图像，文字是文件自带的识别结果，未必准确；其中的数字不作为错误的依据。",
            $"Scanned images with text that another program recognised, which may be wrong: page {en}; its figures are no ground for an error."));
    }
}
