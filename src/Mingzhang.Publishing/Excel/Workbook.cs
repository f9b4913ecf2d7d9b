using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Publishing.Documents;

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
        WorkbookPackage.Write(sheets, styles, disclosure, stream);
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
}
