using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Archives;

/// <summary>Whether documents are parts of one disclosure.</summary>
internal static class Completion
{
    /// <summary>Whether two documents say different things of the same unit's same year: text and tables apart, or each form in a file of its own.</summary>
    internal static bool Complete(Disclosure a, Disclosure b) =>
        a.Kind == b.Kind && a.Year == b.Year && SameUnit(a, b)
        && !a.Statements.Select(s => s.Form).Intersect(b.Statements.Select(s => s.Form)).Any()
        && !Topics(a).Intersect(Topics(b)).Any();

    /// <summary>How much was read: forms, evaluations and sections.</summary>
    internal static int Weight(ReadResult result) =>
        result.Disclosure is { } disclosure ? 1 + disclosure.Statements.Count(s => s.State != StatementState.Unread) + disclosure.Evaluations.Length + Topics(disclosure).Count() : 0;

    // Parts hold sections; a heading of a part alone says nothing.
    private static IEnumerable<string> Topics(Disclosure disclosure) =>
        disclosure.Outline.Where(s => s.Topic is not null && s.Id.Contains('/', StringComparison.Ordinal)).Select(s => s.Topic!).Distinct();

    private static bool SameUnit(Disclosure a, Disclosure b)
    {
        if (a.Unit.Length > 0 && b.Unit.Length > 0) return a.Unit == b.Unit;
        // Tables name their unit; a text without tables is that unit's where it speaks of it.
        return (a.Unit.Length > 0 && Names(b, a.Unit)) || (b.Unit.Length > 0 && Names(a, b.Unit));
    }

    private static bool Names(Disclosure disclosure, string unit) => disclosure.Source.Lines.Any(l => l.Contains(unit, StringComparison.Ordinal));
}
