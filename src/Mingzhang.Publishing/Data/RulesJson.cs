using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Publishing.Data;

/// <summary>Writes rules as data: <c>mingzhang rules --format json</c>.</summary>
public static class RulesJson
{
    /// <summary>Writes the rules of an edition as UTF-8.</summary>
    public static void Write(IEnumerable<RuleDefinition> rules, Edition edition, Stream stream) => ContractWriter.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("edition", edition.Id);
        json.WriteStartArray("rules");
        foreach (RuleDefinition rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("severity", ContractWriter.Name(rule.Severity));
            WriteText(json, "title", rule.Title);
            ContractWriter.Text(json, "formula", rule.Formula);
            ContractWriter.Text(json, "source", rule.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteText(Utf8JsonWriter json, string name, Text text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
