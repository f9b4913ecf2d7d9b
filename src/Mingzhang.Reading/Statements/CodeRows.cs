using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Reads the rows of a form by functional codes (02, 03, 05, 07, 08) or by economic codes. A row begins at its code or at 合计; its caption can be wrapped around the
/// code, and its figures can stand on a line of their own.
/// </summary>
internal sealed class CodeRows
{
    private readonly RawForm _form;
    private readonly ImmutableArray<string> _columns;
    private readonly bool _economic;
    private readonly List<(int Cell, int Number)> _header = [];
    private readonly List<Atom> _loose = [];
    private readonly List<TableLine> _units = [];
    private RawRow? _row;
    private bool _headerEnded;
    private int _headerLast;

    private CodeRows(RawForm form)
    {
        _form = form;
        _columns = [.. form.Definition.Columns.Select(c => c.Number)];
        _economic = form.Definition.Shape == FormShape.EconomicCodes;
    }

    /// <summary>Reads the rows into the form and makes the placements in question.</summary>
    internal static void Read(RawForm form, List<TableLine> lines)
    {
        var reader = new CodeRows(form);
        for (int i = 0; i < lines.Count; i++) reader.Take(lines[i], i + 1 < lines.Count ? lines[i + 1] : null);
        UnitRow.Settle(form, reader._units, reader._columns);
        ColumnLayout.Place(form, reader._columns.Length, reader._header, lines);
    }

    private void Take(TableLine line, TableLine? next)
    {
        int header = _headerLast + 1;
        if (HeaderNumbers.Read(line, _columns.Length) is { } numbers)
        {
            if (_header.Count == 0) _header.AddRange(numbers);
            _headerLast = Math.Max(_headerLast, numbers.Count);
            _headerEnded = true;
            _loose.Clear();
        }
        else if (header > 1 && header <= _columns.Length && HeaderNumbers.Read(line, _columns.Length + 1, header) is { } more)
        {
            // The rest of the column numbers slipped into the next row: 合计 3 4. What that row held is lost.
            _headerLast += more.Count;
            if (line.Words.Contains(Address.Total, StringComparison.Ordinal)) _form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.CellMissing));
        }
        else if (Code(line, next, out int used) is { } code) Begin(code, line, used);
        else if (IsTotal(line, next)) Begin(Address.Total, line, 0);
        else if (_row is null && UnitRow.Is(line)) _units.Add(line);
        else if (line.IsItems) TakeItems(line, next);
        else if (line.IsText) TakeWords(line, next);
        else if (_row is { Items.Count: 0 } && line.Atoms[0].Kind == AtomKind.Text && _headerEnded) Continue(line);
        else if (_row is not null) _form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.UnknownRow));
    }

    private void Begin(string key, TableLine line, int used)
    {
        _headerEnded = true;
        bool named = line.Atoms.Skip(used).Any(a => a.Kind == AtomKind.Text);
        if (named || key == Address.Total) TailOf(_row);
        if (_form.Row(key) is { } known)
        {
            // The same code again, on a repeated page or by mistake: the first row counts, a second with other figures is reported.
            _row = new RawRow(key, _columns);
            if (known.Items.Count > 0 || known.Span.Line == line.Line)
            {
                if (!line.Atoms.Where(a => a.IsItem).Skip(used).Select(a => a.Text).SequenceEqual(known.Items.Select(a => a.Text)))
                    _form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.UnknownRow));
                _loose.Clear();
                return;
            }

            _form.Rows.Remove(known);
        }

        _row = new RawRow(key, _columns) { HasCells = line.HasCells, Cells = line.Cells };
        _form.Rows.Add(_row);
        foreach (Atom atom in line.Atoms.Take(used)) _row.Cover(atom.Span);
        if (!named) foreach (Atom words in _loose) _row.Name(words);
        _loose.Clear();
        Fill(line, used);
    }

    private void Continue(TableLine line) => Fill(line, 0);

    private void Fill(TableLine line, int from)
    {
        bool named = false;
        for (int i = from; i < line.Atoms.Count; i++)
        {
            Atom atom = line.Atoms[i];
            if (atom.IsItem) _row!.Add(atom);
            else if (line.HasCells && named && _row!.Key != Address.Total) _row.Add(atom with { Kind = AtomKind.Error });
            else
            {
                _row!.Name(atom);
                named = true;
            }
        }
    }

    private void TakeItems(TableLine line, TableLine? next)
    {
        if (_row is { Items.Count: 0 } && !(line.IsLoneNumber && _row.HasCells) && !(line.IsLoneNumber && next is { IsItems: true, IsLoneNumber: false }))
        {
            foreach (Atom words in _loose) _row.Name(words);
            _loose.Clear();
            foreach (Atom item in line.Atoms) _row.Add(item);
        }
        else if (!line.IsLoneNumber && _headerEnded)
        {
            _form.Unread.Add(new Unread(line.Span, Quote(line), UnreadReason.UnknownRow));
        }
    }

    private void TakeWords(TableLine line, TableLine? next)
    {
        if (!_headerEnded || IsHeaderWords(line)) return;
        bool waits = _row is { Items.Count: 0 } && _row.Key != Address.Total;
        if (waits && !(next is not null && Code(next, null, out int used) is not null && next.Atoms.Count == used && _row!.Caption.Length > 0))
            foreach (Atom words in line.Atoms) _row!.Name(words);
        else _loose.AddRange(line.Atoms);
    }

    /// <summary>Words left between a finished row and the next named one are the end of the finished row's caption.</summary>
    private void TailOf(RawRow? row)
    {
        if (row is not null && row.Key != Address.Total && _loose.Count > 0 && _loose[0].Span.Line - row.Span.EndLine <= 2)
        {
            foreach (Atom words in _loose) row.Name(words);
        }

        _loose.Clear();
    }

    /// <summary>Captions of the header that a further page repeats.</summary>
    private bool IsHeaderWords(TableLine line)
    {
        string words = line.Words;
        if (words.Contains(':') || words.StartsWith("公开", StringComparison.Ordinal)) return true;
        return words is "项目" or "类款项" or "类款" or "科目名称" or "科目编码" or "功能分类" or "经济分类" or "功能分类科目编码" or "合计" or "小计" or "收入" or "支出" or "结余"
            || _form.Definition.Columns.Any(c => c.Captions.Any(t => Characters.Squeeze(t).Contains(words, StringComparison.Ordinal)));
    }

    private bool IsTotal(TableLine line, TableLine? next)
    {
        Atom first = line.Atoms[0];
        if (first.Kind != AtomKind.Text) return false;
        string words = Characters.Squeeze(first.Text);
        if (words is not ("合计" or "总计" or "栏次合计" or "合计栏次")) return false;
        bool alone = line.Atoms.TrueForAll(a => a.Kind == AtomKind.Text);
        if (alone && line.Atoms.Count > 1) return false;
        return !alone || _headerEnded || (line.HasCells && next is null);
    }

    /// <summary>The code at the start of a line: in one piece or as 类, 款 and 项 apart (201 31 01); null if there is none.</summary>
    private string? Code(TableLine line, TableLine? next, out int used)
    {
        used = 0;
        if (line.Atoms[0].Digits is not { } digits || digits[0] != (_economic ? '3' : '2') || digits.Length is not (3 or 5 or 7) || (_economic && digits.Length == 7)) return null;
        bool words = line.Atoms.Count > 1 && line.Atoms.Skip(1).Any(a => a.Kind == AtomKind.Text);
        if (digits.Length == 3)
        {
            // A whole amount of three digits looks the same: a code has its name beside it, or follows in a cell or a line of its own.
            bool alone = line.Atoms.Count == 1 && (_row is null or { Items.Count: > 0 } || next is { IsText: true });
            bool begins = _row is null or { Items.Count: > 0 } && line.IsItems && line.Atoms.Count > 2 && line.Atoms[1].Figure.Decimals > 0;
            if (!words && !line.HasCells && !alone && !begins) return null;
            string code = digits;
            used = 1;
            while (used < (_economic ? 2 : 3) && used < line.Atoms.Count && Part(line, used) is { } more && (words || line.HasCells) && (!line.HasCells || line.Atoms[used].Cell <= line.Atoms[0].Cell + used))
            {
                if (!line.Atoms.Skip(used + 1).Any(a => a.Kind == AtomKind.Text)) break;
                code += more;
                used++;
            }

            return _economic ? EconomicCode.TryParse(code, out _) ? code : null : FunctionalCode.TryParse(code, out _) ? code : null;
        }

        if (!words && !line.HasCells && line.Atoms.Count > 1 && _row is { Items.Count: 0 } && digits.Length == 5 && _row.Key.Length != 3) return null;
        used = 1;
        return digits;
    }

    /// <summary>A 款 or 项 of two digits; in a cell of its own also one whose leading 0 a spreadsheet took away.</summary>
    private static string? Part(TableLine line, int index) => line.Atoms[index].Digits switch
    {
        { Length: 2 } two => two,
        { Length: 1 } one when line.HasCells && one != "0" => "0" + one,
        _ => null,
    };

    private static string Quote(TableLine line) => string.Join(' ', line.Atoms.Select(a => a.Text));
}
