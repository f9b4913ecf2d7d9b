using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// What was recognised from an image may be read wrongly: a finding that rests on a figure or word of which recognition is unsure, or on something
/// missing in a document with recognised pages, is worth a look at the original, and no more.
/// </summary>
internal static class Recognised
{
    /// <summary>Less than this is unsure: no two readings of the image agree on it (docs/reports.md).</summary>
    private const float Sure = 0.9f;

    /// <summary>What findings print for a blank cell.</summary>
    private const string Blank = "空";

    private static readonly Text Doubt = new("由图像识别，把握不大，请核对原件", "recognised from an image with doubt: compare with the original");

    /// <summary>The findings, those that rest on what is unsure as <see cref="Severity.Info"/>, gravest first.</summary>
    internal static ImmutableArray<Finding> Lower(SourceText source, ImmutableArray<Finding> findings)
    {
        if (!source.Marks.Any(static m => m.Confidence < 1)) return findings;
        return [.. findings.Select(f => Lower(source, f)).OrderBy(f => f.Severity)];
    }

    private static Finding Lower(SourceText source, Finding finding)
    {
        if (finding.Severity == Severity.Info) return finding;
        // A blank may be a figure that was not seen.
        if (Blank == finding.Stated || Blank == finding.Expected || finding.Evidence.Any(e => e.Value == Blank)) return finding with { Severity = Severity.Info };
        Place[] places = [.. finding.Evidence.Select(e => e.Place).Prepend(finding.Where)];
        Place? unsure = Array.Find(places, p => !p.Span.IsSome || source.PlacesOf(p.Span).IsEmpty || source.ConfidenceOf(p.Span) < Sure);
        if (unsure is null) return finding;
        string value = source.Quote(unsure.Span);
        return finding with { Severity = Severity.Info, Evidence = value.Length == 0 ? finding.Evidence : finding.Evidence.Add(new Evidence(unsure, value, Doubt)) };
    }
}
