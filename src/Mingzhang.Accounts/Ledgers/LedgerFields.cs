using System.Runtime.CompilerServices;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Amounts of the ledger, read from bytes.</summary>
internal static class LedgerFields
{
    /// <summary>No amount of an entry is larger: 1000 亿元, in 分. A million of the largest still fit into 64 bits.</summary>
    internal const long MaxCents = 10_000_000_000_000;

    /// <summary>Reads an amount in 元 with at most two decimals as 分: <c>-1234.5</c>. No separators, no other digits.</summary>
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
}
