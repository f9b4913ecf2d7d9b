using System.Globalization;

namespace Mingzhang.Accounts.Books.Values;

/// <summary>Dates as the files may write them, the year first: <c>2023-05-04</c>, <c>2023/5/4</c>, <c>2023.5.4</c>, <c>20230504</c>, <c>2023年5月4日</c>.</summary>
internal static class DateText
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    internal static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(Widths.Narrow(text), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
