using System.Collections.Immutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>A wrong figure and the violations that it explains.</summary>
/// <param name="Suspect">The occurrence that is the odd one out.</param>
/// <param name="Sure">
/// Whether the evidence singles it out; otherwise another figure of the same relation may be the wrong one.
/// </param>
/// <param name="Value">The values that the agreeing relations leave to it; null where they do not agree on any.</param>
/// <param name="Primary">The violated constraint that tells it best.</param>
/// <param name="Explained">All violated constraints that it explains, the primary among them.</param>
internal sealed record Cause(int Suspect, bool Sure, Interval? Value, int Primary, ImmutableArray<int> Explained)
{
    /// <summary>Whether what speaks for the likely right value is enough to name it (<see cref="Support"/>).</summary>
    public bool Supported { get; init; } = true;

    /// <summary>By how much the figures of the primary constraint differ, without sign: as printed, and with what else is wrong corrected; empty where that has no meaning.</summary>
    public ImmutableArray<Interval> Differences { get; init; } = [];

    /// <summary>What makes one cause of this and <see cref="Others"/>.</summary>
    public Likeness Likeness { get; init; }

    /// <summary>The other wrong figures that have the same cause.</summary>
    public ImmutableArray<Cause> Others { get; init; } = [];

    /// <summary>The figure that the differences are equal to; −1 for none.</summary>
    public int Amount { get; init; } = -1;
}

/// <summary>What several wrong figures have in common.</summary>
internal enum Likeness
{
    /// <summary>It is one figure.</summary>
    None,

    /// <summary>They are blank cells of one column, or blank totals of one form.</summary>
    Blank,

    /// <summary>They differ by the same amount within one form: it stands in a wrong row or column, or is counted twice or not at all.</summary>
    Difference,

    /// <summary>They are cells of one form that are ten thousand times what they should be: filled in with 元 under a heading of 万元.</summary>
    Yuan,

    /// <summary>They differ by the same amount in several forms and the text, one that the document names: counted in at one place, left out at another.</summary>
    Counted,
}
