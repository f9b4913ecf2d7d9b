using System.Buffers.Text;
using System.Net;
using System.Text;
using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Pdf.Extraction;

/// <summary>Reads what <c>pdftotext -bbox</c> prints: a line for every page and every word.</summary>
internal static class WordList
{
    /// <summary>Size and words of every page.</summary>
    internal static List<(double Width, double Height, List<PdfWordBox> Words)> Read(ReadOnlySpan<byte> printed)
    {
        var pages = new List<(double Width, double Height, List<PdfWordBox> Words)>();
        while (printed.Length > 0)
        {
            int end = printed.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? printed : printed[..end]).Trim(" \r"u8);
            printed = end < 0 ? default : printed[(end + 1)..];
            if (line.StartsWith("<page "u8)) pages.Add((Number(line, " width=\""u8), Number(line, " height=\""u8), []));
            if (!line.StartsWith("<word "u8) || pages.Count == 0) continue;
            int start = line.IndexOf((byte)'>') + 1, close = line.LastIndexOf("</word>"u8);
            if (start <= 0 || close < start) continue;
            var box = new Box(Number(line, " xMin=\""u8), Number(line, " yMin=\""u8), Number(line, " xMax=\""u8), Number(line, " yMax=\""u8));
            string text = Text(line[start..close]);
            if (text.Length > 0) pages[^1].Words.Add(new PdfWordBox(text, box));
        }

        return pages;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('&')) text = WebUtility.HtmlDecode(text);
        return text.Replace("\t", "", StringComparison.Ordinal).Trim();
    }

    private static double Number(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        int at = line.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(line[(at + name.Length)..], out double value, out _) && double.IsFinite(value) ? value : 0;
    }
}
