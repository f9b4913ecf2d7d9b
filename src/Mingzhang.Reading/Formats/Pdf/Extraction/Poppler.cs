using System.Globalization;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Reading.Formats.Recognition;

namespace Mingzhang.Reading.Formats.Pdf.Extraction;

/// <summary>Runs poppler's programs. The document goes in through a pipe: there are no temporary files.</summary>
internal static class Poppler
{
    /// <summary>The words of the pages with their places, as <c>pdftotext -bbox</c> prints them while it goes through the file.</summary>
    internal static List<(double Width, double Height, List<Pages.PdfWordBox> Words)> Words(byte[] pdf, ReadingOptions options)
    {
        var words = new WordList();
        var call = new ProgramCall("pdftotext", ["-bbox", "-l", (options.MaxPages + 1).ToString(CultureInfo.InvariantCulture), "-", "-"]) { Input = pdf, Time = options.ExtractionTime };
        Check(ChildProcess.Run(call, words.Take), call, options);
        return words.Pages;
    }

    /// <summary>A page as a picture, as <c>pdftoppm</c> draws it; null where it cannot.</summary>
    internal static PageImage? Render(byte[] pdf, int page, double resolution, ReadingOptions options)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        var call = new ProgramCall("pdftoppm", ["-f", number, "-l", number, "-r", resolution.ToString(CultureInfo.InvariantCulture), "-gray", "-"]) { Input = pdf, Time = options.ExtractionTime };
        ProgramResult result = ChildProcess.Run(call, out byte[] image);
        if (result.End == ProgramEnd.Missing) throw Missing(call.Program);
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
                double seconds = options.ExtractionTime.TotalSeconds;
                throw new UnreadableException(ReadProblemKind.Extraction, $"提取 PDF 文字超过 {seconds:0} 秒，已停止。请拆分文件，或另存一份再试。", $"extracting the PDF's text took more than {seconds:0} seconds and was stopped. Split the file, or save a copy and try again.");
        }

        if (result.Status == 0) return;
        if (result.Status == 3 || result.Errors.Contains("assword", StringComparison.Ordinal)) throw ZipPackage.Encrypted();
        string why = result.Why(call.Program);
        throw new UnreadableException(
            ReadProblemKind.Damaged,
            $"PDF 文件已损坏，无法读取（{why}）。请重新下载。",
            $"the PDF file is damaged and cannot be read ({why}). Download it again.");
    }

    private static UnreadableException Missing(string program) => new(
        ReadProblemKind.Extraction,
        $"读取 PDF 需要程序 {program}，没有找到。请安装软件包 poppler-utils 和 poppler-data。",
        $"reading PDF needs the program {program}, which was not found. Install the packages poppler-utils and poppler-data.");
}
