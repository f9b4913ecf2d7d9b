using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>What of an examination the page shows: it stands in the address, so that it works without script and can be kept.</summary>
public sealed record Selection
{
    /// <summary>The severities in their order.</summary>
    public static ImmutableArray<string> Severities { get; } = ["error", "warning", "rounding", "info"];

    /// <summary>Number of the document, from 1.</summary>
    public int Document { get; init; } = 1;

    /// <summary>The severities that show; empty for all.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>Number of the part of the document; null for all.</summary>
    public int? Part { get; init; }

    /// <summary><c>open</c>, <c>accepted</c> or <c>dismissed</c>; empty for all.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether the most severe come first; else they stand as in the document.</summary>
    public bool BySeverity { get; init; }

    /// <summary>Whether the text shows though there are pictures of the pages.</summary>
    public bool AsText { get; init; }

    /// <summary>What a query asks for; what makes no sense is left out.</summary>
    public static Selection Of(IQueryCollection query, CheckView view)
    {
        int document = Math.Clamp(Number(query["doc"]) ?? 1, 1, Math.Max(1, view.Documents.Length));
        return new Selection
        {
            Document = document,
            Shown = [.. Severities.Where(s => query["severity"].Contains(s, StringComparer.Ordinal))],
            Part = Number(query["part"]) is { } part && part >= 0 && part < view.Documents[document - 1].Chapters.Length ? part : null,
            State = (string?)query["state"] is "open" or "accepted" or "dismissed" ? query["state"].ToString() : "",
            BySeverity = query["order"] == "severity",
            AsText = query["view"] == "text",
        };
    }

    /// <summary>Whether a finding shows.</summary>
    public bool Has(FindingView finding, Decision? decision) =>
        (Shown.Count == 0 || Shown.Contains(finding.Severity, StringComparer.Ordinal)) && (Part is null || Part == finding.Chapter) && State switch
        {
            "open" => decision is null,
            "accepted" => decision is { Accepted: true },
            "dismissed" => decision is { Accepted: false },
            _ => true,
        };

    /// <summary>Findings with their numbers, those that show, in the order in which they show.</summary>
    public IEnumerable<(int Number, FindingView Finding)> Of(IReadOnlyList<FindingView> findings, Func<FindingView, Decision?> decided)
    {
        IEnumerable<(int Number, FindingView Finding)> shown = findings.Select((f, i) => (i + 1, f)).Where(f => Has(f.f, decided(f.f)));
        return BySeverity ? shown.OrderBy(f => Severities.IndexOf(f.Finding.Severity)) : shown;
    }

    /// <summary>As a query, with its question mark; empty for everything.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string>();
            if (Document > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"doc={Document}"));
            parts.AddRange(Shown.Select(s => "severity=" + s));
            if (Part is { } part) parts.Add(string.Create(CultureInfo.InvariantCulture, $"part={part}"));
            if (State.Length > 0) parts.Add("state=" + State);
            if (BySeverity) parts.Add("order=severity");
            if (AsText) parts.Add("view=text");
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
