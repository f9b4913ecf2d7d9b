using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Excel;

/// <summary>The small workbook inside a chart: names in column A, figures in column B.</summary>
internal static class ChartWorkbook
{
    /// <summary>Writes it.</summary>
    public static void Write(Chart chart, Stream stream)
    {
        using var buffer = new MemoryStream();
        using (SpreadsheetDocument package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            WorkbookPart part = package.AddWorkbookPart();
            package.ChangeIdOfPart(part, "rId1");
            SheetData rows = new(new Row(Text(""), Text(chart.Unit)));
            foreach (ChartPoint point in chart.Points) rows.Append(new Row(Text(chart.Label(point)), new Cell { CellValue = new CellValue(point.Figure.ToString()) }));
            part.AddNewPart<WorksheetPart>("rId1").Worksheet = new Worksheet(rows);
            part.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Id = "rId1", SheetId = 1, Name = "Sheet1" }));
        }

        StablePackage.Copy(buffer, stream);
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(XmlText.Clean(text))) };
}
