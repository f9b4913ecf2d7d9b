using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Findings;

/// <summary>How a rule ended.</summary>
public enum Outcome
{
    /// <summary>It was tested and holds.</summary>
    Passed,

    /// <summary>It was tested and does not hold.</summary>
    Failed,

    /// <summary>It could not be tested; the reason says why.</summary>
    NotRun,
}

/// <summary>How often a rule ended in one way for one reason.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Outcome">The end.</param>
/// <param name="Why">The reason where it was not run (both languages), else null.</param>
/// <param name="Times">How often.</param>
public sealed record RuleOutcome(string Rule, Outcome Outcome, Text? Why, int Times);

/// <summary>What checking one disclosure gave.</summary>
/// <param name="Disclosure">The disclosure checked.</param>
/// <param name="Findings">The findings, gravest first, then in document order.</param>
/// <param name="Outcomes">Every rule's ends, in rule order.</param>
public sealed record CheckResult(Disclosure Disclosure, ImmutableArray<Finding> Findings, ImmutableArray<RuleOutcome> Outcomes)
{
    /// <summary>The documents that it was checked against.</summary>
    public ImmutableArray<DocumentLink> Links { get; init; } = [];

    /// <summary>How many findings there are of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>How many tests ended in a way.</summary>
    public int Count(Outcome outcome) => Outcomes.Where(o => o.Outcome == outcome).Sum(o => o.Times);
}
