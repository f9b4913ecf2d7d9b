using System.Text;

namespace Mingzhang.Reading.Formats;

/// <summary>The formats of documents.</summary>
internal enum DocumentFormat
{
    /// <summary>Text or Markdown.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A ZIP package: .docx, .xlsx or another.</summary>
    Package,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>Word's or Excel's single XML file.</summary>
    OfficeXml,

    /// <summary>An OLE compound file: .xls, .doc, .wps, or an Office file with a password.</summary>
    Compound,
}

/// <summary>Recognises formats by what a file holds; its extension is only a hint.</summary>
internal static class DocumentFormats
{
    private const int Sniffed = 4096;

    private static readonly string[] PageStarts = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<title", "<div"];

    /// <summary>The format of a file.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="bytes">What it holds.</param>
    internal static DocumentFormat Of(string path, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, Sniffed)];
        if (start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return DocumentFormat.Pdf;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04])) return DocumentFormat.Package;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return DocumentFormat.Compound;
        if (start.StartsWith("{\\rtf"u8)) return DocumentFormat.RichText;
        if (IsOfficeXml(start)) return DocumentFormat.OfficeXml;
        return IsPage(path, start) ? DocumentFormat.Html : DocumentFormat.Text;
    }

    private static bool IsOfficeXml(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("<?xml"u8) && !start.StartsWith("\uFEFF<?xml"u8)) return false;
        return start.IndexOf("<?mso-application"u8) >= 0 || start.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0
            || start.IndexOf("http://schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 || start.IndexOf("http://schemas.microsoft.com/office/2006/xmlPackage"u8) >= 0;
    }

    private static bool IsPage(string path, ReadOnlySpan<byte> start)
    {
        if (start.IndexOf((byte)'<') < 0) return false;
        // The tags are ASCII in every encoding of web pages; UTF-16 has zero bytes between.
        string text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FE\u00FF \t\r\n");
        while (rest.StartsWith("<?xml", StringComparison.Ordinal) || rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            string end = rest[1] == '?' ? "?>" : "-->";
            int at = rest.IndexOf(end, StringComparison.Ordinal);
            if (at < 0) break;
            rest = rest[(at + end.Length)..].TrimStart();
        }

        foreach (string tag in PageStarts)
        {
            if (rest.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        bool named = path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
        return named && (rest.StartsWith("<") || text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("<p", StringComparison.OrdinalIgnoreCase));
    }
}
