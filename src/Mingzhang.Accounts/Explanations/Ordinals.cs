namespace Mingzhang.Accounts.Explanations;

/// <summary>Ordinals in Chinese numerals.</summary>
internal static class Ordinals
{
    /// <summary>A number from 1 to 99.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">The nine digits.</param>
    /// <param name="ten">The word for ten.</param>
    internal static string Write(int number, string digits, string ten)
    {
        if (number is < 1 or > 99) return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string tens = number < 10 ? "" : number < 20 ? ten : digits[(number / 10) - 1] + ten;
        return number % 10 == 0 ? tens : tens + digits[(number % 10) - 1];
    }
}
