using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Excel;

/// <summary>Writes sheets as a workbook file; the same sheets give the same bytes.</summary>
internal static class WorkbookPackage
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="sheets">The sheets in order; the first is shown.</param>
    /// <param name="styles">The looks that they use.</param>
    /// <param name="disclosure">What the file's properties name.</param>
    /// <param name="stream">Where it goes.</param>
    public static void Write(ImmutableArray<SheetDraft> sheets, SheetStyles styles, Disclosure disclosure, Stream stream)
    {
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
