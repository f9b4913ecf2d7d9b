using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Reads the forms of lines that print no numbers, on two or three sides next to each other: income, expenditure by function, expenditure by use. A line is
/// known by its caption, its side and its order among the lines of the side; the ordinal before it only supports that. What is no line of the form is unread.
/// </summary>
internal sealed class CaptionedLines
{
    private const int MostRows = 3000;
    private const int MostWraps = 3;

    private readonly RawForm _form;
    private readonly LineCaptions[] _sides;
    private readonly List<PrintedLine>[] _printed;

    private CaptionedLines(RawForm form, Edition edition)
    {
        _form = form;
        _sides =
        [
            .. form.Definition.Lines.GroupBy(l => l.Columns[0]).OrderBy(g => form.Definition.Columns.IndexOf(form.Definition.Column(g.Key)!))
                .Select(g => new LineCaptions([.. g], form.Definition.Sides.FirstOrDefault(s => s.Columns.Contains(g.Key))?.Ordinals ?? 0, edition.Functional)),
        ];
        _printed = [.. _sides.Select(_ => new List<PrintedLine>())];
    }

    /// <summary>Reads the rows into the form and makes the placements in question.</summary>
    internal static void Read(RawForm form, List<TableLine> lines, Edition edition)
    {
        var reader = new CaptionedLines(form, edition);
        List<TableLine> joined = [.. lines.Select(l => CaptionWords.Join(l, reader._sides))];
        var layout = SideCells.Of(joined, reader._sides);
        var spaced = new SpacedCaptions(reader._sides);
        foreach (TableLine line in joined)
        {
            if (line.HasCells && layout is not null) layout.Take(line, reader._printed);
            else spaced.Take(line, reader._printed);
        }

        var placing = layout?.Columns(form.Definition, joined, reader._printed);
        for (int side = 0; side < reader._sides.Length; side++) reader.Finish(side, placing?[side]);
        foreach (PrintedLine lost in spaced.Lost) reader.Lose(lost);
        form.Rows.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    private void Finish(int side, int[]? columns)
    {
        LineCaptions captions = _sides[side];
        List<PrintedLine> printed = _printed[side];
        foreach (PrintedLine line in printed) line.Lines = captions.Find(line.Caption);
        JoinWraps(captions, printed);
        List<PrintedLine> known = [.. printed.Where(p => p.Lines.Count > 0).Take(MostRows)];
        int[] found = CaptionAlignment.Of([.. known.Select(p => (p.Lines, p.Items.Count > 0 ? 3 : 2))], captions.Lines.Length);
        var taken = new HashSet<PrintedLine>();
        for (int i = 0; i < known.Count; i++)
        {
            if (found[i] < 0) continue;
            Add(captions.Lines[found[i]], known[i], columns);
            taken.Add(known[i]);
        }

        OrdinalSupport.Find(captions, known, found, [.. printed.Where(p => p.Lines.Count == 0 && p.Items.Count > 0)], (line, row) =>
        {
            Add(captions.Lines[line], row, columns);
            taken.Add(row);
        });
        foreach (PrintedLine line in printed)
        {
            if (!taken.Contains(line)) Lose(line);
        }
    }

    /// <summary>Joins captions that were wrapped over lines, with the figures beside any one of them.</summary>
    private static void JoinWraps(LineCaptions captions, List<PrintedLine> printed)
    {
        for (int i = 0; i < printed.Count; i++)
        {
            if (printed[i].Lines.Count > 0) continue;
            string caption = printed[i].Caption;
            int filled = printed[i].Items.Count > 0 ? 1 : 0;
            for (int next = i + 1; next < printed.Count && next <= i + MostWraps && printed[next].Lines.Count == 0; next++)
            {
                caption += printed[next].Caption;
                if (printed[next].Items.Count > 0) filled++;
                if (filled > 1 || caption.Length > 2 * captions.Longest + 8) break;
                if (captions.Find(caption) is not { IsEmpty: false } lines || printed[i].Caption.Length + printed[next].Caption.Length == 0) continue;
                for (int k = i + 1; k <= next; k++)
                {
                    if (printed[k].Caption.Length > 0) printed[i].Name(printed[k].Caption, printed[k].Span);
                    printed[i].Items.AddRange(printed[k].Items);
                }

                printed[i].Lines = lines;
                printed.RemoveRange(i + 1, next - i);
                break;
            }
        }
    }

    private void Add(FormLine line, PrintedLine printed, int[]? cells)
    {
        if (_form.Row(line.Number) is { } known)
        {
            if (printed.Items.Count > 0 && !printed.Items.Select(i => i.Text).SequenceEqual(known.Items.Select(i => i.Text))) Lose(printed);
            return;
        }

        var row = new RawRow(line.Number, line.Columns) { Caption = printed.Caption };
        row.Cover(printed.Span);
        foreach (Atom item in printed.Items) row.Add(item);
        row.Candidates = Candidates(row, cells);
        _form.Rows.Add(row);
    }

    /// <summary>Figures in cells stand where their cells do; others in any order-keeping way.</summary>
    private static List<int[]> Candidates(RawRow row, int[]? cells)
    {
        if (row.Items.Count == 0) return [[]];
        int[]? placement = cells is null ? null : [.. row.Items.Select(i => i.Cell < 0 ? -1 : Array.IndexOf(cells, i.Cell))];
        if (row.Columns.Length == 1) return row.Items.Count == 1 ? [[0]] : [];
        if (placement is not null && !placement.Contains(-1)) return placement.Distinct().Count() == placement.Length ? [placement] : [];
        return Placements.All(row.Items.Count, row.Columns.Length);
    }

    private void Lose(PrintedLine line)
    {
        if (line.Items.Exists(i => i.Kind != AtomKind.Dash) && !line.Items.TrueForAll(IsRowNumber))
            _form.Unread.Add(new Unread(line.Whole, line.Quote, UnreadReason.UnknownRow));
    }

    /// <summary>Numbers of columns under a head: 1, 2.</summary>
    private static bool IsRowNumber(Atom item) => item.Number is >= 0 and < 10;
}
