using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Excel;

/// <summary>
/// Writes a disclosure as an Excel workbook: a sheet for each form (公开01表 …) with the figures as numbers, sums as live formulas where the
/// printed parts give them exactly, sheets for the key work and the self-evaluations, and a sheet with every relation as live formulas.
/// The same disclosure gives the same bytes.
/// </summary>
public static class Workbook
{
    /// <summary>Writes the workbook.</summary>
    public static void Write(Disclosure disclosure, Stream stream)
    {
        SheetStyles styles = new();
        ImmutableArray<SheetDraft> sheets = Sheets(disclosure, styles);
        using var buffer = new MemoryStream();
        using (SpreadsheetDocument package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            package.CompressionOption = System.IO.Packaging.CompressionOption.SuperFast;
            WorkbookPart part = package.AddWorkbookPart();
            package.ChangeIdOfPart(part, "rId1");
            for (int i = 0; i < sheets.Length; i++)
            {
                using Stream target = part.AddNewPart<WorksheetPart>(Id(i)).GetStream(FileMode.Create, FileAccess.Write);
                sheets[i].Write(target, selected: i == 0);
            }

            Feed(part.AddNewPart<WorkbookStylesPart>("rIdStyles"), styles.Xml());
            Feed(part, WorkbookXml(sheets));
            CoreFilePropertiesPart properties = package.AddCoreFilePropertiesPart();
            package.ChangeIdOfPart(properties, "rId2");
            CoreProperties.Write(properties, disclosure);
        }

        StablePackage.Copy(buffer, stream);
    }

    private static ImmutableArray<SheetDraft> Sheets(Disclosure disclosure, SheetStyles styles)
    {
        ImmutableArray<Block> blocks = DocumentBlocks.Of(disclosure);
        StatementBlock[] forms = [.. blocks.OfType<StatementBlock>().DistinctBy(b => b.Form.Id)];
        FormSheets tables = new(styles);
        foreach (StatementBlock form in forms) tables.Place(form);
        ImmutableArray<RelationCells> relations = RelationExpansion.Of(disclosure);
        Dictionary<string, string> names = forms.ToDictionary(f => f.Form.Id, FormSheets.NameOf);
        Dictionary<Address, string> formulas = Formulas.Of(relations, tables, form => names.GetValueOrDefault(form, ""));
        var sheets = ImmutableArray.CreateBuilder<SheetDraft>();
        foreach (StatementBlock form in forms) sheets.Add(tables.Form(form, formulas));
        int evaluations = 0;
        foreach (TableBlock table in blocks.OfType<TableBlock>())
        {
            if (table.Grid.HeadRows == 1) sheets.Add(tables.Other("重点工作", $"{disclosure.Year}年重点工作完成情况", table.Grid));
            else if (table.IsEvaluation) sheets.Add(tables.Other("自评表" + (++evaluations).ToString(CultureInfo.InvariantCulture), table.Caption, table.Grid));
        }

        sheets.Add(RelationSheet.Of(relations, tables, styles));
        return sheets.ToImmutable();
    }

    private static string WorkbookXml(ImmutableArray<SheetDraft> sheets)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><bookViews><workbookView/></bookViews><sheets>");
        for (int i = 0; i < sheets.Length; i++) xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"{Id(i)}\"/>");
        xml.Append("</sheets><definedNames>");
        for (int i = 0; i < sheets.Length; i++)
        {
            if (sheets[i].Repeated.Last > 0) xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">'{SecurityElement.Escape(sheets[i].Name)}'!${sheets[i].Repeated.First}:${sheets[i].Repeated.Last}</definedName>");
        }

        return xml.Append("</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>").ToString();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static string Id(int sheet) => "rId" + (sheet + 1).ToString(CultureInfo.InvariantCulture);
}
