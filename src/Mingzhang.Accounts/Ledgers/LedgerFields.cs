using System.Runtime.CompilerServices;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Dates and amounts of the ledger, read from bytes.</summary>
internal static class LedgerFields
{
    /// <summary>No amount of an entry is larger: 1000 亿元, in 分. A million of the largest still fit into 64 bits.</summary>
    internal const long MaxCents = 10_000_000_000_000;

    /// <summary>Reads an amount in 元 with at most two decimals as 分: <c>-1234.5</c>. No separators, no other digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryCents(ref byte text, int length, out long cents)
    {
        cents = 0;
        int at = 0;
        bool negative = length > 0 && text == (byte)'-';
        if (negative) at++;
        int digits = at;
        long value = 0;
        for (; at < length; at++)
        {
            uint digit = unchecked(Unsafe.Add(ref text, at) - (uint)'0');
            if (digit > 9) break;
            value = value * 10 + digit;
            if (value > MaxCents) return false;
        }

        if (at == digits) return false;
        int decimals = 0;
        if (at < length)
        {
            if (Unsafe.Add(ref text, at++) != (byte)'.' || at == length) return false;
            for (; at < length; at++, decimals++)
            {
                uint digit = unchecked(Unsafe.Add(ref text, at) - (uint)'0');
                if (digit > 9 || (decimals >= 2 && digit != 0)) return false;
                if (decimals < 2) value = value * 10 + digit;
            }
        }

        for (; decimals < 2; decimals++) value *= 10;
        if (value > MaxCents) return false;
        cents = negative ? -value : value;
        return true;
    }

    /// <summary>Reads a date as the year, month and day that it writes: <c>2023-05-17</c>, also with <c>/</c> or <c>.</c>, without leading zeros, or as eight digits.</summary>
    internal static bool TryDate(ref byte text, int length, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (length == 8 && AllDigits(ref text, 8))
        {
            year = Digits(ref text, 0, 4);
            month = Digits(ref text, 4, 2);
            day = Digits(ref text, 6, 2);
        }
        else
        {
            if (length is < 8 or > 10 || !AllDigits(ref text, 4)) return false;
            byte separator = Unsafe.Add(ref text, 4);
            if (separator is not ((byte)'-' or (byte)'/' or (byte)'.')) return false;
            int second = Unsafe.Add(ref text, 6) == separator ? 6 : 7;
            int monthDigits = second - 5, dayDigits = length - second - 1;
            if (Unsafe.Add(ref text, second) != separator || dayDigits is < 1 or > 2) return false;
            if (!AllDigits(ref Unsafe.Add(ref text, 5), monthDigits) || !AllDigits(ref Unsafe.Add(ref text, second + 1), dayDigits)) return false;
            year = Digits(ref text, 0, 4);
            month = Digits(ref text, 5, monthDigits);
            day = Digits(ref text, second + 1, dayDigits);
        }

        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>Days since the first of January.</summary>
    internal static int DayOfYear(int year, int month, int day)
    {
        ReadOnlySpan<short> before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        return before[month - 1] + day - 1 + (month > 2 && DateTime.IsLeapYear(year) ? 1 : 0);
    }

    private static bool AllDigits(ref byte text, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (unchecked(Unsafe.Add(ref text, i) - (uint)'0') > 9) return false;
        }

        return true;
    }

    private static int Digits(ref byte text, int from, int count)
    {
        int value = 0;
        for (int i = from; i < from + count; i++) value = value * 10 + (Unsafe.Add(ref text, i) - '0');
        return value;
    }
}
