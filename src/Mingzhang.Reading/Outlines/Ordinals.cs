namespace Mingzhang.Reading.Outlines;

/// <summary>Chinese ordinals of headings: 一 … 九十九.</summary>
internal static class Ordinals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number of a Chinese numeral at the start of a text, with its length there; 0 where none stands. Spaces inside it are skipped.</summary>
    internal static int Read(ReadOnlySpan<char> text, out int length)
    {
        int value = 0, digit = 0;
        bool ten = false;
        length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (Sources.Characters.IsSpace(c)) continue;
            int d = Digits.IndexOf(c);
            if (d > 0 && digit == 0) digit = d;
            else if (c == '十' && !ten)
            {
                value = (digit == 0 ? 1 : digit) * 10;
                digit = 0;
                ten = true;
            }
            else break;
            length = i + 1;
        }

        return value + digit;
    }

    /// <summary>The Chinese numeral of 1 … 99.</summary>
    internal static string Write(int number)
    {
        if (number is <= 0 or > 99) return number.ToString();
        int tens = number / 10, ones = number % 10;
        string high = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return ones == 0 ? high : high + Digits[ones];
    }
}
