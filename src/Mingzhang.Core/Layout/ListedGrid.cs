using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>A form as it is exported: as it is printed where the printed form has a place for every cell that was read; else a plain list of its rows.</summary>
public static class ListedGrid
{
    /// <summary>The table of a form.</summary>
    public static Grid Of(FormDefinition form, Statement statement)
    {
        if (form.Shape is FormShape.Register or FormShape.EconomicCodes) return Rows(form, statement);
        Grid printed = StatementGrid.Of(form, statement);
        HashSet<Address> shown = [.. printed.Rows.SelectMany(r => r.Cells).Select(c => c.Address).OfType<Address>()];
        bool all = statement.Rows.All(r => r.Cells.Select(c => c.Column).Concat(r.UnreadColumns).All(c => shown.Contains(new Address(form.Id, r.Key, c))));
        return all ? printed : Rows(form, statement);
    }

    /// <summary>Key, caption and figures of each row.</summary>
    private static Grid Rows(FormDefinition form, Statement statement)
    {
        HeadColumn[] columns =
        [
            new([form.Shape == FormShape.Lines ? "行次" : form.Shape == FormShape.Register ? "序号" : "编码"], "", 10),
            new(["名称"], "栏次", 34),
            .. form.Columns.Select(c => new HeadColumn(c.Captions, c.Number, 13)),
        ];
        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        return new Grid(columns.Length, head.Length, [.. head, .. statement.Rows.Select(r => Row(form, r))], [.. columns.Select(c => c.Width)]);
    }

    private static GridRow Row(FormDefinition form, StatementRow row)
    {
        bool total = row.Key == Address.Total;
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        cells.Add(new GridCell(total ? "" : row.Key, 0, CellRole.Text, Strong: total));
        cells.Add(new GridCell(total && row.Caption.Length == 0 ? row.Key : row.Caption, 1, CellRole.Text, Strong: total));
        for (int i = 0; i < form.Columns.Length; i++)
        {
            string column = form.Columns[i].Number;
            Cell? cell = row.Cell(column);
            string text = cell is not null ? cell.Figure?.ToString() ?? cell.Text : row.UnreadColumns.Contains(column) ? StatementGrid.Unread : "";
            bool words = form.Shape == FormShape.Register && cell is { Figure: null };
            cells.Add(new GridCell(text, 2 + i, words ? CellRole.Text : CellRole.Figure, Address: new Address(form.Id, row.Key, column), Strong: total));
        }

        return new GridRow(cells.ToImmutable());
    }
}
