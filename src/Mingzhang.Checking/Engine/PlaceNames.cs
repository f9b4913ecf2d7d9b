using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Engine;

/// <summary>
/// What a rule on the text says of itself, in the words of an edition: rules are written for the national final accounts, whose explanations have
/// numbered sections; budgets have an explanation of their own, and other places number theirs otherwise.
/// </summary>
internal static class PlaceNames
{
    private const string Explanations = "部门决算情况说明", OfBudget = "部门预算编制说明", FormOf = "公开";

    /// <summary>The definition with the title and the source that the edition has.</summary>
    internal static RuleDefinition Of(Edition edition, RuleDefinition rule)
    {
        bool budget = edition.Kind is DisclosureKind.Budget;
        if (!budget && edition.Place.Length == 0) return rule;
        string source = rule.Source.Contains(Explanations, StringComparison.Ordinal) ? Unnumbered(rule.Source, budget) : rule.Source;
        return budget && rule.Title.Zh.Contains("决算表", StringComparison.Ordinal)
            ? rule with { Source = source, Title = new Text(rule.Title.Zh.Replace("决算表", "预算表", StringComparison.Ordinal), rule.Title.En) }
            : rule with { Source = source };
    }

    /// <summary>The source without the numbers of sections and forms that are the national edition's.</summary>
    private static string Unnumbered(string source, bool budget) =>
        string.Join('；', source.Split('；')
            .Where(s => !s.StartsWith(FormOf, StringComparison.Ordinal))
            .Select(s => !s.StartsWith(Explanations, StringComparison.Ordinal) ? s : budget ? OfBudget : Explanations));
}
