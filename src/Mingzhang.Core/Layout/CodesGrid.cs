using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>Code tables (02, 03, 05, 07, 08): the code over the columns 类, 款 and 项, its name, and the figures; 合计 on top.</summary>
internal static class CodesGrid
{
    internal static Grid Of(FormDefinition form, Statement statement, Dictionary<string, StatementRow> rows)
    {
        FormHead words = form.Head;
        int levels = Math.Max(1, words.Levels.Length);
        ImmutableArray<string> outer = words.Item.Length > 0 ? [words.Item] : [];
        var columns = new List<HeadColumn>();
        for (int i = 0; i < levels; i++) columns.Add(new HeadColumn([.. outer, words.Code], i < words.Levels.Length ? words.Levels[i] : "", levels == 1 ? 11 : 4));
        columns.Add(new HeadColumn([.. outer, words.Name], words.Numbers, 34));
        columns.AddRange(form.Columns.Select(c => new HeadColumn(c.Captions, c.Number, 13)));
        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        IEnumerable<StatementRow> body = rows.ContainsKey(Address.Total)
            ? statement.Rows
            : statement.Rows.Prepend(new StatementRow { Key = Address.Total, Caption = Address.Total, Span = default });
        return new Grid(columns.Count, head.Length, [.. head, .. body.Select(row => Row(form, row, levels))], [.. columns.Select(c => c.Width)]);
    }

    private static GridRow Row(FormDefinition form, StatementRow row, int levels)
    {
        bool total = row.Key == Address.Total, strong = total || row.Key.Length == 3;
        GridCell code = new(total ? "" : row.Key, 0, CellRole.Text, levels, Strong: strong);
        GridCell name = new(total ? Address.Total : row.Caption, levels, total ? CellRole.Mark : CellRole.Text, Strong: strong, Indent: row.Key.Length switch { 5 => 1, 7 => 2, _ => 0 });
        return new GridRow([code, name, .. form.Columns.Select((c, i) => StatementGrid.Figure(form, row, row.Key, c.Number, levels + 1 + i, strong))]);
    }
}
