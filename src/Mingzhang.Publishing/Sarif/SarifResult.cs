using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Sarif;

/// <summary>A finding as a SARIF result.</summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, CheckReport report, Finding finding, SarifPlaces places, int ruleIndex, string language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        if (ruleIndex >= 0) json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", SarifRules.Level(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", report.Message(finding, language));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        WriteLocation(json, places, finding.Where, finding.Quote);
        json.WriteEndArray();
        WriteEvidence(json, finding, places, language);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("mingzhang/v1", finding.Id);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("severity", ContractWriter.Name(finding.Severity));
        ContractWriter.Text(json, "stated", finding.Stated);
        ContractWriter.Text(json, "expected", finding.Expected);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Finding finding, SarifPlaces places, string language)
    {
        if (finding.Evidence.IsEmpty) return;
        json.WriteStartArray("relatedLocations");
        for (int i = 0; i < finding.Evidence.Length; i++)
        {
            Evidence evidence = finding.Evidence[i];
            string[] parts = [evidence.Note?.In(language) ?? "", evidence.Value];
            WriteLocation(json, places, evidence.Place, null, i + 1, string.Join(' ', parts.Where(p => p.Length > 0)));
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, SarifPlaces places, Place place, string? snippet, int? id = null, string? message = null)
    {
        json.WriteStartObject();
        if (id is { } number) json.WriteNumber("id", number);
        places.Write(json, place.Span, snippet);
        if ((place.Address?.ToString() ?? place.Section) is { Length: > 0 } name)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message is not null)
        {
            json.WriteStartObject("message");
            json.WriteString("text", message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
