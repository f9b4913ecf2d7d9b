using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// The relations that hold along the row of a blank cell: a blank is part of none of them, yet a figure in it would break them.
/// </summary>
internal static class BlankRows
{
    /// <summary>How many relations of a row hold as long as one of its cells is blank.</summary>
    public static int Holding(FactNetwork network, in Occurrence blank, IReadOnlyDictionary<int, Interval> corrected)
    {
        if (blank.Kind is not OccurrenceKind.Blank || blank.Row is null) return 0;
        int holding = 0;
        for (int i = 0; i < network.Constraints.Length; i++)
        {
            ref readonly Constraint constraint = ref network.Constraints[i];
            if (constraint is { Shape: Shape.Linear, Comparison: Comparison.Equal, Rule.Relation: { Over: Quantifier.EachRow } relation }
                && SpeaksOf(relation, blank.Address) && IsOfRow(network, constraint, blank.Address) && Holds(network, constraint, corrected)) holding++;
        }

        return holding;
    }

    private static bool Holds(FactNetwork network, in Constraint constraint, IReadOnlyDictionary<int, Interval> corrected) =>
        network.Implied(constraint, 0, corrected) is not { } implied || implied.Overlaps(network.RangeOf(network.PartsOf(constraint)[0].Occurrence, corrected));

    private static bool SpeaksOf(Relation relation, Address cell)
    {
        bool speaks = false;
        foreach (Term term in (Term[])[.. relation.Left, .. relation.Right])
        {
            if (term.Form != cell.Form) return false;
            speaks |= term.Column == cell.Column;
        }

        return speaks;
    }

    private static bool IsOfRow(FactNetwork network, in Constraint constraint, Address cell)
    {
        foreach (Part part in network.PartsOf(constraint))
        {
            if (network[part.Occurrence].Address is var address && (address.Form != cell.Form || address.Row != cell.Row)) return false;
        }

        return true;
    }
}
