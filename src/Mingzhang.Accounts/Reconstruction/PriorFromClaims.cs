using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Last year's figures, as far as the explanations imply them: a figure and its change.</summary>
internal static class PriorFromClaims
{
    public static PriorYear? Of(Disclosure disclosure)
    {
        var figures = new PublishedCells(disclosure);
        var told = disclosure.Claims.Where(c => c is { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: not null, Subject.Address: not null, Unit: "万元" })
            .GroupBy(c => c.Subject.Address!.Value).ToDictionary(g => g.Key, g => g.First().Value!.Value);
        var cells = ImmutableDictionary.CreateBuilder<Address, Printed>();
        foreach (Claim claim in disclosure.Claims)
        {
            if (claim is not { Kind: ClaimKind.Change, Basis: Measure.PriorYear, Subject.Address: Address cell, Approximate: false } || cells.ContainsKey(cell)) continue;
            if (!figures.All.TryGetValue(cell, out Printed final) && !told.TryGetValue(cell, out final)) continue;
            decimal change = claim.Direction switch { Direction.Up => claim.Value?.Value ?? 0, Direction.Down => -(claim.Value?.Value ?? 0), _ => 0 };
            if (final.Value - change >= 0) cells.Add(cell, new Printed(final.Value - change, 2));
        }

        if (cells.Count == 0) return null;
        return new PriorYear(disclosure.Year.Previous, cells.ToImmutable(), disclosure.Edition.Year) { PartialForms = [.. cells.Keys.Select(c => c.Form)] };
    }
}
