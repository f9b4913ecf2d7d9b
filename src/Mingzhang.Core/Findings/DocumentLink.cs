using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Findings;

/// <summary>How another document hangs together with the one under check.</summary>
public enum LinkKind
{
    /// <summary>The same kind of disclosure of the same department, a year earlier.</summary>
    PriorYear,

    /// <summary>Final accounts: the budget that the department published for the year.</summary>
    Budget,

    /// <summary>A budget: the final accounts of the year before.</summary>
    PriorAccounts,

    /// <summary>A unit's disclosure: that of the department which it belongs to, of the same kind and year.</summary>
    Department,
}

/// <summary>A document that another one was checked against.</summary>
/// <param name="Kind">How they hang together.</param>
/// <param name="File">Its path as the user gave it.</param>
/// <param name="DisclosureKind">Budget or final accounts.</param>
/// <param name="Year">Its fiscal year.</param>
/// <param name="Unit">The department or unit that it is of.</param>
public sealed record DocumentLink(LinkKind Kind, string File, DisclosureKind DisclosureKind, FiscalYear Year, string Unit);
