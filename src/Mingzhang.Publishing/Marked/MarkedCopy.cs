using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Marked;

/// <summary>
/// Writes a copy of a checked Office file with the findings in it: a Word document with comments, a workbook with notes at its cells. Everything else in
/// the file stays as it is.
/// </summary>
public static class MarkedCopy
{
    /// <summary>Whether a document is of a format that can be marked.</summary>
    public static bool IsPossible(SourceText source) => !source.Origins.IsEmpty && source.Files.IsEmpty;

    /// <summary>The extension that a marked copy of a document has; null where none can be made.</summary>
    public static string? ExtensionOf(SourceText source) => !IsPossible(source) ? null : source.Origins[0].Origin is CellOrigin ? ".xlsx" : ".docx";

    /// <summary>Writes the copy.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="file">The bytes of the file that was checked.</param>
    /// <param name="stream">Where the copy goes.</param>
    /// <param name="language">Language of the comments: <c>zh</c> or <c>en</c>.</param>
    /// <exception cref="MarkedException">The file cannot be marked.</exception>
    public static void Write(CheckReport report, byte[] file, Stream stream, string language = "zh")
    {
        SourceText source = report.Disclosure.Source;
        if (!IsPossible(source))
        {
            throw new MarkedException(new Text(
                "只有 Word（docx）和 Excel（xlsx）文件能生成带批注的副本；PDF 请用 --format html，问题标在页面图像上。",
                "only Word (docx) and Excel (xlsx) files come back with comments; for a PDF use --format html, which marks the pictures of its pages."));
        }

        using MarkedPackage package = new(file);
        if (source.Origins[0].Origin is CellOrigin) MarkedWorkbook.Mark(report, package, language);
        else MarkedWord.Mark(report, package, language);
        package.Write(stream);
    }
}
