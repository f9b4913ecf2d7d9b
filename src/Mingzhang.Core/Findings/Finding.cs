using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Findings;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Cannot be true, or breaks the disclosure rules.</summary>
    Error,

    /// <summary>Very probably wrong, or against the template.</summary>
    Warning,

    /// <summary>尾差: explained by rounding.</summary>
    Rounding,

    /// <summary>Worth a look.</summary>
    Info,
}

/// <summary>Where a finding is, as far as known.</summary>
/// <param name="Span">Its characters; <see cref="TextSpan.None"/> for something that is missing.</param>
/// <param name="Address">The cell, or null.</param>
/// <param name="Section">The section's id (<c>三/五(三)</c>), or null.</param>
public sealed record Place(TextSpan Span, Address? Address = null, string? Section = null);

/// <summary>A figure or text elsewhere in the document that supports the finding.</summary>
/// <param name="Place">Where.</param>
/// <param name="Value">The figure as printed, or the text.</param>
/// <param name="Note">What it is, short: <c>公开05 死亡抚恤 小计</c>; or null.</param>
public sealed record Evidence(Place Place, string Value, Text? Note = null);

/// <summary>
/// One thing that is wrong, with its place, its evidence and, where other occurrences agree, the likely right value. It is data: the
/// sentence is made from it and its rule's wording (<see cref="RuleDefinition.Say"/>).
/// </summary>
public sealed record Finding
{
    /// <summary>Rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>How grave.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where.</summary>
    public required Place Where { get; init; }

    /// <summary>The document's own characters at that place, as they stand.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What the document states: a figure as printed or a text; or null.</summary>
    public string? Stated { get; init; }

    /// <summary>What it should say, where that is known; or null.</summary>
    public string? Expected { get; init; }

    /// <summary>Which of the rule's wordings applies; empty for its only one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Values for the wording's placeholders besides <c>{stated}</c> and <c>{expected}</c>.</summary>
    public Arguments Arguments { get; init; } = Arguments.Empty;

    /// <summary>What supports it, and the other places where the same cause shows.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>The arithmetic that shows it, the most telling first; empty where the finding is not one of figures.</summary>
    public ImmutableArray<Computation> Computations { get; init; } = [];

    /// <summary>Number of the cause that it shares with others of the same check; 0 for one of its own. <see cref="Related"/> is made from it.</summary>
    public int Cause { get; init; }

    /// <summary>Ids of findings that share the cause.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Stable across runs and small edits elsewhere: made from rule, place and statement.</summary>
    public string Id { get; init; } = "";
}
