using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Facts;

/// <summary>Where occurrences stand in the document.</summary>
internal static class Places
{
    /// <summary>The place of an occurrence: of a cell with its row's caption, so that the quote can be recognised.</summary>
    public static Place Of(in Occurrence occurrence, Disclosure disclosure)
    {
        if (occurrence.Claim is { } claim) return new Place(claim.Span, claim.Subject.Address, claim.Section);
        if (occurrence.Kind is OccurrenceKind.Linked) return new Place(TextSpan.None, occurrence.Address);
        if (occurrence.Cell is { } cell)
        {
            TextSpan row = occurrence.Row!.Span;
            TextSpan span = row.IsSome && row.Line == cell.Span.Line && row.Column < cell.Span.Column ? row.To(cell.Span) : cell.Span;
            return new Place(span, occurrence.Address);
        }

        return new Place(occurrence.Row?.Span ?? disclosure.Statement(occurrence.Address.Form)?.Heading ?? TextSpan.None, occurrence.Address);
    }
}
