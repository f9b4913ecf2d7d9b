using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>Numbers of lists as Word writes them.</summary>
internal static class NumberWords
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>A number in a format of <c>w:numFmt</c>; in digits where the format is not known.</summary>
    internal static string Write(int number, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseDigitalTenThousand" or "ideographDigital" or "chineseLegalSimplified" or "ideographLegalTraditional"
            when number is > 0 and < 10_000 => Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
        "decimalZero" when number is > 0 and < 10 => "0" + number.ToString(CultureInfo.InvariantCulture),
        "lowerLetter" when number is > 0 and <= 780 => new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1),
        "upperLetter" when number is > 0 and <= 780 => new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1),
        "lowerRoman" when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        "upperRoman" when number is > 0 and < 4000 => Roman(number),
        "ideographTraditional" when number is > 0 and <= 10 => Stems[number - 1].ToString(),
        "ideographZodiac" when number is > 0 and <= 12 => Branches[number - 1].ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>三十二, 一百零五.</summary>
    private static string Chinese(int number)
    {
        var text = new StringBuilder();
        bool zero = false;
        foreach ((int unit, string name) in (ReadOnlySpan<(int, string)>)[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            int digit = number / unit % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero) text.Append('零');
            zero = false;
            if (!(unit == 10 && digit == 1 && text.Length == 0)) text.Append(Digits[digit]);
            text.Append(name);
        }

        return text.ToString();
    }

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach ((int value, string letters) in (ReadOnlySpan<(int, string)>)[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value) text.Append(letters);
        }

        return text.ToString();
    }
}
