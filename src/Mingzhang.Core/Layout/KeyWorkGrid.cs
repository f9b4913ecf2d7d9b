using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Layout;

/// <summary>The key-work table of part four: 序号, 重要事项, 工作内容及目标, 完成情况; a matter of several rows has its cells merged.</summary>
public static class KeyWorkGrid
{
    private static readonly ImmutableArray<string> Captions = ["序号", "重要事项", "工作内容及目标", "完成情况"];
    private static readonly ImmutableArray<int> Widths = [6, 22, 36, 36];

    /// <summary>The table of its rows, numbers and matters filled down.</summary>
    public static Grid Of(ImmutableArray<KeyWorkRow> rows)
    {
        var lines = ImmutableArray.CreateBuilder<GridRow>(rows.Length + 1);
        lines.Add(new GridRow([.. Captions.Select((caption, at) => new GridCell(caption, at, CellRole.Head))]));
        for (int i = 0; i < rows.Length; i++)
        {
            KeyWorkRow row = rows[i];
            var cells = ImmutableArray.CreateBuilder<GridCell>(4);
            bool begins = i == 0 || !SameMatter(rows[i - 1], row);
            if (begins)
            {
                int end = i + 1;
                while (end < rows.Length && SameMatter(row, rows[end])) end++;
                cells.Add(new GridCell(row.Number, 0, CellRole.Mark, RowSpan: end - i));
                cells.Add(new GridCell(row.Matter, 1, CellRole.Text, RowSpan: end - i));
            }

            cells.Add(new GridCell(row.Goal, 2, CellRole.Text));
            cells.Add(new GridCell(row.Completion, 3, CellRole.Text));
            lines.Add(new GridRow(cells.ToImmutable()));
        }

        return new Grid(4, 1, lines.ToImmutable(), Widths);
    }

    private static bool SameMatter(KeyWorkRow a, KeyWorkRow b) => a.Number == b.Number && a.Matter == b.Matter && a.Number.Length + a.Matter.Length > 0;
}
