using System.Globalization;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>Rounding differences of one cause.</summary>
/// <param name="Lead">The constraint that tells it.</param>
/// <param name="Others">The others, in which the same difference shows again.</param>
internal sealed record RoundingGroup(int Lead, List<int> Others);

/// <summary>
/// Rounding differences that are one: the same sum of the same figures in several forms and the text, a difference that a row hands on to the totals above it, and
/// differences that all vanish when one amount, wherever it is printed, is rounded the other way.
/// </summary>
internal static class RoundingGroups
{
    /// <summary>Least value, in units of the last digit, of a figure that two sums do not share by chance.</summary>
    private const decimal FewestDigits = 1_000m;

    /// <summary>Joins the constraints to tell.</summary>
    public static List<RoundingGroup> Of(FactNetwork network, List<int> told)
    {
        List<RoundingGroup> groups = BySum(network, told);
        groups = ByRow(network, groups);
        return groups.Count > 1 ? RoundingCell.Join(network, groups) : groups;
    }

    /// <summary>How far the figures of a linear constraint are apart, with sign.</summary>
    public static decimal DifferenceOf(FactNetwork network, in Constraint constraint)
    {
        decimal sum = 0;
        foreach (Part part in network.PartsOf(constraint)) sum += part.Sign * network[part.Occurrence].Value;
        return sum;
    }

    private static List<RoundingGroup> BySum(FactNetwork network, List<int> told)
    {
        List<RoundingGroup> groups = [];
        Dictionary<string, RoundingGroup> sums = [];
        foreach (int index in told)
        {
            string? sum = SumOf(network, index);
            if (sum is not null && sums.TryGetValue(sum, out RoundingGroup? same))
            {
                same.Others.Add(index);
                continue;
            }

            groups.Add(new RoundingGroup(index, []));
            if (sum is not null) sums.Add(sum, groups[^1]);
        }

        return groups;
    }

    /// <summary>The figures of a sum, without order; null for what is no sum of telling figures.</summary>
    private static string? SumOf(FactNetwork network, int index)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal }) return null;
        int turned = DifferenceOf(network, constraint) < 0 ? -1 : 1;
        List<decimal> values = [];
        bool telling = false;
        foreach (Part part in network.PartsOf(constraint))
        {
            ref readonly Occurrence occurrence = ref network[part.Occurrence];
            if (occurrence.Kind is OccurrenceKind.Linked) return null;
            if (occurrence.Value == 0) continue;
            values.Add(turned * part.Sign * occurrence.Value);
            telling |= occurrence.Unit > 0 && Math.Abs(occurrence.Value) / occurrence.Unit >= FewestDigits;
        }

        values.Sort();
        return telling ? $"{network.Judge(constraint)} {string.Join(' ', values.Select(v => v.ToString("0.######", CultureInfo.InvariantCulture)))}" : null;
    }

    /// <summary>The difference of a total that is that of the rows below it is told at the lowest of them.</summary>
    private static List<RoundingGroup> ByRow(FactNetwork network, List<RoundingGroup> groups)
    {
        // The differences of a relation by the row that all its figures stand in.
        Dictionary<(string Rule, string Row), decimal> differences = [];
        foreach (int index in network.Rounded)
        {
            if (RowOf(network, index) is { } row) differences[(network.Constraints[index].Rule.Id, row)] = DifferenceOf(network, network.Constraints[index]);
        }

        List<RoundingGroup> lowest = [.. groups.Select(g => AtLowestRow(network, g))], joined = [.. lowest];
        foreach (RoundingGroup group in lowest)
        {
            if (RowOf(network, group.Lead) is not { } row) continue;
            string rule = network.Constraints[group.Lead].Rule.Id;
            List<string> below = [.. differences.Keys.Where(k => k.Rule == rule && ParentOf(k.Row) == row).Select(k => k.Row)];
            if (below.Count == 0 || below.Sum(r => differences[(rule, r)]) != differences[(rule, row)]) continue;
            if (joined.Find(g => g != group && All(g).Any(i => network.Constraints[i].Rule.Id == rule && below.Contains(RowOf(network, i) ?? ""))) is not { } lower) continue;
            joined.Remove(group);
            Merge(lower, group);
        }

        return joined;
    }

    /// <summary>The same group, told at the lowest row that the relation which tells it shows.</summary>
    private static RoundingGroup AtLowestRow(FactNetwork network, RoundingGroup group)
    {
        if (RowOf(network, group.Lead) is null) return group;
        string rule = network.Constraints[group.Lead].Rule.Id;
        int lead = All(group).Where(i => network.Constraints[i].Rule.Id == rule).MaxBy(i => RowOf(network, i) is { } row && row != Address.Total ? row.Length : 0);
        return new RoundingGroup(lead, [.. All(group).Where(i => i != lead)]);
    }

    /// <summary>Takes another group's constraints over.</summary>
    public static void Merge(RoundingGroup into, RoundingGroup other) => into.Others.AddRange(All(other));

    /// <summary>All constraints of a group.</summary>
    public static IEnumerable<int> All(RoundingGroup group) => group.Others.Prepend(group.Lead);

    /// <summary>The row of a form by code that all figures of a constraint stand in; null where there is none.</summary>
    private static string? RowOf(FactNetwork network, int index)
    {
        ref readonly Constraint constraint = ref network.Constraints[index];
        if (constraint is not { Shape: Shape.Linear, Comparison: Comparison.Equal, Rule.Relation.Over: not Quantifier.None }) return null;
        Address? first = null;
        foreach (Part part in network.PartsOf(constraint))
        {
            Address address = network[part.Occurrence].Address;
            if (first is { } known && (known.Form != address.Form || known.Row != address.Row)) return null;
            first = address;
        }

        return first is { } own && (own.Row == Address.Total || own.Row.All(char.IsAsciiDigit)) ? own.Row : null;
    }

    private static string ParentOf(string row) => row == Address.Total ? "" : row.Length > 3 ? row[..^2] : Address.Total;
}
