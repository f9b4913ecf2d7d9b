using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>Whether one subject can be a part of another, as far as the forms tell.</summary>
internal sealed class Divisions(Edition edition)
{
    private readonly Dictionary<Address, HashSet<Address>> _below = Below(edition);

    /// <summary>Whether the forms' sums make one subject a part of the other, directly or through another sum: then it is no part beside it.</summary>
    internal bool IsBelow(Subject part, Subject whole) => part.Address is { } cell && whole.Address is { } sum && _below.TryGetValue(sum, out HashSet<Address>? parts) && parts.Contains(cell);

    /// <summary>
    /// Whether <paramref name="part"/> may be a part of <paramref name="whole"/>: two cells of one form share their row or their column, and a column
    /// under a caption of several columns (本年支出: 小计, 基本支出, 项目支出) is divided only by the columns beside it there.
    /// </summary>
    internal bool Allow(Subject whole, Subject part)
    {
        if (whole.Key == part.Key) return false;
        if (whole.Address is not { } a || part.Address is not { } b || a.Form != b.Form) return true;
        if (a.Row == b.Row == (a.Column == b.Column)) return false;
        if (a.Row != b.Row || edition.Form(a.Form) is not { } form) return true;
        FormColumn? column = form.Column(a.Column), other = form.Column(b.Column);
        return column is null || other is null || column.Captions.Length < 2 || (other.Captions.Length > 0 && other.Captions[0] == column.Captions[0]);
    }

    /// <summary>For each cell that the forms print as a sum of others on its form, those others and what they are sums of.</summary>
    private static Dictionary<Address, HashSet<Address>> Below(Edition edition)
    {
        Dictionary<Address, HashSet<Address>> below = [];
        foreach (Relation relation in edition.Forms.SelectMany(f => f.Relations))
        {
            if (relation is not { Over: Quantifier.None, Comparison: Comparison.Equal, Left: [{ RowKind: RowKind.Fixed, Sign: > 0, Column: not "*" } whole] } || relation.Right.Length < 2) continue;
            if (!below.TryGetValue(Cell(whole), out HashSet<Address>? parts)) below[Cell(whole)] = parts = [];
            foreach (Term term in relation.Right)
            {
                if (term is { RowKind: RowKind.Fixed, Sign: > 0, Column: not "*" }) parts.Add(Cell(term));
            }
        }

        foreach (HashSet<Address> parts in below.Values)
        {
            Queue<Address> open = new(parts);
            while (open.TryDequeue(out Address next))
            {
                foreach (Address part in below.GetValueOrDefault(next, []))
                {
                    if (parts.Add(part)) open.Enqueue(part);
                }
            }
        }

        return below;
    }

    private static Address Cell(Term term) => new(term.Form, term.Row, term.Column);
}
