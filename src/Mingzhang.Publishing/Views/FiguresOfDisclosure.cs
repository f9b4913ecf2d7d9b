using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Views;

/// <summary>The figures of a disclosure one by one, for comparing.</summary>
internal static class FiguresOfDisclosure
{
    private static readonly string[] Kinds = ["staff", "vehicles", "procurement", "overseas", "reception", "cars", "equipment", "agencyOperating", "units"];

    /// <summary>Every figure of the forms; of registers, whose rows are not the same from one document to the next, only the total.</summary>
    public static ImmutableArray<CellFigure> Cells(Disclosure disclosure)
    {
        var cells = ImmutableArray.CreateBuilder<CellFigure>();
        foreach (Statement statement in disclosure.Statements)
        {
            FormDefinition? form = disclosure.Edition.Form(statement.Form);
            string unit = statement.AmountUnit ?? disclosure.AmountUnit;
            for (int i = 0; i < statement.Rows.Length; i++)
            {
                StatementRow row = statement.Rows[i];
                if (form?.Shape == FormShape.Register && row.Key != Address.Total) continue;
                string caption = row.Caption.Length > 0 ? row.Caption.Trim() : form?.Lines.FirstOrDefault(l => l.Number == row.Key)?.Caption ?? row.Key;
                foreach (Cell cell in row.Cells)
                {
                    if (cell.Figure is { } figure) cells.Add(new CellFigure(statement.Form, row.Key, cell.Column, i + 1, caption, figure.ToString(), unit));
                }
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>Amounts and counts of the year that no form has; where the text gives one more than once, the first.</summary>
    public static ImmutableArray<ParticularFigure> Particulars(Disclosure disclosure) =>
    [
        .. disclosure.Claims
            .Where(c => c is { Value: not null, Measure: Measure.Final, Kind: ClaimKind.Amount or ClaimKind.Count, Subject.Address: null } && Kinds.Contains(c.Subject.Key.Split('/')[0]))
            .DistinctBy(c => c.Subject.Key)
            .Select(c => new ParticularFigure(c.Subject.Key.Contains('/', StringComparison.Ordinal) ? c.Subject.Key : c.Subject.Key + "/total", c.Value!.Value.ToString(), c.Unit)),
    ];
}
