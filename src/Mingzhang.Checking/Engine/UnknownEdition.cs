using System.Collections.Frozen;

namespace Mingzhang.Checking.Engine;

/// <summary>The rules on what an edition asks a document to publish: they say nothing of a document that is of no known edition.</summary>
internal static class UnknownEdition
{
    private static readonly FrozenSet<string> Rules = FrozenSet.ToFrozenSet(
    [
        "completeness.part", "completeness.section", "completeness.form", "completeness.empty-form", "completeness.items", "completeness.classes", "completeness.comparison",
        "completeness.completion", "completeness.reason", "completeness.three-public-counts", "completeness.procurement-parts", "completeness.assets", "completeness.scores",
    ]);

    /// <summary>Whether a rule tests nothing but what an edition asks for.</summary>
    internal static bool Silences(IRule rule) => rule.Definitions.All(d => Rules.Contains(d.Id));
}
