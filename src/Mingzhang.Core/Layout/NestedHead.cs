using System.Collections.Immutable;

namespace Mingzhang.Core.Layout;

/// <summary>Makes the rows of a table's head of the nested captions of its columns.</summary>
internal static class NestedHead
{
    /// <summary>One row for each level of captions, the shallow ones reaching down; then the row of numbers where any column has one.</summary>
    internal static ImmutableArray<GridRow> Of(IReadOnlyList<HeadColumn> columns)
    {
        int depth = columns.Max(c => c.Captions.Length);
        var rows = ImmutableArray.CreateBuilder<GridRow>(depth + 1);
        for (int level = 0; level < depth; level++)
        {
            var cells = ImmutableArray.CreateBuilder<GridCell>();
            for (int at = 0; at < columns.Count;)
            {
                int end = at + 1;
                while (end < columns.Count && SharesCell(columns[at], columns[end], level)) end++;
                int captions = columns[at].Captions.Length;
                if (level < captions) cells.Add(new GridCell(columns[at].Captions[level], at, CellRole.Head, end - at, level == captions - 1 ? depth - level : 1));
                at = end;
            }

            rows.Add(new GridRow(cells.ToImmutable()));
        }

        if (columns.Any(c => c.Number.Length > 0)) rows.Add(new GridRow([.. columns.Select((c, at) => new GridCell(c.Number, at, CellRole.Head))]));
        return rows.ToImmutable();
    }

    private static bool SharesCell(HeadColumn left, HeadColumn right, int level)
    {
        if (left.Captions.Length <= level || right.Captions.Length <= level) return false;
        if ((level == left.Captions.Length - 1) != (level == right.Captions.Length - 1)) return false;
        for (int i = 0; i <= level; i++)
        {
            if (left.Captions[i] != right.Captions[i]) return false;
        }

        return true;
    }
}
