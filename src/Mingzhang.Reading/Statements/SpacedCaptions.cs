using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// Divides lines without cells among the sides of a form: the captions on a line follow each other in the order of the sides, each with its figures behind it.
/// A line that can be divided in several ways is left unread.
/// </summary>
internal sealed class SpacedCaptions(LineCaptions[] sides)
{
    private const int LongestLine = 400;

    /// <summary>Length of the ordinals and 其中 before a caption.</summary>
    private const int LongestMark = 8;

    private PrintedLine? _open;
    private int _openSide;
    private (int Side, int Line)? _wrapped;

    /// <summary>Figures of which the side is unknown.</summary>
    internal List<PrintedLine> Lost { get; } = [];

    /// <summary>A caption or a piece of one on a line.</summary>
    private sealed record Piece(int Side, int Start, int End);

    /// <summary>Divides a line.</summary>
    internal void Take(TableLine line, List<PrintedLine>[] printed)
    {
        // The number of a page.
        if (line.IsLoneNumber) return;
        int side = -1;
        PrintedLine? row = null;
        List<List<Piece>> ways = Ways(line);
        if (_wrapped is { } tail && line.IsText && ways.Count != 1 && line.Line <= tail.Line + 2 && sides[tail.Side].IsPartOfCaption(line.Words))
        {
            // The end of a caption that began on a line above.
            var end = new PrintedLine { Span = line.Span };
            end.Name(line.Words, line.Span);
            printed[tail.Side].Add(end);
            return;
        }

        int text = 0;
        bool several = ways.Count > 1, lostHere = false;
        PrintedLine? lost = null;
        var opened = new List<(PrintedLine Row, int Side)>();
        foreach (Atom atom in line.Atoms)
        {
            if (atom.IsItem)
            {
                if (row is null && !lostHere && _open is not null && line.Atoms[0].IsItem)
                {
                    (row, side) = (new PrintedLine { Span = atom.Span }, _openSide);
                    printed[side].Add(row);
                }

                if (row is null && lost is null) Lost.Add(lost = new PrintedLine { Span = atom.Span });
                (row ?? lost!).Items.Add(atom);
                continue;
            }

            row = null;
            lost = null;
            lostHere = true;
            if (ways.Count != 1)
            {
                // Captions that fit no side, or several: whatever figures follow are unread.
                if (several || line.Atoms.Exists(a => a.IsItem)) Lost.Add(lost = new PrintedLine { Caption = atom.Text, Span = atom.Span });
                continue;
            }

            foreach (Piece piece in ways[0].Where(p => p.Start >= Offset(line, text) && p.End <= Offset(line, text + 1)))
            {
                row = new PrintedLine { Span = atom.Span };
                row.Name(Slice(atom.Text, piece.Start - Offset(line, text), piece.End - Offset(line, text)), atom.Span);
                printed[piece.Side].Add(row);
                opened.Add((row, piece.Side));
                side = piece.Side;
            }

            text++;
        }

        List<(PrintedLine Row, int Side)> waiting = opened.FindAll(o => o.Row.Items.Count == 0 && sides[o.Side].Find(o.Row.Caption).IsEmpty);
        if (waiting.Count == 1 || !line.IsItems) _wrapped = waiting.Count == 1 ? (waiting[0].Side, line.Line) : null;
        (_open, _openSide) = waiting.Count == 1 ? (waiting[0].Row, waiting[0].Side) : (null, 0);
    }

    /// <summary>The ways to divide a line's words into captions of successive sides, the best ones: none, one, or more than one.</summary>
    private List<List<Piece>> Ways(TableLine line)
    {
        List<string> texts = [.. line.Atoms.Where(a => a.Kind == AtomKind.Text).Select(a => Characters.Squeeze(a.Text))];
        string all = string.Concat(texts);
        if (all.Length is 0 or > LongestLine) return [];
        var ends = new HashSet<int>();
        int at = 0;
        foreach (string t in texts) ends.Add(at += t.Length);

        int n = all.Length;
        var search = new Search(sides, all, ends);
        if (search.From(0, 0).Ways == 0) return [];
        var pieces = new List<Piece>();
        for (int i = 0, s = 0; i < n;)
        {
            (int side, int end) = search.From(i, s).Choice;
            pieces.Add(new Piece(side, i, end));
            (i, s) = (end, side + 1);
        }

        return search.From(0, 0).Ways == 1 ? [pieces] : [pieces, pieces];
    }

    /// <summary>The division with the fewest pieces of captions, from each place that a division can reach, and in how many ways.</summary>
    private sealed class Search(LineCaptions[] sides, string all, HashSet<int> ends)
    {
        private const int Most = int.MaxValue / 2;

        private readonly Dictionary<(int At, int Side), (int Cost, int Ways, (int Side, int End) Choice)> _known = [];

        internal (int Cost, int Ways, (int Side, int End) Choice) From(int at, int from)
        {
            if (at == all.Length) return (0, 1, default);
            if (_known.TryGetValue((at, from), out var known)) return known;
            (int Cost, int Ways, (int Side, int End) Choice) best = (Most, 0, default);
            int next = ends.Where(e => e > at).Min();
            for (int side = from; side < sides.Length; side++)
            {
                int last = Math.Min(next, at + sides[side].Longest + LongestMark);
                for (int end = at + 1; end <= last; end++)
                {
                    string piece = all[at..end];
                    int own = !sides[side].Find(piece).IsEmpty ? 0 : end == next && sides[side].IsPartOfCaption(piece) ? 1 : -1;
                    if (own < 0 || From(end, side + 1) is not { Ways: > 0 } rest || own + rest.Cost > best.Cost) continue;
                    best = own + rest.Cost < best.Cost ? (own + rest.Cost, rest.Ways, (side, end)) : best with { Ways = best.Ways + rest.Ways };
                }
            }

            return _known[(at, from)] = best;
        }
    }

    /// <summary>How many squeezed characters the words before a text take.</summary>
    private static int Offset(TableLine line, int texts) =>
        line.Atoms.Where(a => a.Kind == AtomKind.Text).Take(texts).Sum(a => Characters.Squeeze(a.Text).Length);

    /// <summary>The part of a text between two of its squeezed characters.</summary>
    private static string Slice(string text, int start, int end)
    {
        int at = 0, from = -1, to = text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            if (Characters.IsSpace(text[i])) continue;
            if (at == start) from = i;
            if (at == end)
            {
                to = i;
                break;
            }

            at++;
        }

        return from < 0 ? "" : text[from..to];
    }
}
