using System.Buffers;
using System.Globalization;

namespace Mingzhang.Core.Layout;

/// <summary>Chinese ordinals of printed lines and headings: 一、二、 … 九十九、.</summary>
public static class Ordinals
{
    private const string Digits = "〇一二三四五六七八九";
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十");

    /// <summary>The Chinese numeral of 1 … 99; decimal digits for other numbers.</summary>
    public static string Of(int number)
    {
        if (number is <= 0 or > 99) return number.ToString(CultureInfo.InvariantCulture);
        int tens = number / 10, ones = number % 10;
        string high = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return ones == 0 ? high : high + Digits[ones];
    }

    /// <summary>The number of a Chinese numeral at the start of a text; 0 where none stands. Blanks before it and inside it are skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters the numeral takes, blanks before it included.</param>
    public static int Read(ReadOnlySpan<char> text, out int length)
    {
        int value = 0, digit = 0;
        bool ten = false;
        length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsBlank(c)) continue;
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

    /// <summary>A caption without a leading ordinal: <c>一、教育支出</c> gives <c>教育支出</c>.</summary>
    public static string Without(string caption)
    {
        int at = caption.IndexOf('、', StringComparison.Ordinal);
        return at > 0 && caption.AsSpan(0, at).Trim().IndexOfAnyExcept(Numerals) < 0 ? caption[(at + 1)..].TrimStart() : caption;
    }

    // White space, and the marks without width that text extraction leaves.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060';
}
