using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Outlines;

/// <summary>The level that the ordinal of a heading tells.</summary>
internal enum HeadingRank
{
    /// <summary>No ordinal.</summary>
    None,

    /// <summary>第一部分.</summary>
    Part,

    /// <summary>一、</summary>
    Section,

    /// <summary>（一）</summary>
    SubSection,

    /// <summary>1.</summary>
    Item,
}

/// <summary>A line seen as a possible heading, without the decoration of Markdown (<c>#</c>, <c>**</c>, <c>- </c>).</summary>
/// <param name="Rank">By its ordinal.</param>
/// <param name="Ordinal">Its number; 0 without ordinal.</param>
/// <param name="Number">The ordinal as printed, without its mark: <c>第三部分</c>, <c>八</c>.</param>
/// <param name="Title">The rest, squeezed (<see cref="Characters.Squeeze"/>).</param>
/// <param name="Printed">The rest as printed.</param>
/// <param name="Span">The heading without its decoration.</param>
internal sealed record HeadingLine(HeadingRank Rank, int Ordinal, string Number, string Title, string Printed, TextSpan Span)
{
    private const int LongestLine = 160;
    private const int LongestTitle = 60;

    /// <summary>A line as a possible heading; null for blank lines, rows of tables and long lines.</summary>
    /// <param name="text">The line.</param>
    /// <param name="line">Its number, 1-based.</param>
    internal static HeadingLine? Parse(string text, int line)
    {
        if (text.Length == 0) return null;
        ReadOnlySpan<char> rest = text;
        int start = 0, end = text.Length;
        while (start < end && (Characters.IsSpace(text[start]) || text[start] is '#' or '*' or '-' or '>' or '•' or '·' or '●')) start++;
        while (end > start && (Characters.IsSpace(text[end - 1]) || text[end - 1] is '*' or '#')) end--;
        if (end - start is 0 or > LongestLine || text[start] is '|' or '<') return null;
        rest = text.AsSpan(start, end - start);
        // Tabs are the bounds of cells: behind the words they are the blank cells of a table's row; one before them can be an indent.
        if (rest.Contains('\t') || text.AsSpan(end).Contains('\t') || text.AsSpan(0, start).Count('\t') > 1) return null;

        (HeadingRank rank, int ordinal, int numberStart, int numberLength, int length) = ReadOrdinal(rest);
        ReadOnlySpan<char> printed = rest[length..].Trim();
        return new HeadingLine(rank, ordinal, rest.Slice(numberStart, numberLength).ToString(), Characters.Squeeze(printed), printed.ToString(),
            TextSpan.InLine(line, start, end - start));
    }

    /// <summary>Whether the title reads as a heading rather than as a sentence or the start of one.</summary>
    internal bool IsTitleLike => IsTitle(Title);

    /// <summary>Whether a squeezed text reads as a title: short, and without the marks of a sentence.</summary>
    internal static bool IsTitle(string title)
    {
        if (title.Length is < 2 or > LongestTitle || title[^1] is ';' or '；' or ',' or '、' or '。' or ':') return false;
        if (title.AsSpan().ContainsAny("。;；:")) return false;
        return title.AsSpan().Count(',') <= 2;
    }

    /// <summary>This heading with the line that continues it.</summary>
    internal HeadingLine Join(HeadingLine next) => this with
    {
        Title = Title + next.Title,
        Printed = Printed + next.Printed,
        Span = Span.To(next.Span),
    };

    private static (HeadingRank Rank, int Ordinal, int NumberStart, int NumberLength, int Length) ReadOrdinal(ReadOnlySpan<char> text)
    {
        char first = text[0];
        if (first == '第')
        {
            int number = Ordinals.Read(text[1..], out int length);
            int at = Skip(text, 1 + length);
            if (number > 0 && at < text.Length && text[at] == '部' && Skip(text, at + 1) is var next && next < text.Length && text[next] == '分')
            {
                int end = next + 1, after = Skip(text, end);
                if (after < text.Length && text[after] is '、' or '：' or ':' or '，') after++;
                return (HeadingRank.Part, number, 0, end, after);
            }
        }
        else if (first is '（' or '(')
        {
            int number = Ordinals.Read(text[1..], out int length);
            int at = Skip(text, 1 + length);
            if (number > 0 && at < text.Length && text[at] is '）' or ')') return (HeadingRank.SubSection, number, 1, length, at + 1);
        }
        else if (Characters.IsDigit(first))
        {
            int digits = 1;
            while (digits < text.Length && digits < 3 && Characters.IsDigit(text[digits])) digits++;
            int at = Skip(text, digits);
            bool mark = at < text.Length && text[at] is '.' or '、' or '．' && (at + 1 == text.Length || !Characters.IsDigit(text[at + 1]) || IsYear(text[(at + 1)..]));
            if (mark && int.TryParse(Characters.Squeeze(text[..digits]), out int number)) return (HeadingRank.Item, number, 0, digits, at + 1);
        }
        else
        {
            int number = Ordinals.Read(text, out int length);
            int at = Skip(text, length);
            if (number > 0 && at < text.Length && text[at] is '、' or '.' or '．') return (HeadingRank.Section, number, 0, length, at + 1);
        }

        return (HeadingRank.None, 0, 0, 0, 0);
    }

    /// <summary>Whether a year stands at the start, which belongs to the title: <c>4．2026年部门收入预算总表</c>.</summary>
    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length > 4 && text[4] == '年' && text[0] == '2' && text[1] == '0' && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.IsSpace(text[at])) at++;
        return at;
    }
}
