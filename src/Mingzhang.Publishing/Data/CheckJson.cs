using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Data;

/// <summary>Writes what a check gave as data: <c>mingzhang check --format json</c> (docs/reports.md).</summary>
public static class CheckJson
{
    /// <summary>Writes one report as UTF-8.</summary>
    public static void Write(CheckReport report, Stream stream, string language = "zh") =>
        ContractWriter.Write(stream, json => WriteBody(json, report, language));

    /// <summary>Writes several documents: an array with one object a document, or just the one.</summary>
    public static void Write(IEnumerable<Examined> documents, bool asList, Stream stream, string language = "zh") =>
        ContractWriter.WriteAll(stream, documents, asList, (json, document) => WriteBody(json, document.Report!, language));

    private static void WriteBody(Utf8JsonWriter json, CheckReport report, string language)
    {
        CheckResult result = report.Result;
        json.WriteStartObject();
        ContractWriter.WriteDocument(json, report.Disclosure, report.File, language);
        WriteLinks(json, result);
        WriteSummary(json, result);
        json.WriteStartArray("findings");
        foreach (Finding finding in result.Findings) WriteFinding(json, report, finding, language);
        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (RuleOutcome outcome in result.Outcomes) WriteOutcome(json, outcome, language);
        json.WriteEndArray();
        WriteUnread(json, report, language);
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, CheckResult result)
    {
        if (result.Links.IsEmpty) return;
        json.WriteStartArray("links");
        foreach (DocumentLink link in result.Links)
        {
            json.WriteStartObject();
            json.WriteString("kind", ContractWriter.Name(link.Kind));
            ContractWriter.Text(json, "file", link.File);
            json.WriteString("documentKind", ContractWriter.Name(link.DisclosureKind));
            json.WriteNumber("year", link.Year.Value);
            ContractWriter.Text(json, "unit", link.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject("summary");
        foreach (Outcome outcome in Enum.GetValues<Outcome>()) json.WriteNumber(ContractWriter.Name(outcome), result.Count(outcome));
        foreach (Severity severity in Enum.GetValues<Severity>()) json.WriteNumber(ContractWriter.Name(severity), result.Count(severity));
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, CheckReport report, Finding finding, string language)
    {
        SourceText source = report.Disclosure.Source;
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", ContractWriter.Name(finding.Severity));
        json.WriteString("message", report.Message(finding, language));
        json.WriteStartObject("where");
        WritePlace(json, source, finding.Where);
        if (finding.Where.Span.IsSome)
        {
            json.WriteNumber("column", finding.Where.Span.Column + 1);
            json.WriteNumber("endLine", finding.Where.Span.EndLine);
            json.WriteNumber("endColumn", finding.Where.Span.EndColumn + 1);
            ContractWriter.Boxes(json, source, finding.Where.Span);
        }

        json.WriteEndObject();
        ContractWriter.Text(json, "quote", finding.Quote);
        ContractWriter.Text(json, "stated", finding.Stated);
        ContractWriter.Text(json, "expected", finding.Expected);
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in finding.Evidence)
        {
            json.WriteStartObject();
            WritePlace(json, source, evidence.Place);
            ContractWriter.Boxes(json, source, evidence.Place.Span);
            json.WriteString("value", evidence.Value);
            ContractWriter.Text(json, "note", evidence.Note?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("related");
        foreach (string id in finding.Related) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, Place place)
    {
        ContractWriter.Text(json, "address", place.Address?.ToString());
        ContractWriter.Text(json, "section", place.Section);
        ContractWriter.Place(json, source, place.Span);
    }

    private static void WriteOutcome(Utf8JsonWriter json, RuleOutcome outcome, string language)
    {
        json.WriteStartObject();
        json.WriteString("rule", outcome.Rule);
        json.WriteString("outcome", ContractWriter.Name(outcome.Outcome));
        ContractWriter.Text(json, "why", outcome.Why?.In(language));
        json.WriteNumber("times", outcome.Times);
        json.WriteEndObject();
    }

    private static void WriteUnread(Utf8JsonWriter json, CheckReport report, string language)
    {
        ImmutableArray<Core.Disclosures.Unread> unread = [.. UnreadText.Of(report.Disclosure).Select(u => u.Unread)];
        ReadJson.WriteUnread(json, report.Disclosure.Source, unread, language);
    }
}
