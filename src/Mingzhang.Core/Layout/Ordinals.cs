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

    /// <summary>A caption without a leading ordinal: <c>一、教育支出</c> gives <c>教育支出</c>.</summary>
    public static string Without(string caption)
    {
        int at = caption.IndexOf('、', StringComparison.Ordinal);
        return at > 0 && caption.AsSpan(0, at).Trim().IndexOfAnyExcept(Numerals) < 0 ? caption[(at + 1)..].TrimStart() : caption;
    }
}
