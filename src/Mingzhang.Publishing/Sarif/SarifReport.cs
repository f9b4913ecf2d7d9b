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

    /// <summary>Writes the reports as UTF-8.</summary>
    public static void Write(IReadOnlyList<Examined> documents, Stream stream, string language = "zh") => ContractWriter.Write(stream, json =>
    {
        SarifRules rules = new(documents);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        rules.WriteTool(json, language);
        json.WriteString("language", language == "en" ? "en" : "zh-CN");
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteInvocation(json, documents, language);
        WriteArtifacts(json, documents);
        json.WriteStartArray("results");
        for (int i = 0; i < documents.Count; i++)
        {
            if (documents[i].Report is not { } report) continue;
            foreach (Finding finding in report.Result.Findings) SarifResult.Write(json, report, finding, i, rules.IndexOf(finding.Rule), language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteArtifacts(Utf8JsonWriter json, IReadOnlyList<Examined> documents)
    {
        json.WriteStartArray("artifacts");
        foreach (Examined document in documents)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", SarifLocation.UriOf(document.File));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What could not be read, and inputs that cannot be used, are conditions of the run, not results.
    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<Examined> documents, string language)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", documents.All(d => d.Problem is null));
        json.WriteStartArray("toolExecutionNotifications");
        for (int i = 0; i < documents.Count; i++)
        {
            if (documents[i].Problem is { } problem) WriteNotification(json, "error", problem.In(language), () => SarifLocation.Write(json, documents[i].File, i, default, null));
            if (documents[i].Report is not { } report) continue;
            foreach ((_, Core.Disclosures.Unread unread) in UnreadText.Of(report.Disclosure))
                WriteNotification(json, "note", Words.Of(unread.Why).In(language), () => SarifLocation.Write(json, report.File, i, unread.Span, unread.Text));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string message, Action location)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        location();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
