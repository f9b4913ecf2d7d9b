using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// The row of a unit above the codes of a form: its code, its name and its figures. Of the only unit it is the total of the form, and stands for 合计 where that is not printed.
/// </summary>
internal static class UnitRow
{
    /// <summary>Whether a line is a unit's: a code of a few digits that is no functional or economic code, and figures.</summary>
    internal static bool Is(TableLine line) =>
        line.HasCells && line.Atoms[0].Digits is { Length: >= 3 and <= 8 } code && !FunctionalCode.TryParse(code, out _) && !EconomicCode.TryParse(code, out _)
        && line.Atoms.Skip(1).Any(a => a is { Kind: AtomKind.Figure, Figure.Decimals: > 0 });

    /// <summary>Makes the total of the only unit's row; a row that says something else than the total, and rows of several units, are unread.</summary>
    internal static void Settle(RawForm form, List<TableLine> units, ImmutableArray<string> columns)
    {
        if (units is [var only])
        {
            List<Atom> items = [.. only.Atoms.Skip(1).Where(a => a.IsItem)];
            if (form.Row(Address.Total) is { } total)
            {
                if (total.Items.Where(i => i.Kind == AtomKind.Figure).Select(i => i.Figure.Value).SequenceEqual(items.Where(i => i.Kind == AtomKind.Figure).Select(i => i.Figure.Value))) return;
            }
            else
            {
                var row = new RawRow(Address.Total, columns) { HasCells = true, Cells = only.Cells };
                foreach (Atom atom in only.Atoms.Where(a => a.Kind == AtomKind.Text)) row.Name(atom);
                row.Cover(only.Atoms[0].Span);
                foreach (Atom item in items) row.Add(item);
                form.Rows.Insert(0, row);
                return;
            }
        }

        foreach (TableLine line in units) form.Unread.Add(new Unread(line.Span, string.Join(' ', line.Atoms.Select(a => a.Text)), UnreadReason.UnknownRow));
    }
}
