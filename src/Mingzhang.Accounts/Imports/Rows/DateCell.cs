using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Days in cells: as dates, as the numbers that spreadsheets count days by, or as text, with a time of day or without.</summary>
internal static class DateCell
{
    // 1990 to 2100 in days since the end of 1899: other numbers are no dates of accounts.
    private const double FirstSerial = 32874, LastSerial = 73415;

    internal static bool TryRead(SheetCell cell, out DateOnly date)
    {
        date = default;
        switch (cell.Value)
        {
            case DateTime day:
                date = DateOnly.FromDateTime(day);
                return true;
            case double serial and >= FirstSerial and < LastSerial:
                date = DateOnly.FromDateTime(DateTime.FromOADate(serial));
                return true;
            default:
                string text = Widths.Narrow(cell.Text);
                int time = text.AsSpan().IndexOfAny(' ', 'T');
                return DateText.TryRead(time > 0 && text.AsSpan(time).Contains(':') ? text[..time] : text, out date);
        }
    }
}
