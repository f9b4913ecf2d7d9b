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
        if (constraint.Shape is not Shape.Linear) return false;
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        decimal coarsest = 0, finest = decimal.MaxValue;
        foreach (Part part in parts)
        {
            Occurrence occurrence = network[part.Occurrence];
            if (occurrence.IsPercent) return false;
            if (occurrence.Unit == 0) continue;
            coarsest = Math.Max(coarsest, occurrence.Unit);
            finest = Math.Min(finest, occurrence.Unit);
        }

        // 0.01万元 is 100元: no amount in 元 is printed as coarsely, none in 万元 as finely.
        if (coarsest == 0 || coarsest / finest < UnitOfWan || (coarsest < UnitOfWan && finest > 1 / YuanPerWan)) return false;
        decimal coarse = 0, fine = 0;
        foreach (Part part in parts)
        {
            Occurrence occurrence = network[part.Occurrence];
            if (occurrence.Unit * UnitOfWan > coarsest) coarse += part.Sign * occurrence.Value;
            else fine += part.Sign * occurrence.Value;
        }

        MidpointRounding way = network.Rounding is Core.Figures.Rounding.Truncated ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero;
        return Math.Round(fine / coarsest, way) * coarsest == -coarse;
    }

    /// <summary>The same percentage with fewer decimals is no difference: 18.6% and 18.63%.</summary>
    private static bool IsCoarserPercentage(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        return constraint.Shape is Shape.Linear && network[parts[0].Occurrence].IsPercent && network[parts[1].Occurrence].IsPercent;
    }
}
