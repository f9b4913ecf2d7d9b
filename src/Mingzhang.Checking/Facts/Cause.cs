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
internal sealed record Cause(int Suspect, bool Sure, Interval? Value, int Primary, ImmutableArray<int> Explained);
