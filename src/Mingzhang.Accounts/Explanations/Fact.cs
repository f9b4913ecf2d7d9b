using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Something that a template can print: a text, or a figure that a claim is made of.</summary>
/// <param name="Kind">What claim the figure makes; null for a text.</param>
/// <param name="Subject">What the claim speaks of; null for a text.</param>
/// <param name="Measure">Which of the subject's amounts.</param>
/// <param name="Figure">The figure as printed; null for a text or a name.</param>
/// <param name="Unit">Its unit: 万元, 个, 分; empty for a text.</param>
/// <param name="Text">The text; for a figure with its own writing (<c>≥95%</c>) that writing.</param>
internal sealed record Fact(ClaimKind? Kind, Subject? Subject, Measure Measure, Printed? Figure, string Unit, string Text)
{
    /// <summary>A text.</summary>
    internal static Fact Of(string text) => new(null, null, Measure.Final, null, "", text);

    /// <summary>A name that is listed as part of something.</summary>
    internal static Fact Named(string text, Subject subject) => new(ClaimKind.Named, subject, Measure.Final, null, "", text);

    /// <summary>Whether there is something: a text that is not empty, a figure that is not zero.</summary>
    internal bool IsSome => Figure is { } figure ? figure.Value != 0 : Text.Length > 0;
}
