using System.Text;
using System.Xml;

namespace Mingzhang.Publishing.Packages;

/// <summary>Text of documents as XML can hold it.</summary>
internal static class XmlText
{
    /// <summary>The text with characters that XML or the reader's eye cannot have as U+FFFD.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            // Characters that turn the direction of the text could show a figure other than the one checked.
            bool good = pair || (XmlConvert.IsXmlChar(c) && c is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or (>= '\u007f' and <= '\u009f')));
            if (!good && clean is null) clean = new StringBuilder(text.Length).Append(text, 0, i);
            if (clean is null)
            {
                if (pair) i++;
                continue;
            }

            clean.Append(good ? c : '\ufffd');
            if (pair) clean.Append(text[++i]);
        }

        return clean?.ToString() ?? text;
    }
}
