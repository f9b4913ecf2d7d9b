using System.Globalization;

namespace Mingzhang.Publishing.Html;

/// <summary>An attribute of an element; without value it is left out.</summary>
internal readonly record struct Attribute(string Name, string? Value)
{
    public static implicit operator Attribute((string Name, string? Value) attribute) => new(attribute.Name, attribute.Value);
}

/// <summary>
/// Writes HTML so that text can never become markup: every text and every attribute value is escaped, and only constants of the
/// program are written as they are.
/// </summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    /// <summary>Markup of the program's own; never anything from a document.</summary>
    public void Raw(string constant) => writer.Write(constant);

    /// <summary>Opens an element.</summary>
    public void Start(string element, params ReadOnlySpan<Attribute> attributes)
    {
        writer.Write('<');
        writer.Write(element);
        foreach (Attribute attribute in attributes)
        {
            if (attribute.Value is not { } value) continue;
            writer.Write(' ');
            writer.Write(attribute.Name);
            writer.Write("=\"");
            Text(value);
            writer.Write('"');
        }

        writer.Write('>');
    }

    /// <summary>Closes an element.</summary>
    public void End(string element)
    {
        writer.Write("</");
        writer.Write(element);
        writer.Write('>');
    }

    /// <summary>An element that holds a text.</summary>
    public void Element(string element, string text, params ReadOnlySpan<Attribute> attributes)
    {
        Start(element, attributes);
        Text(text);
        End(element);
    }

    /// <summary>A line end, for people who read the source.</summary>
    public void Line() => writer.Write('\n');

    /// <summary>Text, escaped for content and quoted attributes. Characters that HTML or the reader's eye cannot have become U+FFFD.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        int plain = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string? escape = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' => null,
                < ' ' or (>= '\u007f' and <= '\u009f') => "\ufffd",
                // Characters that turn the direction of the text could show a figure other than the one checked.
                (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => "\ufffd",
                '\ufffe' or '\uffff' => "\ufffd",
                char c when char.IsSurrogate(c) => Pairs(text, i) ? null : "\ufffd",
                _ => null,
            };
            if (escape is null) continue;
            writer.Write(text[plain..i]);
            writer.Write(escape);
            plain = i + 1;
        }

        writer.Write(text[plain..]);
    }

    /// <summary>A number.</summary>
    public void Text(int number) => writer.Write(number.ToString(CultureInfo.InvariantCulture));

    private static bool Pairs(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
