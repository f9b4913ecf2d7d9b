using System.Globalization;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>
/// Reads workbooks (.xlsx): the visible sheets in order, a line for each row. Numbers are read as their formats print them, from the decimal
/// digits in the file; of formulas the values that were stored with them.
/// </summary>
internal static class WorkbookReader
{
    /// <summary>The text of a workbook. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    /// <param name="path">The file, for its name.</param>
    /// <param name="package">What it holds.</param>
    /// <param name="options">The limits.</param>
    /// <param name="missing">How many formulas have no result in the file.</param>
    internal static SourceText Read(string path, ZipPackage package, ReadingOptions options, out int missing)
    {
        string main = PackageParts.MainPart(package) ?? "xl/workbook.xml";
        string folder = main.Contains('/', StringComparison.Ordinal) ? main[..(main.LastIndexOf('/') + 1)] : "";
        Dictionary<string, string> parts = PackageParts.Related(package, main);
        List<string> strings = SharedStrings.Read(package, folder + "sharedStrings.xml", options);
        CellFormats formats = CellFormats.Read(package, folder + "styles.xml");
        var manuscript = new Manuscript(options);
        var remarks = new WorkbookRemarks();
        (List<(string Id, string Name)> sheets, bool from1904) = Sheets(package, main, remarks);
        foreach ((string sheet, string name) in sheets)
        {
            if (!parts.TryGetValue(sheet, out string? part)) throw ZipPackage.Damaged($"缺少工作表 {sheet} / sheet {sheet} is missing");
            using XmlCursor? xml = package.Xml(part);
            if (xml is null) throw ZipPackage.Damaged($"缺少 {part} / no {part}");
            var writer = new SheetWriter(manuscript, options, part, name);
            var reader = new SheetReader(xml, strings, formats, from1904);
            reader.Read(writer);
            writer.Write();
            remarks.HiddenCells += writer.Hidden;
            remarks.FormulasWithoutResult += reader.FormulasWithoutResult;
        }

        missing = remarks.FormulasWithoutResult;
        return manuscript.ToSource(path) with { Remarks = [.. remarks.Of(package.Names)] };
    }

    /// <summary>The relation ids and names of the visible sheets in order, and whether dates count from 1904.</summary>
    private static (List<(string Id, string Name)> Sheets, bool From1904) Sheets(ZipPackage package, string main, WorkbookRemarks remarks)
    {
        var sheets = new List<(string Id, string Name)>();
        bool from1904 = false;
        using XmlCursor xml = package.Xml(main) ?? throw ZipPackage.Damaged($"缺少 {main} / no {main}");
        for (var root = xml.Children(); root.Next();)
        {
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name == "workbookPr") from1904 = xml.Attribute("date1904") is "1" or "true";
                if (xml.Name != "sheets") continue;
                for (var sheet = xml.Children(); sheet.Next();)
                {
                    // r:id; sheetId is another attribute.
                    if (xml.Name != "sheet" || xml.Attribute("id") is not { } id) continue;
                    string name = xml.Attribute("name") ?? "";
                    if (xml.Attribute("state") is null or "visible") sheets.Add((id, name));
                    else remarks.Hide(name);
                }
            }
        }

        return (sheets, from1904);
    }
}
