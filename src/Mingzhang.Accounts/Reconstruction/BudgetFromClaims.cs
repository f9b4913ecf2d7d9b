using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>
/// Budget lines: the initial budget of an item where the explanations tell it, else its outcome; adjustments make up the difference. The three public
/// expenses have the budget of form 09 and no adjustment.
/// </summary>
internal static class BudgetFromClaims
{
    private const string Adjustment = "年度预算调整";

    /// <summary>The lines, by item.</summary>
    /// <param name="disclosure">What is published.</param>
    /// <param name="postings">The fitted expenditure.</param>
    /// <param name="projectBudgets">Full-year budget of projects in 元 where it is published.</param>
    public static ImmutableArray<BudgetLine> Lines(Disclosure disclosure, IReadOnlyList<Posting> postings, IReadOnlyDictionary<string, decimal> projectBudgets)
    {
        var lines = ImmutableArray.CreateBuilder<BudgetLine>();
        Dictionary<string, decimal> told = InitialByItem(disclosure);
        Posting[] spent = [.. postings.Where(p => !p.IsIncome && !p.IsOpening)];
        Dictionary<string, decimal> caps = Caps(disclosure);
        List<(Posting Like, string Economic, decimal Yuan)> capped = Capped(spent, caps);
        foreach (IGrouping<(string Functional, Fund Fund), Posting> item in spent.GroupBy(p => (p.Functional, p.Fund)).OrderBy(g => g.Key.Functional, StringComparer.Ordinal).ThenBy(g => g.Key.Fund))
        {
            (Posting Like, string Economic, decimal Yuan)[] fixedLines = [.. capped.Where(c => c.Like.Functional == item.Key.Functional && c.Like.Fund == item.Key.Fund)];
            foreach ((Posting like, string economic, decimal yuan) in fixedLines) lines.Add(Line(like, economic, BudgetKind.Initial, yuan));
            Posting[] rest = [.. item.Where(p => p.Fund != Fund.GeneralPublic || !caps.ContainsKey(p.Economic))];
            decimal actualOfAll = Yuan(rest), begin = told.TryGetValue(item.Key.Functional, out decimal initial) && item.Key.Fund == Fund.GeneralPublic
                ? Math.Max(0, initial - fixedLines.Sum(f => f.Yuan)) : actualOfAll;
            decimal given = 0;
            IGrouping<(string Unit, Purpose Purpose, string Project), Posting>[] parts = [.. rest.GroupBy(p => (p.Unit, p.Purpose, p.Project)).OrderBy(g => g.Key)];
            for (int i = 0; i < parts.Length; i++)
            {
                decimal actual = Yuan(parts[i]);
                decimal share = i == parts.Length - 1 ? begin - given : decimal.Round(begin * actual / actualOfAll, 2);
                given += share;
                decimal fullYear = Math.Max(actual, projectBudgets.TryGetValue(parts[i].Key.Project, out decimal published) ? decimal.Round(published * actual / ProjectTotal(spent, parts[i].Key.Project), 2) : actual);
                Posting like = parts[i].First();
                if (share != 0) lines.Add(Line(like, "", BudgetKind.Initial, share));
                if (fullYear > share) lines.Add(Line(like, "", BudgetKind.Added, fullYear - share));
                else if (fullYear < share) lines.Add(Line(like, "", BudgetKind.Cut, share - fullYear));
            }
        }

        return lines.ToImmutable();
    }

    // What form 09 has as budget of each of the three public expenses, at the items that pay them; at the largest basic item where nothing was spent.
    private static List<(Posting Like, string Economic, decimal Yuan)> Capped(Posting[] spent, Dictionary<string, decimal> caps)
    {
        var lines = new List<(Posting, string, decimal)>();
        Posting? largest = spent.Where(p => p is { Fund: Fund.GeneralPublic, Purpose: Purpose.Basic }).MaxBy(p => p.Fen);
        foreach ((string economic, decimal cap) in caps.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Posting[] payers = [.. spent.Where(p => p.Fund == Fund.GeneralPublic && p.Economic == economic)];
            decimal paid = Yuan(payers), given = 0;

            // The same figure as budget and as outcome is the same sum: only so does a total with a rounding difference come out in both.
            decimal budget = Amount.FromYuan(paid).PrintWan() == Amount.FromYuan(cap).PrintWan() ? paid : Math.Max(cap, paid);
            for (int i = 0; i < payers.Length; i++)
            {
                decimal share = i == payers.Length - 1 ? budget - given : decimal.Round(budget * payers[i].Fen / 100m / paid, 2);
                given += share;
                lines.Add((payers[i], economic, share));
            }

            if (payers.Length == 0 && cap > 0 && largest is not null) lines.Add((largest, economic, cap));
        }

        return lines;
    }

    private static Dictionary<string, decimal> Caps(Disclosure disclosure)
    {
        var cells = new PublishedCells(disclosure);
        return ThreePublic.Items(disclosure.Edition).ToDictionary(t => t.Economic, t => (cells.Fen("09", "1", t.Budget) ?? 0) / 100m);
    }

    private static BudgetLine Line(Posting like, string economic, BudgetKind kind, decimal yuan) => new()
    {
        Kind = kind, Document = kind == BudgetKind.Initial ? "" : Adjustment, Unit = like.Unit, Fund = like.Fund, Functional = like.Functional,
        Economic = economic, Project = like.Project, Purpose = like.Purpose, Amount = Amount.FromYuan(yuan),
    };

    private static decimal ProjectTotal(Posting[] spent, string project) => Yuan(spent.Where(p => p.Project == project));

    private static decimal Yuan(IEnumerable<Posting> postings) => postings.Sum(p => p.Fen) / 100m;

    private static Dictionary<string, decimal> InitialByItem(Disclosure disclosure)
    {
        var initial = new Dictionary<string, decimal>();
        foreach (Claim claim in disclosure.Claims)
        {
            if (claim is { Kind: ClaimKind.Amount, Measure: Measure.InitialBudget, Value: Printed value, Subject.Address: { Form: "05", Column: "1" } cell } && cell.Row.Length == 7)
                initial.TryAdd(cell.Row, value.Value * Amount.YuanPerWan);
        }

        return initial;
    }
}
