using Mingzhang.Core.Findings;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Formats;

/// <summary>What a file holds by its first bytes, before anything parses it.</summary>
public static class DocumentSniff
{
    /// <summary>How many of the first bytes it looks at.</summary>
    public const int Start = 8192;

    private static readonly Text Empty = new("文件是空的", "the file is empty");

    /// <summary>The media type of a file of a kind that is read, else why it is none; exactly one of both is set.</summary>
    /// <param name="name">Its name: it only tells packages of one kind from another, and text from web pages.</param>
    /// <param name="start">Its first bytes.</param>
    public static (string? MediaType, Text? Problem) Of(string name, ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return (null, Empty);
        string extension = Path.GetExtension(name).ToLowerInvariant();
        return DocumentFormats.Of(name, start) switch
        {
            DocumentFormat.Pdf => ("application/pdf", null),
            DocumentFormat.RichText => ("application/rtf", null),
            DocumentFormat.OfficeXml => ("application/xml", null),
            DocumentFormat.Html => ("text/html", null),
            DocumentFormat.Compound => (extension == ".xls" ? "application/vnd.ms-excel" : "application/msword", null),
            DocumentFormat.Package => (extension switch
            {
                ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                _ => "application/zip",
            }, null),
            _ => FileFormat.Of(start) is var (zh, en) ? (null, new Text($"是{zh}", $"is {en}")) : ("text/plain", null),
        };
    }
}
