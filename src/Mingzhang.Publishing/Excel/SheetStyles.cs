using System.Globalization;
using System.Text;

namespace Mingzhang.Publishing.Excel;

/// <summary>How a cell looks.</summary>
/// <param name="Side">0 left, 1 centred, 2 right.</param>
/// <param name="Border">Whether it is ruled.</param>
/// <param name="Bold">Whether its font is bold.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="Decimals">Decimals of a number; −1 for text.</param>
/// <param name="Indent">Indent.</param>
/// <param name="Filled">Whether it is shaded as a head.</param>
/// <param name="Quoted">Whether its text begins as a formula would, which is kept from being one.</param>
/// <param name="Alert">Whether it is shaded because it holds something that could not be read.</param>
internal readonly record struct CellLook(int Side, bool Border, bool Bold = false, int Size = 10, int Decimals = -1, int Indent = 0, bool Filled = false, bool Quoted = false, bool Alert = false);

/// <summary>Collects the looks of cells and writes the style part.</summary>
internal sealed class SheetStyles
{
    private readonly List<CellLook> _looks = [default];
    private readonly Dictionary<CellLook, int> _indexes = [];

    /// <summary>The index of a look.</summary>
    public int Of(CellLook look)
    {
        if (_indexes.TryGetValue(look, out int index)) return index;
        _looks.Add(look);
        return _indexes[look] = _looks.Count - 1;
    }

    /// <summary>The style part; complete when every sheet has been written.</summary>
    public string Xml()
    {
        int[] decimals = [.. _looks.Select(l => l.Decimals).Where(d => d >= 0).Distinct().Order()];
        (bool Bold, int Size)[] fonts = [(false, 10), .. _looks.Where(l => l.Size > 0).Select(l => (l.Bold, l.Size)).Distinct().Where(f => f != (false, 10))];
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        if (decimals.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<numFmts count=\"{decimals.Length}\">");
            foreach (int d in decimals) xml.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{170 + d}\" formatCode=\"{(d == 0 ? "0" : "0." + new string('0', d))}\"/>");
            xml.Append("</numFmts>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"<fonts count=\"{fonts.Length}\">");
        foreach ((bool bold, int size) in fonts) xml.Append(CultureInfo.InvariantCulture, $"<font>{(bold ? "<b/>" : "")}<sz val=\"{size}\"/><name val=\"宋体\"/><family val=\"1\"/><charset val=\"134\"/></font>");
        xml.Append("</fonts><fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEEF1F5\"/><bgColor indexed=\"64\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFCE8B8\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>");
        xml.Append("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
        foreach (string side in (ReadOnlySpan<string>)["left", "right", "top", "bottom"]) xml.Append(CultureInfo.InvariantCulture, $"<{side} style=\"thin\"><color auto=\"1\"/></{side}>");
        xml.Append("<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        xml.Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{_looks.Count}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        foreach (CellLook look in _looks.Skip(1))
        {
            int font = Array.IndexOf(fonts, (look.Bold, look.Size)), format = look.Decimals >= 0 ? 170 + look.Decimals : 0;
            string quoted = look.Quoted ? " quotePrefix=\"1\"" : "", indent = look.Indent > 0 ? $" indent=\"{look.Indent.ToString(CultureInfo.InvariantCulture)}\"" : "";
            string side = look.Side switch { 1 => "center", 2 => "right", _ => "left" };
            xml.Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{(look.Alert ? 3 : look.Filled ? 2 : 0)}\" borderId=\"{(look.Border ? 1 : 0)}\" xfId=\"0\"{quoted} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">");
            xml.Append(CultureInfo.InvariantCulture, $"<alignment horizontal=\"{side}\" vertical=\"center\" wrapText=\"1\"{indent}/></xf>");
        }

        return xml.Append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }
}
