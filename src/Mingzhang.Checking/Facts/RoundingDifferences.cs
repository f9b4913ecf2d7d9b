namespace Mingzhang.Checking.Facts;

/// <summary>Which rounding differences are told: one for each group of relations between the same cells, each one of the text.</summary>
internal static class RoundingDifferences
{
    /// <summary>The last digit of an amount in 万元, in 元.</summary>
    private const decimal UnitOfWan = 100m;

    private const decimal YuanPerWan = 10_000m;

    /// <summary>The constraints to tell, in order.</summary>
    public static List<int> Of(FactNetwork network)
    {
        var told = new List<int>();
        if (network.Rounded.Count == 0) return told;
        var seen = new HashSet<int>();
        foreach (int index in network.Rounded)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (IsSameInAnotherUnit(network, constraint)) continue;
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

    /// <summary>The same amount in 元 and, rounded to the decimals printed, in 万元 is no difference: 2,178,324.44元 and 217.83万元.</summary>
    private static bool IsSameInAnotherUnit(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        if (constraint.Shape is not Shape.Linear || parts.Length != 2 || parts[0].Sign == parts[1].Sign) return false;
        Occurrence coarse = network[parts[0].Occurrence], fine = network[parts[1].Occurrence];
        if (coarse.Unit < fine.Unit) (coarse, fine) = (fine, coarse);
        // 0.01万元 is 100元: no amount in 元 is printed as coarsely, none in 万元 as finely.
        if (fine.Unit == 0 || coarse.IsPercent || (coarse.Unit < UnitOfWan && fine.Unit > 1 / YuanPerWan)) return false;
        if (coarse.Unit / fine.Unit < UnitOfWan) return false;
        return Math.Round(fine.Value / coarse.Unit, MidpointRounding.AwayFromZero) * coarse.Unit == coarse.Value;
    }

    /// <summary>The same percentage with fewer decimals is no difference: 18.6% and 18.63%.</summary>
    private static bool IsCoarserPercentage(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        return constraint.Shape is Shape.Linear && network[parts[0].Occurrence].IsPercent && network[parts[1].Occurrence].IsPercent;
    }
}
