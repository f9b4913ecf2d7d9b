namespace Mingzhang.Reading.Formats.Excel;

/// <summary>The number formats of a workbook's cells.</summary>
internal sealed class CellFormats
{
    private readonly List<int> _styles = [];
    private readonly Dictionary<int, string> _codes = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00", [41] = "#,##0;-#,##0;-", [42] = "#,##0;-#,##0;-", [43] = "#,##0.00;-#,##0.00;-", [44] = "#,##0.00;-#,##0.00;-",
    };

    /// <summary>Reads the formats; all general where there is no such part.</summary>
    internal static CellFormats Read(ZipPackage package, string part)
    {
        var formats = new CellFormats();
        using XmlCursor? xml = package.Xml(part);
        if (xml is null) return formats;
        for (var root = xml.Children(); root.Next();)
        {
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name is not ("numFmts" or "cellXfs")) continue;
                for (var format = xml.Children(); format.Next();)
                {
                    if (xml.Name == "numFmt" && xml.Number("numFmtId") is { } id && xml.Attribute("formatCode") is { } code) formats._codes[id] = code;
                    else if (xml.Name == "xf") formats._styles.Add(xml.Number("numFmtId") ?? 0);
                }
            }
        }

        return formats;
    }

    /// <summary>The format of a style's cells; null for the general one.</summary>
    internal string? Of(int style) => Id(style) is { } id ? _codes.GetValueOrDefault(id) : null;

    /// <summary>Whether a style's cells show dates or times.</summary>
    internal bool IsDate(int style)
    {
        if (Id(style) is not { } id) return false;
        if (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)) return true;
        return _codes.TryGetValue(id, out string? code) && NumberFormat.IsDate(code);
    }

    private int? Id(int style) => style >= 0 && style < _styles.Count ? _styles[style] : null;
}
