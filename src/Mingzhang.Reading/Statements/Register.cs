using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Reads registers: a row an entry, its texts and figures under the captions of the head; rows are named 1, 2 … in order, and 合计. Where a column of texts gives
/// a level, an entry is part of the last one before it with a lower level. Text without cells is not divided into columns: it is unread.
/// </summary>
internal sealed class Register
{
    private const string Subtotal = "小计";

    private readonly RawForm _form;
    private readonly RegisterHead _head;
    private readonly List<(RawRow Row, int Level)> _levels = [];
    private RawRow? _row;
    private int _headLine;
    private int _entries;

    private Register(RawForm form, RegisterHead head) => (_form, _head) = (form, head);

    /// <summary>Reads the rows into the form.</summary>
    internal static void Read(RawForm form, List<TableLine> lines)
    {
        int start = 0;
        RegisterHead? head = null;
        for (; start < lines.Count && head is null; start++) head = RegisterHead.Of(form.Definition, lines[start..Math.Min(lines.Count, start + 8)]);
        if (head is null)
        {
            foreach (TableLine line in lines.Where(l => l.Atoms.Exists(a => a.Figure.Decimals > 0))) form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.UnknownLayout));
            return;
        }

        var reader = new Register(form, head);
        foreach (TableLine line in lines.Skip(start - 1 + head.Lines).TakeWhile(l => !reader.Ends(l))) reader.Take(line);
        reader.Close();
        form.Rows.RemoveAll(r => r.Items.Count == 0 && r.Texts.Count == 0 && r.Key != Address.Total);
    }

    /// <summary>A heading, or a note after which the head is not repeated, ends the register: what follows is something else.</summary>
    private bool Ends(TableLine line)
    {
        if (!line.HasCells) return line.IsText && line.Words is var words && (words.StartsWith("附件", StringComparison.Ordinal) || words.EndsWith('表') || words.EndsWith("表)", StringComparison.Ordinal));
        if (_head.IsRepeated(line)) _headLine = line.Line;
        return _form.Notes.Exists(n => n.Span.Line > Math.Max(_headLine, _form.Region.FirstLine) && n.Span.EndLine < line.Line);
    }

    private void Take(TableLine line)
    {
        if (_head.IsRepeated(line)) return;
        if (!line.HasCells)
        {
            if (!line.IsLoneNumber && line.Atoms.Exists(a => a.IsItem)) Lose(line);
            return;
        }

        var texts = new List<TextCell>();
        var items = new List<(int Column, Atom Atom)>();
        foreach (var cell in line.Atoms.GroupBy(a => a.Cell))
        {
            List<Atom> atoms = [.. cell];
            if (_head.Figures.TryGetValue(cell.Key, out int column))
            {
                if (atoms.Count > 1 || atoms[0].Kind == AtomKind.Text)
                {
                    if (atoms.Exists(a => a.IsItem)) Lose(line);
                    continue;
                }

                items.Add((column, atoms[0]));
            }
            else if (_head.Texts.TryGetValue(cell.Key, out FormText? text))
            {
                string words = string.Concat(atoms.Select(a => a.Text)).Trim();
                if (!(_row is null or { Key: Address.Total } && _head.IsRest(cell.Key, words))) texts.Add(new TextCell(text.Key, words, atoms[0].Span.To(atoms[^1].Span)));
            }
            else if (atoms.Exists(a => a.IsItem && a.Kind != AtomKind.Dash) || RegisterHead.IsTotal(line)) texts.Add(new TextCell("", string.Concat(atoms.Select(a => a.Text)), atoms[0].Span));
        }

        if (texts.Exists(t => t.Column.Length == 0 && !RegisterHead.IsTotal(line))) Lose(line);
        texts.RemoveAll(t => t.Column.Length == 0);
        Take(line, texts, items);
    }

    private void Take(TableLine line, List<TextCell> texts, List<(int Column, Atom Atom)> items)
    {
        bool total = RegisterHead.IsTotal(line);
        if (total) texts.Clear();
        if (!total && texts.Count == 0 && items.Count == 0) return;
        if (!total && items.Count == 0 && Continues(texts))
        {
            foreach (TextCell text in texts) Join(text);
            return;
        }

        if (!total && texts.Count == 0 && _row is { Items.Count: 0 }) { /* The figures of an entry whose texts stood on the line above. */ }
        else if (!Begin(line, total)) return;
        foreach (TextCell text in texts)
        {
            _row!.Texts.Add(text);
            _row.Cover(text.Span);
        }

        foreach ((_, Atom atom) in items) _row!.Add(atom);
        _row!.Candidates = [[.. items.Select(i => i.Column)]];
        if (items.DistinctBy(i => i.Column).Count() < items.Count) _row.Candidates = [];
    }

    private bool Begin(TableLine line, bool total)
    {
        Close();
        if (total && _form.Row(Address.Total) is not null)
        {
            Lose(line);
            _row = null;
            return false;
        }

        string key = total ? Address.Total : (++_entries).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _row = new RawRow(key, [.. _form.Definition.Columns.Select(c => c.Number)]) { HasCells = true, Candidates = [[]] };
        _row.Cover(line.Span);
        _form.Rows.Add(_row);
        return true;
    }

    /// <summary>Whether texts on a line without figures go on with those of the row above: where they stand under texts only, and the row has its figures already.</summary>
    private bool Continues(List<TextCell> texts) =>
        _row is { Key: not Address.Total, Items.Count: > 0 } && texts.Count == 1 && _row.Texts.Exists(t => t.Column == texts[0].Column)
        && texts[0].Text.Length < _row.Texts.Find(t => t.Column == texts[0].Column)!.Text.Length;

    private void Join(TextCell more)
    {
        int at = _row!.Texts.FindIndex(t => t.Column == more.Column);
        TextCell text = _row.Texts[at];
        _row.Texts[at] = text with { Text = text.Text + more.Text, Span = text.Span.To(more.Span) };
        _row.Cover(more.Span);
    }

    /// <summary>Gives the row that is complete its caption, its level and the row that it is part of.</summary>
    private void Close()
    {
        if (_row is not { } row) return;
        _row = null;
        if (row.Key == Address.Total)
        {
            row.Caption = Address.Total;
            return;
        }

        int level = Level(row);
        row.Caption = Caption(row, level);
        if (IsSubtotal(row)) return;
        while (_levels.Count > 0 && _levels[^1].Level >= level) _levels.RemoveAt(_levels.Count - 1);
        // What is part of no other entry with a figure is part of the total, printed or not.
        int above = _levels.FindLastIndex(l => l.Row.Items.Count > 0);
        row.Parent = above < 0 ? Address.Total : _levels[above].Row.Key;
        _levels.Add((row, level));
    }

    /// <summary>The deepest level at which the row has a text; that of the row above where it has none, as under a merged cell.</summary>
    private int Level(RawRow row)
    {
        if (!_form.Definition.Texts.Any(t => t.Level > 0)) return 1;
        int level = row.Texts.Select(t => LevelOf(t.Column)).DefaultIfEmpty(0).Max();
        return level > 0 ? level : _levels.Count > 0 ? _levels[^1].Level : 1;
    }

    private int LevelOf(string column) => _form.Definition.Texts.First(t => t.Key == column).Level;

    private string Caption(RawRow row, int level) =>
        (row.Texts.Find(t => LevelOf(t.Column) == level) ?? row.Texts.FirstOrDefault())?.Text ?? "";

    private static bool IsSubtotal(RawRow row) => row.Texts.Exists(t => Characters.Squeeze(t.Text) == Subtotal);

    private void Lose(TableLine line) => _form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.UnknownRow));

    private static string Quote(TableLine line) => string.Join(' ', line.Atoms.Select(a => a.Text));
}
