using System.Globalization;

namespace Mingzhang.Web.Layout;

/// <summary>What addresses ask for, read leniently: what cannot be meant counts as not said.</summary>
internal static class Asked
{
    /// <summary>A text without characters that no text has, cut where it is too long.</summary>
    public static string Text(string? value, int longest)
    {
        string text = string.Concat((value ?? "").Where(c => !char.IsControl(c))).Trim();
        if (text.Length <= longest) return text;
        return char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }

    /// <summary>A whole number that is not negative.</summary>
    public static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A year that a disclosure may be of.</summary>
    public static int? Year(string? value) => Year(Number(value));

    /// <summary>A year that a disclosure may be of.</summary>
    public static int? Year(int? value) => value is >= 1990 and <= 2200 ? value : null;

    /// <summary>A kind of disclosures.</summary>
    public static string? Kind(string? value) => value is "finalAccounts" or "budget" ? value : null;
}
