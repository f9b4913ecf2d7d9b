namespace Mingzhang.Core.Layout;

/// <summary>How a list item is numbered.</summary>
public enum MarkStyle
{
    /// <summary>Not a list item.</summary>
    None,

    /// <summary><c>1.</c> or <c>1、</c></summary>
    Arabic,

    /// <summary><c>（1）</c></summary>
    ArabicBracket,

    /// <summary><c>一、</c></summary>
    Chinese,

    /// <summary><c>（一）</c></summary>
    ChineseBracket,

    /// <summary><c>①</c></summary>
    Circled,
}

/// <summary>The number that a paragraph begins with.</summary>
/// <param name="Style">Its style; <see cref="MarkStyle.None"/> if there is none.</param>
/// <param name="Length">How many characters of the line it takes.</param>
public readonly record struct ListMark(MarkStyle Style, int Length)
{
    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>Reads the number at the start of a line that is trimmed on the left.</summary>
    public static ListMark Read(ReadOnlySpan<char> line)
    {
        if (line.Length < 2) return default;
        if (line[0] is >= '①' and <= '⑳') return new ListMark(MarkStyle.Circled, 1);
        bool bracket = line[0] is '（' or '(';
        int at = bracket ? 1 : 0, start = at;
        while (at < line.Length && line[at] is ' ' or '\u3000') at++;
        int first = at;
        while (at < line.Length && at - first < 3 && IsDigit(line[at])) at++;
        bool arabic = at > first;
        if (!arabic)
        {
            while (at < line.Length && at - first < 4 && ChineseDigits.Contains(line[at])) at++;
            if (at == first) return default;
        }

        while (at < line.Length && line[at] is ' ' or '\u3000') at++;
        if (at >= line.Length) return default;
        if (bracket) return line[at] is '）' or ')' ? new ListMark(arabic ? MarkStyle.ArabicBracket : MarkStyle.ChineseBracket, at + 1) : default;
        if (first != start) return default;
        if (line[at] is '、') return new ListMark(arabic ? MarkStyle.Arabic : MarkStyle.Chinese, at + 1);
        if (!arabic || line[at] is not ('.' or '．')) return default;
        return at + 1 < line.Length && IsDigit(line[at + 1]) && !BeginsWithYear(line[(at + 1)..]) ? default : new ListMark(MarkStyle.Arabic, at + 1);
    }

    private static bool BeginsWithYear(ReadOnlySpan<char> text) =>
        text.Length > 4 && IsDigit(text[1]) && IsDigit(text[2]) && IsDigit(text[3]) && text[4] is '年' or ' ';

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
