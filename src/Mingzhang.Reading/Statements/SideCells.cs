using System.Text;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Where the sides of a form stand in a table with cells: each from the cell of its captions, or of the groups beside them, to the next side's.</summary>
internal sealed class SideCells
{
    private readonly LineCaptions[] _sides;
    private readonly int[] _captionCells;
    private readonly int[] _first;
    private readonly int _cells;

    private SideCells(LineCaptions[] sides, int[] captionCells, int[] first, int cells) => (_sides, _captionCells, _first, _cells) = (sides, captionCells, first, cells);

    /// <summary>The sides' cells, by where the most of their captions stand; null where the table does not show them.</summary>
    internal static SideCells? Of(List<TableLine> lines, LineCaptions[] sides)
    {
        var votes = new Dictionary<(int Side, int Cell), int>();
        var groups = new Dictionary<(int Side, int Cell), int>();
        int cells = 0;
        foreach (TableLine line in lines.Where(l => l.HasCells))
        {
            bool some = false;
            foreach (Atom atom in line.Atoms.Where(a => a.Kind == AtomKind.Text))
            {
                List<int> named = [.. Enumerable.Range(0, sides.Length).Where(s => !sides[s].Find(atom.Text).IsEmpty)];
                if (named.Count == 1) votes[(named[0], atom.Cell)] = votes.GetValueOrDefault((named[0], atom.Cell)) + 1;
                some |= named.Count > 0;
                for (int side = 0; named.Count == 0 && side < sides.Length; side++)
                {
                    if (sides[side].IsGroup(atom.Text)) groups[(side, atom.Cell)] = groups.GetValueOrDefault((side, atom.Cell)) + 1;
                }
            }

            if (some) cells = Math.Max(cells, line.Cells);
        }

        var captions = new int[sides.Length];
        var first = new int[sides.Length + 1];
        for (int side = 0; side < sides.Length; side++)
        {
            var own = votes.Where(v => v.Key.Side == side).ToList();
            // Of a side that shows none of its own captions, nothing is known; its figures stay unread.
            captions[side] = own.Count == 0 ? -1 : own.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Cell).First().Key.Cell;
            if (captions[side] < 0 || (side > 0 && captions[side] <= captions[side - 1])) return null;
            int beside = groups.Where(g => g.Key.Side == side && g.Key.Cell < captions[side] && (side == 0 || g.Key.Cell > captions[side - 1] + sides[side - 1].Columns.Length))
                .Select(g => g.Key.Cell).DefaultIfEmpty(captions[side]).Min();
            first[side] = side == 0 ? 0 : beside;
        }

        first[^1] = int.MaxValue;
        return new SideCells(sides, captions, first, cells);
    }

    /// <summary>Divides a line among the sides.</summary>
    internal void Take(TableLine line, List<PrintedLine>[] printed)
    {
        var shown = new PrintedLine[_sides.Length];
        for (int side = 0; side < _sides.Length; side++) shown[side] = Part(line, _first[side], _first[side + 1]);
        for (int side = 0; side < _sides.Length; side++)
        {
            // A caption that runs over several sides belongs to the side that has such a line; its figure stands there, too.
            int owner = Owner(shown, side);
            if (owner > side)
            {
                for (int between = side + 1; between <= owner; between++) shown[side].Items.AddRange(shown[between].Items);
                for (int between = side + 1; between <= owner; between++) shown[between] = new PrintedLine();
                printed[owner].Add(shown[side]);
            }
            else if (shown[side].Caption.Length > 0 || shown[side].Items.Count > 0) printed[side].Add(shown[side]);
            if (shown[side].Before is { } before) printed[side].Add(before);
        }
    }

    /// <summary>For each side the cells of its columns; null where they cannot be told.</summary>
    internal int[]?[] Columns(FormDefinition form, List<TableLine> lines, List<PrintedLine>[] printed)
    {
        var columns = new int[]?[_sides.Length];
        for (int side = 0; side < _sides.Length; side++)
        {
            int count = _sides[side].Columns.Length, last = Math.Min(_first[side + 1], Math.Max(_cells, _captionCells[side] + 1));
            List<int> used = [.. printed[side].SelectMany(p => p.Items).Select(i => i.Cell).Where(c => c >= 0).Distinct().Order()];
            if (last - _captionCells[side] - 1 == count) columns[side] = [.. Enumerable.Range(_captionCells[side] + 1, count)];
            else if (used.Count == count) columns[side] = [.. used];
            else columns[side] = ByHead(form, side, last, lines);
        }

        return columns;
    }

    /// <summary>The cells under the captions of a side's columns, where all of them are printed.</summary>
    private int[]? ByHead(FormDefinition form, int side, int last, List<TableLine> lines)
    {
        var cells = new int[_sides[side].Columns.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            FormColumn column = form.Column(_sides[side].Columns[i])!;
            List<int> named = [];
            foreach (TableLine line in lines)
            {
                foreach (Atom atom in line.Atoms.Where(a => a.Kind == AtomKind.Text && a.Cell > _captionCells[side] && a.Cell < last))
                {
                    string words = LineCaptions.Plain(atom.Text);
                    if (words == LineCaptions.Plain(column.Caption) || (!column.OtherCaptions.IsDefault && column.OtherCaptions.Any(o => LineCaptions.Plain(o) == words))) named.Add(atom.Cell);
                }
            }

            if (named.Distinct().Count() != 1) return null;
            cells[i] = named[0];
        }

        return cells.Distinct().Count() == cells.Length ? cells : null;
    }

    private int Owner(PrintedLine[] shown, int side)
    {
        if (shown[side].Caption.Length == 0 || !_sides[side].Find(shown[side].Caption).IsEmpty) return side;
        for (int later = side + 1; later < shown.Length && shown[later].Caption.Length == 0; later++)
        {
            if (!_sides[later].Find(shown[side].Caption).IsEmpty) return later;
        }

        return side;
    }

    private static PrintedLine Part(TableLine line, int from, int to)
    {
        var part = new PrintedLine();
        var caption = new StringBuilder();
        foreach (Atom atom in line.Atoms.Where(a => a.Cell >= from && a.Cell < to))
        {
            if (!atom.IsItem && caption.Length == 0 && part.Items.Count > 0)
            {
                // Figures before the caption are none of its own.
                part.Before = new PrintedLine { Span = part.Span };
                part.Before.Items.AddRange(part.Items);
                part.Items.Clear();
            }

            if (atom.IsItem)
            {
                part.Items.Add(atom);
                if (!part.Span.IsSome) part.Span = atom.Span;
            }
            else
            {
                part.Span = caption.Length == 0 ? atom.Span : part.Span.To(atom.Span);
                caption.Append(atom.Text.Trim());
            }
        }

        part.Caption = caption.ToString();
        return part;
    }
}
