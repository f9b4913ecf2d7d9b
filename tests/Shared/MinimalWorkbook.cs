using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Mingzhang.Tests.Shared;

/// <summary>Writes small .xlsx files as spreadsheet programs do: text inline, numbers, dates as styled numbers, formulas with and without value, merged cells.</summary>
internal sealed class MinimalWorkbook
{
    private readonly List<(string Name, List<object?[]> Rows, List<string> Merges)> _sheets = [];

    /// <summary>A formula; without a cached value if that is null.</summary>
    public sealed record Formula(string Text, double? Cached);

    /// <summary>An error value like #REF!.</summary>
    public sealed record Error(string Text);

    public MinimalWorkbook Sheet(string name, params object?[][] rows)
    {
        _sheets.Add((name, [.. rows], []));
        return this;
    }

    public MinimalWorkbook Merge(string range)
    {
        _sheets[^1].Merges.Add(range);
        return this;
    }

    public string Save(string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """);
        Add(zip, "_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        var sheets = new StringBuilder();
        var relations = new StringBuilder("<Relationship Id=\"st\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>");
        for (int i = 0; i < _sheets.Count; i++)
        {
            sheets.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(_sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>");
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"s{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>");
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", SheetXml(_sheets[i].Rows, _sheets[i].Merges));
        }

        Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{sheets}</sheets></workbook>");
        Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");
        Add(zip, "xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        return path;
    }

    private static string SheetXml(List<object?[]> rows, List<string> merges)
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++) xml.Append(CellXml($"{(char)('A' + column)}{row + 1}", rows[row][column]));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merges.Count > 0) xml.Append("<mergeCells>").AppendJoin("", merges.Select(m => $"<mergeCell ref=\"{m}\"/>")).Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private static string CellXml(string place, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        DateOnly day => $"<c r=\"{place}\" s=\"1\"><v>{(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)}</v></c>",
        Formula { Cached: null } formula => $"<c r=\"{place}\"><f>{formula.Text}</f></c>",
        Formula formula => $"<c r=\"{place}\"><f>{formula.Text}</f><v>{formula.Cached.Value.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        Error error => $"<c r=\"{place}\" t=\"e\"><f>1/0</f><v>{error.Text}</v></c>",
        IFormattable number => $"<c r=\"{place}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text.Trim());
    }
}
