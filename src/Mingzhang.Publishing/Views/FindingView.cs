using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Views;

/// <summary>A finding as a page shows it.</summary>
public sealed record FindingView
{
    /// <summary>Stable across runs.</summary>
    public required string Id { get; init; }

    /// <summary>Rule id.</summary>
    public required string Rule { get; init; }

    /// <summary><c>error</c>, <c>warning</c>, <c>rounding</c> or <c>info</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Its sentence.</summary>
    public required Text Message { get; init; }

    /// <summary>Index of the part of the document that it belongs to.</summary>
    public int Chapter { get; init; }

    /// <summary>Where.</summary>
    public required PlaceView Where { get; init; }

    /// <summary>The document's own characters there.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What the document states; null where nothing.</summary>
    public string? Stated { get; init; }

    /// <summary>What it should say; null where that is not known.</summary>
    public string? Expected { get; init; }

    /// <summary>What supports it.</summary>
    public ImmutableArray<EvidenceView> Evidence { get; init; } = [];

    /// <summary>The arithmetic that shows it; empty where it is not one of figures.</summary>
    public ImmutableArray<ComputationView> Computations { get; init; } = [];

    /// <summary>Ids of findings that share the cause.</summary>
    public ImmutableArray<string> Related { get; init; } = [];
}

/// <summary>A place of the document.</summary>
/// <param name="Name">As readers name it: <c>第 12 行（第 3 页）</c>; empty for what has no place.</param>
/// <param name="Address">The cell; null where it is none.</param>
/// <param name="Section">The section's id; null where it is in none.</param>
/// <param name="Line">Line, 1-based; 0 where it has no place.</param>
/// <param name="Column">First column, 1-based.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column behind the last character.</param>
/// <param name="Page">Page; 0 where it is not known.</param>
public sealed record PlaceView(Text Name, string? Address, string? Section, int Line, int Column, int EndLine, int EndColumn, int Page);

/// <summary>A figure or text that supports a finding.</summary>
/// <param name="Place">Where.</param>
/// <param name="Value">The figure as printed, or the text.</param>
/// <param name="Note">What it is; null where nothing is said of it.</param>
public sealed record EvidenceView(PlaceView Place, string Value, Text? Note);

/// <summary>A relation with the document's figures put in.</summary>
/// <param name="Relation">The relation in words or as printed.</param>
/// <param name="Sign"><c>=</c>, <c>≤</c> or <c>≥</c>.</param>
/// <param name="Unit">Unit of both sides.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
/// <param name="CanHold">Whether rounding explains the difference.</param>
/// <param name="Why">Why the sides agree or do not.</param>
public sealed record ComputationView(Text Relation, string Sign, string Unit, SideView Left, SideView Right, bool CanHold, Text Why);

/// <summary>A side of a relation.</summary>
/// <param name="Figures">Its figures; blank cells of long sums are left out.</param>
/// <param name="Blanks">How many blank cells were left out: each is zero.</param>
/// <param name="Written">The arithmetic with the numbers put in: <c>402.04 + 17.93</c>.</param>
/// <param name="Value">What it makes; null where a divisor is zero, and on the left where the document leaves blank what the right side gives.</param>
/// <param name="Range">Every value that it can have: <c>[402.035, 402.045]</c>; null where it can be anything.</param>
public sealed record SideView(ImmutableArray<FigureView> Figures, int Blanks, string Written, string? Value, string? Range);

/// <summary>A figure of a computation.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">What it is.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Value">Its value in the unit of the computation.</param>
/// <param name="Range">Every true value that it stands for.</param>
/// <param name="Negative">Whether it is taken off.</param>
public sealed record FigureView(PlaceView Place, Text Name, string Printed, string Value, string Range, bool Negative);
