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

        // best[i, s]: the least pieces of captions with which the words from i on divide among the sides from s on, and in how many ways.
        int n = all.Length, m = sides.Length;
        var cost = new int[n + 1, m + 1];
        var ways = new int[n + 1, m + 1];
        var choice = new (int Side, int End)[n + 1, m + 1];
        for (int i = n; i >= 0; i--)
        {
            for (int s = m; s >= 0; s--)
            {
                (cost[i, s], ways[i, s]) = i == n ? (0, 1) : (int.MaxValue / 2, 0);
                if (i == n) continue;
                int next = ends.Where(e => e > i).Min();
                for (int side = s; side < m; side++)
                {
                    for (int end = i + 1; end <= next; end++)
                    {
                        string piece = all[i..end];
                        int own = !sides[side].Find(piece).IsEmpty ? 0 : end == next && sides[side].IsPartOfCaption(piece) ? 1 : -1;
                        if (own < 0 || ways[end, side + 1] == 0) continue;
                        int total = own + cost[end, side + 1];
                        if (total > cost[i, s]) continue;
                        if (total < cost[i, s]) (cost[i, s], ways[i, s]) = (total, 0);
                        ways[i, s] += ways[end, side + 1];
                        choice[i, s] = (side, end);
                    }
                }
            }
        }

        if (ways[0, 0] == 0) return [];
        var pieces = new List<Piece>();
        for (int i = 0, s = 0; i < n;)
        {
            (int side, int end) = choice[i, s];
            pieces.Add(new Piece(side, i, end));
            (i, s) = (end, side + 1);
        }

        return ways[0, 0] == 1 ? [pieces] : [pieces, pieces];
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
