using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Core.Findings;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>The findings on a document against its hand-made reference, counted as the reference's own scorer does.</summary>
internal sealed partial class FindingsScore
{
    private readonly List<char> _flat = [];
    private readonly List<int> _lines = [];
    private readonly string _text;

    public FindingsScore(CheckResult check, JsonElement reference, string text)
    {
        int number = 1;
        foreach (char c in text)
        {
            if (c == '\n') number++;
            else if (!char.IsWhiteSpace(c))
            {
                _flat.Add(c);
                _lines.Add(number);
            }
        }

        _text = new string([.. _flat]);
        Located[] mine = [.. check.Findings.Select(Locate)];
        List<JsonElement> entries = [.. reference.EnumerateArray().Where(r => !r.TryGetProperty("valid", out JsonElement valid) || valid.GetBoolean())];
        Dictionary<string, bool> hits = entries.ToDictionary(r => Text(r, "id"), r => IsFound(r, mine));
        var related = entries.SelectMany(r => Strings(r, "relatedTo").SelectMany(o => new[] { (Text(r, "id"), o), (o, Text(r, "id")) })).ToLookup(p => p.Item1, p => p.Item2);
        foreach (JsonElement entry in entries.Where(r => Text(r, "auto") is "" or "yes"))
        {
            string id = Text(entry, "id"), severity = Text(entry, "severity");
            bool hit = hits[id] || related[id].Any(o => hits.GetValueOrDefault(o));
            (int Found, int All) before = Recall.GetValueOrDefault(severity);
            Recall[severity] = (before.Found + (hit ? 1 : 0), before.All + 1);
            if (!hit) NotFound.Add($"{id} {severity} “{Text(entry, "quote")}” {Text(entry, "what")}");
        }
    }

    /// <summary>Entries found and all entries that a program is expected to find, by severity.</summary>
    public Dictionary<string, (int Found, int All)> Recall { get; } = [];

    public List<string> NotFound { get; } = [];

    private Located Locate(Finding finding)
    {
        List<(int From, int To)> spans = [.. Spans(finding.Quote)];
        int line = finding.Where.Span.Line;
        List<(int From, int To)> near = line == 0 ? [] : [.. spans.Where(s => Math.Abs(_lines[s.From] - line) <= 3)];
        HashSet<int> lines = [.. finding.Evidence.Select(e => e.Place.Span.Line).Append(line).Where(l => l > 0)];
        return new Located(near.Count > 0 ? near : spans, lines, [.. Figure().Matches((finding.Stated ?? "").Replace(",", "", StringComparison.Ordinal)).Select(m => m.Value)]);
    }

    private bool IsFound(JsonElement entry, Located[] mine)
    {
        string[] quotes = [Text(entry, "quote"), .. Strings(entry, "altQuotes"), .. Strings(entry, "otherQuotes")];
        List<(int From, int To)> spans = [.. quotes.SelectMany(Spans)];
        if (entry.TryGetProperty("line", out JsonElement at) && at.ValueKind == JsonValueKind.Number && at.GetInt32() is var line and > 0)
        {
            List<(int From, int To)> near = [.. spans.Where(s => Math.Abs(_lines[s.From] - line) <= 2)];
            if (near.Count > 0) spans = near;
        }

        string flat = Squeeze(string.Join(' ', quotes)).Replace(",", "", StringComparison.Ordinal);
        return mine.Any(finding =>
            spans.Any(a => finding.Spans.Any(b => a.From < b.To && b.From < a.To)) ||
            (spans.Any(s => finding.Lines.Any(l => _lines[s.From] - 1 <= l && l <= _lines[s.To - 1] + 1)) && finding.Numbers.Any(n => flat.Contains(n, StringComparison.Ordinal))));
    }

    private IEnumerable<(int From, int To)> Spans(string quote)
    {
        string flat = Squeeze(quote);
        if (flat.Length < 2) yield break;
        for (int at = _text.IndexOf(flat, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(flat, at + 1, StringComparison.Ordinal)) yield return (at, at + flat.Length);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Strings(JsonElement entry, string name) => !entry.TryGetProperty(name, out JsonElement value)
        ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.ToString()) : [value.ToString()];

    [GeneratedRegex(@"\d[\d.]*")]
    private static partial Regex Figure();

    private sealed record Located(List<(int From, int To)> Spans, HashSet<int> Lines, HashSet<string> Numbers);
}
