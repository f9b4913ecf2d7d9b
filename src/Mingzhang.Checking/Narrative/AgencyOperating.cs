using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// 机关运行经费 against the basic expenditure: it is the operating cost (公用经费) of the administrative units and of those run like them, and so at most
/// the operating cost of all units.
/// </summary>
internal static class AgencyOperating
{
    /// <summary>The subject's key.</summary>
    public const string Key = "agencyOperating";


    /// <summary>Whether a claim states the agency operating cost, which some places show on the form of the three public expenses.</summary>
    public static bool IsIt(Subject subject, Edition edition) => subject.Key == Key || (subject.Address is { } cell && cell == ThreePublicCells.Of(edition).AgencyOperating);

    /// <summary>The cell of the operating cost (公用经费) of all units; null where no form has it.</summary>
    public static Address? OperatingCost(Edition edition) => edition.FormOf("basic") switch
    {
        { Shape: FormShape.EconomicBlocks } form => new Address(form.Id, "公用经费合计", "1"),
        { } form when form.Columns.FirstOrDefault(c => c.Caption is "公用经费") is { } column => new Address(form.Id, Address.Total, column.Number),
        _ => null,
    };

    /// <summary>Tests a claim of the agency operating cost.</summary>
    public static void Test(CheckContext context, ClaimFigures figures, Claim claim, RuleLog log)
    {
        Edition edition = context.Edition;
        int stated = figures.Of(claim), most = OperatingCost(edition) is { } cell ? figures.OfCell(cell) : -1;

        // A form by economic item without totals: the classes of the operating cost.
        if (stated >= 0 && most < 0 && edition.FormOf("basic") is { Shape: FormShape.EconomicCodes } form && OperatingCost(edition) is null
            && context.Statement(form.Id) is { State: StatementState.Read } statement && EconomicSplit.Classes(edition.Accounts, figures, form, statement, personnel: false) is { Count: > 0 } classes)
        {
            if (figures.Network.Add(NarrativeRules.AgencyOperating, Shape.Linear, Comparison.AtMost, [new Part(stated, 1), .. classes], 1) is not Verdict.Violated) log.Pass(NarrativeRules.AgencyOperating.Id);
            return;
        }

        if (stated < 0 || most < 0)
        {
            log.NotRun(NarrativeRules.AgencyOperating.Id, Reasons.NothingToCompare);
            return;
        }

        Verdict verdict = figures.Network.Add(NarrativeRules.AgencyOperating, Shape.Linear, Comparison.AtMost, [new Part(stated, 1), new Part(most, -1)], 1);
        if (verdict is not Verdict.Violated) log.Pass(NarrativeRules.AgencyOperating.Id);
    }
}
