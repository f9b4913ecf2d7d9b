using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>The facts of the explanations that no account holds, from the claims with the keys of docs/claims.md.</summary>
internal sealed class ParticularsFromClaims(Disclosure disclosure)
{
    private readonly Dictionary<string, Claim> _claims = disclosure.Claims
        .Where(c => c is { Kind: ClaimKind.Amount or ClaimKind.Count, Measure: Measure.Final, Value: not null })
        .GroupBy(c => c.Subject.Key)
        .ToDictionary(g => g.Key, g => g.First());

    public Particulars Particulars => new()
    {
        Overseas = Has("overseas/") ? Overseas() : null,
        Cars = Has("cars/") ? new Cars(Count("cars/购置数"), Count("cars/保有量"), Costs("cars/cost/", "09[1].11")) : null,
        Reception = Has("reception/")
            ? new Reception(Count("reception/批次"), Count("reception/人次"), Count("reception/外事批次"), Count("reception/外事人次"), Money("reception/外事") ?? Amount.Zero)
            : null,
        Procurement = _claims.ContainsKey("procurement")
            ? new Procurement
            {
                Goods = Money("procurement/货物") ?? Amount.Zero, Works = Money("procurement/工程") ?? Amount.Zero, Services = Money("procurement/服务") ?? Amount.Zero,
                SmallAndMedium = Money("procurement/中小企业"), Small = Money("procurement/小微企业"),
            }
            : null,
    };

    /// <summary>Vehicles by use, those that there are.</summary>
    public ImmutableArray<CountOf> Vehicles =>
        [.. _claims.Where(c => c.Key.StartsWith("vehicles/", StringComparison.Ordinal) && Count(c.Key) > 0).Select(c => new CountOf(c.Key["vehicles/".Length..], Count(c.Key)))];

    public int LargeEquipment => Count("equipment/100万元以上");

    // The groups that the text lists are kept only where they make up the totals; what they were for is to be written anew.
    private Overseas Overseas()
    {
        var overseas = new Overseas(Count("overseas/团组"), Count("overseas/人次"), Costs("overseas/cost/", "09[1].8"));
        ImmutableArray<OverseasVisit> visits =
            [.. Enumerable.Range(1, overseas.Groups).Where(n => Count($"overseas/团组/{n}") > 0).Select(n => new OverseasVisit("", "", Count($"overseas/团组/{n}"), Count($"overseas/人次/{n}"), []))];
        return visits.Sum(v => v.Groups) == overseas.Groups && visits.Sum(v => v.People) == overseas.People ? overseas with { Visits = visits } : overseas;
    }

    private bool Has(string prefix) => _claims.Keys.Any(k => k.StartsWith(prefix, StringComparison.Ordinal));

    private int Count(string key) => _claims.TryGetValue(key, out Claim? claim) && claim.Value is { Decimals: 0 } value ? (int)value.Value : 0;

    private Amount? Money(string key) => _claims.TryGetValue(key, out Claim? claim) && claim.Value is Printed value ? claim.Unit == "元" ? Amount.FromYuan(value.Value) : Amount.FromWan(value.Value) : null;

    // Costs by kind are kept only where they make up the cost as printed.
    private ImmutableArray<AmountOf> Costs(string prefix, string whole)
    {
        ImmutableArray<AmountOf> costs = [.. _claims.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => new AmountOf(_claims[k].Subject.Name, Money(k)!.Value))];
        return Money(whole) is Amount all && costs.Sum(c => c.Amount.Yuan) == all.Yuan ? costs : [];
    }
}
