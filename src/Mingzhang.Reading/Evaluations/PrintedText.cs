using System.Text;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Text of cells as a reader sees it: without markup, wrapped pieces joined.</summary>
internal static class PrintedText
{
    /// <summary>
    /// Removes tags and joins pieces: a blank is kept only between two letters or digits of the Latin alphabet,
    /// since Chinese words are wrapped without one.
    /// </summary>
    public static string Tidy(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!NeedsTidying(text)) return text.ToString();
        var tidy = new StringBuilder(text.Length);
        bool blank = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            int skip = c == '<' ? TagLength(text[i..]) : c == '&' && text[i..].StartsWith("&nbsp;", StringComparison.Ordinal) ? 6 : 0;
            if (skip > 0 || char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                blank = true;
                i += Math.Max(skip, 1) - 1;
                continue;
            }

            if (blank && tidy.Length > 0 && IsLatin(tidy[^1]) && IsLatin(c)) tidy.Append(' ');
            blank = false;
            tidy.Append(c);
        }

        return tidy.ToString();
    }

    /// <summary>The text without any blank: what labels are compared by.</summary>
    public static string Squeeze(string text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c)) return string.Concat(text.Where(x => !char.IsWhiteSpace(x)));
        }

        return text;
    }

    private static bool NeedsTidying(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c is '<' or '&' or '\u200B' or '\uFEFF') return true;
        }

        return false;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '%' or '.';

    /// <summary>Length of a tag at the start of the text; 0 if there is none (<c>&lt;3 次</c> is none).</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        int at = text.Length > 1 && text[1] == '/' ? 2 : 1;
        if (at >= text.Length || !char.IsAsciiLetter(text[at])) return 0;
        int end = text[..Math.Min(text.Length, 200)].IndexOf('>');
        return end < 0 ? 0 : end + 1;
    }
}
