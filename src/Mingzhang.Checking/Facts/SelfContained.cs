using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Contradictions of a joint cause that need no other part of the document to be seen: a whole and its parts in one section of the text, the two sides of a
/// relation in one form. They are wrong whichever way the joint cause is put right.
/// </summary>
internal static class SelfContained
{
    /// <summary>Digits that a figure printed elsewhere must have to say what another should be.</summary>
    private const decimal FewestDigits = 1_000m;

    /// <summary>A cause for each of them, told by its own relation.</summary>
    public static IEnumerable<Cause> Of(FactNetwork network, Cause joint)
    {
        HashSet<string> rules = [];
        foreach (Cause member in (Cause[])[joint, .. joint.Others])
        {
            foreach (int index in member.Explained)
            {
                FactRule rule = network.Constraints[index].Rule;
                if (IsInText(network, index)) yield return InText(network, member, index);
                else if (IsInForm(network, index) && rules.Add(rule.Id)) yield return Alone(member, index) with { Sure = false, Value = null };
            }
        }
    }

    private static Cause Alone(Cause member, int index) => member with { Others = [], Likeness = Likeness.None, Amount = -1, Primary = index, Explained = [index] };

    /// <summary>The figure of a sum that the document itself prints otherwise elsewhere; without it nothing is said to be right.</summary>
    private static Cause InText(FactNetwork network, Cause member, int index)
    {
        Constraint constraint = network.Constraints[index];
        Cause? found = null;
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        for (int i = 0; i < parts.Length; i++)
        {
            if (network.Implied(constraint, i, null) is not { IsEmpty: false, Low: > 0 } implied || Printed(network, implied, parts) is not (>= 0 and var printed)) continue;
            if (found is not null) return Alone(member, index) with { Supported = false };
            found = Alone(member, index) with { Suspect = parts[i].Occurrence, Sure = true, Supported = true, Value = implied, Amount = printed };
        }

        return found ?? Alone(member, index) with { Supported = false };
    }

    /// <summary>The figure printed most often among those that a sum leaves to one of its parts; −1 for none.</summary>
    private static int Printed(FactNetwork network, Interval implied, ReadOnlySpan<Part> parts)
    {
        Dictionary<decimal, (int First, int Count)> values = [];
        for (int i = 0; i < network.Occurrences.Length; i++)
        {
            ref readonly Occurrence occurrence = ref network[i];
            if (occurrence.IsPercent || occurrence.Unit == 0 || occurrence.Value / occurrence.Unit < FewestDigits || !implied.Contains(occurrence.Value)) continue;
            if (occurrence.Kind is OccurrenceKind.Linked || Has(parts, i)) continue;
            (int first, int count) = values.GetValueOrDefault(occurrence.Value, (i, 0));
            values[occurrence.Value] = (first, count + 1);
        }

        return values.Count == 0 ? -1 : values.Values.MaxBy(v => v.Count).First;
    }

    private static bool Has(ReadOnlySpan<Part> parts, int occurrence)
    {
        foreach (Part part in parts)
        {
            if (part.Occurrence == occurrence) return true;
        }

        return false;
    }

    /// <summary>A sum of amounts that one section of the text states.</summary>
    private static bool IsInText(FactNetwork network, int index)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal, Rule.Relation: null, Count: > 2 }) return false;
        string? section = null;
        foreach (Part part in network.PartsOf(constraint))
        {
            if (network[part.Occurrence].Claim is not { Kind: ClaimKind.Amount } claim || (section is not null && section != claim.Section)) return false;
            section = claim.Section ?? "";
        }

        return true;
    }

    /// <summary>An equation between totals that one form prints; rows that differ by an amount are one chain with its totals.</summary>
    private static bool IsInForm(FactNetwork network, int index)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal, Rule.Relation: not null }) return false;
        string? form = null;
        int printed = 0;
        foreach (Part part in network.PartsOf(constraint))
        {
            ref readonly Occurrence occurrence = ref network[part.Occurrence];
            if (occurrence.Kind is not (OccurrenceKind.Cell or OccurrenceKind.Blank) || (form is not null && form != occurrence.Address.Form)) return false;
            form = occurrence.Address.Form;
            if (constraint.Rule.Relation.Over is not Quantifier.None && occurrence.Address.Row != Address.Total) return false;
            if (occurrence.Kind is OccurrenceKind.Cell) printed++;
        }

        return printed > 1;
    }
}
