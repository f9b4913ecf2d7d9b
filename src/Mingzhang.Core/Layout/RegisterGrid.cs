using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>Registers: the columns of texts, then those of figures; a row an entry.</summary>
internal static class RegisterGrid
{
    internal static Grid Of(FormDefinition form, Statement statement)
    {
        var columns = new List<HeadColumn>();
        columns.AddRange(form.Texts.Select(t => new HeadColumn([t.Caption], "", 16)));
        columns.AddRange(form.Columns.Select(c => new HeadColumn(c.Captions, "", 12)));
        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        return new Grid(columns.Count, head.Length, [.. head, .. statement.Rows.Select(row => Row(form, row))], [.. columns.Select(c => c.Width)]);
    }

    private static GridRow Row(FormDefinition form, StatementRow row)
    {
        bool total = row.Key == Address.Total;
        return new GridRow([
            .. form.Texts.Select((t, i) => new GridCell(row.Text(t.Key) ?? (total && i == 0 ? row.Caption : ""), i, CellRole.Text, Strong: total)),
            .. form.Columns.Select((c, i) => StatementGrid.Figure(form, row, row.Key, c.Number, form.Texts.Length + i, total)),
        ]);
    }
}
