using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Publishing.Word;

/// <summary>
/// Where a centred title of two lines breaks: before a year, before or after brackets, before 本级, never with a few characters left over. The
/// break is made by narrowing the lines, so that the text has no mark in it; where the first line would be a little too long, its characters
/// stand closer.
/// </summary>
/// <param name="Indent">The indents at both sides.</param>
/// <param name="Closer">How much closer characters stand, in twentieths of a point.</param>
internal sealed record TitleLines(Indentation Indent, int Closer)
{
    private const int Least = 5;

    // A character may give up a twentieth of its width.
    private const int MostCloser = 20;

    /// <summary>What makes a title break well; null where it fits on a line or breaks well by itself.</summary>
    /// <param name="text">The title.</param>
    /// <param name="size">Size of a Chinese character in twentieths of a point.</param>
    /// <param name="width">Width of the line in twentieths of a point.</param>
        public static TitleLines? Of(string text, int size, int width)
    {
        int whole = Length(text, size);
        if (whole <= width || whole > 2 * width - (2 * size)) return null;
        (int best, bool good) = Best(text, size, width, 0);
        for (int closer = 4; !good && closer <= size / MostCloser; closer += 4)
        {
            if (Best(text, size, width, closer) is (int at, true)) return new TitleLines(Narrowed(text, at, size, width, closer), closer);
        }

        if (best == 0) return null;
        int natural = 1;
        while (Length(text[..(natural + 1)], size) <= width) natural++;
        return good || Length(text[natural..], size) < Least * size ? new TitleLines(Narrowed(text, best, size, width, 0), 0) : null;
    }

    /// <summary>The best place to break, 0 if there is none, and whether it is a good one.</summary>
    private static (int At, bool Good) Best(string text, int size, int width, int closer)
    {
        (int At, bool Good) best = (0, false);
        int cost = int.MaxValue;
        for (int i = 1; i < text.Length; i++)
        {
            int first = Length(text[..i], size, closer), rest = Length(text[i..], size, closer);
            // The first line must be the longer one, or the narrow second would need a third.
            if (first > width || first + (size / 2) < rest || !MayBreak(text, i)) continue;
            bool good = IsGood(text, i);
            if (!good && rest < Least * size) continue;
            int price = first - rest + (good ? 0 : 30 * size) + (text[i] is >= '0' and <= '9' ? -12 * size : 0);
            if (price < cost) (best, cost) = ((i, good), price);
        }

        return best;
    }

    /// <summary>The indents at both sides that leave the longer line its room.</summary>
    private static Indentation Narrowed(string text, int at, int size, int width, int closer)
    {
        int longer = Math.Max(Length(text[..at], size, closer), Length(text[at..], size, closer));
        string indent = Math.Max(0, (width - longer - (size * 2 / 3)) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
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
    private static int Length(string text, int size, int closer = 0)
    {
        int length = -closer * text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            length += text[i] > 0xff ? size : text[i] is ' ' ? size / 4 : size / 2;
            if (i > 0 && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]) && text[i] != ' ' && text[i - 1] != ' ') length += size / 4;
        }

        return length;
    }
}
