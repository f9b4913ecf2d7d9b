using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Wrong figures that have one cause: a column or the totals of a form left blank, an amount in the wrong row or column, an amount that some
/// forms count in and others do not. They become one cause, the most telling first.
/// </summary>
internal static class CauseGroups
{
    private const int FewestCounted = 3;
    private const decimal YuanInWan = 10_000m;

    /// <summary>Digits without the zeros at its end that an amount must have: two figures do not differ by the same 139.57 by chance, but by 10 they do.</summary>
    private const int FewestDigits = 3;

    /// <summary>The causes with those of one cause joined.</summary>
    public static ImmutableArray<Cause> Join(FactNetwork network, ImmutableArray<Cause> causes)
    {
        if (causes.Length < 2) return causes;
        ImmutableArray<Cause> joined = causes.Length < FewestCounted ? causes : JoinCounted(network, causes);
        joined = Group(network, joined, AreInYuan);
        joined = Group(network, joined, AreBlank);
        return Group(network, joined, Differ);
    }

    private static ImmutableArray<Cause> Group(FactNetwork network, ImmutableArray<Cause> causes, Func<FactNetwork, Cause, Cause, bool> alike)
    {
        var groups = new List<Cause>(causes.Length);
        foreach (Cause cause in causes)
        {
            int at = cause.Likeness is Likeness.Counted ? -1 : IndexOfAlike(network, groups, cause, alike);
            if (at < 0) groups.Add(cause);
            else groups[at] = Joined(groups[at], cause, alike == AreInYuan ? Likeness.Yuan : IsBlank(network, groups[at]) && IsBlank(network, cause) ? Likeness.Blank : Likeness.Difference);
        }

        return [.. groups];
    }

    private static int IndexOfAlike(FactNetwork network, List<Cause> groups, Cause cause, Func<FactNetwork, Cause, Cause, bool> alike)
    {
        for (int i = 0; i < groups.Count; i++)
        {
            if (groups[i].Likeness is Likeness.Counted) continue;
            if (alike(network, groups[i], cause)) return i;
            foreach (Cause other in groups[i].Others)
            {
                if (alike(network, other, cause)) return i;
            }
        }

        return -1;
    }

    private static bool IsBlank(FactNetwork network, Cause cause) =>
        network[cause.Suspect].Kind is OccurrenceKind.Blank && cause.Others.All(o => network[o.Suspect].Kind is OccurrenceKind.Blank);

    private static Cause Joined(Cause first, Cause other, Likeness likeness) => first with
    {
        Likeness = likeness,
        Others = [.. first.Others, other with { Others = [] }, .. other.Others],
    };

    private static bool AreInYuan(FactNetwork network, Cause a, Cause b) => IsInYuan(network, a) && IsInYuan(network, b) && network[a.Suspect].Address.Form == network[b.Suspect].Address.Form;

    private static bool IsInYuan(FactNetwork network, Cause cause) =>
        network[cause.Suspect] is { Kind: OccurrenceKind.Cell, Value: not 0 } cell && cause.Value is { } right && right.Contains(cell.Value / YuanInWan);

    /// <summary>Blank cells of one column of a table; on forms of lines, totals of the form.</summary>
    private static bool AreBlank(FactNetwork network, Cause a, Cause b)
    {
        ref readonly Occurrence first = ref network[a.Suspect];
        ref readonly Occurrence second = ref network[b.Suspect];
        if (first.Kind is not OccurrenceKind.Blank || second.Kind is not OccurrenceKind.Blank || first.Row is null || second.Row is null || first.Address.Form != second.Address.Form) return false;
        return IsInTable(network, a) && IsInTable(network, b) ? first.Address.Column == second.Address.Column : IsTotal(network, a) && IsTotal(network, b);
    }

    /// <summary>Whether a relation over the rows of a table speaks of the cell, and not one between lines.</summary>
    private static bool IsInTable(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            if (network.Constraints[index].Rule.Relation is { Over: not Quantifier.None }) return true;
        }

        return false;
    }

    /// <summary>Whether the cell is the one side of a sum.</summary>
    private static bool IsTotal(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            ref readonly Constraint constraint = ref network.Constraints[index];
            if (constraint is { Rule.Relation.Left.Length: 1, Count: > 2 } && constraint.Rule.Relation!.Left[0].Row == network[cause.Suspect].Address.Row) return true;
        }

        return false;
    }

    /// <summary>The same difference within one form.</summary>
    private static bool Differ(FactNetwork network, Cause a, Cause b)
    {
        ref readonly Occurrence first = ref network[a.Suspect];
        ref readonly Occurrence second = ref network[b.Suspect];
        return first.Claim is null && second.Claim is null && first.Address.Form == second.Address.Form && ShareDifference(a, b) && IsWithinForm(network, a) && IsWithinForm(network, b);
    }

    private static bool IsWithinForm(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            // A bound that another form sets is broken within the form that exceeds it.
            if (network.Constraints[index].Rule.Relation is { Comparison: not Comparison.Equal }) return true;
            if (network.Constraints[index].Rule.Relation is { } relation && relation.Left.Concat(relation.Right).All(t => t.Form == relation.Left[0].Form)) return true;
        }

        return false;
    }

    private static bool ShareDifference(Cause a, Cause b)
    {
        foreach (Interval difference in a.Differences)
        {
            if (IsTelling(difference) && Has(b, difference)) return true;
        }

        return false;
    }

    private static bool Has(Cause cause, Interval difference)
    {
        foreach (Interval own in cause.Differences)
        {
            if (own.Overlaps(difference)) return true;
        }

        return false;
    }

    private static bool IsTelling(Interval difference)
    {
        // Judged at two decimals, as forms print.
        decimal middle = decimal.Round((difference.Low + difference.High) / 2, 2);
        if (middle == 0 || difference.Width > middle / 20) return false;
        decimal digits = middle * 100;
        while (digits % 10 == 0) digits /= 10;
        return digits >= (decimal)Math.Pow(10, FewestDigits - 1);
    }

    /// <summary>Differences that are all one amount which the document names, between forms or the text.</summary>
    private static ImmutableArray<Cause> JoinCounted(FactNetwork network, ImmutableArray<Cause> causes)
    {
        List<Cause> rest = [.. causes];
        var joined = ImmutableArray.CreateBuilder<Cause>(causes.Length);
        while (rest.Count > 0)
        {
            Cause first = rest[0];
            List<Cause> alike = [];
            int amount = -1;
            foreach (Interval difference in first.Differences)
            {
                if (amount >= 0 || !IsTelling(difference)) continue;
                alike = [.. rest.Where(c => Has(c, difference))];
                if (alike.Count(c => IsBetween(network, c)) >= FewestCounted) amount = Named(network, difference, alike);
            }

            if (amount < 0)
            {
                joined.Add(first);
                rest.RemoveAt(0);
                continue;
            }

            Cause lead = alike.Aggregate(first, (a, b) => b.Explained.Length > a.Explained.Length ? b : a);
            foreach (Cause other in alike)
            {
                rest.Remove(other);
                if (other != lead) lead = Joined(lead, other, Likeness.Counted);
            }

            joined.Add(lead with { Likeness = Likeness.Counted, Amount = amount });
        }

        return joined.ToImmutable();
    }

    /// <summary>Whether a cause lies between forms, or the text speaks of it.</summary>
    private static bool IsBetween(FactNetwork network, Cause cause)
    {
        foreach (int index in cause.Explained)
        {
            // What is above a bound is not counted in there.
            if (network.Constraints[index] is { Shape: Shape.Linear, Comparison: not Comparison.Equal }) continue;
            string? form = null;
            foreach (Part part in network.PartsOf(network.Constraints[index]))
            {
                ref readonly Occurrence occurrence = ref network[part.Occurrence];
                string own = occurrence.Claim is null ? occurrence.Address.Form : "";
                if (own.Length == 0 || (form is not null && form != own)) return true;
                form = own;
            }
        }

        return false;
    }

    /// <summary>The figure that says what the common difference is, one of the text before one of a form; −1 if the document names none.</summary>
    private static int Named(FactNetwork network, Interval common, List<Cause> alike)
    {
        foreach (Cause cause in alike) common = cause.Differences.Select(common.Intersect).FirstOrDefault(d => !d.IsEmpty, common);
        int cell = -1;
        for (int i = 0; i < network.Occurrences.Length; i++)
        {
            ref readonly Occurrence occurrence = ref network[i];
            if (occurrence.IsPercent || !common.Contains(occurrence.Value)) continue;
            if (occurrence.Claim is { Kind: Core.Disclosures.ClaimKind.Amount }) return i;
            if (occurrence.Kind is OccurrenceKind.Cell && cell < 0) cell = i;
        }

        return cell;
    }
}
