using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>The rules for people: one with everything it says, several with a line each and the formula below.</summary>
public static class RulesText
{
    /// <summary>Writes the rules without colour and without wrapping.</summary>
    public static void Write(IReadOnlyList<RuleDefinition> rules, TextWriter writer, string language = "zh") =>
        PlainText.Write(Lines(rules, language), writer);

    /// <summary>Writes the rules to a terminal.</summary>
    public static void WriteToTerminal(IReadOnlyList<RuleDefinition> rules, TextWriter terminal, string language = "zh") =>
        TerminalText.Write(Lines(rules, language), terminal);

    private static IEnumerable<ReportLine> Lines(IReadOnlyList<RuleDefinition> rules, string language)
    {
        bool english = language == "en";
        foreach (RuleDefinition rule in rules)
        {
            yield return ReportLine.Of(0, new Run(rule.Id, Tone.Strong), new Run("  " + Words.Of(rule.Severity).In(language), Tone.Faint));
            yield return ReportLine.Of(4, rule.Title.In(language));
            if (rule.Formula is { Length: > 0 } formula) yield return Labelled(english ? "formula" : "公式", formula);
            if (rule.Source.Length > 0) yield return Labelled(english ? "source" : "来源", rule.Source);
            if (rules.Count > 1) continue;
            foreach (Text wording in rule.Wordings.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Value))
                yield return Labelled(english ? "says" : "说法", wording.In(language));
        }
    }

    private static ReportLine Labelled(string label, string text) =>
        ReportLine.Of(4, new Run(label + "  ", Tone.Faint), new Run(text, Tone.Plain));
}
