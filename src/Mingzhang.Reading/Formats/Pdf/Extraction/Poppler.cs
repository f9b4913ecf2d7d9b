using System.Globalization;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Reading.Formats.Recognition;

namespace Mingzhang.Reading.Formats.Pdf.Extraction;

/// <summary>Runs poppler's programs. The document goes in through a pipe: there are no temporary files.</summary>
internal static class Poppler
{
    // Starting poppler once more takes as long as four or five pages do.
    private const int LeastPages = 8;

    /// <summary>The words of all pages with their places, as <c>pdftotext -bbox</c> prints them while it goes through the file.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="pages">How many pages its page tree has; 0 where it cannot be followed.</param>
    /// <param name="options">Limits.</param>
    internal static List<WordPage> Words(byte[] pdf, int pages, ReadingOptions options)
    {
        var deadline = new Deadline(options.ExtractionTime);
        int parts = Math.Min(options.Processors, pages / LeastPages);
        // Where the parts do not fit together (the page tree says something else than poppler does), the file is gone through as a whole.
        if (parts > 1 && InParts(pdf, pages, parts, options) is { } all) return all;
        var words = new WordList();
        ProgramCall call = Range(pdf, 1, options.MaxPages + 1, options) with { Time = deadline.Left };
        Check(ChildProcess.Run(call, words.Take), call, options);
        return words.Pages;
    }

    /// <summary>The words of stretches of pages of about the same length, each from a process of its own; null where one of them fails or has other pages than expected.</summary>
    private static List<WordPage>? InParts(byte[] pdf, int pages, int parts, ReadingOptions options)
    {
        int[] first = [.. Enumerable.Range(0, parts + 1).Select(part => (int)((long)pages * part / parts) + 1)];
        WordList[] words = [.. first[..parts].Select(page => new WordList(page))];
        ProgramCall[] calls = [.. Enumerable.Range(0, parts).Select(part => Range(pdf, first[part], part < parts - 1 ? first[part + 1] - 1 : options.MaxPages + 1, options))];
        Task<ProgramResult>[] running = [.. calls.Select((call, part) => Task.Run(() => ChildProcess.Run(call, words[part].Take)))];
        Task.WaitAll(running);
        for (int part = 0; part < parts; part++)
        {
            ProgramResult result = running[part].Result;
            if (result.End == ProgramEnd.OutOfTime) Check(result, calls[part], options);
            if (!result.IsGood || (part < parts - 1 && words[part].Pages.Count != first[part + 1] - first[part])) return null;
        }

        return [.. words.SelectMany(w => w.Pages)];
    }

    private static ProgramCall Range(byte[] pdf, int first, int last, ReadingOptions options) =>
        new("pdftotext", ["-bbox", "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), "-", "-"]) { Input = pdf, Time = options.ExtractionTime };

    /// <summary>A page as a picture, as <c>pdftoppm</c> draws it; null where it cannot.</summary>
    internal static PageImage? Render(byte[] pdf, int page, double resolution, Deadline deadline)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        var call = new ProgramCall("pdftoppm", ["-f", number, "-l", number, "-r", resolution.ToString(CultureInfo.InvariantCulture), "-gray", "-"]) { Input = pdf, Time = deadline.Left };
        ProgramResult result = ChildProcess.Run(call, out byte[] image);
        if (result.End == ProgramEnd.Missing) throw Missing(call.Program);
        if (result.End == ProgramEnd.OutOfTime) throw Tesseract.OutOfTime(deadline);
        return result.IsGood ? PageImage.Read(image) : null;
    }

    private static void Check(ProgramResult result, ProgramCall call, ReadingOptions options)
    {
        switch (result.End)
        {
            case ProgramEnd.Missing:
                throw Missing(call.Program);
            case ProgramEnd.TooMuchOutput:
                throw UnreadableException.TooLarge("PDF 的文字量（字节）", "the text of the PDF in bytes", call.MostOutput);
            case ProgramEnd.OutOfTime:
                throw OutOfTime(options);
        }

        if (result.Status == 0) return;
        if (result.Status == 3 || result.Errors.Contains("assword", StringComparison.Ordinal)) throw ZipPackage.Encrypted();
        string why = result.Why(call.Program);
        throw new UnreadableException(
            ReadProblemKind.Damaged,
            $"PDF 文件已损坏，无法读取（{why}）。请重新下载。",
            $"the PDF file is damaged and cannot be read ({why}). Download it again.");
    }

    /// <summary>Says that a document takes too long.</summary>
    internal static UnreadableException OutOfTime(ReadingOptions options)
    {
        double seconds = options.ExtractionTime.TotalSeconds;
        return new UnreadableException(ReadProblemKind.Extraction, $"提取 PDF 文字超过 {seconds:0} 秒，已停止。请拆分文件，或另存一份再试。", $"extracting the PDF's text took more than {seconds:0} seconds and was stopped. Split the file, or save a copy and try again.");
    }

    private static UnreadableException Missing(string program) => new(
        ReadProblemKind.Extraction,
        $"读取 PDF 需要程序 {program}，没有找到。请安装软件包 poppler-utils 和 poppler-data。",
        $"reading PDF needs the program {program}, which was not found. Install the packages poppler-utils and poppler-data.");
}
