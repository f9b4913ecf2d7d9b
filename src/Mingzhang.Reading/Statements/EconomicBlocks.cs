using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Reads the form of economic codes in blocks side by side (06): code, name and amount in turn, and the printed totals.</summary>
internal sealed class EconomicBlocks
{
    private readonly RawForm _form;
    private readonly ImmutableArray<string> _columns;
    private readonly Dictionary<string, FormCode> _codes = [];
    private readonly List<RawRow> _open = [];

    private EconomicBlocks(RawForm form)
    {
        _form = form;
        _columns = [.. form.Definition.Columns.Select(c => c.Number)];
        foreach (FormCode code in form.Definition.Codes)
        {
            _codes[Characters.Squeeze(code.Key)] = code;
            if (code.OtherCodes.IsDefault) continue;
            foreach (string other in code.OtherCodes) _codes.TryAdd(other, code);
        }
    }

    /// <summary>Reads the rows into the form and makes the placements in question.</summary>
    internal static void Read(RawForm form, List<TableLine> lines)
    {
        var reader = new EconomicBlocks(form);
        foreach (TableLine line in lines) reader.Take(line);
        foreach (RawRow row in form.Rows) row.Candidates = Placements.All(row.Items.Count, row.Columns.Length);
    }

    private void Take(TableLine line)
    {
        if (line.IsItems && !Enumerable.Range(0, line.Atoms.Count).Any(i => IsCode(line, i)))
        {
            TakeItems(line);
            return;
        }

        RawRow? row = null;
        var opened = new List<RawRow>();
        for (int i = 0; i < line.Atoms.Count; i++)
        {
            Atom atom = line.Atoms[i];
            if (IsCode(line, i)) opened.Add(row = Begin(atom.Digits!, atom));
            else if (atom.Kind == AtomKind.Text && TotalKey(atom.Text) is { } key)
            {
                opened.Add(row = Begin(key, atom));
                row.Name(atom);
            }
            else if (atom.Kind == AtomKind.Text)
            {
                RawRow? named = row ?? _open.Find(r => Continues(r, atom.Text));
                if (named is null || (row is null && !Continues(named, atom.Text))) continue;
                if (row is { Items.Count: > 0 } || (row is not null && row.Caption.Length > 0 && line.HasCells)) row.Add(atom with { Kind = AtomKind.Error });
                else named.Name(atom);
                row = named;
            }
            else row?.Add(atom);
        }

        if (opened.Count == 0) return;
        _open.Clear();
        _open.AddRange(opened.Where(r => r.Items.Count == 0));
    }

    private RawRow Begin(string key, Atom atom)
    {
        var row = new RawRow(key, _columns);
        row.Cover(atom.Span);
        if (_form.Row(key) is null) _form.Rows.Add(row);
        else _form.Unread.Add(new Unread(atom.Span, atom.Text, UnreadReason.UnknownRow));
        return row;
    }

    /// <summary>Amounts on a line of their own belong to the one row before that waits for its amount.</summary>
    private void TakeItems(TableLine line)
    {
        bool wrapped = _open.Count == 1 && _open[0].Span.Line < _open[0].Span.EndLine;
        if (_open.Count == 1 && line.Atoms.Count == 1 && !(line.IsLoneNumber && !wrapped))
        {
            _open[0].Add(line.Atoms[0]);
            _open.Clear();
        }
        else if (!line.IsLoneNumber && _form.Rows.Count > 0)
        {
            _form.Unread.Add(new Unread(line.Span, string.Join(' ', line.Atoms.Select(a => a.Text)), UnreadReason.UnknownRow));
            foreach (RawRow row in _open) row.Lost.Add(0);
        }
    }

    /// <summary>Whether a piece is a code: three or five digits that begin with 3, with a name after them, or a code of the form alone.</summary>
    private bool IsCode(TableLine line, int index)
    {
        Atom atom = line.Atoms[index];
        if (atom.Digits is not { } digits || !EconomicCode.TryParse(digits, out EconomicCode code) || code.IsGovernment) return false;
        Atom? next = index + 1 < line.Atoms.Count ? line.Atoms[index + 1] : null;
        if (next is { Kind: AtomKind.Text } words) return TotalKey(words.Text) is null && (!atom.Glued || index == 0);
        return next is null && index == 0 && _codes.ContainsKey(digits);
    }

    private string? TotalKey(string text)
    {
        string words = Characters.Squeeze(text);
        if (_codes.ContainsKey(words) && !char.IsAsciiDigit(words[0])) return words;
        return words.EndsWith("经费合计", StringComparison.Ordinal) && _codes.Keys.FirstOrDefault(k => words.EndsWith(k, StringComparison.Ordinal)) is { } key ? key : null;
    }

    /// <summary>Whether words go on with a row's name as the form has it.</summary>
    private bool Continues(RawRow row, string text) =>
        _codes.TryGetValue(row.Key, out FormCode? code) && Characters.Squeeze(code.Caption).StartsWith(Characters.Squeeze(row.Caption + text), StringComparison.Ordinal);
}
