using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>A book whose accounts come out as a published disclosure prints them.</summary>
/// <param name="Book">The book. Its ledger is synthetic: only totals are public.</param>
/// <param name="Unreached">Cells that no ledger gives together with the others: the document's own contradictions.</param>
/// <param name="Remarks">What could not be taken over.</param>
public sealed record ReconstructedBook(Book Book, ImmutableArray<Address> Unreached, ImmutableArray<Text> Remarks);

/// <summary>
/// Starts a department's book from a disclosure that it has published: the way into Mingzhang for those who have no export at hand, and the source of the
/// example books. The ledger is made so that every printed cell comes out; what only people can write (prose) is left to them.
/// </summary>
public static class BookReconstruction
{
    /// <summary>Makes the book.</summary>
    public static ReconstructedBook From(Disclosure disclosure)
    {
        var particulars = new ParticularsFromClaims(disclosure);
        ImmutableArray<BudgetUnit> units = UnitsOf(disclosure, particulars);
        ProjectSplit projects = ProjectSplit.Of(disclosure, units[0].Code);
        List<Posting> postings = PostingsOfForms.Of(disclosure, units, projects);
        var feeds = new CellFeeds(disclosure, units);
        List<Address> unreached = CellFitting.Fit(postings, new PublishedCells(disclosure).All, p => feeds.Of(p));
        var book = new Book
        {
            Year = disclosure.Year,
            Edition = disclosure.Edition,
            Department = new Department { Name = disclosure.Unit, Units = units },
            Ledger = new Ledger(LedgerPosting.Entries(postings, disclosure.Year)),
            Openings = [.. postings.Where(p => p.IsOpening && p.Fen > 0).Select(p => new OpeningBalance(p.Unit, p.Fund, p.Functional, p.Project, false, Amount.FromYuan(p.Fen / 100m)))],
            Budget = BudgetFromClaims.Lines(disclosure, postings, projects.Budgets),
            Projects = projects.Projects,
            Particulars = particulars.Particulars,
            Performance = PerformanceOf(disclosure, projects, units[0].Code, out ImmutableArray<Text> remarks),
            Prior = PriorFromClaims.Of(disclosure),
        };
        return new ReconstructedBook(book, [.. unreached], remarks);
    }

    private static ImmutableArray<SelfEvaluation> PerformanceOf(Disclosure disclosure, ProjectSplit projects, string unit, out ImmutableArray<Text> remarks)
    {
        var filled = ImmutableArray.CreateBuilder<SelfEvaluation>();
        var left = ImmutableArray.CreateBuilder<Text>();
        bool department = false;
        foreach (Evaluation table in disclosure.Evaluations.OrderBy(e => e.Scope))
        {
            bool whole = table.Scope == EvaluationScope.Department;
            string project = whole ? "" : projects.CodeOf(table.Name.Text);
            SelfEvaluation? evaluation = (whole && department) || (!whole && project.Length == 0) ? null : PerformanceFromTables.Of(table, disclosure.Edition.Scoring, project, whole ? "" : unit);
            if (evaluation is null) left.Add(new Text($"未取用自评表“{table.Name.Text}”：指标或分值不完整，或已有同一对象的自评表", $"the evaluation table of {table.Name.Text} is not taken over: indicators or points are missing, or there is another one"));
            else filled.Add(whole ? evaluation with { Name = disclosure.Unit } : evaluation);
            department |= whole && evaluation is not null;
        }

        remarks = left.ToImmutable();
        return filled.ToImmutable();
    }

    private static ImmutableArray<BudgetUnit> UnitsOf(Disclosure disclosure, ParticularsFromClaims particulars)
    {
        var units = ImmutableArray.CreateBuilder<BudgetUnit>();
        UnitKind below = AllOperatingIsAgency(disclosure) ? UnitKind.CivilServiceInstitution : UnitKind.PublicInstitution;
        foreach (string name in UnitNames.In(disclosure).DefaultIfEmpty(disclosure.Unit))
        {
            bool first = units.Count == 0;
            units.Add(new BudgetUnit
            {
                Code = (units.Count + 1).ToString("000", System.Globalization.CultureInfo.InvariantCulture), Name = name, Tier = first ? 1 : 2,
                Kind = first ? UnitKind.Administrative : below,
                Vehicles = first ? particulars.Vehicles : [], LargeEquipment = first ? particulars.LargeEquipment : 0,
            });
        }

        return units.ToImmutable();
    }

    // 机关运行经费 is the whole of 公用经费 only where every unit is run like the civil service.
    private static bool AllOperatingIsAgency(Disclosure disclosure) =>
        disclosure.Claims.FirstOrDefault(c => c is { Kind: ClaimKind.Amount, Measure: Measure.Final, Subject.Key: "agencyOperating" })?.Value is Printed agency
        && disclosure.Statement("06")?.Cell("公用经费合计", "1")?.Figure?.Value == agency.Value;
}
