using System.Text.Json;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Sarif;

/// <summary>The tool and its rules: every rule that ran on some document, once.</summary>
internal sealed class SarifRules
{
    private readonly List<RuleDefinition> _rules = [];
    private readonly Dictionary<string, int> _index = [];

    /// <summary>Adds the rules of a document.</summary>
    public void Add(CheckReport report)
    {
        foreach (RuleDefinition rule in report.Rules)
        {
            if (_index.TryAdd(rule.Id, _rules.Count)) _rules.Add(rule);
        }
    }

    /// <summary>Position of a rule; −1 if it is not defined.</summary>
    public int IndexOf(string rule) => _index.GetValueOrDefault(rule, -1);

    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public void WriteTool(Utf8JsonWriter json, string language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "mingzhang");
        json.WriteString("fullName", language == "en" ? "Mingzhang: checks of government accounts" : "明账：部门预决算公开审核");
        json.WriteString("semanticVersion", typeof(SarifRules).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (RuleDefinition rule in _rules) WriteRule(json, rule, language);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleDefinition rule, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title.In(language));
        string[] full = [rule.Title.In(language), rule.Formula ?? "", rule.Source];
        WriteText(json, "fullDescription", string.Join(language == "en" ? ". " : "。", full.Where(f => f.Length > 0)));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("severity", ContractWriter.Name(rule.Severity));
        ContractWriter.Text(json, "formula", rule.Formula);
        ContractWriter.Text(json, "source", rule.Source);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
