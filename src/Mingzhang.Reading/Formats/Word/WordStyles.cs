namespace Mingzhang.Reading.Formats.Word;

/// <summary>The lists that styles number their paragraphs by.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, (string? Base, int? List, int? Level)> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the styles; none where there is no such part.</summary>
    internal static WordStyles Read(ZipPackage package, string part)
    {
        var styles = new WordStyles();
        using XmlCursor? xml = package.Xml(part);
        if (xml is null) return styles;
        for (var root = xml.Children(); root.Next();)
        {
            for (var style = xml.Children(); style.Next();)
            {
                if (xml.Name == "style" && xml.Attribute("styleId") is { } id) styles._styles[id] = Style(xml);
            }
        }

        return styles;
    }

    /// <summary>The list and level of a style or of what it is based on.</summary>
    internal (int? List, int? Level) ListOf(string? style)
    {
        for (int i = 0; i < LongestChain && style is not null && _styles.TryGetValue(style, out var found); i++, style = found.Base)
        {
            if (found.List is not null) return (found.List, found.Level);
        }

        return default;
    }

    private static (string? Base, int? List, int? Level) Style(XmlCursor xml)
    {
        (string? Base, int? List, int? Level) style = default;
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "basedOn") style.Base = xml.Attribute("val");
            if (xml.Name != "pPr") continue;
            for (var property = xml.Children(); property.Next();)
            {
                if (xml.Name != "numPr") continue;
                for (var part = xml.Children(); part.Next();)
                {
                    if (xml.Name == "numId") style.List = xml.Number("val");
                    else if (xml.Name == "ilvl") style.Level = xml.Number("val");
                }
            }
        }

        return style;
    }
}
