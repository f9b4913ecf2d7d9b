using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Reads the statutory forms: finds them by their titles, takes their rows apart by the definitions of the edition, and lets the forms'
/// arithmetic choose between the columns where the layout is lost. What stays open is unread, with its text and the reason.
/// </summary>
internal static class StatementReader
{
    /// <summary>The forms that a document shows, in document order, each once.</summary>
    internal static ImmutableArray<Statement> Read(SourceText text, Outline outline, Edition edition)
    {
        List<RawForm> forms = ReadRaw(text, outline, edition);
        new PlacementSolver(forms, edition).Run(new TextWitness(text, outline, edition));
        return [.. forms.Select(StatementBuilder.Build)];
    }

    /// <summary>Which share of the captioned lines of the forms of numbered lines stands under the numbers of an edition; 1 where no such form is found.</summary>
    internal static double Fit(SourceText text, Outline outline, Edition edition)
    {
        int named = 0, lines = 0;
        foreach (RawForm form in ReadRaw(text, outline, edition, FormShape.Lines))
        {
            lines += form.Definition.Lines.Count(l => l.Caption.Length > 0);
            named += form.Rows.Count(r => r.IsNamed && r.Caption.Length > 0);
        }

        return lines == 0 ? 1 : (double)named / lines;
    }

    /// <summary>The forms, or those of one shape, before their figures are placed in columns.</summary>
    private static List<RawForm> ReadRaw(SourceText text, Outline outline, Edition edition, FormShape? shape = null)
    {
        var forms = new List<RawForm>();
        foreach (IGrouping<string, FormRegion> regions in FormFinder.Find(text, outline, edition).Where(r => shape is null || r.Form.Shape == shape).GroupBy(r => r.Form.Id))
        {
            RawForm? form = null;
            List<TableLine> lines = [];
            foreach (FormRegion region in regions)
            {
                var part = new RawForm(region);
                List<TableLine> more = FormLines.Read(text, part);
                bool holds = more.Exists(l => l.Atoms.Exists(a => a.IsItem));
                if (form is not null && !holds) continue;
                if (form is null || !lines.Exists(l => l.Atoms.Exists(a => a.IsItem)))
                {
                    (form, lines) = (part, more);
                    continue;
                }

                // A further page of the same form: its lines follow.
                lines.AddRange(more);
                form.Notes.AddRange(part.Notes);
                form.LastLine = part.LastLine;
            }

            ReadRows(form!, lines, edition);
            forms.Add(form!);
        }

        return forms;
    }

    private static void ReadRows(RawForm form, List<TableLine> lines, Edition edition)
    {
        switch (form.Definition.Shape)
        {
            case FormShape.Lines when !form.Definition.PrintsLineNumbers: CaptionedLines.Read(form, lines, edition); break;
            case FormShape.Lines: NumberedLines.Read(form, lines); break;
            case FormShape.FunctionalCodes or FormShape.EconomicCodes: CodeRows.Read(form, lines); break;
            case FormShape.EconomicBlocks: EconomicBlocks.Read(form, lines); break;
            case FormShape.Register: Register.Read(form, lines); break;
            default: SingleRow.Read(form, lines); break;
        }
    }
}
