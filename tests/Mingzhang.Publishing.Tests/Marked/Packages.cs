using System.Collections.Immutable;
using System.IO.Compression;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Marked;

/// <summary>Small Office files made part by part, and reports on them.</summary>
internal static class Packages
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>A Word document with a body, and other parts.</summary>
    public static byte[] Docx(string body, params (string Name, string Content)[] more) => ZipFiles.Zip(
    [
        Types("<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>" + (more.Length > 0 ? "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>" : "")),
        ("_rels/.rels", Relations($"<Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>")),
        ("word/document.xml", $"<?xml version=\"1.0\"?>\r\n<w:document {Word}><w:body>{body}</w:body></w:document>"),
        .. more,
    ]);

    /// <summary>A workbook of one sheet, and other parts.</summary>
    public static byte[] Xlsx(string sheet, params (string Name, string Content)[] more) => ZipFiles.Zip(
    [
        Types("<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + (more.Length > 0 ? "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>" : "")),
        ("_rels/.rels", Relations($"<Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>")),
        ("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"公开01表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>")),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sheet}</worksheet>"),
        .. more,
    ]);

    /// <summary>The relationships of a part.</summary>
    public static string Relations(string relations) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    /// <summary>A relationship of the kind that a document names its comments by.</summary>
    public static string Relation(string id, string kind, string target) => $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\"/>";

    /// <summary>A report with an error on each stretch of a text.</summary>
    public static CheckReport Report(ImmutableArray<string> lines, ImmutableArray<OriginMark> origins, params TextSpan[] spans)
    {
        SourceText source = new("样例", lines, []) { Origins = origins };
        Finding[] findings = [.. spans.Select(s => new Finding { Rule = "narrative.amount", Severity = Severity.Error, Where = new Place(s), Quote = source.Quote(s), Stated = "<1>", Expected = "2" })];
        return new CheckReport("样例", new CheckResult(Sample.Disclosure with { Source = source }, [.. findings], []), Sample.Rules);
    }

    /// <summary>The parts of the marked copy.</summary>
    public static Dictionary<string, string> Mark(CheckReport report, byte[] file, string language = "zh") => Parts(Copy(report, file, language));

    /// <summary>The bytes of the marked copy.</summary>
    public static byte[] Copy(CheckReport report, byte[] file, string language = "zh")
    {
        using var copy = new MemoryStream();
        MarkedCopy.Write(report, file, copy, language);
        return copy.ToArray();
    }

    /// <summary>The parts of a package as text, in order.</summary>
    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }

    private static (string, string) Types(string overrides) =>
        ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>");
}
