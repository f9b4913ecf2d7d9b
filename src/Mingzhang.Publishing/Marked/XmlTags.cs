using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mingzhang.Publishing.Marked;

/// <summary>
/// The tags of an XML part with their places, so that the part can be added to without changing another character of it. The part has been read
/// as XML before; what is not well formed ends in <see cref="MarkedException"/>.
/// </summary>
internal static class XmlTags
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>The tags in order. Comments, instructions and character data are passed over.</summary>
    public static IEnumerable<XmlTag> Of(string xml)
    {
        int at = 0;
        while ((at = xml.IndexOf('<', at)) >= 0)
        {
            if (Passed(xml, at) is { } end)
            {
                at = end;
                continue;
            }

            XmlTag tag = Tag(xml, at);
            yield return tag;
            at = tag.End;
        }
    }

    /// <summary>The root element's tag.</summary>
    public static XmlTag Root(string xml) => Of(xml).FirstOrDefault() is { Name: not null } root ? root : throw MarkedException.Broken();

    /// <summary>Characters with references (<c>&amp;amp;</c>, <c>&amp;#x4E00;</c>) resolved.</summary>
    public static string Decoded(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOf('&') < 0) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (int at = 0; at < raw.Length;) at += Character(raw[at..], text);
        return text.ToString();
    }

    /// <summary>Appends the character that a text begins with, resolved, and says how many characters it takes as written.</summary>
    public static int Character(ReadOnlySpan<char> raw, StringBuilder into)
    {
        int end = raw[0] == '&' ? raw.IndexOf(';') : -1;
        if (end < 0)
        {
            into.Append(raw[0]);
            return 1;
        }

        ReadOnlySpan<char> name = raw[1..end];
        string? value = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', .. var hex] => Number(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Number(digits, NumberStyles.None),
            _ => null,
        };
        into.Append(value ?? throw MarkedException.Broken());
        return end + 1;
    }

    private static string? Number(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;

    /// <summary>Where a comment, an instruction or character data ends; null for a tag.</summary>
    private static int? Passed(string xml, int at)
    {
        string? end = xml.AsSpan(at) switch
        {
            ['<', '!', '-', '-', ..] => "-->",
            ['<', '!', '[', ..] => "]]>",
            ['<', '?', ..] => "?>",
            ['<', '!', ..] => throw MarkedException.Broken(),
            _ => null,
        };
        if (end is null) return null;
        int found = xml.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? throw MarkedException.Broken() : found + end.Length;
    }

    private static XmlTag Tag(string xml, int start)
    {
        int end = start + 1;
        while (end < xml.Length && xml[end] != '>')
        {
            // A '>' may stand in the value of an attribute.
            if (xml[end] is '"' or '\'') end = xml.IndexOf(xml[end], end + 1);
            if (end < 0) throw MarkedException.Broken();
            end++;
        }

        if (end >= xml.Length) throw MarkedException.Broken();
        bool close = xml[start + 1] == '/', empty = xml[end - 1] == '/';
        ReadOnlySpan<char> name = xml.AsSpan(start + (close ? 2 : 1));
        name = name[..name.IndexOfAny(NameEnds)];
        int colon = name.IndexOf(':');
        return new XmlTag(close ? TagKind.Close : empty ? TagKind.Empty : TagKind.Open, colon < 0 ? "" : Known(name[..colon]), Known(name[(colon + 1)..]), start, end + 1);
    }

    // The names that occur a million times in a document.
    private static string Known(ReadOnlySpan<char> name) => name switch
    {
        "w" => "w",
        "p" => "p",
        "r" => "r",
        "t" => "t",
        "rPr" => "rPr",
        "pPr" => "pPr",
        "tc" => "tc",
        "c" => "c",
        "v" => "v",
        "row" => "row",
        _ => name.ToString(),
    };
}
