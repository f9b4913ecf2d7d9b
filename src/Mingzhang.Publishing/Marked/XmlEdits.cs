using System.Text;

namespace Mingzhang.Publishing.Marked;

/// <summary>Text that is put into an XML part at places of it; every other character stays.</summary>
internal sealed class XmlEdits
{
    private readonly SortedDictionary<int, StringBuilder> _at = [];

    /// <summary>Puts text before a character; several at one place stand in the order in which they are given.</summary>
    public void Insert(int offset, string text)
    {
        if (!_at.TryGetValue(offset, out StringBuilder? builder)) _at[offset] = builder = new StringBuilder();
        builder.Append(text);
    }

    /// <summary>Puts text before the end tag of an element, opening it where it is empty.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="open">Its start tag, or its only one.</param>
    /// <param name="closeStart">Offset of its end tag; not looked at where it is empty.</param>
    /// <param name="text">The text.</param>
    /// <returns>The part with the text.</returns>
    public static string Into(string xml, XmlTag open, int closeStart, string text)
    {
        if (open.Kind != TagKind.Empty) return closeStart < 0 ? throw MarkedException.Broken() : xml.Insert(closeStart, text);
        string name = open.Prefix.Length == 0 ? open.Name : $"{open.Prefix}:{open.Name}";
        return $"{xml.AsSpan(0, open.End - 2)}>{text}</{name}>{xml.AsSpan(open.End)}";
    }

    /// <summary>Puts text at the end of the root element.</summary>
    public static string IntoRoot(string xml, string text) => Into(xml, XmlTags.Root(xml), xml.LastIndexOf("</", StringComparison.Ordinal), text);

    /// <summary>The part with what was put into it.</summary>
    public string Apply(string xml)
    {
        var result = new StringBuilder(xml.Length + _at.Values.Sum(t => t.Length));
        int from = 0;
        foreach ((int offset, StringBuilder text) in _at)
        {
            result.Append(xml, from, offset - from).Append(text);
            from = offset;
        }

        return result.Append(xml, from, xml.Length - from).ToString();
    }
}
