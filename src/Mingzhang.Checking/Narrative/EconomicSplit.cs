using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// 人员经费 and 公用经费 of the text against the classes of the form by economic item, where the form prints no totals for them:
/// 301 and 303 are 人员经费, every other class is 公用经费.
/// </summary>
internal static class EconomicSplit
{
    private const string Personnel = "/personnel", Operating = "/operating";

    /// <summary>Tests a claim of one of both; does nothing for others.</summary>
    public static void Test(CheckContext context, ClaimFigures figures, Claim claim, RuleLog log)
    {
        string key = claim.Subject.Key;
        bool personnel = key.EndsWith(Personnel, StringComparison.Ordinal);
        if (claim.Measure is not Measure.Final || (!personnel && !key.EndsWith(Operating, StringComparison.Ordinal))) return;
        if (context.Edition.FormOf(key[..key.LastIndexOf('/')]) is not { Columns.IsEmpty: false } form) return;
        int stated = figures.Of(claim);
        if (stated < 0 || context.Statement(form.Id) is not { State: StatementState.Read or StatementState.Partial } statement)
        {
            log.NotRun(NarrativeRules.EconomicSplit.Id, stated < 0 ? Reasons.Approximate : Reasons.FormMissing(form.Id));
            return;
        }

        if (Classes(context.Edition.Accounts, figures, form, statement, personnel) is not { } classes)
        {
            log.NotRun(NarrativeRules.EconomicSplit.Id, Reasons.CellUnread);
            return;
        }

        List<Part> parts = [new Part(stated, 1), .. classes];
        if (parts.Count == 1 || !statement.Unread.IsEmpty) log.NotRun(NarrativeRules.EconomicSplit.Id, Reasons.RowsUnread);
        else if (figures.Network.Add(NarrativeRules.EconomicSplit, Shape.Linear, Comparison.Equal, [.. parts], 1) is not Verdict.Violated) log.Pass(NarrativeRules.EconomicSplit.Id);
    }

    /// <summary>The classes of 人员经费, or all others, of a form by economic item, each with a negative sign; null where one was not read.</summary>
    public static List<Part>? Classes(AccountChart accounts, ClaimFigures figures, FormDefinition form, Statement statement, bool personnel)
    {
        List<Part> parts = [];
        foreach (StatementRow row in statement.Rows)
        {
            if (row.Key.Length != 3 || !char.IsAsciiDigit(row.Key[0]) || accounts.IsPersonnel(row.Key) != personnel) continue;
            int cell = figures.OfCell(new Address(form.Id, row.Key, form.Columns[0].Number));
            if (cell < 0) return null;
            parts.Add(new Part(cell, -1));
        }

        return parts;
    }
}
