using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims;

/// <summary>What the text of a disclosure claims.</summary>
/// <param name="Claims">In document order; each claim's index is its place here.</param>
/// <param name="Breakdowns">Wholes that the text divides.</param>
/// <param name="QuotedClassifications">Functional classifications that the text names, in document order.</param>
/// <param name="Unread">Figures of the explanations that were not understood.</param>
internal sealed record ClaimReading(
    ImmutableArray<Claim> Claims,
    ImmutableArray<Breakdown> Breakdowns,
    ImmutableArray<QuotedClassification> QuotedClassifications,
    ImmutableArray<Unread> Unread)
{
    internal static ClaimReading Empty { get; } = new([], [], [], []);
}
