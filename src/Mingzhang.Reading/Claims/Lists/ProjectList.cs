using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Evaluations;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>
/// The projects that 五(三) says the project expenditure was spent on: a name directly before an amount, up to the mark before it.
/// An item that begins 其中 divides the project before it.
/// </summary>
internal sealed class ProjectList(ClaimCollector claims, Divisions divisions)
{
    private const int LongestName = 60;
    private readonly ListFrames _frames = new(claims, divisions);
    private string _parent = "";
    private int _lastProject = -1;

    /// <summary>Whether projects are being listed.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Begins the list of the projects that make up a claim.</summary>
    internal void Begin(int whole, MarkStyle style)
    {
        IsOpen = true;
        _lastProject = -1;
        _frames.Open(whole, purpose: false, style);
        _frames.Doubt();
        _frames.EndParagraph(colon: true);
    }

    /// <summary>Ends the list.</summary>
    internal void End()
    {
        if (IsOpen) _frames.CloseAll();
        IsOpen = false;
    }

    /// <summary>Reads a paragraph from <paramref name="start"/> on.</summary>
    internal void Read(Paragraph paragraph, int start)
    {
        string text = paragraph.Text;
        bool nested = false, told = false;
        int from = start;
        for (int at = start; at < text.Length; at++)
        {
            char c = text[at];
            if (c is '。' or '；' or '，' or '：')
            {
                if (c is '。' or '；') told = false;
                else if (!nested && _lastProject >= 0 && TellsOfProject(text, at + 1)) told = true;
                if (c == '。' || (c == '；' && nested && !NestedGoesOn(text, at + 1))) EndNested(ref nested);
                if (c is '：' or '，' && EndsWithOfWhich(text, at) && _lastProject >= 0 && !nested)
                {
                    nested = true;
                    _parent = claims.Claims[_lastProject].Subject.Name;
                    _frames.Open(_lastProject, purpose: false, paragraph.Mark);
                }

                from = at + 1;
                continue;
            }

            if ((c is < '0' or > '9' && !ClauseFigures.IsMinus(text, at)) || BasisReader.TryYear(text, at, out _, out int yearEnd) && Skip(yearEnd, ref at)) continue;
            Figure? figure = FigureReader.Read(text, at, out int end);
            if (figure is { IsMoney: true } && !told) Amount(text, from, new Token(TokenKind.Figure, at, end) { Figure = figure }, nested);
            if (figure is { IsMoney: true }) from = end;
            at = end - 1;
        }

        EndNested(ref nested);
    }

    private void Amount(string text, int from, Token token, bool nested)
    {
        (int start, int end) = NameBefore(text, from, token.Start);
        int last = token.End;
        if (end <= start && nested && Lexer.StartsWith(text, token.End, "用于")) (start, end, last) = PurposeAfter(text, token.End + 2);
        if (end <= start || end - start > LongestName || token.Figure!.Broken || IsProse(text.AsSpan(start, end - start)))
        {
            claims.AddUnread(token.Start, token.End);
            return;
        }

        string name = text[start..end];
        Subject subject = new(name, null, "projects/" + (nested ? _parent + "/" : "") + name);
        int index = claims.Add(ClaimKind.Amount, subject, Math.Min(start, token.Start), token, Math.Max(last, token.End));
        _frames.Offer(index, partial: false);
        if (!nested) _lastProject = index;
    }

    private static (int Start, int End) NameBefore(string text, int from, int figure)
    {
        int start = from, end = figure;
        bool goesOn = from > 0 && text[from - 1] is '元' or '万' or '余';
        foreach (string lead in (ReadOnlySpan<string>)["主要用于", "用于", "其中", "以及", "和", "及", "、"])
        {
            // 和 and 及 join amounts; elsewhere they begin a name (和平路改造).
            if (!goesOn && lead is "和" or "及") continue;
            if (Lexer.StartsWith(text, start, lead) && start + lead.Length < end) start += lead.Length;
        }

        bool trimmed = true;
        while (trimmed && end > start)
        {
            trimmed = false;
            foreach (string tail in (ReadOnlySpan<string>)["支出决算为", "决算为", "共计", "合计", "为", "共", "计", "约"])
            {
                if (tail == "计" && end - 2 >= start && text[end - 2] is '设' or '审' or '统' or '会' or '估' or '预') continue;
                if (end - tail.Length < start || !Lexer.StartsWith(text, end - tail.Length, tail)) continue;
                end -= tail.Length;
                trimmed = true;
            }
        }

        return (start, end);
    }

    private static (int Start, int End, int Last) PurposeAfter(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < LongestName && text[end] is not ('；' or '。' or '，' or '：')) end++;
        return (start, end, end);
    }

    // Projects are named, not told about: a verb of change or a reason before an amount is no name.
    private static bool IsProse(ReadOnlySpan<char> name) =>
        name.ContainsAny('。', '，') || name.Contains("增加", StringComparison.Ordinal) || name.Contains("减少", StringComparison.Ordinal) || name.Contains("原因", StringComparison.Ordinal)
        || name.Contains("成效", StringComparison.Ordinal) || name is "支出" or "投入" or "资金" or "经费" or "费用" or "项目" || (name.Contains("预算", StringComparison.Ordinal) && name.Length < 6);

    // What follows a project's amount up to ； or 。 tells of its use and results, with figures of its own.
    private static bool TellsOfProject(string text, int at)
    {
        foreach (string word in (ReadOnlySpan<string>)["用于", "主要用于", "主要是用于", "主要成效", "取得成效", "成效", "主要产出", "效益", "完成", "占"])
        {
            if (Lexer.StartsWith(text, at, word)) return true;
        }

        return false;
    }

    private static bool EndsWithOfWhich(string text, int at) => at >= 2 && text[at - 1] == '中' && text[at - 2] == '其';

    private static bool NestedGoesOn(string text, int at)
    {
        // 837.95万元用于…；5701.46万元用于…: figures first.
        return at < text.Length && text[at] is >= '0' and <= '9';
    }

    private void EndNested(ref bool nested)
    {
        if (!nested) return;
        nested = false;
        _frames.CloseInner();
    }

    private static bool Skip(int end, ref int at)
    {
        at = end - 1;
        return true;
    }
}
