using System.Globalization;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>Characters of symbol fonts: the boxes and ticks of forms to fill in.</summary>
internal static class WordSymbols
{
    /// <summary>The character of a <c>w:sym</c>; empty for one without meaning as text.</summary>
    internal static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int c)) return "";
        bool second = font?.EndsWith('2') == true, symbol = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true;
        if (!symbol) return c is > 0x20 and < 0xD800 ? ((char)c).ToString() : "";
        return (second, c & 0xFF) switch
        {
            (true, 0x52) or (false, 0xFE) => "☑",
            (true, 0x50) or (false, 0xFC) => "√",
            (true, 0x54 or 0x53) or (false, 0xFD or 0x78) => "☒",
            (true, 0xA3 or 0x2A or 0x30) or (false, 0xA8 or 0x6F or 0x71 or 0x72) => "□",
            _ => "",
        };
    }
}
