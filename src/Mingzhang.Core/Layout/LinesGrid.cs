using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>Forms of numbered lines on two sides (01, 04): 项目, 行次 and the figures of each side.</summary>
internal static class LinesGrid
{
    internal static Grid Of(FormDefinition form, Dictionary<string, StatementRow> rows)
    {
        ImmutableArray<Side> sides = Sides(form);
        var columns = new List<HeadColumn>();
        foreach (Side side in sides)
        {
            ImmutableArray<FormColumn> held = [.. side.Columns.Select(c => form.Column(c)!)];
            ImmutableArray<string> outer = held[0].Captions.Length > 1 ? [held[0].Captions[0]] : [];
            columns.Add(new HeadColumn([.. outer, form.Head.Item], form.Head.Numbers, 37));
            columns.Add(new HeadColumn([.. outer, form.Head.Line], "", 5));
            columns.AddRange(held.Select(c => new HeadColumn(c.Captions, c.Number, 12)));
        }

        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        var body = ImmutableArray.CreateBuilder<GridRow>();
        for (int i = 0; i < sides.Max(s => s.Lines.Length); i++)
        {
            var cells = ImmutableArray.CreateBuilder<GridCell>(columns.Count);
            foreach (Side side in sides) Line(cells, form, side, i, rows);
            body.Add(new GridRow(cells.ToImmutable()));
        }

        return new Grid(columns.Count, head.Length, [.. head, .. body], [.. columns.Select(c => c.Width)]);
    }

    private static void Line(ImmutableArray<GridCell>.Builder cells, FormDefinition form, Side side, int index, Dictionary<string, StatementRow> rows)
    {
        int at = cells.Count;
        if (index >= side.Lines.Length)
        {
            for (int i = 0; i < side.Columns.Length + 2; i++) cells.Add(new GridCell("", at + i, i == 0 ? CellRole.Text : CellRole.Mark));
            return;
        }

        FormLine line = side.Lines[index];
        StatementRow? row = rows.GetValueOrDefault(line.Number);
        bool total = line.Caption.EndsWith("合计", StringComparison.Ordinal) || line.Caption.EndsWith("总计", StringComparison.Ordinal);
        cells.Add(new GridCell(Caption(line, row, index < side.Ordinals ? index + 1 : 0), at, CellRole.Text, Strong: total));
        cells.Add(new GridCell(line.Number, at + 1, CellRole.Mark));
        for (int i = 0; i < side.Columns.Length; i++) cells.Add(StatementGrid.Figure(form, row, line.Number, side.Columns[i], at + 2 + i, total));
    }

    private static string Caption(FormLine line, StatementRow? row, int ordinal)
    {
        string caption = row is { Caption.Length: > 0 } && Squeeze(Ordinals.Without(row.Caption)) != Squeeze(line.Caption) ? Ordinals.Without(row.Caption) : line.Caption;
        return ordinal > 0 && caption.Length > 0 ? $"{Ordinals.Of(ordinal)}、{caption}" : caption;
    }

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The lines by the columns that they have figures in, in the order of the columns.</summary>
    private static ImmutableArray<Side> Sides(FormDefinition form)
    {
        var sides = new List<Side>();
        foreach (var lines in form.Lines.GroupBy(l => l.Columns[0]))
        {
            FormSide? side = form.Sides.FirstOrDefault(s => s.Columns.Contains(lines.Key));
            sides.Add(new Side(lines.First().Columns, side?.Ordinals ?? 0, [.. lines]));
        }

        return [.. sides.OrderBy(s => form.Columns.IndexOf(form.Column(s.Columns[0])!))];
    }

    private sealed record Side(ImmutableArray<string> Columns, int Ordinals, ImmutableArray<FormLine> Lines);
}
