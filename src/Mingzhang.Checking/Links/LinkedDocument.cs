using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Links;

/// <summary>Another document of the same department that a disclosure is checked against.</summary>
/// <param name="Link">Which it is, and how both hang together.</param>
/// <param name="Disclosure">What it says; its forms are enough (<see cref="SetMember.Of"/>).</param>
public sealed record LinkedDocument(DocumentLink Link, Disclosure Disclosure)
{
    /// <summary>Last year's disclosure, given as such.</summary>
    public static LinkedDocument Prior(Disclosure disclosure, string file = "") =>
        new(new DocumentLink(LinkKind.PriorYear, file, disclosure.Kind, disclosure.Year, disclosure.Unit), disclosure);

    /// <summary>How findings call it.</summary>
    internal Text Name => Link.Kind switch
    {
        LinkKind.Budget => new($"{Link.Year}年预算公开", $"the {Link.Year} budget's "),
        LinkKind.PriorAccounts => new($"{Link.Year}年决算公开", $"the {Link.Year} final accounts' "),
        LinkKind.Department => new("部门汇总的", "the department's "),
        _ => new("上年", "last year's "),
    };
}
