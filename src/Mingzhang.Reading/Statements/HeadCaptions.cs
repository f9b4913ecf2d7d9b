using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Which column each cell of a table is, by the nested captions of its head: merged cells stand as a caption with blank cells right of it and below
/// it. A cell is the column whose innermost caption is the last one printed over it and whose outer captions stand above it or left above it.
/// </summary>
internal sealed class HeadCaptions
{
    /// <summary>From here on a caption is another wording of a column's that no other cell has: 财政拨款 for 财政拨款收入.</summary>
    private const double Alike = 0.5;

    private readonly string?[] _innermost;

    private HeadCaptions(string?[] innermost, Dictionary<int, int> columns) => (_innermost, Columns) = (innermost, columns);

    /// <summary>The column (index in the definition) of each cell that the head names.</summary>
    internal Dictionary<int, int> Columns { get; }

    /// <summary>Whether the head prints a caption over a cell.</summary>
    internal bool HasCaption(int cell) => cell >= 0 && cell < _innermost.Length && _innermost[cell] is not null;

    /// <summary>Reads the head of a form; null where there is none in cells.</summary>
    /// <param name="form">The form.</param>
    /// <param name="lines">The lines of its table.</param>
    internal static HeadCaptions? Read(FormDefinition form, List<TableLine> lines)
    {
        List<string[]> head = Head(lines);
        if (head.Count == 0) return null;
        int width = head.Max(r => r.Length);
        var innermost = new string?[width];
        for (int cell = 0; cell < width; cell++) innermost[cell] = head.FindLast(r => cell < r.Length && r[cell].Length > 0)?[cell];
        ImmutableArray<string[]> columns = [.. form.Columns.Select(c => c.Captions.Select(TopicMatcher.Plain).ToArray())];
        var found = new Dictionary<int, int>();
        var scores = new int[width, columns.Length];
        for (int cell = 0; cell < width; cell++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                if (innermost[cell] is { } caption && IsNamed(form.Columns[column], caption)) scores[cell, column] = 1 + Outer(head, cell, columns[column]);
            }
        }

        // A cell and a column that suit each other better than any other.
        for (int cell = 0; cell < width; cell++)
        {
            int column = Best(columns.Length, c => scores[cell, c]);
            if (column >= 0 && Best(width, c => scores[c, column]) == cell) found[cell] = column;
        }

        InOrder(width, columns.Length, scores, found);
        Resembling(form, innermost, found);
        return new HeadCaptions(innermost, found);
    }

    /// <summary>Captions that are worded otherwise: each the one column that is left and like it.</summary>
    private static void Resembling(FormDefinition form, string?[] innermost, Dictionary<int, int> found)
    {
        int[] open = [.. Enumerable.Range(0, form.Columns.Length).Where(c => !found.ContainsValue(c))];
        var liked = new Dictionary<int, List<int>>();
        for (int cell = 0; cell < innermost.Length; cell++)
        {
            if (found.ContainsKey(cell) || innermost[cell] is not { } caption || IsLabel(form.Head, caption)) continue;
            int[] alike = [.. open.Where(c => TopicMatcher.Likeness(caption, TopicMatcher.Plain(form.Columns[c].Caption)) >= Alike)];
            if (alike.Length != 1) continue;
            if (!liked.TryGetValue(alike[0], out List<int>? cells)) liked[alike[0]] = cells = [];
            cells.Add(cell);
        }

        foreach ((int column, List<int> cells) in liked)
        {
            if (cells.Count == 1) found[cells[0]] = column;
        }
    }

    /// <summary>A caption over codes, names or items rather than over figures.</summary>
    private static bool IsLabel(FormHead head, string caption) =>
        caption is "项目" or "类" or "款" or "项" or "备注" || caption.Contains("编码", StringComparison.Ordinal) || caption.Contains("名称", StringComparison.Ordinal)
        || caption == TopicMatcher.Plain(head.Item) || caption == TopicMatcher.Plain(head.Name) || caption == TopicMatcher.Plain(head.Code);

    /// <summary>Cells and columns that are left under the same caption, as many of both: in printed order.</summary>
    private static void InOrder(int width, int columns, int[,] scores, Dictionary<int, int> found)
    {
        for (int column = 0; column < columns; column++)
        {
            if (found.ContainsValue(column)) continue;
            int[] cells = [.. Enumerable.Range(0, width).Where(c => scores[c, column] > 0 && !found.ContainsKey(c))];
            if (cells.Length == 0) continue;
            int[] alike = [.. Enumerable.Range(0, columns).Where(o => !found.ContainsValue(o) && cells.All(c => scores[c, o] > 0))];
            if (alike.Length != cells.Length) continue;
            for (int i = 0; i < cells.Length; i++) found[cells[i]] = alike[i];
        }
    }

    /// <summary>Index of the one highest score above 0; −1 if there is none or several are as high.</summary>
    private static int Best(int count, Func<int, int> score)
    {
        int best = -1, highest = 0;
        bool several = false;
        for (int i = 0; i < count; i++)
        {
            int own = score(i);
            if (own == 0 || own < highest) continue;
            several = own == highest;
            (best, highest) = (i, own);
        }

        return several ? -1 : best;
    }

    /// <summary>How many of a column's outer captions stand over a cell: above it, or left above it as a merged cell prints its caption.</summary>
    private static int Outer(List<string[]> head, int cell, string[] captions)
    {
        int count = 0;
        foreach (string[] row in head)
        {
            int at = Math.Min(cell, row.Length - 1);
            while (at > 0 && row[at].Length == 0) at--;
            if (Array.IndexOf(captions, row[at], 0, captions.Length - 1) >= 0) count++;
        }

        return count;
    }

    private static bool IsNamed(FormColumn column, string caption) =>
        TopicMatcher.Plain(column.Caption) == caption || (!column.OtherCaptions.IsDefault && column.OtherCaptions.Any(o => TopicMatcher.Plain(o) == caption));

    /// <summary>The rows of the head: the lines above the first one with a figure, cell by cell, squeezed, without the year and units in brackets.</summary>
    private static List<string[]> Head(List<TableLine> lines)
    {
        var head = new List<string[]>();
        bool celled = false;
        foreach (TableLine line in lines)
        {
            if (line.Atoms.Exists(a => a.IsItem)) break;
            celled |= line.HasCells;
            var row = new string[Math.Max(line.Cells, 1)];
            Array.Fill(row, "");
            foreach (Atom atom in line.Atoms) row[Math.Max(atom.Cell, 0)] += TopicMatcher.Plain(WithoutUnit(Characters.Squeeze(atom.Text)));
            head.Add(row);
        }

        return celled ? head : [];
    }

    private static string WithoutUnit(string caption)
    {
        foreach (string unit in (string[])["(万元)", "(元)", "(单位:万元)", "(单位:元)"])
        {
            if (caption.Length > unit.Length && caption.EndsWith(unit, StringComparison.Ordinal)) return caption[..^unit.Length];
        }

        return caption;
    }
}
