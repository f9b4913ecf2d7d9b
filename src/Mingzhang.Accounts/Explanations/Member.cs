using Mingzhang.Core.Disclosures;

namespace Mingzhang.Accounts.Explanations;

/// <summary>A member of a list that a template goes through.</summary>
/// <param name="Row">What <c>[this]</c> stands for in addresses: a code; empty if nothing.</param>
/// <param name="Facts">Its names.</param>
/// <param name="Names">The functional classification that <c>{quote}</c> prints; null if it is none.</param>
/// <param name="Lists">Lists below it.</param>
internal sealed record Member(string Row, Dictionary<string, Fact> Facts, FunctionalNames? Names = null, Dictionary<string, List<Member>>? Lists = null);

/// <summary>A functional code with the names of its levels.</summary>
/// <param name="Code">The code.</param>
/// <param name="Class">Name of the 类.</param>
/// <param name="Section">Name of the 款; empty for a 类.</param>
/// <param name="Item">Name of the 项; empty for a 类 or 款.</param>
/// <param name="IsOnForms">Whether a form of the disclosure has the code.</param>
internal sealed record FunctionalNames(string Code, string Class, string Section, string Item, bool IsOnForms)
{
    /// <summary>The names joined by /.</summary>
    internal string Path => string.Join('/', new[] { Class, Section, Item }.Where(n => n.Length > 0).Select(NarrativeText.Plain));
}
