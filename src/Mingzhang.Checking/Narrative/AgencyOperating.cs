using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// 机关运行经费 against form 06: it is the operating cost (公用经费) of the administrative units and of those run like them, and so at most
/// the operating cost of all units.
/// </summary>
internal static class AgencyOperating
{
    /// <summary>The subject's key.</summary>
    public const string Key = "agencyOperating";

    private static readonly Address OperatingCost = new("06", "公用经费合计", "1");

    /// <summary>Tests a claim of the agency operating cost.</summary>
    public static void Test(ClaimFigures figures, Claim claim, RuleLog log)
    {
        int stated = figures.Of(claim), most = figures.OfCell(OperatingCost);
        if (stated < 0 || most < 0)
        {
            log.NotRun(NarrativeRules.AgencyOperating.Id, Reasons.NothingToCompare);
            return;
        }

        Verdict verdict = figures.Network.Add(NarrativeRules.AgencyOperating, Shape.Linear, Comparison.AtMost, [new Part(stated, 1), new Part(most, -1)], 1);
        if (verdict is not Verdict.Violated) log.Pass(NarrativeRules.AgencyOperating.Id);
    }
}
