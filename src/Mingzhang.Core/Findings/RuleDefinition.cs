using System.Collections.Immutable;
using System.Text;

namespace Mingzhang.Core.Findings;

/// <summary>A text in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Text(string Zh, string En)
{
    /// <summary>A name, a figure or a quotation: the same in both languages.</summary>
    public static implicit operator Text(string both) => new(both, both);

    /// <summary>The text in a language: <c>en</c> for English, else Chinese.</summary>
    public string In(string language) => language == "en" ? En : Zh;
}

/// <summary>What a rule demands, apart from the code that tests it.</summary>
public sealed record RuleDefinition
{
    /// <summary><c>form.01.27</c>, <c>narrative.item-final-amount</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The rule in plain language.</summary>
    public required Text Title { get; init; }

    /// <summary>The gravest severity that it gives.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The formula as written, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>The clause, form note or section that it enforces.</summary>
    public string Source { get; init; } = "";

    /// <summary>Wordings by variant, with placeholders in braces; the empty key is the usual one.</summary>
    public required ImmutableDictionary<string, Text> Wordings { get; init; }

    /// <summary>The sentence for a finding of this rule.</summary>
    public string Say(Finding finding, string language)
    {
        Text wording = Wordings.TryGetValue(finding.Variant, out Text? found) ? found : Wordings[""];
        string template = wording.In(language);
        var sentence = new StringBuilder(template.Length + 64);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0) return sentence.Append(template, at, template.Length - at).ToString();
            sentence.Append(template, at, open - at);
            sentence.Append(Value(finding, template[(open + 1)..close], language));
            at = close + 1;
        }

        return sentence.ToString();
    }

    private static string Value(Finding finding, string name, string language) => name switch
    {
        "stated" => finding.Stated ?? "",
        // A figure that is only compared with, not known to be right, is an argument.
        "expected" when finding.Expected is { } expected => expected,
        _ => finding.Arguments.TryGetValue(name, out Text? value) ? value.In(language) : "",
    };
}
