namespace Mingzhang.Publishing.Marked;

/// <summary>What a tag does.</summary>
internal enum TagKind
{
    /// <summary>Opens an element.</summary>
    Open,

    /// <summary>Closes it.</summary>
    Close,

    /// <summary>Opens and closes it.</summary>
    Empty,
}

/// <summary>A tag where it stands in the text of an XML part.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Prefix">Prefix of its name; empty for none.</param>
/// <param name="Name">Local name.</param>
/// <param name="Start">Offset of <c>&lt;</c>.</param>
/// <param name="End">One past <c>&gt;</c>.</param>
internal readonly record struct XmlTag(TagKind Kind, string Prefix, string Name, int Start, int End)
{
    /// <summary>The value of an attribute by its name as written, with its references resolved; null if there is none.</summary>
    public string? Attribute(string xml, string name)
    {
        ReadOnlySpan<char> tag = xml.AsSpan(Start, End - Start);
        for (int at = tag.IndexOf(name, StringComparison.Ordinal); at >= 0;)
        {
            int after = at + name.Length;
            if (char.IsWhiteSpace(tag[at - 1]))
            {
                ReadOnlySpan<char> rest = tag[after..].TrimStart();
                if (rest is ['=', ..] && rest[1..].TrimStart() is [('"' or '\'') and var quote, .. var value]) return XmlTags.Decoded(value[..value.IndexOf(quote)]);
            }

            int next = tag[after..].IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : after + next;
        }

        return null;
    }
}
