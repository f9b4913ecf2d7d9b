using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Product.Tests.Building;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Workbook = Mingzhang.Publishing.Excel.Workbook;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class WorkbookTests
{
    private static readonly byte[] Book = BuiltDisclosure.Bytes(s => Workbook.Write(BuiltDisclosure.FromBook, s));

    [Fact]
    public void It_is_a_valid_workbook() => AssertValid(Book);

    [Fact]
    public void Hostile_text_stays_text_and_is_marked_as_such()
    {
        byte[] bytes = BuiltDisclosure.Bytes(s => Workbook.Write(BuiltDisclosure.WithHostileText, s));
        AssertValid(bytes);
        using SpreadsheetDocument document = Open(bytes);
        CellFormat[] formats = [.. document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];
        Cell[] like = [.. Cells(document).Where(c => c.Cell.InnerText is ['=' or '+' or '-' or '@', ..] && c.Cell.CellFormula is null && c.Cell.DataType?.Value == CellValues.InlineString).Select(c => c.Cell)];
        Assert.True(like.Length >= 4, $"{like.Length}");
        Assert.All(like, c => Assert.True(formats[(int)c.StyleIndex!.Value].QuotePrefix?.Value));
    }

    [CorpusFact]
    public void Every_published_document_gives_a_valid_one()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = Pipeline.Disclosure(Path.GetFileName(path), File.ReadAllText(path));
            AssertValid(BuiltDisclosure.Bytes(s => Workbook.Write(disclosure, s)));
        }
    }

    [Fact]
    public void The_same_disclosure_gives_the_same_bytes() => Assert.Equal(Book, BuiltDisclosure.Bytes(s => Workbook.Write(BuiltDisclosure.FromBook, s)));

    [Fact]
    public void There_is_a_sheet_for_each_form_and_its_figures_are_numbers()
    {
        using SpreadsheetDocument document = Open(Book);
        foreach (Statement statement in BuiltDisclosure.FromBook.Statements)
        {
            string[] numbers = [.. Cells(document).Where(c => c.Sheet == $"公开{statement.Form}表" && c.Cell.CellValue is not null && c.Cell.DataType is null).Select(c => c.Cell.CellValue!.Text).Order(StringComparer.Ordinal)];
            Assert.Equal(statement.Rows.SelectMany(r => r.Cells.Select(c => c.Figure!.Value.ToString())).Order(StringComparer.Ordinal), numbers);
        }
    }

    [Fact]
    public void Every_relation_holds_by_its_cached_values()
    {
        using SpreadsheetDocument document = Open(Book);
        string[] verdicts = [.. Cells(document).Where(c => c.Sheet == "勾稽关系" && c.Cell.CellFormula is not null && c.Cell.DataType?.Value == CellValues.String).Select(c => c.Cell.CellValue!.Text)];
        Assert.True(verdicts.Length > 100, $"{verdicts.Length}");
        Assert.All(verdicts, v => Assert.Equal("成立", v));
    }

    [OfficeFact]
    public void Recalculation_by_LibreOffice_gives_what_is_printed()
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-recalculation-").FullName;
        try
        {
            var printed = new Dictionary<string, Dictionary<(string, string), string>>();
            foreach ((string name, Disclosure disclosure) in new[] { ("book", BuiltDisclosure.FromBook), ("text", BuiltDisclosure.FromText) }.Concat(ExampleBook.Names.Select(n => (n, ExampleBook.Compose(n)))))
            {
                string written = Path.Combine(folder, name + ".xlsx");
                File.WriteAllBytes(written, BuiltDisclosure.Bytes(s => Workbook.Write(disclosure, s)));
                printed.Add(name, Values(written));

                // Values that are taken away show that it was recalculated.
                Spoil(written);
            }

            string target = Recalculate([.. printed.Keys.Select(n => Path.Combine(folder, n + ".xlsx"))], folder);
            foreach ((string name, Dictionary<(string Sheet, string), string> cells) in printed)
            {
                Dictionary<(string Sheet, string), string> recalculated = Values(Path.Combine(target, name + ".xlsx"));
                Assert.Equal([], cells.Where(p => !Same(p.Value, recalculated.GetValueOrDefault(p.Key, ""))).Select(p => $"{name} {p.Key}: {p.Value} is {recalculated.GetValueOrDefault(p.Key)}"));
                string[] verdicts = [.. recalculated.Where(p => p.Key.Sheet == "勾稽关系" && p.Value is "成立" or "不成立" or "请核实").Select(p => p.Value)];
                Assert.True(verdicts.Length > 50, $"{name}: {verdicts.Length}");
                Assert.DoesNotContain("不成立", verdicts);
                Assert.DoesNotContain(recalculated.Values, v => v.StartsWith('#') || v.StartsWith("Err:", StringComparison.Ordinal));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Same(string printed, string recalculated) =>
        printed == recalculated || (double.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out double a) && double.TryParse(recalculated, NumberStyles.Float, CultureInfo.InvariantCulture, out double b) && a == b);

    /// <summary>Takes the cached values of all formulas away.</summary>
    private static void Spoil(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, true);
        foreach ((_, Cell cell) in Cells(document).Where(c => c.Cell.CellFormula is not null).ToList())
        {
            cell.CellValue = null;
            cell.DataType = null;
        }
    }

    /// <summary>The folder with the workbooks as LibreOffice recalculates them, all in one start.</summary>
    private static string Recalculate(string[] paths, string folder)
    {
        string target = Path.Combine(folder, "out");
        var start = new ProcessStartInfo("soffice") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in new[] { "--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target }.Concat(paths)) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Assert.True(process.WaitForExit(120_000));
        return target;
    }

    /// <summary>The values of all cells with a number or a formula, by sheet and place.</summary>
    private static Dictionary<(string, string), string> Values(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, false);
        string[] shared = [.. document.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(s => s.InnerText) ?? []];
        var values = new Dictionary<(string, string), string>();
        foreach ((string sheet, Cell cell) in Cells(document).Where(c => c.Cell.CellValue is not null))
        {
            string text = cell.CellValue!.Text;
            values[(sheet, cell.CellReference!.Value!)] = cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(text, CultureInfo.InvariantCulture)] : text;
        }

        return values;
    }

    private static IEnumerable<(string Sheet, Cell Cell)> Cells(SpreadsheetDocument document) =>
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().SelectMany(sheet =>
            ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Cell>().Select(cell => (sheet.Name!.Value!, cell)));

    private static void AssertValid(byte[] bytes)
    {
        using SpreadsheetDocument document = Open(bytes);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), false);
}
