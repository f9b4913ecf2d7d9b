using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Makes the placements in question for the rows of a form. Where cells are marked, the row of column numbers or else the figures' own cells say
/// where the columns are, and only a row that is shifted as a whole has other placements; where they are not, every order-keeping one is in question.
/// </summary>
internal static class ColumnLayout
{
    private static readonly int[] Shifts = [0, -1, 1, -2, 2, -3, 3];

    /// <summary>Makes the candidates of every row of a form.</summary>
    /// <param name="form">The form with its rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="header">The column numbers with their cells; empty where the row of numbers is lost.</param>
    /// <param name="lines">The table's lines, for the captions of the columns.</param>
    internal static void Place(RawForm form, int columns, List<(int Cell, int Number)> header, List<TableLine> lines)
    {
        List<RawRow> celled = [.. form.Rows.Where(r => r.Items.Count > 0 && r.Items.TrueForAll(i => i.Cell >= 0))];
        foreach (RawRow row in form.Rows)
        {
            if (row.Items.Count == 0) row.Candidates = [[]];
            else if (!celled.Contains(row)) row.Candidates = Placements.All(row.Items.Count, columns);
        }

        if (celled.Count == 0 || (header.Count == 0 && PlaceByCaptions(form, celled, lines))) return;
        Dictionary<int, int> byCell = Columns(header, celled, columns);
        if (byCell.Count >= columns) PlaceByCell(celled, byCell, columns);
        else PlaceInFewerCells(form, celled, byCell, columns, lines);
    }

    /// <summary>
    /// Places the figures by the captions over their cells, if these name a column for every cell with figures; a cell under a caption that the form
    /// does not have is unread, and with it what it may be a part of.
    /// </summary>
    private static bool PlaceByCaptions(RawForm form, List<RawRow> rows, List<TableLine> lines)
    {
        if (HeadCaptions.Read(form.Definition, lines) is not { } head) return false;
        Dictionary<int, int> byCell = head.Columns;
        int columns = form.Definition.Columns.Length, width = lines.Max(l => l.Cells);
        // The total at the end of a page of its own can stand in other cells than the rows above.
        List<RawRow> apart = rows.FindAll(r => r.Cells > 0 && r.Cells < width && byCell.Count > 0 && r.Items.Exists(i => !byCell.ContainsKey(i.Cell)));
        List<RawRow> aligned = [.. rows.Except(apart)];
        int[] strange = [.. aligned.SelectMany(r => r.Items).Select(i => i.Cell).Distinct().Where(c => !byCell.ContainsKey(c))];
        if (strange.Any(c => !head.HasCaption(c)) || aligned.Exists(r => r.Items.DistinctBy(i => i.Cell).Count() < r.Items.Count)) return false;
        if (byCell.Count == 0 && strange.Length == 0) return false;
        int[] order = [.. byCell.OrderBy(c => c.Key).Select(c => c.Value)];
        foreach (RawRow row in apart) row.Candidates = row.Items.Count == order.Length ? [order] : [.. Placements.All(row.Items.Count, order.Length).Select(p => p.Select(i => order[i]).ToArray())];
        // What stands under a caption that the form does not have may be what one of its columns holds, or a part of a sum.
        int[] doubtful = [.. Enumerable.Range(0, columns).Where(c => !byCell.ContainsValue(c))];
        if (doubtful.Length == 0) doubtful = [.. Enumerable.Range(0, columns).Where(c => IsSum(form.Definition, form.Definition.Columns[c].Number))];
        foreach (RawRow row in aligned)
        {
            foreach (Atom item in row.Items.Where(i => strange.Contains(i.Cell) && i.Kind != AtomKind.Dash))
            {
                form.Unread.Add(new Unread(item.Span, item.Text, UnreadReason.UnknownLayout));
                row.Lost.UnionWith(doubtful);
            }

            row.Items.RemoveAll(i => strange.Contains(i.Cell));
            row.Candidates = [[.. row.Items.Select(i => byCell[i.Cell])]];
        }

        return true;
    }

    /// <summary>Whether a column is the sum of others by the form's formulas.</summary>
    private static bool IsSum(FormDefinition form, string column) =>
        form.Relations.Any(r => r.Over == Quantifier.EachRow && r.Left is [{ } total] && total.Column == column && r.Right.Length > 1);

    /// <summary>The column (from 0) of each cell index.</summary>
    private static Dictionary<int, int> Columns(List<(int Cell, int Number)> header, List<RawRow> rows, int columns)
    {
        var byCell = new Dictionary<int, int>();
        if (header.Count == columns && header.TrueForAll(h => h.Cell >= 0) && header.DistinctBy(h => h.Cell).Count() == columns)
        {
            foreach ((int cell, int number) in header) byCell[cell] = number - 1;
            return byCell;
        }

        // Without column numbers the first column is where most rows have their first figure.
        int first = rows.GroupBy(r => r.Items[0].Cell).MaxBy(g => g.Count())!.Key;
        int last = rows.Max(r => r.Items[^1].Cell);
        int counted = header.Count > 0 ? Math.Max(header.Max(h => h.Cell), last) : last;
        for (int cell = first; cell <= counted && byCell.Count < columns; cell++) byCell[cell] = cell - first;
        return byCell;
    }

    private static void PlaceByCell(List<RawRow> rows, Dictionary<int, int> byCell, int columns)
    {
        foreach (RawRow row in rows)
        {
            if (row.Items.DistinctBy(i => i.Cell).Count() < row.Items.Count)
            {
                row.Candidates = Placements.All(row.Items.Count, columns);
                continue;
            }

            foreach (int shift in Shifts)
            {
                int[] placement = [.. row.Items.Select(i => byCell.GetValueOrDefault(i.Cell + shift, -1))];
                if (!placement.Contains(-1)) row.Candidates.Add(placement);
            }

            row.IsPositional = true;
        }
    }

    /// <summary>
    /// The extraction lost cells or ran columns together. Rows with as many figures as columns show that the columns were run together in one
    /// cell; else columns are lost for the whole table, the same in every row.
    /// </summary>
    private static void PlaceInFewerCells(RawForm form, List<RawRow> rows, Dictionary<int, int> byCell, int columns, List<TableLine> lines)
    {
        if (rows.Exists(r => r.Items.DistinctBy(i => i.Cell).Count() < r.Items.Count))
        {
            foreach (RawRow row in rows) row.Candidates = Placements.All(row.Items.Count, columns);
            return;
        }

        List<int> cells = [.. byCell.Keys.Order()];
        var known = Captions(form.Definition, cells, lines);
        form.Maps = [.. Placements.All(cells.Count, columns).Where(map => known.All(k => map[k.Key] == k.Value))];
        if (form.Maps.Count == 0) form.Maps = Placements.All(cells.Count, columns);
        form.MapCells = cells;
    }

    /// <summary>Cells whose header names exactly one column, as index into <paramref name="cells"/> and column.</summary>
    private static Dictionary<int, int> Captions(FormDefinition form, List<int> cells, List<TableLine> lines)
    {
        var known = new Dictionary<int, int>();
        foreach (TableLine line in lines.TakeWhile(l => l.Atoms[0].Digits is not { Length: >= 3 }))
        {
            foreach (Atom atom in line.Atoms.Where(a => a.Kind == AtomKind.Text))
            {
                int cell = cells.IndexOf(atom.Cell);
                if (cell < 0) continue;
                string words = Characters.Squeeze(atom.Text);
                List<int> named = [.. Enumerable.Range(0, form.Columns.Length).Where(c => IsNamed(form.Columns[c], words))];
                if (named.Count == 1) known[cell] = named[0];
            }
        }

        return known.Values.Distinct().Count() == known.Count ? known : [];
    }

    private static bool IsNamed(FormColumn column, string words) =>
        Characters.Squeeze(column.Caption) == words || (!column.OtherCaptions.IsDefault && column.OtherCaptions.Any(o => Characters.Squeeze(o) == words));
}
