namespace Mingzhang.Checking.Facts;

/// <summary>Which rounding differences are told: one for each group of relations between the same cells, each one of the text.</summary>
internal static class RoundingDifferences
{
    /// <summary>The constraints to tell, in order.</summary>
    public static List<int> Of(FactNetwork network)
    {
        var told = new List<int>();
        if (network.Rounded.Count == 0) return told;
        var seen = new HashSet<int>();
        foreach (int index in network.Rounded)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (constraint.Rule.Relation is null)
            {
                if (!IsCoarserPercentage(network, constraint)) told.Add(index);
                continue;
            }

            bool known = false;
            foreach (Part part in network.PartsOf(constraint)) known |= !seen.Add(part.Occurrence);
            if (!known) told.Add(index);
        }

        return told;
    }

    /// <summary>The same percentage with fewer decimals is no difference: 18.6% and 18.63%.</summary>
    private static bool IsCoarserPercentage(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        return constraint.Shape is Shape.Linear && network[parts[0].Occurrence].IsPercent && network[parts[1].Occurrence].IsPercent;
    }
}
