using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Reads the forms of numbered lines on two sides (01, 04). A whole number is a line number where it continues its side's count or has that
/// line's caption before it; all other numbers are amounts.
/// </summary>
internal sealed class NumberedLines
{
    private readonly RawForm _form;
    private readonly Side[] _sides;
    private readonly List<Atom> _loose = [];
    private int _step = int.MinValue;

    private NumberedLines(RawForm form)
    {
        _form = form;
        _sides = [.. form.Definition.Lines.GroupBy(l => l.Columns[0]).Select(g => new Side([.. g]))];
    }

    /// <summary>Reads the rows into the form and makes the placements in question.</summary>
    internal static void Read(RawForm form, List<TableLine> lines)
    {
        var reader = new NumberedLines(form);
        foreach (TableLine line in lines) reader.Take(line);
        foreach (RawRow row in form.Rows) Place(row);
    }

    private void Take(TableLine line)
    {
        if (line.Words.Contains("栏次", StringComparison.Ordinal))
        {
            _loose.Clear();
            return;
        }

        _loose.RemoveAll(w => w.Span.Line < line.Line - 4);
        int[]? numbers = line.IsText ? null : Numbers(line);
        if (numbers is null)
        {
            if (line.IsText && !line.HasCells && line.Words.Length <= 40) _loose.AddRange(line.Atoms);
            else if (!line.IsLoneNumber && _form.Rows.Count > 0 && line.Atoms.Exists(a => a.Figure.Decimals > 0))
                _form.Unread.Add(new(line.Span, string.Join(' ', line.Atoms.Select(a => a.Text)), Core.Disclosures.UnreadReason.UnknownRow));
            return;
        }

        if (numbers is [>= 0, >= 0]) _step = line.Atoms[numbers[1]].Number - line.Atoms[numbers[0]].Number;
        int from = 0;
        for (int side = 0; side < _sides.Length; side++)
        {
            if (numbers[side] < 0) continue;
            int next = line.Atoms.Count;
            for (int later = side + 1; later < _sides.Length; later++)
            {
                if (numbers[later] < 0) continue;
                next = numbers[later];
                if (next > 0 && line.Atoms[next - 1].Kind == AtomKind.Text) next--;
                break;
            }

            Begin(_sides[side], line, from, numbers[side], next);
            from = next;
        }

        _loose.Clear();
    }

    private void Begin(Side side, TableLine line, int from, int number, int next)
    {
        FormLine definition = side.Lines[line.Atoms[number].Number]!;
        var row = new RawRow(definition.Number, definition.Columns);
        string expected = Characters.Squeeze(definition.Caption);
        foreach (Atom words in _loose.Where(w => expected.StartsWith(WithoutOrdinal(w.Text), StringComparison.Ordinal)).ToList())
        {
            row.Name(words);
            _loose.Remove(words);
        }

        for (int i = from; i < number; i++)
        {
            if (line.Atoms[i].Kind == AtomKind.Text) row.Name(line.Atoms[i]);
        }

        row.Cover(line.Atoms[number].Span);
        row.LabelCell = line.Atoms[number].Cell;
        for (int i = number + 1; i < next; i++)
        {
            Atom atom = line.Atoms[i];
            row.Add(atom.IsItem ? atom : atom with { Kind = AtomKind.Error });
        }

        row.IsNamed = row.Caption.Length == 0 || Matches(definition, row.Caption);
        side.Last = line.Atoms[number].Number;
        side.Cell = line.Atoms[number].Cell;
        side.Seen.Add(side.Last);
        _form.Rows.Add(row);
    }

    /// <summary>For each side the index of its line number among the pieces, −1 if it has none; null if the line is no row.</summary>
    private int[]? Numbers(TableLine line)
    {
        int[] best = [], at = new int[_sides.Length];
        int bestScore = 2;
        Choose(line, 0, 0, 0, at, ref best, ref bestScore);
        return best.Length == 0 ? null : best;
    }

    private void Choose(TableLine line, int side, int from, int score, int[] at, ref int[] best, ref int bestScore)
    {
        if (side == _sides.Length)
        {
            // The two sides count in step: 1 and 32, 2 and 33.
            if (at.Length == 2 && at[0] >= 0 && at[1] >= 0 && line.Atoms[at[1]].Number - line.Atoms[at[0]].Number == _step) score += 2;
            if (score > bestScore) (bestScore, best) = (score, [.. at]);
            return;
        }

        for (int i = from; i < line.Atoms.Count; i++)
        {
            if (Score(_sides[side], line, i) is not { } own) continue;
            at[side] = i;
            Choose(line, side + 1, i + 1, score + own, at, ref best, ref bestScore);
        }

        at[side] = -1;
        Choose(line, side + 1, from, score, at, ref best, ref bestScore);
    }

    /// <summary>How well a piece serves as a line number of a side; null if it cannot be one.</summary>
    private static int? Score(Side side, TableLine line, int index)
    {
        Atom atom = line.Atoms[index];
        int number = atom.Number;
        if (number < 1 || atom.Text[0] is '0' or '０' || !side.Lines.TryGetValue(number, out FormLine? definition) || side.Seen.Contains(number)) return null;
        int score = number == side.Next ? 3 : 0;
        if (line.HasCells && atom.Cell == side.Cell) score += 2;
        Atom? before = index > 0 ? line.Atoms[index - 1] : null;
        if (before is { Kind: AtomKind.Text } words) score += Matches(definition, words.Text) ? 4 : definition.Caption.Length == 0 ? -1 : -2;
        else score += definition.Caption.Length == 0 ? 1 : -1;
        return score;
    }

    private static bool Matches(FormLine definition, string printed)
    {
        string words = WithoutOrdinal(printed);
        if (words.Length < 2) return false;
        if (Matches(definition.Caption, words)) return true;
        return !definition.OtherCaptions.IsDefaultOrEmpty && definition.OtherCaptions.Any(c => Matches(c, words));
    }

    private static bool Matches(string caption, string words)
    {
        caption = Characters.Squeeze(caption);
        return caption == words || (words.Length >= 3 && (caption.StartsWith(words, StringComparison.Ordinal) || caption.EndsWith(words, StringComparison.Ordinal)));
    }

    private static string WithoutOrdinal(string printed)
    {
        string words = Characters.Squeeze(printed);
        if (words.StartsWith("其中:", StringComparison.Ordinal)) words = words[3..];
        return Ordinals.Read(words, out int length) > 0 && length < words.Length && words[length] is '、' or '.' ? words[(length + 1)..] : words;
    }

    private static void Place(RawRow row)
    {
        int columns = row.Columns.Length;
        if (row.Items.Count == 0) row.Candidates = [[]];
        else if (row.Items.TrueForAll(i => i.Cell > row.LabelCell) && row.LabelCell >= 0 && row.Items.DistinctBy(i => i.Cell).Count() == row.Items.Count)
        {
            int[] placement = [.. row.Items.Select(i => i.Cell - row.LabelCell - 1)];
            if (placement[^1] < columns) row.Candidates.Add(placement);
            row.IsPositional = row.Candidates.Count > 0;
            row.Candidates.AddRange(Placements.All(row.Items.Count, columns).Where(p => !p.SequenceEqual(placement)));
        }
        else row.Candidates = Placements.All(row.Items.Count, columns);
    }

    /// <summary>One side of the form with how far it is read.</summary>
    private sealed class Side
    {
        internal Side(ImmutableArray<FormLine> lines)
        {
            foreach (FormLine line in lines)
            {
                if (int.TryParse(line.Number, out int number)) Lines[number] = line;
            }

            Last = Lines.Count > 0 ? Lines.Keys.Min() - 1 : 0;
        }

        internal SortedDictionary<int, FormLine> Lines { get; } = [];

        internal HashSet<int> Seen { get; } = [];

        internal int Last { get; set; }

        /// <summary>The number after the last one.</summary>
        internal int Next => Last + 1;

        /// <summary>The cell in which the last number stood.</summary>
        internal int Cell { get; set; } = -2;
    }
}
