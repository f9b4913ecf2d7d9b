using System.Runtime.CompilerServices;
using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>
/// Everything that tells money apart, packed: an entry without date, voucher, amount and summary. The numbers are places in the
/// lists of <see cref="LedgerDimensions"/>; 0 is the empty text in all of them.
/// </summary>
internal readonly record struct Combination(ulong High, ulong Low)
{
    internal const int MaxValues = ushort.MaxValue;

    // A negative amount on a surplus account is kept apart: what is taken away and what is added are different lines of the forms.
    internal Combination(int unit, int account, int functional, int economic, int governmentEconomic, int project, int counterparty, Fund fund, Purpose purpose, bool negative)
        : this(
            (uint)unit | ((ulong)(uint)account << 16) | ((ulong)(uint)functional << 32) | ((ulong)(uint)economic << 48),
            (uint)governmentEconomic | ((ulong)(uint)project << 16) | ((ulong)(uint)counterparty << 32) | ((ulong)(uint)fund << 48) | ((ulong)(uint)purpose << 52) | (negative ? 1ul << 56 : 0))
    {
    }

    internal int Unit => (int)(High & 0xFFFF);

    internal int Account => (int)((High >> 16) & 0xFFFF);

    internal int Functional => (int)((High >> 32) & 0xFFFF);

    internal int Economic => (int)(High >> 48);

    internal int GovernmentEconomic => (int)(Low & 0xFFFF);

    internal int Project => (int)((Low >> 16) & 0xFFFF);

    internal int Counterparty => (int)((Low >> 32) & 0xFFFF);

    internal Fund Fund => (Fund)((Low >> 48) & 0xF);

    internal Purpose Purpose => (Purpose)((Low >> 52) & 0xF);

    internal ulong Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            unchecked
            {
                ulong mixed = (High * 0x9E3779B97F4A7C15) ^ ((Low + (High >> 29)) * 0xC2B2AE3D27D4EB4F);
                return (mixed ^ (mixed >> 31)) * 0x9E3779B97F4A7C15;
            }
        }
    }
}
