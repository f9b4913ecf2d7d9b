using System.Collections.Frozen;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Checking.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Links;

/// <summary>Puts into the network what a document states about another one, against that one's forms.</summary>
internal static class LinkRelations
{
    /// <summary>Forms of appropriated money by codes: what units pay each other, which the department's totals leave out, is in none of them.</summary>
    private static readonly FrozenSet<string> Appropriated = FrozenSet.Create("general", "basic", "governmentFund", "stateCapital");

    /// <summary>Tests a document against another.</summary>
    public static void Test(CheckContext context, LinkedDocument link, ClaimFigures figures, FactSheets sheets, FactNetwork network, RuleLog log)
    {
        var linked = new LinkedFigures(context, link, network);
        switch (link.Link.Kind)
        {
            case LinkKind.PriorYear:
                new PriorRelations(context, linked, figures, network, log).Test();
                break;
            case LinkKind.Budget:
                Quoted(LinkRules.InitialBudget, Measure.InitialBudget, linked, figures, network, log);
                break;
            case LinkKind.PriorAccounts:
                Quoted(LinkRules.PriorExecution, Measure.PriorYear, linked, figures, network, log);
                break;
            default:
                Within(context, linked, sheets, network, log);
                break;
        }
    }

    /// <summary>Amounts that the text quotes from the other document.</summary>
    private static void Quoted(FactRule rule, Measure measure, LinkedFigures linked, ClaimFigures figures, FactNetwork network, RuleLog log)
    {
        foreach (Claim claim in figures.Claims)
        {
            if (claim.Kind is not ClaimKind.Amount || claim.Measure != measure || claim.Subject.Address is not { } address) continue;
            int stated = figures.Of(claim), published = linked.Same(address);
            if (stated < 0 || published < 0) log.NotRun(rule.Id, Reasons.NothingToCompare);
            else if (network.Add(rule, Shape.Linear, Comparison.Equal, [new Part(stated, 1), new Part(published, -1)], 1) is not Verdict.Violated) log.Pass(rule.Id);
        }
    }

    /// <summary>Every figure of a unit's tables by codes against the same figure of its department.</summary>
    private static void Within(CheckContext context, LinkedFigures linked, FactSheets sheets, FactNetwork network, RuleLog log)
    {
        FactRule rule = LinkRules.WithinDepartment;
        foreach (Statement statement in context.Disclosure.Statements)
        {
            if (context.Edition.Form(statement.Form) is not { } form || !Appropriated.Contains(form.Subject)) continue;
            foreach (StatementRow row in statement.Rows)
            {
                foreach (Cell cell in row.Cells)
                {
                    var address = new Address(form.Id, row.Key, cell.Column);
                    int own = sheets.OccurrenceOf(address), all = linked.Same(address);
                    if (own < 0 || all < 0) log.NotRun(rule.Id, Reasons.NothingToCompare);
                    else if (network.Add(rule, Shape.Linear, Comparison.AtMost, [new Part(own, 1), new Part(all, -1)], 1) is not Verdict.Violated) log.Pass(rule.Id);
                }
            }
        }
    }
}
