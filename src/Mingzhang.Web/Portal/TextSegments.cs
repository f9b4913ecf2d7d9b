using Mingzhang.Publishing.Views;

namespace Mingzhang.Web.Portal;

/// <summary>A stretch of a paragraph that is shown in one way.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Claim">The figure of a form that it speaks of; null for none.</param>
/// <param name="Begins">Whether the figure begins with it.</param>
/// <param name="Finding">What was found in it; null for nothing.</param>
/// <param name="Ends">Whether the finding ends with it.</param>
public sealed record TextSegment(string Text, ClaimSpan? Claim, bool Begins, ShownFinding? Finding, bool Ends);

/// <summary>Cuts a paragraph where figures and findings begin and end.</summary>
internal static class TextSegments
{
    /// <summary>The stretches in order; together they are the paragraph. Of findings that overlap, the first in the list has the characters.</summary>
    public static IReadOnlyList<TextSegment> Of(string text, IEnumerable<ClaimSpan> claims, IEnumerable<ShownFinding> findings)
    {
        ClaimSpan[] figures = [.. claims.Where(c => c.Length > 0 && c.Start >= 0 && c.Start + c.Length <= text.Length)];
        var found = new List<ShownFinding>();
        foreach (ShownFinding finding in findings.Where(f => IsWithin(f, text)))
        {
            if (!found.Exists(f => Start(f) < End(finding) && Start(finding) < End(f))) found.Add(finding);
        }

        int[] cuts = [.. figures.SelectMany(c => new[] { c.Start, c.Start + c.Length }).Concat(found.SelectMany(f => new[] { Start(f), End(f) })).Append(0).Append(text.Length).Distinct().Order()];
        var segments = new List<TextSegment>(cuts.Length);
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            (int from, int to) = (cuts[i], cuts[i + 1]);
            ClaimSpan? claim = Array.Find(figures, c => c.Start <= from && c.Start + c.Length >= to);
            ShownFinding? finding = found.Find(f => Start(f) <= from && End(f) >= to);
            segments.Add(new TextSegment(text[from..to], claim, claim?.Start == from, finding, finding is not null && End(finding) == to));
        }

        return segments;
    }

    /// <summary>Whether a finding speaks of certain characters of a paragraph.</summary>
    public static bool IsWithin(ShownFinding finding, string text) => finding.Finding.Length > 0 && Start(finding) >= 0 && End(finding) <= text.Length;

    private static int Start(ShownFinding finding) => finding.Finding.Start;

    private static int End(ShownFinding finding) => finding.Finding.Start + finding.Finding.Length;
}
