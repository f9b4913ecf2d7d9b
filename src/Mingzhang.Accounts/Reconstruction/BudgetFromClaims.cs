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
        decimal? operating = OperatingFactor(disclosure, spent, caps);
        foreach (IGrouping<(string Functional, Fund Fund), Posting> item in spent.GroupBy(p => (p.Functional, p.Fund)).OrderBy(g => g.Key.Functional, StringComparer.Ordinal).ThenBy(g => g.Key.Fund))
        {
            (Posting Like, string Economic, decimal Yuan)[] fixedLines = [.. capped.Where(c => c.Like.Functional == item.Key.Functional && c.Like.Fund == item.Key.Fund)];
            foreach ((Posting like, string economic, decimal yuan) in fixedLines) lines.Add(Line(like, economic, BudgetKind.Initial, yuan));
            Posting[] rest = [.. item.Where(p => p.Fund != Fund.GeneralPublic || !caps.ContainsKey(p.Economic))];
            decimal begin = told.TryGetValue(item.Key.Functional, out decimal initial) && item.Key.Fund == Fund.GeneralPublic
                ? Math.Max(0, initial - fixedLines.Sum(f => f.Yuan))
                : rest.Sum(p => decimal.Round(p.Fen / 100m * (IsOperating(p, disclosure) ? operating ?? 1m : 1m), 2));
            foreach ((Posting like, decimal share, decimal actual) in Shares(rest, begin, p => IsOperating(p, disclosure) ? operating : null))
            {
                decimal fullYear = Math.Max(actual, projectBudgets.TryGetValue(like.Project, out decimal published) ? decimal.Round(published * actual / ProjectTotal(spent, like.Project), 2) : actual);
                string economic = like.Purpose == Purpose.Project ? "" : like.Economic;
                if (share != 0) lines.Add(Line(like, economic, BudgetKind.Initial, share));
                if (fullYear > share) lines.Add(Line(like, economic, BudgetKind.Added, fullYear - share));
                else if (fullYear < share) lines.Add(Line(like, economic, BudgetKind.Cut, share - fullYear));
            }
        }

        return lines.ToImmutable();
    }

    // An item's initial budget over what it paid: fixed factors first, the others share what is left in proportion.
    private static List<(Posting Like, decimal Share, decimal Actual)> Shares(Posting[] postings, decimal begin, Func<Posting, decimal?> factor)
    {
        (Posting Like, decimal Actual, decimal? Fixed)[] parts =
        [
            .. postings.GroupBy(p => (p.Unit, p.Purpose, p.Project, Economic: p.Purpose == Purpose.Project ? "" : p.Economic)).OrderBy(g => g.Key)
                .Select(g => (g.First(), Yuan(g), factor(g.First()) is decimal f ? decimal.Round(Yuan(g) * f, 2) : (decimal?)null)),
        ];
        decimal free = parts.Where(p => p.Fixed is null).Sum(p => p.Actual), left = begin - parts.Sum(p => p.Fixed ?? 0);
        if (left < 0 || free == 0) return Proportional(parts, begin, parts.Sum(p => p.Actual));
        return [.. parts.Where(p => p.Fixed is not null).Select(p => (p.Like, p.Fixed!.Value, p.Actual)), .. Proportional([.. parts.Where(p => p.Fixed is null)], left, free)];
    }

    private static List<(Posting Like, decimal Share, decimal Actual)> Proportional((Posting Like, decimal Actual, decimal? Fixed)[] parts, decimal amount, decimal whole)
    {
        var shares = new List<(Posting, decimal, decimal)>();
        decimal given = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            decimal share = i == parts.Length - 1 ? amount - given : decimal.Round(amount * parts[i].Actual / whole, 2);
            given += share;
            shares.Add((parts[i].Like, share, parts[i].Actual));
        }

        return shares;
    }

    // 机关运行经费: initial budget over outcome, as the explanations tell it, for what is not capped.
    private static decimal? OperatingFactor(Disclosure disclosure, Posting[] spent, Dictionary<string, decimal> caps)
    {
        Claim[] claims = [.. disclosure.Claims.Where(c => c.Subject.Key == "agencyOperating" && c.Value is not null)];
        decimal? final = claims.FirstOrDefault(c => c is { Kind: ClaimKind.Amount, Measure: Measure.Final })?.Value?.Value;
        Claim? change = claims.FirstOrDefault(c => c is { Kind: ClaimKind.Change, Basis: Measure.InitialBudget });
        if (final is null || change is null) return null;
        decimal initial = (final.Value + (change.Direction == Direction.Down ? change.Value!.Value.Value : -change.Value!.Value.Value)) * Amount.YuanPerWan;
        decimal actual = Yuan(spent.Where(p => IsOperating(p, disclosure) && !caps.ContainsKey(p.Economic)));
        decimal fixedBudget = caps.Values.Sum();
        return actual > 0 && initial > fixedBudget ? (initial - fixedBudget) / actual : null;
    }

    private static bool IsOperating(Posting posting, Disclosure disclosure) =>
        posting is { Fund: Fund.GeneralPublic, Purpose: Purpose.Basic, Economic.Length: 5 } && !disclosure.Edition.Accounts.PersonnelClasses.Contains(posting.Economic[..3]);

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

    // Told by item; where only a 类 is told, its items share it in proportion; what a told total leaves goes to the items of which nothing is told.
    private static Dictionary<string, decimal> InitialByItem(Disclosure disclosure)
    {
        var cells = new PublishedCells(disclosure);
        List<string> items = cells.Leaves("05");
        var told = new Dictionary<string, decimal>();
        foreach (Claim claim in disclosure.Claims)
        {
            if (claim is { Kind: ClaimKind.Amount, Measure: Measure.InitialBudget, Value: Printed value, Subject.Address: { Form: "05", Column: "1" } cell })
                told.TryAdd(cell.Row, value.Value * Amount.YuanPerWan);
        }

        Dictionary<string, decimal> initial = told.Where(t => items.Contains(t.Key)).ToDictionary();
        foreach ((string code, decimal amount) in told.Where(t => t.Key.Length == 3)) Share([.. items.Where(i => i.StartsWith(code, StringComparison.Ordinal) && !initial.ContainsKey(i))], amount - initial.Where(i => i.Key.StartsWith(code, StringComparison.Ordinal)).Sum(i => i.Value));
        if (told.TryGetValue(Core.Forms.Address.Total, out decimal total)) Share([.. items.Where(i => !initial.ContainsKey(i))], total - initial.Values.Sum());
        return initial;

        void Share(string[] codes, decimal amount)
        {
            decimal whole = codes.Sum(c => cells.Fen("05", c, "1") ?? 0);
            if (whole <= 0) return;
            foreach (string code in codes) initial[code] = decimal.Round(Math.Max(0, amount) * (cells.Fen("05", code, "1") ?? 0) / whole, 2);
        }
    }
}
