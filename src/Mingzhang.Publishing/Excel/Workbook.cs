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
/// printed parts give them exactly, a sheet with every relation as live formulas, and sheets for the text and the self-evaluations.
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
        ImmutableArray<SheetBlocks> parts = SheetBlocks.Of(DocumentBlocks.Of(disclosure));
        SheetBlocks[] forms = [.. parts.Where(p => p.Form is not null)];
        FormSheets tables = new(styles);
        foreach (SheetBlocks form in forms) tables.Place(form.Form!, form.Part.Length > 0);
        ImmutableArray<RelationCells> relations = RelationExpansion.Of(disclosure);
        Dictionary<string, string> names = forms.ToDictionary(f => f.Form!.Form.Id, f => f.Name);
        Dictionary<Address, string> formulas = Formulas.Of(relations, tables, form => names.GetValueOrDefault(form, ""));
        var sheets = ImmutableArray.CreateBuilder<SheetDraft>();
        foreach (SheetBlocks part in parts)
        {
            sheets.Add(part.Form is { } form ? tables.Form(form, part.Part, formulas) : tables.Pages(part.Name, part.Blocks));
            if (forms.Length > 0 && part == forms[^1]) sheets.Add(RelationSheet.Of(relations, tables, styles));
        }

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
