using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Findings;

/// <summary>How the right side of a computation comes from its figures.</summary>
public enum ComputationKind
{
    /// <summary>Each side is the sum of its signed figures.</summary>
    Sum,

    /// <summary>Right: 100 × the first figure ÷ the second.</summary>
    Percent,

    /// <summary>Right: 100 × (the first figure ÷ the second − 1).</summary>
    Growth,

    /// <summary>Right: 100 × the first figure, a change, ÷ (the second − the first).</summary>
    GrowthByChange,

    /// <summary>Right: 100 × the second figure ÷ (the second − the first), the first a change on the budget.</summary>
    CompletionByChange,

    /// <summary>Right: the first figure, points, × the second ÷ the third.</summary>
    Points,
}

/// <summary>A figure of a computation.</summary>
/// <param name="Place">Where the document states it; without a span for a figure of another document.</param>
/// <param name="Name">What it is: <c>公开03“行政运行”(2013101)小计</c>.</param>
/// <param name="Printed">As the document prints it; <c>空</c> for a blank cell.</param>
/// <param name="Value">Its value in the unit of the computation.</param>
/// <param name="Range">Every true value that it stands for.</param>
/// <param name="Sign">+1 or −1: how it goes into its side.</param>
public sealed record ComputedFigure(Place Place, Text Name, string Printed, decimal Value, Interval Range, int Sign)
{
    /// <summary>Whether the cell is blank: exactly zero.</summary>
    public bool IsBlank { get; init; }
}

/// <summary>The arithmetic behind a finding: a relation with the document's figures put in, and what both sides make of them.</summary>
public sealed record Computation
{
    /// <summary>How the right side comes from its figures.</summary>
    public required ComputationKind Kind { get; init; }

    /// <summary>What the relation states about both sides.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The relation in words or as its form prints it; empty where it is what the finding's rule says.</summary>
    public Text Relation { get; init; } = "";

    /// <summary>The figures of the left side; empty where the document leaves blank what the right side gives.</summary>
    public required ImmutableArray<ComputedFigure> Left { get; init; }

    /// <summary>The figures of the right side.</summary>
    public required ImmutableArray<ComputedFigure> Right { get; init; }

    /// <summary>What the left side makes of the figures as printed.</summary>
    public required decimal LeftValue { get; init; }

    /// <summary>What the right side makes of the figures as printed; null where a divisor is zero.</summary>
    public required decimal? RightValue { get; init; }

    /// <summary>Every value that the left side can have.</summary>
    public required Interval LeftRange { get; init; }

    /// <summary>Every value that the right side can have; null where it can be anything.</summary>
    public required Interval? RightRange { get; init; }

    /// <summary>Unit of both sides: <c>万元</c>, <c>%</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether some true values satisfy the relation.</summary>
    public bool CanHold => Left.IsEmpty || RightRange is not { } right || Comparison switch
    {
        Comparison.Equal => LeftRange.Overlaps(right),
        Comparison.AtMost => LeftRange.Low <= right.High,
        _ => LeftRange.High >= right.Low,
    };
}
