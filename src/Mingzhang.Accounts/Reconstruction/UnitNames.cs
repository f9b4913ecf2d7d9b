using Mingzhang.Core.Disclosures;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>The budget units that part one lists.</summary>
internal static class UnitNames
{
    private const string Prefix = "units/";

    public static IEnumerable<string> In(Disclosure disclosure) =>
        disclosure.Claims.Where(c => c.Kind == ClaimKind.Named && c.Subject.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(c => c.Subject.Key[Prefix.Length..]).Distinct();
}
