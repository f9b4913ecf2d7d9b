namespace Mingzhang.Reading.Formats.Word;

/// <summary>A level of a list.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Format">How numbers are written: <c>decimal</c>, <c>chineseCounting</c> …</param>
/// <param name="Text">The number with its marks: <c>第%1部分</c>, <c>%1.%2</c>.</param>
/// <param name="IsSpaced">Whether a tab or blank follows.</param>
/// <param name="IsLegal">Whether all numbers are written in digits.</param>
/// <param name="Style">The style whose paragraphs stand at this level.</param>
internal sealed record WordLevel(int Start, string Format, string Text, bool IsSpaced, bool IsLegal, string? Style);

/// <summary>The lists of a document by the number that paragraphs name them by.</summary>
internal sealed class WordLists
{
    /// <summary>Word has nine levels.</summary>
    internal const int Levels = 9;

    private readonly Dictionary<int, WordLevel?[]> _abstract = [];
    private readonly Dictionary<int, (int Abstract, int?[] Starts)> _lists = [];

    /// <summary>Reads the lists; none where there is no such part.</summary>
    internal static WordLists Read(ZipPackage package, string part)
    {
        var lists = new WordLists();
        using XmlCursor? xml = package.Xml(part);
        if (xml is null) return lists;
        for (var root = xml.Children(); root.Next();)
        {
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name == "abstractNum" && xml.Number("abstractNumId") is { } id) lists._abstract[id] = AbstractLevels(xml);
                else if (xml.Name == "num" && xml.Number("numId") is { } number) lists._lists[number] = List(xml);
            }
        }

        return lists;
    }

    /// <summary>The levels of a list, the id that its counters are kept by, and the starts that it sets anew; null if there is no such list.</summary>
    internal (WordLevel?[] Levels, int Counters, int?[] Starts)? this[int list] =>
        _lists.TryGetValue(list, out var found) && _abstract.TryGetValue(found.Abstract, out WordLevel?[]? levels) ? (levels, found.Abstract, found.Starts) : null;

    private static WordLevel?[] AbstractLevels(XmlCursor xml)
    {
        var levels = new WordLevel?[Levels];
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "lvl" && xml.Number("ilvl") is >= 0 and < Levels and var level) levels[level] = Level(xml);
        }

        return levels;
    }

    private static WordLevel Level(XmlCursor xml)
    {
        var level = new WordLevel(1, "decimal", "", true, false, null);
        for (var child = xml.Children(); child.Next();)
        {
            level = xml.Name switch
            {
                "start" => level with { Start = xml.Number("val") ?? 1 },
                "numFmt" => level with { Format = xml.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Text = xml.Attribute("val") ?? "" },
                "suff" => level with { IsSpaced = xml.Attribute("val") != "nothing" },
                "isLgl" => level with { IsLegal = xml.IsOn() },
                "pStyle" => level with { Style = xml.Attribute("val") },
                _ => level,
            };
        }

        return level;
    }

    private static (int Abstract, int?[] Starts) List(XmlCursor xml)
    {
        int id = -1;
        var starts = new int?[Levels];
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "abstractNumId") id = xml.Number("val") ?? -1;
            if (xml.Name != "lvlOverride" || xml.Number("ilvl") is not (>= 0 and < Levels and var level)) continue;
            for (var part = xml.Children(); part.Next();)
            {
                if (xml.Name == "startOverride") starts[level] = xml.Number("val");
            }
        }

        return (id, starts);
    }
}
