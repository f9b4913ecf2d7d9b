using System.Globalization;
using System.Text;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>A word that tesseract recognised.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Line">The line that it found the word in.</param>
/// <param name="Left">Left edge in dots.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
internal sealed record RecognisedWord(string Text, string Line, int Left, int Top, int Width, int Height, double Confidence)
{
    internal int Right => Left + Width;

    internal int Bottom => Top + Height;
}

/// <summary>How words stand in a picture, by tesseract's numbers.</summary>
internal enum TextLayout
{
    /// <summary>Lines of running text.</summary>
    Lines = 6,

    /// <summary>Words here and there: the cells of a table.</summary>
    Sparse = 11,
}

/// <summary>Runs tesseract in a process of its own: a picture goes in, words with places and confidence come out.</summary>
internal static class Tesseract
{
    private const int Columns = 12;
    private const double LeastHeight = 4;

    /// <summary>The words of a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="resolution">Its dots per inch.</param>
    /// <param name="layout">How the words stand in it.</param>
    /// <param name="deadline">The time of the page.</param>
    internal static List<RecognisedWord> Words(PageImage image, double resolution, TextLayout layout, Deadline deadline)
    {
        var call = new ProgramCall("tesseract", ["stdin", "stdout", "-l", "chi_sim", "--psm", ((int)layout).ToString(CultureInfo.InvariantCulture), "--dpi", resolution.ToString("0", CultureInfo.InvariantCulture), "tsv"])
        {
            Input = image.ToFile(),
            Time = deadline.Left,
            Environment = new Dictionary<string, string?> { ["OMP_THREAD_LIMIT"] = "1" },
        };
        ProgramResult result = ChildProcess.Run(call, out byte[] output);
        if (result.End == ProgramEnd.Missing || (result.Status != 0 && result.Errors.Contains("chi_sim", StringComparison.Ordinal))) throw Missing();
        if (result.End == ProgramEnd.OutOfTime) throw OutOfTime(deadline);
        return result.IsGood ? Parse(Encoding.UTF8.GetString(output)) : [];
    }

    /// <summary>Reads the table that tesseract prints.</summary>
    internal static List<RecognisedWord> Parse(string table)
    {
        var words = new List<RecognisedWord>();
        foreach (string row in table.Split('\n'))
        {
            string[] fields = row.TrimEnd('\r').Split('\t', Columns);
            if (fields.Length < Columns || fields[0] != "5" || fields[11].AsSpan().Trim().IsEmpty) continue;
            if (!int.TryParse(fields[6], out int left) || !int.TryParse(fields[7], out int top) || !int.TryParse(fields[8], out int width) || !int.TryParse(fields[9], out int height)) continue;
            if (!double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out double confidence) || confidence < 0 || height < LeastHeight) continue;
            if (Plain(fields[11].Trim()) is not { Length: > 0 } text) continue;
            words.Add(new RecognisedWord(text, $"{fields[2]}/{fields[3]}/{fields[4]}", left, top, width, height, Math.Min(confidence / 100, 1)));
        }

        return words;
    }

    /// <summary>Angle brackets and upright strokes are not used in such documents: they are round brackets and rests of lines.</summary>
    private static string Plain(string text) => text.Replace('〈', '（').Replace('〉', '）').Replace("|", "", StringComparison.Ordinal);

    /// <summary>Says that a page takes too long to be recognised.</summary>
    internal static UnreadableException OutOfTime(Deadline deadline) => new(
        ReadProblemKind.Extraction,
        $"识别一页扫描件超过 {deadline.Time.TotalSeconds:0} 秒，已停止。请降低扫描分辨率，或另存一份再试。",
        $"recognising a scanned page took more than {deadline.Time.TotalSeconds:0} seconds and was stopped. Scan at a lower resolution, or save a copy and try again.");

    private static UnreadableException Missing() => new(
        ReadProblemKind.NoText,
        "PDF 的页面是图像（扫描件），识别其中的文字需要程序 tesseract 和它的简体中文数据，没有找到。请安装软件包 tesseract-ocr 和 tesseract-ocr-chi-sim，或索取电子版。",
        "the PDF's pages are images (scans); recognising their text needs the program tesseract and its data for simplified Chinese, which were not found. Install the packages tesseract-ocr and tesseract-ocr-chi-sim, or ask for the electronic version.");
}
