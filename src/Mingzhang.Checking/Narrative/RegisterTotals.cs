using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// What the text says of procurement and of services bought, against the register of its form: the whole against its entries at the top, goods,
/// works and services against the entries that carry their names.
/// </summary>
internal static class RegisterTotals
{
    private static readonly string[] Subjects = ["procurement", "purchasedServices"];
    private static readonly string[] Totals = ["总计", "合计", "金额"];

    /// <summary>Tests a claim of one of both; does nothing for others.</summary>
    public static void Test(CheckContext context, ClaimFigures figures, Claim claim, RuleLog log)
    {
        string subject = claim.Subject.Key, category = "";
        if (subject.IndexOf('/') is > 0 and int slash) (subject, category) = (subject[..slash], subject[(slash + 1)..]);
        if (claim.Measure is not Measure.Final || Array.IndexOf(Subjects, subject) < 0 || category.Contains('/')) return;
        if (context.Edition.FormOf(subject) is not { Shape: FormShape.Register } form || context.Statement(form.Id) is not { State: StatementState.Read or StatementState.Empty } statement) return;
        int stated = figures.Of(claim);
        if (stated < 0) return;
        List<Part> parts = [new Part(stated, 1)];
        foreach (StatementRow row in statement.Rows)
        {
            // An entry at the top, or the one that sums up what is named.
            if (row.Key == Address.Total || row.Parent is not (null or "" or Address.Total) || (category.Length > 0 && !row.Caption.Contains(category, StringComparison.Ordinal))) continue;
            foreach (FormColumn column in Columns(form, statement))
            {
                if (row.Cell(column.Number) is { Figure: not null } && figures.OfCell(new Address(form.Id, row.Key, column.Number)) is >= 0 and int cell) parts.Add(new Part(cell, -1));
            }
        }

        // Where the register does not part goods from services, it says nothing of either.
        if (parts.Count == 1 && (category.Length > 0 || statement.State is not StatementState.Empty)) log.NotRun(NarrativeRules.RegisterTotal.Id, Reasons.NothingToCompare);
        else if (parts.Count == 1)
        {
            if (claim.Value is { Value: 0 }) log.Pass(NarrativeRules.RegisterTotal.Id);
            else log.NotRun(NarrativeRules.RegisterTotal.Id, Reasons.NothingToCompare);
        }
        else if (figures.Network.Add(NarrativeRules.RegisterTotal, Shape.Linear, Comparison.Equal, [.. parts], 1) is not Verdict.Violated) log.Pass(NarrativeRules.RegisterTotal.Id);
    }

    /// <summary>The column of totals; where no entry has a figure in it, the columns that it sums up.</summary>
    private static IEnumerable<FormColumn> Columns(FormDefinition form, Statement statement)
    {
        FormColumn? total = form.Columns.FirstOrDefault(c => Array.IndexOf(Totals, c.Caption) >= 0);
        if (total is not null && statement.Rows.Any(r => r.Cell(total.Number) is { Figure: not null })) return [total];
        return form.Columns.Where(c => c.Captions.Length > 1);
    }
}
