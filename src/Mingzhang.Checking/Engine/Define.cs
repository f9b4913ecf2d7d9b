using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>Writes rule definitions in few words.</summary>
internal static class Define
{
    /// <summary>A rule with its wordings; the first is the usual one and has the variant "".</summary>
    internal static RuleDefinition Rule(string id, Severity gravest, Text title, string source, params ReadOnlySpan<(string Variant, string Zh, string En)> wordings)
    {
        var byVariant = ImmutableDictionary.CreateBuilder<string, Text>(StringComparer.Ordinal);
        foreach ((string variant, string zh, string en) in wordings) byVariant[variant] = new Text(zh, en);
        return new RuleDefinition { Id = id, Severity = gravest, Title = title, Source = source, Wordings = byVariant.ToImmutable() };
    }
}
