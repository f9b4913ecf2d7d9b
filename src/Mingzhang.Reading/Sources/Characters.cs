using System.Text;

namespace Mingzhang.Reading.Sources;

/// <summary>How characters compare when looks do not matter: without white space, full width as half width, one kind of quotation mark.</summary>
internal static class Characters
{
    /// <summary>The text without white space and with each character in its plain form.</summary>
    internal static string Squeeze(ReadOnlySpan<char> text)
    {
        if (text.Length > 256)
        {
            var long_ = new StringBuilder(text.Length);
            foreach (char c in text)
            {
                if (!IsSpace(c)) long_.Append(Plain(c));
            }

            return long_.ToString();
        }

        Span<char> plain = stackalloc char[256];
        int length = 0;
        foreach (char c in text)
        {
            if (!IsSpace(c)) plain[length++] = Plain(c);
        }

        return new string(plain[..length]);
    }

    /// <summary>White space, and the marks without width that text extraction leaves.</summary>
    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060';

    /// <summary>The plain form of a character: <c>（</c> as <c>(</c>, <c>：</c> as <c>:</c>, <c>１</c> as <c>1</c>, “ and 「 as <c>"</c>; others as they are.</summary>
    internal static char Plain(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '“' or '”' or '「' or '」' or '『' or '』' or '〝' or '〞' => '"',
        '‘' or '’' => '\'',
        '−' or '–' or '﹣' => '-',
        _ => c,
    };

    /// <summary>Whether it is a digit of half or full width.</summary>
    internal static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    /// <summary>Whether it is a Chinese character.</summary>
    internal static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';
}
