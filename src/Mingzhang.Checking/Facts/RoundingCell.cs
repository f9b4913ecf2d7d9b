using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// An amount that is printed alike in several forms and makes several sums differ by rounding: rounded the other way it makes all of them exact and breaks none.
/// </summary>
internal static class RoundingCell
{
    /// <summary>Groups looked at at most: more are no document's own rounding.</summary>
    private const int MostGroups = 200;

    /// <summary>Joins groups of one such amount, told where a relation sets it against its own parts.</summary>
    public static List<RoundingGroup> Join(FactNetwork network, List<RoundingGroup> groups)
    {
        if (groups.Count > MostGroups) return groups;
        int[] facts = Facts(network);
        List<RoundingGroup> left = [.. groups];
        while (Best(network, left, facts) is { } best)
        {
            List<RoundingGroup> covered = left.FindAll(g => best.Covered.Contains(g.Lead));
            List<int> all = [.. covered.SelectMany(RoundingGroups.All)];
            int lead = all.OrderByDescending(i => facts[network.PartsOf(network.Constraints[i])[0].Occurrence] == best.Fact).ThenBy(i => network.Constraints[i].Count).ThenBy(i => i).First();
            int at = left.IndexOf(covered[0]);
            left.RemoveAll(covered.Contains);
            left.Insert(at, new RoundingGroup(lead, [.. all.Where(i => i != lead)]));
        }

        return left;
    }

    /// <summary>The amount that explains most groups, two at least, and no other as many of them.</summary>
    private static (int Fact, HashSet<int> Covered)? Best(FactNetwork network, List<RoundingGroup> groups, int[] facts)
    {
        Dictionary<int, HashSet<int>> covered = [];
        foreach (RoundingGroup group in groups)
        {
            foreach (int fact in FactsOf(network, group.Lead, facts))
            {
                if (!covered.TryAdd(fact, [group.Lead])) covered[fact].Add(group.Lead);
            }
        }

        List<(int Fact, HashSet<int> Covered)> candidates = [.. covered.Where(c => c.Value.Count > 1 && Explains(network, c.Key, facts)).Select(c => (c.Key, c.Value))];

        if (candidates.Count == 0) return null;
        (int Fact, HashSet<int> Covered) best = candidates.MaxBy(c => c.Covered.Count);
        return candidates.Any(c => c.Fact != best.Fact && c.Covered.Overlaps(best.Covered)) ? null : best;
    }

    /// <summary>Whether all relations that speak of an amount agree on the same correction of it.</summary>
    private static bool Explains(FactNetwork network, int fact, int[] facts)
    {
        decimal? correction = null;
        foreach (Constraint constraint in network.Constraints)
        {
            if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal }) continue;
            int times = 0;
            foreach (Part part in network.PartsOf(constraint))
            {
                if (facts[part.Occurrence] == fact) times += part.Sign;
            }

            // A coarser statement of it, in the text or in another unit, says nothing of its last digit.
            if (times == 0 || IsMixed(network, constraint)) continue;
            decimal needed = -RoundingGroups.DifferenceOf(network, constraint) / times;
            if (needed != (correction ??= needed)) return false;
        }

        return correction is not null and not 0;
    }

    /// <summary>Whether figures of different exactness are compared.</summary>
    private static bool IsMixed(FactNetwork network, in Constraint constraint)
    {
        decimal unit = 0;
        foreach (Part part in network.PartsOf(constraint))
        {
            decimal own = network[part.Occurrence].Unit;
            if (own == 0) continue;
            if (unit != 0 && own != unit) return true;
            unit = own;
        }

        return false;
    }

    /// <summary>The telling amounts of a constraint.</summary>
    private static HashSet<int> FactsOf(FactNetwork network, int index, int[] facts)
    {
        HashSet<int> found = [];
        ref readonly Constraint constraint = ref network.Constraints[index];
        if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal }) return found;
        foreach (Part part in network.PartsOf(constraint))
        {
            if (network[part.Occurrence] is { Kind: OccurrenceKind.Cell or OccurrenceKind.Claim, Value: not 0 }) found.Add(facts[part.Occurrence]);
        }

        return found;
    }

    /// <summary>For every occurrence the first one that is the same amount by relations that hold exactly.</summary>
    private static int[] Facts(FactNetwork network)
    {
        int[] facts = new int[network.Occurrences.Length];
        for (int i = 0; i < facts.Length; i++) facts[i] = i;
        foreach (Constraint constraint in network.Constraints)
        {
            if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal, Count: 2 }) continue;
            ReadOnlySpan<Part> parts = network.PartsOf(constraint);
            if (parts[0].Sign == parts[1].Sign || network[parts[0].Occurrence].Value != network[parts[1].Occurrence].Value || network[parts[0].Occurrence].Unit != network[parts[1].Occurrence].Unit) continue;
            int a = Root(parts[0].Occurrence), b = Root(parts[1].Occurrence);
            facts[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (int i = 0; i < facts.Length; i++) facts[i] = Root(i);
        return facts;

        int Root(int occurrence)
        {
            while (facts[occurrence] != occurrence) occurrence = facts[occurrence] = facts[facts[occurrence]];
            return occurrence;
        }
    }
}
