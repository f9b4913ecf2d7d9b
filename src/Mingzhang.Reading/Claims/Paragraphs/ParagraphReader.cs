using System.Buffers;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Claims.Paragraphs;

/// <summary>
/// Joins the lines of a section into paragraphs: a sentence goes on over line ends, blank lines and page ends until it is finished or a
/// list number begins the next item. Page numbers, figure captions and table rows are left out.
/// </summary>
internal sealed class ParagraphReader
{
    private const int LongestHeading = 14;

    // 费: an item that names an expense goes on to its amount.
    private static readonly SearchValues<char> SentenceCharacters = SearchValues.Create("0123456789，。；：、费");

    private readonly StringBuilder _text = new();
    private readonly List<int> _lines = [];
    private readonly List<int> _columns = [];
    private readonly List<Paragraph> _paragraphs = [];
    private MarkStyle _mark;

    private ParagraphReader()
    {
    }

    /// <summary>The paragraphs of the lines <paramref name="first"/> to <paramref name="last"/> (1-based, inclusive).</summary>
    internal static List<Paragraph> Read(SourceText source, int first, int last)
    {
        ParagraphReader reader = new();
        last = Math.Min(last, source.Lines.Length);
        for (int line = Math.Max(first, 1); line <= last; line++) reader.Add(source, line, last);
        reader.Finish();
        return reader._paragraphs;
    }

    private bool Unfinished => _text.Length > 0 && _text[^1] is not ('。' or '；' or '：' or '！' or '？');

    private void Add(SourceText source, int number, int last)
    {
        string line = source.Lines[number - 1];
        int start = StartOf(line);
        ReadOnlySpan<char> rest = line.AsSpan(start).TrimEnd();
        if (rest.IsEmpty) return;
        if (IsTableRow(rest))
        {
            Finish();
            return;
        }

        if (IsCaption(rest) || (ChartLabels.IsTitle(rest) && (_text.Length == 0 || ChartLabels.Are(_text.ToString()))))
        {
            Finish();
            return;
        }

        if (IsFigures(rest, out bool pageNumber) && (!Unfinished || (pageNumber && !UnitFollows(source, number, last)))) return;
        ListMark mark = ListMark.Read(rest);
        if (mark.Style != MarkStyle.None || !Unfinished) Finish();
        if (_text.Length == 0) _mark = mark.Style;
        bool heading = _text.Length == 0 && mark.Style != MarkStyle.None && IsHeading(rest[mark.Length..]);
        Append(line, start + (_text.Length == 0 ? mark.Length : 0), number);
        if (heading) Finish();
    }

    private void Finish()
    {
        if (_text.Length > 0 && !(_mark == MarkStyle.None && ChartLabels.Are(_text.ToString()))) _paragraphs.Add(new Paragraph(_text.ToString(), [.. _lines], [.. _columns], _mark));
        _text.Clear();
        _lines.Clear();
        _columns.Clear();
        _mark = MarkStyle.None;
    }

    // A few words with a number before them and nothing that a sentence needs: （一）自评得分.
    private static bool IsHeading(ReadOnlySpan<char> text) =>
        text.Trim().Length <= LongestHeading && !text.ContainsAny(SentenceCharacters);

    private void Append(string line, int start, int number)
    {
        bool gap = _text.Length > 0;
        for (int i = start; i < line.Length; i++)
        {
            char c = line[i];
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (NarrativeText.IsDropped(c)) continue;
            c = Plain(c, line, i);
            if (gap && _text.Length > 0 && IsDigit(c) && (IsDigit(_text[^1]) || _text[^1] is '.' or ',')) Put(' ', number, i);
            gap = false;
            Put(c, number, i);
        }
    }

    private void Put(char c, int line, int column)
    {
        _text.Append(c);
        _lines.Add(line);
        _columns.Add(column);
    }

    // A comma between thousands stays one.
    private static char Plain(char c, string line, int at)
    {
        bool thousands = c == ',' && at > 0 && at + 3 < line.Length && IsDigit(line[at - 1]) && IsDigit(line[at + 1]) && IsDigit(line[at + 2]) && IsDigit(line[at + 3]);
        return thousands ? c : NarrativeText.Plain(c);
    }

    private static int StartOf(string line)
    {
        int at = 0;
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || line[at] is '#' or '*' or '>' or '\ufeff')) at++;
        if (at + 1 < line.Length && line[at] is '-' or '•' && line[at + 1] == ' ') at += 2;
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || line[at] == '*')) at++;
        return at;
    }

    private static bool IsTableRow(ReadOnlySpan<char> line)
    {
        int tab = line.IndexOf('\t');
        return line[0] == '|' || (tab >= 0 && (line[(tab + 1)..].Contains('\t') || !line.Contains('。')));
    }

    private static bool IsCaption(ReadOnlySpan<char> line)
    {
        if (line[0] is not ('图' or '表') || line.Length < 2) return false;
        ReadOnlySpan<char> rest = line[1..].TrimStart();
        return rest.Length > 0 && (IsDigit(rest[0]) || rest[0] is '：' or ':' || (rest.Length > 1 && "一二三四五六".Contains(rest[0]) && rest[1] is '：' or ':' or '、' or ' '));
    }

    /// <summary>Nothing but figures and marks; a page number if it is one whole number.</summary>
    private static bool IsFigures(ReadOnlySpan<char> line, out bool pageNumber)
    {
        pageNumber = true;
        bool page = false, digits = false;
        int groups = 0;
        bool inDigits = false;
        foreach (char c in line)
        {
            if (IsDigit(c))
            {
                if (!inDigits) groups++;
                inDigits = digits = true;
                continue;
            }

            inDigits = false;
            if (c is '第' or '页' or '共' or '/') page = true;
            else if (c is '.' or '．' or '%' or '％' or ',' or '，' or '。' or '；') pageNumber = false;
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '—' or '–' or '－' or '·' or '~')) return false;
        }

        if (!digits) return line.ContainsAny('-', '—', '–');
        if (groups > 1 && !page) pageNumber = false;
        return true;
    }

    /// <summary>Whether the next text begins with a unit, so that a whole number on a line of its own is a figure of the sentence.</summary>
    private bool UnitFollows(SourceText source, int number, int last)
    {
        if (IsDigit(_text[^1])) return false;
        for (int line = number + 1; line <= last && line <= number + 4; line++)
        {
            ReadOnlySpan<char> next = source.Lines[line - 1].AsSpan().Trim();
            if (!next.IsEmpty) return next[0] is '万' or '元' or '%' or '％' or '个' or '辆' or '台' or '人' or '批' or '分';
        }

        return false;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
