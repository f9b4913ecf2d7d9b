using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>How the parts of a constraint hang together.</summary>
internal enum Shape
{
    /// <summary>The signed parts add up to zero (or to at most, at least zero).</summary>
    Linear,

    /// <summary>Part 0 (percent) = 100 × part 1 ÷ part 2.</summary>
    Quotient,

    /// <summary>Part 0 (percent, signed) = 100 × part 1 (signed change) ÷ (part 2 − part 1).</summary>
    GrowthByChange,

    /// <summary>Part 0 (percent, signed) = 100 × (part 1 ÷ part 2 − 1).</summary>
    GrowthByBasis,

    /// <summary>Part 0 (percent) = 100 × part 2 ÷ (part 2 − part 1), part 1 the signed change on the budget.</summary>
    CompletionByChange,
}

/// <summary>How a constraint stands to the figures as printed.</summary>
internal enum Verdict
{
    /// <summary>It holds for the figures as printed.</summary>
    Exact,

    /// <summary>The figures differ within what rounding explains (尾差).</summary>
    Rounding,

    /// <summary>Rounding explains it, but hardly: beyond three standard deviations.</summary>
    Unlikely,

    /// <summary>No true values satisfy it.</summary>
    Violated,
}

/// <summary>A rule that constraints belong to.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Relation">The relation that it was made from; null for rules on the text.</param>
internal sealed record FactRule(RuleDefinition Definition, Relation? Relation = null)
{
    /// <summary>Rule id.</summary>
    public string Id => Definition.Id;

    /// <summary>How grave a violation is.</summary>
    public Severity Severity => Definition.Severity;
}

/// <summary>A part of a constraint: an occurrence with its sign.</summary>
/// <param name="Occurrence">Index of the occurrence.</param>
/// <param name="Sign">+1 or −1.</param>
internal readonly record struct Part(int Occurrence, int Sign);

/// <summary>A relation between occurrences: an instance of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Shape">How the parts hang together.</param>
/// <param name="Comparison">For linear ones: what the sum is compared with zero.</param>
/// <param name="Start">Index of its first part.</param>
/// <param name="Count">Number of parts.</param>
/// <param name="Left">How many of the first parts stand left of the comparison.</param>
internal readonly record struct Constraint(FactRule Rule, Shape Shape, Comparison Comparison, int Start, int Count, int Left);
