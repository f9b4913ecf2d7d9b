using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Facts;

/// <summary>Which corrections of a figure a document can bear.</summary>
internal static class Plausibility
{
    /// <summary>Whether a figure can be negative: one that is printed so, or a change; not an amount or a number of things, nor a blank.</summary>
    public static bool MayBeNegative(in Occurrence occurrence) =>
        occurrence.Value < 0 || occurrence.Claim is { Kind: not (ClaimKind.Amount or ClaimKind.Count) };

    /// <summary>A figure cannot be wrong for a relation that would make a negative one of it.</summary>
    public static bool IsImpossible(Interval? implied, bool mayBeNegative) => !mayBeNegative && implied is { IsEmpty: false, High: < 0 };

    /// <summary>Whether a blank's figure stands beside it, on another line that the same relation adds up: it is moved, and nothing is broken.</summary>
    public static bool IsMoved(FactNetwork network, int constraint, int suspect, Interval? value)
    {
        if (network[suspect] is not { Kind: OccurrenceKind.Blank } blank || value is not { } right) return false;
        foreach (Part part in network.PartsOf(network.Constraints[constraint]))
        {
            ref readonly Occurrence other = ref network[part.Occurrence];
            if (other.Kind is OccurrenceKind.Cell && other.Address.Form == blank.Address.Form && other.Address.Column == blank.Address.Column && right.Contains(other.Value)) return true;
        }

        return false;
    }
}
