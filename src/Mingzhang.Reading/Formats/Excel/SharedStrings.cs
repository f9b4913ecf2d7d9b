using System.Text;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>The texts that the cells of a workbook share.</summary>
internal static class SharedStrings
{
    /// <summary>The texts by number; none where there is no such part.</summary>
    internal static List<string> Read(ZipPackage package, string part, ReadingOptions options)
    {
        var strings = new List<string>();
        using XmlCursor? xml = package.Xml(part);
        if (xml is null) return strings;
        var text = new StringBuilder();
        for (var root = xml.Children(); root.Next();)
        {
            for (var item = xml.Children(); item.Next();)
            {
                if (xml.Name != "si") continue;
                if (strings.Count > options.MaxCells) throw UnreadableException.TooLarge("表格单元格数", "the number of table cells", options.MaxCells);
                strings.Add(RichText(xml, text));
            }
        }

        return strings;
    }

    /// <summary>The text of the element at hand, in runs or not, without phonetic guides.</summary>
    internal static string RichText(XmlCursor xml, StringBuilder text)
    {
        text.Clear();
        Collect(xml, text);
        return text.ToString().Replace("_x000D_", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
    }

    private static void Collect(XmlCursor xml, StringBuilder text)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "t") xml.Text(text);
            else if (xml.Name == "r") Collect(xml, text);
        }
    }
}
