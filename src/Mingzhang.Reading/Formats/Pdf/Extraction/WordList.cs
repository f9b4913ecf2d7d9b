using System.Buffers.Text;
using System.Net;
using System.Text;
using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Pdf.Extraction;

/// <summary>Reads what <c>pdftotext -bbox</c> prints, piece by piece: a line for every page and every word.</summary>
/// <param name="firstPage">The number of the first page that comes.</param>
internal sealed class WordList(int firstPage = 1)
{
    private byte[] _rest = new byte[4096];
    private int _length;

    /// <summary>Size and words of every page so far.</summary>
    internal List<WordPage> Pages { get; } = [];

    /// <summary>Takes the next piece, which may end within a line.</summary>
    internal bool Take(ReadOnlySpan<byte> piece)
    {
        while (piece.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (_length == 0)
            {
                Line(piece[..end]);
            }
            else
            {
                Keep(piece[..end]);
                Line(_rest.AsSpan(0, _length));
                _length = 0;
            }

            piece = piece[(end + 1)..];
        }

        Keep(piece);
        return true;
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        if (_length + piece.Length > _rest.Length) Array.Resize(ref _rest, Math.Max(_rest.Length * 2, _length + piece.Length));
        piece.CopyTo(_rest.AsSpan(_length));
        _length += piece.Length;
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \r"u8);
        if (line.StartsWith("<page "u8)) Pages.Add(new WordPage(Number(line, " width=\""u8), Number(line, " height=\""u8), []));
        if (!line.StartsWith("<word "u8) || Pages.Count == 0) return;
        int start = line.IndexOf((byte)'>') + 1, close = line.LastIndexOf("</word>"u8);
        if (start <= 0 || close < start) return;
        var box = new Box(Number(line, " xMin=\""u8), Number(line, " yMin=\""u8), Number(line, " xMax=\""u8), Number(line, " yMax=\""u8));
        string text = Text(line[start..close]);
        if (text.Length > 0) Pages[^1].Words.Add(new PdfWordBox(text, box, firstPage + Pages.Count - 1));
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

/// <summary>Size and words of a page, as poppler finds them.</summary>
internal sealed record WordPage(double Width, double Height, List<PdfWordBox> Words);
