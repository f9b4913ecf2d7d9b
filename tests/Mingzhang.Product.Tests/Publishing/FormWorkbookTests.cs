using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Exports;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class FormWorkbookTests
{
    [Fact]
    public void The_forms_read_back_cell_for_cell()
    {
        Disclosure disclosure = BuiltDisclosure.FromText;
        Assert.Equal(Cells(disclosure), Cells(ReadBack(Export(disclosure))));
    }

    [CorpusFact]
    public void Forms_of_published_documents_read_back_without_a_wrong_figure()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = Pipeline.Disclosure(Path.GetFileName(path), File.ReadAllText(path));
            Dictionary<string, string> published = Cells(disclosure), back = Cells(ReadBack(Export(disclosure)));
            Assert.All(back, c => Assert.Equal((c.Key, published.GetValueOrDefault(c.Key)), (c.Key, c.Value)));
            Assert.True(back.Count >= published.Count * 99 / 100, $"{path}: {back.Count} of {published.Count}");
        }
    }

    [Fact]
    public void It_is_a_valid_workbook_of_real_numbers_whose_unread_cells_are_marked()
    {
        Statement form = BuiltDisclosure.FromText.Statement("03")!;
        StatementRow row = form.Rows[^1];
        Statement spoiled = form with { State = StatementState.Partial, Rows = form.Rows.SetItem(form.Rows.Length - 1, row with { Cells = row.Cells.RemoveAt(0), UnreadColumns = [row.Cells[0].Column] }) };
        byte[] file = Export(BuiltDisclosure.FromText with { Statements = BuiltDisclosure.FromText.Statements.Replace(form, spoiled) });
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        Sheet[] sheets = [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>()];
        Assert.Equal(["说明", "公开01表", "公开02表"], sheets.Take(3).Select(s => s.Name!.Value));
        CellFormat[] formats = [.. document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];
        var third = (WorksheetPart)document.WorkbookPart.GetPartById(sheets.Single(s => s.Name == "公开03表").Id!);
        DocumentFormat.OpenXml.Spreadsheet.Cell unread = Assert.Single(third.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>(), c => c.InnerText == StatementGrid.Unread);
        Assert.Equal(3u, formats[(int)unread.StyleIndex!.Value].FillId!.Value);
        int numbers = third.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Count(c => c.DataType is null && c.CellValue is not null);
        Assert.Equal(spoiled.Rows.Sum(r => r.Cells.Length), numbers);
    }

    [Fact]
    public void Several_documents_share_a_workbook_and_hostile_text_stays_text()
    {
        using var stream = new MemoryStream();
        FormWorkbook.Write([Examined.Read("甲", BuiltDisclosure.FromText), Examined.Unusable("乙", new Core.Findings.Text("坏", "broken")), Examined.Read("丙", BuiltDisclosure.WithHostileText)], true, stream);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        string[] names = [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];
        Assert.Contains("1-公开01表", names);
        Assert.Contains("3-公开09表", names);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.DoesNotContain(document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()), _ => true);
    }

    private static byte[] Export(Disclosure disclosure) => BuiltDisclosure.Bytes(stream => FormWorkbook.Write([Examined.Read("文件", disclosure)], false, stream));

    private static Disclosure ReadBack(byte[] file)
    {
        (SourceText? text, Mingzhang.Reading.ReadProblem? problem) = SourceLoader.Load("表.xlsx", file);
        Assert.True(text is not null, problem?.Message.En);
        Mingzhang.Reading.ReadResult result = Mingzhang.Reading.DocumentReader.Read(text, Pipeline.Statutes);
        Assert.True(result.Disclosure is not null, result.Problem?.Message.En);
        return result.Disclosure;
    }

    private static Dictionary<string, string> Cells(Disclosure disclosure) =>
        disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Where(c => c.Figure is not null).Select(c => ($"{s.Form}[{r.Key}].{c.Column}", c.Figure.ToString()!))))
            .GroupBy(c => c.Item1).ToDictionary(g => g.Key, g => g.First().Item2);
}
