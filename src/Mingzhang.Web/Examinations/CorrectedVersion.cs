using Mingzhang.Publishing.Views;

namespace Mingzhang.Web.Examinations;

/// <summary>What a corrected version changed: findings that are gone, that remain and that are new.</summary>
/// <param name="Fixed">Of the earlier version, gone.</param>
/// <param name="Remaining">Of the new version, there before as well.</param>
/// <param name="New">Of the new version, not there before.</param>
public sealed record CorrectedVersion(IReadOnlyList<NumberedFinding> Fixed, IReadOnlyList<NumberedFinding> Remaining, IReadOnlyList<NumberedFinding> New)
{
    /// <summary>Compares two versions: findings are the same by their stable id, else by rule and address.</summary>
    public static CorrectedVersion Of(CheckView before, CheckView after)
    {
        List<NumberedFinding> old = [.. All(before)];
        var remaining = new List<NumberedFinding>();
        var rest = new List<NumberedFinding>();
        foreach (NumberedFinding finding in All(after)) (Take(old, o => o.Finding.Id == finding.Finding.Id) ? remaining : rest).Add(finding);
        var fresh = new List<NumberedFinding>();
        foreach (NumberedFinding finding in rest)
        {
            bool same = finding.Finding.Where.Address is { } address && Take(old, o => o.Finding.Rule == finding.Finding.Rule && o.Finding.Where.Address == address);
            (same ? remaining : fresh).Add(finding);
        }

        return new CorrectedVersion(old, [.. remaining.OrderBy(f => f.Document).ThenBy(f => f.Number)], fresh);
    }

    private static bool Take(List<NumberedFinding> from, Predicate<NumberedFinding> which)
    {
        int at = from.FindIndex(which);
        if (at < 0) return false;
        from.RemoveAt(at);
        return true;
    }

    private static IEnumerable<NumberedFinding> All(CheckView view) =>
        view.Documents.SelectMany((d, i) => d.Findings.Select((f, n) => new NumberedFinding(i + 1, n + 1, d.Chapters[f.Chapter], f)));
}

/// <summary>A finding with its document and number.</summary>
/// <param name="Document">Number of the document, from 1.</param>
/// <param name="Number">Number of the finding in it, from 1.</param>
/// <param name="Chapter">The part of the document that it belongs to.</param>
/// <param name="Finding">The finding.</param>
public sealed record NumberedFinding(int Document, int Number, ChapterView Chapter, FindingView Finding);
