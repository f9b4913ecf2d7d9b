using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Evaluations;

namespace Mingzhang.Reading.KeyWork;

/// <summary>
/// A key-work table whose cells are wrapped and separated by line ends only. Rows begin with the next number; where matter, goal and
/// completion end is decided by the widths of their lines: a cell's lines are about equally long but for its last.
/// </summary>
internal sealed class SpacedKeyWork
{
    private const int MaxFragments = 80, MaxHeadingPieces = 6;
    private const double BreakInLine = 1.5, BreakBetweenWords = 0.3, BreakAtBlank = 0.3, JoinAtLine = 1.2, PerWidth = 0.5, SentenceEnd = -1, Heading = -3;

    private readonly List<Fragment> _row;
    private readonly HashSet<string> _headings;

    private SpacedKeyWork(List<Fragment> row, HashSet<string> headings)
    {
        _row = row;
        _headings = headings;
    }

    /// <summary>Whether a line is the table's header.</summary>
    public static bool IsHeader(string line)
    {
        string label = PrintedText.Squeeze(line);
        return label.Length <= 30 && label.StartsWith("序号", StringComparison.Ordinal) && label.EndsWith("完成情况", StringComparison.Ordinal);
    }

    /// <summary>The rows below a header.</summary>
    public static ImmutableArray<KeyWorkRow> Read(SourceText source, int header, int last)
    {
        HashSet<string> headings = Headings(source, header);
        List<Fragment> fragments = Fragment.Of(source, header + 1, last);
        var rows = ImmutableArray.CreateBuilder<KeyWorkRow>();
        int at = StartOf(fragments, 0, 1);
        while (at < fragments.Count)
        {
            int next = StartOf(fragments, at + 1, rows.Count + 2);
            List<Fragment> row = [.. fragments.GetRange(at + 1, next - at - 1).Where(f => !IsHeader(source.Lines[f.Span.Line - 1]))];
            if (row.Count > 0) rows.Add(new SpacedKeyWork(row, headings).Divide(fragments[at].Text, fragments[at].Span));
            else break;
            at = next;
        }

        return rows.ToImmutable();
    }

    private static int StartOf(List<Fragment> fragments, int from, int number)
    {
        string digits = number.ToString();
        for (int i = from; i < fragments.Count; i++)
        {
            if (fragments[i].Text == digits && fragments[i].Before != Gap.Space && !GoesOn(fragments, i + 1)) return i;
        }

        return fragments.Count;
    }

    /// <summary>Whether a wrapped sentence goes on behind a figure: <c>2 场，到馆…</c>.</summary>
    private static bool GoesOn(List<Fragment> fragments, int next) =>
        next < fragments.Count && fragments[next].Before == Gap.Space && fragments[next].Text is [_, '，' or '、' or '。' or '；' or ',', ..];

    /// <summary>Headings above the table: what follows 一、 and （一）.</summary>
    private static HashSet<string> Headings(SourceText source, int header)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        for (int line = Math.Max(1, header - 200); line < header; line++)
        {
            string text = PrintedText.Squeeze(source.Lines[line - 1]);
            int mark = text.AsSpan(0, Math.Min(5, text.Length)).IndexOfAny('、', '）', ')');
            if (mark > 0 && text.Length is > 4 and < 40) headings.Add(text[(mark + 1)..].TrimEnd('。'));
        }

        return headings;
    }

    private KeyWorkRow Divide(string number, TextSpan start)
    {
        TextSpan span = start.To(_row[^1].Span);
        int n = _row.Count;
        if (n is < 3 or > MaxFragments) return new KeyWorkRow(number, "", "", Fragment.Join(_row, 0, n), span);
        (double Cost, int Matter, int Goal) best = (double.MaxValue, 1, 2);
        for (int matter = 1; matter < n - 1; matter++)
        {
            double first = Cell(0, matter) + Break(matter) + (matter <= MaxHeadingPieces && _headings.Contains(Fragment.Join(_row, 0, matter)) ? Heading : 0);
            if (first >= best.Cost + 4) continue;
            for (int goal = matter + 1; goal < n; goal++)
            {
                double cost = first + Cell(matter, goal) + Break(goal) + Cell(goal, n) + (EndsSentence(goal - 1) ? SentenceEnd : 0);
                if (cost < best.Cost) best = (cost, matter, goal);
            }
        }

        return new KeyWorkRow(number, Fragment.Join(_row, 0, best.Matter), Fragment.Join(_row, best.Matter, best.Goal), Fragment.Join(_row, best.Goal, n), span);
    }

    private bool EndsSentence(int at) => _row[at].Text[^1] is '。' or '；';

    private double Break(int at) => _row[at].Before switch
    {
        Gap.Space => char.IsAsciiDigit(_row[at].Text[0]) || char.IsAsciiDigit(_row[at - 1].Text[^1]) ? BreakInLine : BreakBetweenWords,
        Gap.Blank => BreakAtBlank,
        _ => 0,
    };

    /// <summary>What it costs that the fragments are one cell: every line before the last that is shorter than its longest.</summary>
    private double Cell(int from, int to)
    {
        double widest = 0, line = 0, cost = 0;
        for (int i = from; i < to; i++)
        {
            line = (i > from && _row[i].Before == Gap.Space ? line : 0) + _row[i].Width;
            widest = Math.Max(widest, line);
        }

        line = _row[from].Width;
        for (int i = from + 1; i < to; i++)
        {
            if (_row[i].Before != Gap.Space)
            {
                cost += (Math.Max(0, widest - 1 - line) * PerWidth) + (_row[i].Before == Gap.Line ? JoinAtLine : 0);
                line = 0;
            }

            line += _row[i].Width;
        }

        return cost;
    }
}
