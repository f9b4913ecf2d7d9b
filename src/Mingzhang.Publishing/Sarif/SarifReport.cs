using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Sarif;

/// <summary>
/// Writes findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): one run, the documents as its artifacts, every
/// rule with its descriptions, findings with their place in the text. Columns count UTF-16 code units.
/// </summary>
public static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes the reports as UTF-8, the results as the documents come.</summary>
    public static void Write(IEnumerable<Examined> documents, Stream stream, string language = "zh") => ContractWriter.Write(stream, json =>
    {
        SarifRules rules = new();
        SarifArtifacts artifacts = new();
        List<SarifNotification> notifications = [];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteString("language", language == "en" ? "en" : "zh-CN");
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (Examined document in documents)
        {
            SarifPlaces places = artifacts.Add(document);
            if (document.Problem is { } problem) notifications.Add(new SarifNotification("error", problem.In(language), places, default, null));
            if (document.Report is not { } report) continue;
            rules.Add(report);
            foreach (Finding finding in report.Result.Findings) SarifResult.Write(json, report, finding, places, rules.IndexOf(finding.Rule), language);
            foreach ((_, Core.Disclosures.Unread unread) in UnreadText.Of(report.Disclosure))
                notifications.Add(new SarifNotification("note", Words.Of(unread.Why).In(language), places, unread.Span, unread.Text));
            json.Flush();
        }

        json.WriteEndArray();
        rules.WriteTool(json, language);
        WriteInvocation(json, notifications);
        artifacts.Write(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    // What could not be read, and inputs that cannot be used, are conditions of the run, not results.
    private static void WriteInvocation(Utf8JsonWriter json, List<SarifNotification> notifications)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !notifications.Exists(n => n.Level == "error"));
        json.WriteStartArray("toolExecutionNotifications");
        foreach (SarifNotification notification in notifications) notification.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
