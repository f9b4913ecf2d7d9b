using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Views;

/// <summary>The result of a check as it is published with the disclosure.</summary>
internal static class PublishedChecks
{
    public static PublishedCheck Of(CheckReport report, PagePlaces places) => new()
    {
        Passed = report.Result.Count(Outcome.Passed),
        Failed = report.Result.Count(Outcome.Failed),
        NotRun = report.Result.Count(Outcome.NotRun),
        Findings = [.. report.Result.Findings.Select(f => Finding(report, f, places))],
        Untested =
        [
            .. report.Result.Outcomes
                .Where(o => o.Outcome == Outcome.NotRun && o.Times > 0)
                .Select(o => new UntestedRule(o.Rule, report.Rule(o.Rule)?.Title ?? o.Rule, o.Why ?? "", o.Times)),
        ],
        Unread = [.. UnreadText.Of(report.Disclosure).Select(u => Unread(u.Owner, u.Unread, places))],
    };

    private static PublishedFinding Finding(CheckReport report, Finding finding, PagePlaces places)
    {
        string? anchor = places.Of(finding.Where);
        (int start, int length) = places.Within(anchor, finding.Where.Span);
        return new PublishedFinding(
            finding.Id,
            finding.Rule,
            ContractWriter.Name(finding.Severity),
            new Text(report.Message(finding, "zh"), report.Message(finding, "en")),
            anchor,
            finding.Where.Address?.ToString(),
            finding.Stated,
            finding.Expected,
            [.. finding.Evidence.Select(e => new PublishedEvidence(e.Value, e.Note, e.Place.Address?.ToString(), places.Of(e.Place)))],
            start,
            length);
    }

    private static UnreadPiece Unread(string owner, Unread unread, PagePlaces places) => new(owner, unread.Text, Words.Of(unread.Why), places.Of(unread.Span));
}
