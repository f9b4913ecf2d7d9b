using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>Whether a document cuts digits off: under truncation it contradicts itself clearly less, and nowhere new.</summary>
internal static class Truncation
{
    /// <summary>So many places must speak for it before one may conclude so.</summary>
    public const int FewestPlaces = 3;

    /// <summary>Whether a network deserves a second look under truncation: cutting digits off would explain enough of what rounding does not.</summary>
    public static bool IsConceivable(FactNetwork rounded)
    {
        int explained = 0;
        foreach (int index in rounded.Violated)
        {
            if (rounded.JudgeUnder(Rounding.Truncated, rounded.Constraints[index]) is not Verdict.Violated) explained++;
        }

        return explained >= FewestPlaces;
    }

    /// <summary>The constraints that rounding violates and truncation satisfies; empty if truncation does not explain the document.</summary>
    public static IReadOnlyList<int> Explains(FactNetwork rounded, FactNetwork truncated)
    {
        var still = new HashSet<(string Rule, int Occurrence)>();
        foreach (int index in truncated.Violated) still.Add(SignatureOf(truncated, index));
        var explained = new List<int>();
        int both = 0;
        foreach (int index in rounded.Violated)
        {
            if (still.Contains(SignatureOf(rounded, index))) both++;
            else explained.Add(index);
        }

        return explained.Count >= FewestPlaces && both == truncated.Violated.Count ? explained : [];
    }

    private static (string Rule, int Occurrence) SignatureOf(FactNetwork network, int index)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        ref readonly Occurrence first = ref network[network.PartsOf(constraint)[0].Occurrence];
        return (constraint.Rule.Id, first.Claim?.Index ?? HashCode.Combine(first.Address));
    }
}
