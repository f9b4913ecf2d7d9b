using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Publishing.Word;

/// <summary>
/// Where a centred title of two lines breaks: before a year, before or after brackets, before 本级, never with a few characters left over. The
/// break is made by narrowing the lines, so that the text has no mark in it.
/// </summary>
internal static class TitleLines
{
    private const int Least = 5;

    /// <summary>The indents at both sides that make a title break well; null where it fits on a line or breaks well by itself.</summary>
    /// <param name="text">The title.</param>
    /// <param name="size">Size of a Chinese character in twentieths of a point.</param>
    /// <param name="width">Width of the line in twentieths of a point.</param>
    public static Indentation? Of(string text, int size, int width)
    {
        int whole = Length(text, size);
        if (whole <= width || whole > 2 * width - (2 * size)) return null;
        int best = 0, cost = int.MaxValue;
        for (int i = 1; i < text.Length; i++)
        {
            int first = Length(text[..i], size), rest = whole - first;
            // The first line must be the longer one, or the narrow second would need a third.
            if (first > width || first + (size / 2) < rest || !MayBreak(text, i)) continue;
            bool good = IsGood(text, i);
            if (!good && rest < Least * size) continue;
            int price = first - rest + (good ? 0 : 30 * size) + (text[i] is >= '0' and <= '9' ? -12 * size : 0);
            if (price < cost) (best, cost) = (i, price);
        }

        if (best == 0) return null;
        int natural = 1;
        while (Length(text[..(natural + 1)], size) <= width) natural++;
        if (!IsGood(text, best) && Length(text[natural..], size) >= Least * size) return null;
        int side = Math.Max(0, (width - Math.Max(Length(text[..best], size), whole - Length(text[..best], size)) - (size * 2 / 3)) / 2);
        string indent = side.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Indentation { Left = indent, Right = indent, FirstLine = "0", FirstLineChars = 0 };
    }

    /// <summary>How many lines it takes.</summary>
    public static int Count(string text, int size, int width) => Math.Max(1, (Length(text, size) + width - 1) / Math.Max(1, width));

    private static bool MayBreak(string text, int at) =>
        !(char.IsAsciiDigit(text[at]) && text[at - 1] is '）') && !(char.IsAsciiDigit(text[at - 1]) && (char.IsAsciiDigit(text[at]) || text[at] is '年')) && !(text[at - 1] is '年' && text[at] is '度')
        && text[at - 1] is not ('（' or '(' or '“' or '《') && text[at] is not ('）' or ')' or '”' or '》' or '、' or '，' or ' ');

    private static bool IsGood(string text, int at) =>
        text[at] is '（' or '(' || text[at - 1] is '）' or ')' || (char.IsAsciiDigit(text[at]) && at > 6)
        || text.AsSpan(at).StartsWith("本级") || text.AsSpan(at) is "项目自评表" or "整体绩效自评表";

    /// <summary>Length in twentieths of a point: figures are half as wide as Chinese characters, and a little space goes between.</summary>
    private static int Length(string text, int size)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            length += text[i] > 0xff ? size : text[i] is ' ' ? size / 4 : size / 2;
            if (i > 0 && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]) && text[i] != ' ' && text[i - 1] != ' ') length += size / 4;
        }

        return length;
    }
}
