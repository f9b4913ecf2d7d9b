using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Layout;

/// <summary>Form 06: economic codes in blocks side by side, each with code, name and figure; the totals in the last row, each over its blocks.</summary>
internal static class BlocksGrid
{
    private const int BlockWidth = 3;

    internal static Grid Of(FormDefinition form, Dictionary<string, StatementRow> rows)
    {
        FormHead words = form.Head;
        string column = form.Columns[0].Number;
        int count = form.Codes.Max(c => c.Block);
        var columns = new List<HeadColumn>();
        for (int block = 0; block < count; block++)
        {
            ImmutableArray<string> outer = block < words.Blocks.Length ? [words.Blocks[block]] : [];
            columns.Add(new HeadColumn([.. outer, words.Code], "", 10));
            columns.Add(new HeadColumn([.. outer, words.Name], "", 26));
            columns.Add(new HeadColumn([.. outer, form.Columns[0].Caption], "", 13));
        }

        ImmutableArray<GridRow> head = NestedHead.Of(columns);
        Entry[][] blocks = [.. Enumerable.Range(1, count).Select(block => Block(form, rows, block))];
        var body = ImmutableArray.CreateBuilder<GridRow>();
        for (int i = 0; i < blocks.Max(b => b.Length); i++)
        {
            var cells = ImmutableArray.CreateBuilder<GridCell>(columns.Count);
            foreach (Entry[] block in blocks)
            {
                int at = cells.Count;
                if (i >= block.Length)
                {
                    cells.AddRange(new GridCell("", at, CellRole.Text), new GridCell("", at + 1, CellRole.Text), new GridCell("", at + 2, CellRole.Mark));
                    continue;
                }

                (string key, string caption) = block[i];
                bool strong = key.Length == 3;
                cells.Add(new GridCell(key, at, CellRole.Text, Strong: strong));
                cells.Add(new GridCell(caption, at + 1, CellRole.Text, Strong: strong, Indent: strong ? 0 : 1));
                cells.Add(StatementGrid.Figure(form, rows.GetValueOrDefault(key), key, column, at + 2, strong));
            }

            body.Add(new GridRow(cells.ToImmutable()));
        }

        if (Totals(form, rows, column, count) is { Cells.Length: > 0 } totals) body.Add(totals);
        return new Grid(columns.Count, head.Length, [.. head, .. body], [.. columns.Select(c => c.Width)]);
    }

    /// <summary>The printed codes of a block, with those that only the statement has where they belong.</summary>
    private static Entry[] Block(FormDefinition form, Dictionary<string, StatementRow> rows, int block)
    {
        var entries = new List<Entry>();
        foreach (FormCode code in form.Codes.Where(c => c.Block == block && IsCode(c.Key)))
        {
            if (code.Optional && (!rows.TryGetValue(code.Key, out StatementRow? found) || (found.Cells.IsEmpty && found.UnreadColumns.IsEmpty))) continue;
            string key = !rows.ContainsKey(code.Key) && !code.OtherCodes.IsDefault && code.OtherCodes.FirstOrDefault(rows.ContainsKey) is { } other ? other : code.Key;
            entries.Add(new Entry(key, rows.TryGetValue(key, out StatementRow? row) && row.Caption.Length > 0 ? row.Caption : code.Caption));
        }

        foreach (StatementRow row in rows.Values.Where(r => IsCode(r.Key) && BlockOf(form, r.Key) == block))
        {
            if (entries.Exists(e => e.Key == row.Key)) continue;
            int at = entries.FindIndex(e => e.Key[..3] == row.Key[..3] && string.CompareOrdinal(e.Key, row.Key) > 0);
            if (at < 0) at = entries.FindLastIndex(e => string.CompareOrdinal(e.Key[..3], row.Key[..3]) <= 0) + 1;
            entries.Insert(at, new Entry(row.Key, row.Caption));
        }

        return [.. entries];
    }

    /// <summary>The block of a code: its own, else that of its class, else that of the class before.</summary>
    private static int BlockOf(FormDefinition form, string key) =>
        (form.Codes.FirstOrDefault(c => c.Key == key || (!c.OtherCodes.IsDefault && c.OtherCodes.Contains(key)))
        ?? form.Codes.FirstOrDefault(c => c.Key == key[..3])
        ?? form.Codes.Where(c => c.Key.Length == 3 && IsCode(c.Key) && string.CompareOrdinal(c.Key, key) < 0).MaxBy(c => c.Key, StringComparer.Ordinal))?.Block ?? 1;

    private static GridRow Totals(FormDefinition form, Dictionary<string, StatementRow> rows, string column, int blocks)
    {
        FormCode[] totals = [.. form.Codes.Where(c => !IsCode(c.Key)).OrderBy(c => c.Block)];
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        for (int i = 0; i < totals.Length; i++)
        {
            int first = (totals[i].Block - 1) * BlockWidth, end = i + 1 < totals.Length ? (totals[i + 1].Block - 1) * BlockWidth : blocks * BlockWidth;
            cells.Add(new GridCell(totals[i].Key, first, CellRole.Mark, end - first - 1, Strong: true));
            cells.Add(StatementGrid.Figure(form, rows.GetValueOrDefault(totals[i].Key), totals[i].Key, column, end - 1, strong: true));
        }

        return new GridRow(cells.ToImmutable());
    }

    private static bool IsCode(string key) => key.Length >= 3 && char.IsAsciiDigit(key[0]);

    private readonly record struct Entry(string Key, string Caption);
}
