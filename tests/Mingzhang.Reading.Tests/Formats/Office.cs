namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Makes small Office files part by part.</summary>
internal static class Office
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>A Word document with a body.</summary>
    public static byte[] Docx(string body, string? numbering = null, string? styles = null)
    {
        var parts = new List<(string, string)> { Root("word/document.xml"), ("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>") };
        if (numbering is not null) parts.Add(("word/numbering.xml", $"<w:numbering {Word}>{numbering}</w:numbering>"));
        if (styles is not null) parts.Add(("word/styles.xml", $"<w:styles {Word}>{styles}</w:styles>"));
        return ZipFiles.Zip(parts);
    }

    /// <summary>A paragraph of runs.</summary>
    public static string P(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>A cell of a Word table.</summary>
    public static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>A workbook: sheets by their XML after the root element, number formats from 164 on.</summary>
    public static byte[] Xlsx(string[] sheets, string[]? formats = null, string[]? strings = null, string? hidden = null)
    {
        formats ??= [];
        var parts = new List<(string, string)>
        {
            Root("xl/workbook.xml"),
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("xl/workbook.xml", $"<workbook {Sheet}><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name=\"s{i}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"{(hidden == $"s{i}" ? " state=\"hidden\"" : "")}/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s{i}.xml\"/>"))}</Relationships>"),
            ("xl/styles.xml", $"<styleSheet {Sheet}><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{f.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{164 + i}\"/>"))}</cellXfs></styleSheet>"),
        };
        if (strings is not null) parts.Add(("xl/sharedStrings.xml", $"<sst {Sheet}>{string.Concat(strings.Select(s => $"<si><t>{s}</t></si>"))}</sst>"));
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/s{i}.xml", $"<worksheet {Sheet}>{s}</worksheet>")));
        return ZipFiles.Zip(parts);
    }

    private static (string, string) Root(string part) =>
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{part}\"/></Relationships>");
}
