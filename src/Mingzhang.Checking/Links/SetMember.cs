using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Links;

/// <summary>A document of a set, with what the others can be checked against: small, so that a set of many fits in memory.</summary>
/// <param name="File">Its path as the user gave it.</param>
/// <param name="Disclosure">Its head, forms and the units that it names; without text, evaluations and other claims.</param>
public sealed record SetMember(string File, Disclosure Disclosure)
{
    /// <summary>Key of the claims that name a department's units.</summary>
    private const string Units = "units/";

    /// <summary>The member that a disclosure makes.</summary>
    public static SetMember Of(string file, Disclosure disclosure) => new(file, disclosure with
    {
        Source = SourceText.Empty,
        Outline = [],
        Contents = [],
        Evaluations = [],
        Goals = [],
        Claims = [.. disclosure.Claims.Where(c => c.Kind is ClaimKind.Named && c.Subject.Key.StartsWith(Units, StringComparison.Ordinal))],
        Breakdowns = [],
        QuotedClassifications = [],
        KeyWork = [],
        Unread = [],
    });

    /// <summary>Names of the units that a department's disclosure covers, as far as it lists them.</summary>
    internal IEnumerable<string> UnitNames => Disclosure.Claims.Select(c => c.Subject.Key[Units.Length..]);
}
