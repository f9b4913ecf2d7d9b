using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// One cause, one finding. Within the network of facts causes are traced already; here findings of different rules on the same characters
/// with the same statement, and the same wrong figure of one cell or of one subject in several places, become one: the gravest, with the others as evidence.
/// </summary>
public static class Causes
{
    /// <summary>Merges findings of one cause and orders them: gravest first, then in document order.</summary>
    public static ImmutableArray<Finding> Merge(CheckContext context, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(context);
        List<Finding> ordered = [.. findings.OrderBy(f => f.Severity).ThenBy(f => f.Where.Span)];
        var bySpan = new Dictionary<(TextSpan Span, string Stated), int>();
        var byCell = new Dictionary<(string Rule, string Cell, string Stated, string? Expected), int>();
        var bySubject = new Dictionary<(string Rule, string Subject, string Stated, string Expected), int>();
        var merged = new List<Finding>(ordered.Count);
        foreach (Finding finding in ordered)
        {
            if (finding.Stated is { } stated)
            {
                int at = merged.Count;
                if (finding.Where.Span.IsSome && !bySpan.TryAdd((finding.Where.Span, stated), at)) at = bySpan[(finding.Where.Span, stated)];
                else if (finding.Where is { Address: { } cell } && finding.Evidence.Length > 0 && !byCell.TryAdd((finding.Rule, cell.ToString(), stated, finding.Expected), at)) at = byCell[(finding.Rule, cell.ToString(), stated, finding.Expected)];
                // The text repeats one figure in several sections, each against another form.
                else if (finding is { Expected: { } expected, Where.Address: not null } && finding.Arguments.TryGetValue("subject", out Text? subject) && !bySubject.TryAdd((finding.Rule, subject.Zh, stated, expected), at)) at = bySubject[(finding.Rule, subject.Zh, stated, expected)];
                // One figure or mark within the stretch that another rule shows.
                if (at == merged.Count && finding.Where.Address is null && merged.FindIndex(m => m.Stated == stated && m.Rule != finding.Rule && m.Where.Address is null && (Holds(m.Where.Span, finding.Where.Span) || Holds(finding.Where.Span, m.Where.Span))) is >= 0 and var around) at = around;
                if (at < merged.Count)
                {
                    merged[at] = Join(merged[at], finding);
                    continue;
                }
            }

            merged.Add(finding);
        }

        return [.. merged];
    }

    private static bool Holds(TextSpan outer, TextSpan inner) =>
        outer.IsSome && inner.IsSome && outer.Line == inner.Line && outer.EndLine == inner.EndLine && outer.Line == outer.EndLine && outer.Column <= inner.Column && inner.EndColumn <= outer.EndColumn;

    private static Finding Join(Finding first, Finding other)
    {
        ImmutableArray<Evidence>.Builder evidence = first.Evidence.ToBuilder();
        if (other.Where.Span != first.Where.Span) evidence.Add(new Evidence(other.Where, other.Stated ?? other.Quote));
        foreach (Evidence item in other.Evidence)
        {
            if (!evidence.Any(e => e.Place == item.Place)) evidence.Add(item);
        }

        return first with { Evidence = evidence.ToImmutable(), Expected = first.Expected ?? other.Expected };
    }
}
