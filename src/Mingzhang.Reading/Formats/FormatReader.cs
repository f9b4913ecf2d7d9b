using Mingzhang.Core.Sources;
using Mingzhang.Reading.Formats.Excel;
using Mingzhang.Reading.Formats.Office;
using Mingzhang.Reading.Formats.Pdf;
using Mingzhang.Reading.Formats.Web;
using Mingzhang.Reading.Formats.Word;

namespace Mingzhang.Reading.Formats;

/// <summary>Takes the text out of files that are not text.</summary>
internal static class FormatReader
{
    /// <summary>The text of a file, or why it cannot be had; exactly one of both is set.</summary>
    internal static (SourceText? Text, ReadProblem? Problem) Read(string path, byte[] bytes, DocumentFormat format, ReadingOptions options)
    {
        try
        {
            return format switch
            {
                DocumentFormat.Package => (Package(path, bytes, options), null),
                DocumentFormat.Compound => (Compound(path, bytes, options), null),
                DocumentFormat.RichText => (Converted(path, bytes, OfficeFormat.RichText, options), null),
                DocumentFormat.OfficeXml => (Converted(path, bytes, bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).IndexOf("spreadsheet"u8) >= 0 ? OfficeFormat.SheetXml : OfficeFormat.WordXml, options), null),
                DocumentFormat.Pdf => (PdfReader.Read(path, bytes, options), null),
                _ => Page(path, bytes, options),
            };
        }
        catch (UnreadableException problem)
        {
            return (null, problem.At(path));
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            return (null, ZipPackage.Damaged(e.Message).At(path));
        }
    }

    private static (SourceText? Text, ReadProblem? Problem) Page(string path, byte[] bytes, ReadingOptions options)
    {
        (string? html, ReadProblem? problem) = WebEncoding.Decode(path, bytes);
        return html is null ? (null, problem) : (WebPageReader.Read(path, html, options), null);
    }

    private static SourceText Package(string path, byte[] bytes, ReadingOptions options)
    {
        using var package = new ZipPackage(bytes, options);
        string main = PackageParts.MainPart(package) ?? "";
        if (main.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)) return Converted(path, bytes, OfficeFormat.BinarySheet, options);
        if (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || package.Has("word/document.xml")) return WordReader.Read(path, package, options);
        if (main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.xml")) return Workbook(path, bytes, package, options);
        return OpenDocument(package) is { } open
            ? Converted(path, bytes, open, options)
            : throw Unsupported("压缩包，里面没有 Word 或 Excel 文档的正文", "an archive without the parts of a Word or Excel document", "请先解压，再给出其中的文档（docx、xlsx、pdf、html、txt）。", "Unpack it and give the document in it (docx, xlsx, pdf, html, txt).");
    }

    /// <summary>A workbook; where results of formulas are not in the file, LibreOffice is asked for them.</summary>
    private static SourceText Workbook(string path, byte[] bytes, ZipPackage package, ReadingOptions options)
    {
        SourceText text = WorkbookReader.Read(path, package, options, out int missing);
        if (missing == 0) return text;
        try
        {
            using var calculated = new ZipPackage(OfficeConverter.Convert(bytes, OfficeFormat.Sheet, options), options);
            SourceText again = WorkbookReader.Read(path, calculated, options, out int left);
            return left < missing && again.Lines.Length == text.Lines.Length ? again with { Origins = [], Remarks = again.Remarks.Insert(0, OfficeConverter.Calculated(missing - left)) } : text;
        }
        catch (UnreadableException)
        {
            return text;
        }
    }

    /// <summary>Which kind of OpenDocument a package is; null for none that is read.</summary>
    private static OfficeFormat? OpenDocument(ZipPackage package)
    {
        if (!package.Has("content.xml") || package.Text("mimetype", 100) is not { } type) return null;
        if (type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)) return OfficeFormat.OpenText;
        return type.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal) ? OfficeFormat.OpenSheet : null;
    }

    private static SourceText Compound(string path, byte[] bytes, ReadingOptions options)
    {
        if (HasStream(bytes, "EncryptedPackage")) throw ZipPackage.Encrypted();
        if (HasStream(bytes, "WordDocument")) return WithMacros(Converted(path, bytes, OfficeFormat.OldWord, options), bytes);
        if (HasStream(bytes, "Workbook") || HasStream(bytes, "Book")) return WithMacros(OldWorkbookReader.Read(path, bytes, options), bytes);
        throw Unsupported("旧版 Office 文件", "an old Office file", "请另存为 docx、xlsx 或 pdf。", "Save it as docx, xlsx or pdf.");
    }

    private static SourceText WithMacros(SourceText text, byte[] bytes) => HasStream(bytes, "_VBA_PROJECT") ? text with { Remarks = text.Remarks.Add(PackageParts.MacrosLeftOut) } : text;

    private static SourceText Converted(string path, byte[] bytes, OfficeFormat format, ReadingOptions options)
    {
        using var package = new ZipPackage(OfficeConverter.Convert(bytes, format, options), options);
        SourceText text = format.Target == "docx" ? WordReader.Read(path, package, options) : WorkbookReader.Read(path, package, options, out _);
        // Places in the file that LibreOffice made are none in the user's.
        return text with { Origins = [], Remarks = text.Remarks.Insert(0, OfficeConverter.Remark(format)) };
    }

    /// <summary>Whether a compound file has a stream of that name: names of its directory are in UTF-16.</summary>
    private static bool HasStream(ReadOnlySpan<byte> bytes, string name) =>
        bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(name + "\0")) >= 0;

    private static UnreadableException Unsupported(string zh, string en, string remedyZh, string remedyEn) =>
        new(ReadProblemKind.Binary, $"这是{zh}，不能直接读取。{remedyZh}", $"this is {en}, which is not read. {remedyEn}");
}
