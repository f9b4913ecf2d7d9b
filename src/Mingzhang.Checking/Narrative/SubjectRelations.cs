using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// What subjects of the text are to each other by their nature: procurement reserved for small firms is procurement, what they won too; graded
/// projects are the evaluated ones; money with goals is project expenditure.
/// </summary>
internal sealed class SubjectRelations(CheckContext context, ClaimFigures figures, RuleLog log)
{
    private static readonly (string[] Parts, string Whole, bool BudgetsOnly)[] AtMost =
    [
        (["procurement/reserved/小微企业"], "procurement/reserved/中小企业", false),
        (["procurement/reserved/中小企业"], "procurement", true),
        (["procurement/won/reserved/小微企业"], "procurement/won/reserved/中小企业", false),
        (["procurement/won/reserved/中小企业", "procurement/won/other/中小企业"], "procurement", false),
        (["evaluation/problems/fixed", "evaluation/problems/open"], "evaluation/problems", false),
    ];

    private static readonly string[] Grades = ["优", "良", "中", "差", "合格", "不合格"];

    /// <summary>Puts them into the network.</summary>
    public void Test()
    {
        foreach ((string[] parts, string whole, bool budgetsOnly) in AtMost)
        {
            if (!budgetsOnly || context.Edition.Kind == DisclosureKind.Budget) Relate(parts, FirstOf(whole), Comparison.AtMost);
        }

        string[] graded = [.. Grades.Select(g => "evaluation/grades/" + g).Where(k => FirstOf(k) >= 0)];
        if (graded.Length > 1) Relate(graded, FirstOf("evaluation/coverage/projects"), Comparison.Equal);
        if (context.Edition.Kind == DisclosureKind.Budget && context.Edition.FormOf("expenditure") is { } form && form.Columns.FirstOrDefault(c => c.Caption is "项目支出") is { } projects)
            Relate(["goals/money"], figures.OfCell(new Address(form.Id, Address.Total, projects.Number)), Comparison.AtMost);
    }

    private void Relate(string[] keys, int whole, Comparison comparison)
    {
        List<Part> parts = [new Part(whole, -1)];
        foreach (string key in keys)
        {
            if (FirstOf(key) is >= 0 and var part) parts.Add(new Part(part, 1));
        }

        if (parts.Count <= keys.Length) return;
        if (whole < 0)
        {
            log.NotRun(NarrativeRules.Within.Id, Reasons.NothingToCompare);
            return;
        }

        if (figures.Network.Add(NarrativeRules.Within, Shape.Linear, comparison, [.. parts], 1) is not Verdict.Violated) log.Pass(NarrativeRules.Within.Id);
    }

    private int FirstOf(string key)
    {
        foreach (Claim claim in context.ClaimsOn(key))
        {
            if (claim.Kind is ClaimKind.Amount or ClaimKind.Count && claim.Measure is Measure.Final && figures.Of(claim) is >= 0 and var occurrence) return occurrence;
        }

        return -1;
    }
}
