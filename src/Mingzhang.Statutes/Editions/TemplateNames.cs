using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Statutes.Editions;

/// <summary>The names in templates: addresses, names that have a value everywhere, and those of the members of the lists around them.</summary>
internal sealed class TemplateNames(Func<string, FormDefinition?> forms)
{
    private const string ThisRow = "[this]";

    private static readonly string[] Measures = ["initial", "fullYear", "lastYear"];

    private readonly Stack<string> _lists = new();

    /// <summary>Whether there is such a list.</summary>
    internal static bool IsList(string name) =>
        WordingVocabulary.Lists.ContainsKey(name) || (name.StartsWith("prose:", StringComparison.Ordinal) && WordingVocabulary.Prose.Contains(name[6..]));

    /// <summary>The members of a list are spoken of.</summary>
    internal void Enter(string list) => _lists.Push(list.StartsWith("prose:", StringComparison.Ordinal) ? "prose" : list);

    /// <summary>The list ends.</summary>
    internal void Leave() => _lists.Pop();

    /// <summary>A phrase knows the lists of the place where it is used.</summary>
    internal void Adopt(TemplateNames around)
    {
        foreach (string list in around._lists.Reverse()) _lists.Push(list);
    }

    /// <summary>The name with its row resolved; or what is wrong.</summary>
    internal (string? Name, string Zh, string En) Resolve(string word)
    {
        int measure = word.LastIndexOf('@');
        string name = measure < 0 ? word : word[..measure], suffix = measure < 0 ? "" : word[measure..];
        if (suffix.Length > 0 && !Measures.Contains(suffix[1..])) return (null, $"“{suffix}” 应为 @{string.Join("、@", Measures)} 之一", $"\"{suffix}\" is none of @{string.Join(", @", Measures)}");
        if (!name.Contains('[', StringComparison.Ordinal)) return IsKnown(name) ? (word, "", "") : (null, $"没有名称“{name}”（docs/wording.md）", $"there is no name \"{name}\" here (docs/wording.md)");
        if (name.Contains(ThisRow, StringComparison.Ordinal))
        {
            if (_lists.Count == 0) return (null, "[this] 只能用在 {each} 之内", "[this] has a meaning only within {each}");
            string total = name.Replace(ThisRow, $"[{Address.Total}]", StringComparison.Ordinal);
            if (name.StartsWith("06", StringComparison.Ordinal)) total = name.Replace(ThisRow, "[301]", StringComparison.Ordinal);
            return RowNames.Resolve(total, forms, out FormulaError? wrong) is null ? (null, wrong!.Problem.Zh, wrong.Problem.En) : (word, "", "");
        }

        return RowNames.Resolve(name, forms, out FormulaError? error) is { } address ? (address + suffix, "", "") : (null, error!.Problem.Zh, error.Problem.En);
    }

    private bool IsKnown(string name)
    {
        foreach (string list in _lists)
        {
            if (WordingVocabulary.Lists[list].Contains(name)) return true;
        }

        return WordingVocabulary.Names.Contains(name);
    }
}
