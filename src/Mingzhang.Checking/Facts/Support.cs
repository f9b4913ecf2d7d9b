using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Whether the likely right value of a wrong figure is known well enough to be told: two relations that share no figure agree on it and fewer
/// speak against it, or the figures of the only one are sound and nothing speaks against it.
/// </summary>
internal static class Support
{
    /// <summary>The causes with their differences and whether their values are supported.</summary>
    public static ImmutableArray<Cause> Judge(FactNetwork network, IReadOnlyList<Cause> causes, IReadOnlyDictionary<int, Interval> corrected, IReadOnlyDictionary<int, ImmutableArray<int>> harmed)
    {
        HashSet<int> suspects = [], violated = [.. network.Violated];
        foreach (Cause cause in causes) suspects.Add(cause.Suspect);
        var judged = ImmutableArray.CreateBuilder<Cause>(causes.Count);
        foreach (Cause cause in causes)
        {
            judged.Add(cause with
            {
                Supported = cause.Value is not { } value || IsSupported(network, cause, value, Against(network, cause, harmed, suspects), suspects, violated),
                Differences = [.. new[] { DifferenceOf(network, cause, null), DifferenceOf(network, cause, corrected) }.OfType<Interval>().Distinct()],
            });
        }

        return judged.MoveToImmutable();
    }

    /// <summary>How many relations speak against the right value: those that it breaks and in which nothing else is wrong.</summary>
    private static int Against(FactNetwork network, Cause cause, IReadOnlyDictionary<int, ImmutableArray<int>> harmed, HashSet<int> suspects)
    {
        int against = 0;
        foreach (int index in harmed.GetValueOrDefault(cause.Suspect, []))
        {
            // A percentage in the same sentence was computed from the figure, right or wrong.
            bool other = network.Constraints[index].Shape is not Shape.Linear;
            foreach (Part part in network.PartsOf(network.Constraints[index])) other |= part.Occurrence != cause.Suspect && suspects.Contains(part.Occurrence);
            if (!other) against++;
        }

        return against;
    }

    private static bool IsSupported(FactNetwork network, Cause cause, Interval value, int harmed, HashSet<int> suspects, HashSet<int> violated)
    {
        if (network.Constraints[cause.Primary].Shape is not Shape.Linear) return true;
        HashSet<int> known = [];
        int independent = 0;
        bool sound = false;
        foreach (int index in cause.Explained)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (Gives(network, constraint, cause.Suspect) is not { } given || !given.Overlaps(value)) continue;
            // What another document published cannot be wrong for this one's sake.
            if (network.PartsOf(constraint) is [_, { } last] && network[last.Occurrence].Kind is OccurrenceKind.Linked) return true;
            bool fresh = true, whole = true;
            foreach (Part part in network.PartsOf(constraint))
            {
                if (part.Occurrence == cause.Suspect) continue;
                if (network[part.Occurrence].Kind is not OccurrenceKind.Blank) fresh &= known.Add(part.Occurrence);
                whole &= !suspects.Contains(part.Occurrence) && IsSound(network, part.Occurrence, cause, violated);
            }

            if (fresh) independent++;
            sound |= whole;
        }

        return (independent > 1 && independent > harmed) || (sound && harmed == 0);
    }

    /// <summary>Whether more relations hold a figure than break at it for another cause's sake.</summary>
    private static bool IsSound(FactNetwork network, int occurrence, Cause cause, HashSet<int> violated)
    {
        int holding = 0, broken = 0;
        foreach (int index in network.Adjacency.Of(occurrence))
        {
            if (!violated.Contains(index)) holding++;
            else if (!cause.Explained.Contains(index)) broken++;
        }

        return broken == 0 || holding > broken;
    }

    private static Interval? Gives(FactNetwork network, in Constraint constraint, int suspect)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Occurrence == suspect) return network.Implied(constraint, i, null);
        }

        return null;
    }

    private static Interval? DifferenceOf(FactNetwork network, Cause cause, IReadOnlyDictionary<int, Interval>? corrected)
    {
        if (network.Constraints[cause.Primary].Shape is not Shape.Linear) return null;

        // A sum beside a bound says better how far the figure is from the right one.
        int told = network.Constraints[cause.Primary].Comparison is Comparison.Equal
            ? cause.Primary
            : cause.Explained.FirstOrDefault(i => network.Constraints[i] is { Shape: Shape.Linear, Comparison: Comparison.Equal }, cause.Primary);
        ref readonly Constraint primary = ref network.Constraints[told];
        Interval sum = Interval.Point(0);
        foreach (Part part in network.PartsOf(primary))
        {
            Interval range = part.Occurrence == cause.Suspect ? network[part.Occurrence].Range(network.Rounding) : network.RangeOf(part.Occurrence, corrected);
            sum = part.Sign > 0 ? sum + range : sum - range;
        }

        return sum.High < 0 ? -sum : sum.Low > 0 ? sum : null;
    }
}
