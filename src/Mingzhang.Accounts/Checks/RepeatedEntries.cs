using System.Numerics;
using System.Runtime.CompilerServices;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Ledgers;

namespace Mingzhang.Accounts.Checks;

/// <summary>
/// Entries that stand twice in a voucher, equal in everything: a warning, as two tickets may have cost the same. A voucher of which every entry
/// stands twice was taken over twice: an error.
/// </summary>
internal static class RepeatedEntries
{
    internal static void Check(Book book, FileProblems log)
    {
        Ledger ledger = book.Ledger;
        List<(int First, int Second)> pairs = Pairs(ledger);
        if (pairs.Count == 0) return;
        Dictionary<int, int> repeated = pairs.GroupBy(p => ledger.Rows.Vouchers[p.Second]).ToDictionary(g => g.Key, g => g.Count());
        Dictionary<int, int> sizes = [];
        foreach (int voucher in ledger.Rows.Vouchers)
        {
            if (repeated.ContainsKey(voucher)) sizes[voucher] = sizes.GetValueOrDefault(voucher) + 1;
        }

        var told = new HashSet<int>();
        foreach ((int first, int second) in pairs)
        {
            int voucher = ledger.Rows.Vouchers[second];
            if (repeated[voucher] * 2 == sizes[voucher] && sizes[voucher] > 2)
            {
                if (!told.Add(voucher)) continue;
                log.Error("book.ledger.repeated-voucher", ledger.LineOf(second), "",
                    new($"凭证“{ledger.VoucherNumber(voucher)}”的分录全部出现两次", $"every entry of voucher \"{ledger.VoucherNumber(voucher)}\" stands twice"),
                    new("可能重复导入：删去其中一份", "it was probably imported twice: delete one copy"));
            }
            else
            {
                log.Warning("book.ledger.repeated", ledger.LineOf(second), "",
                    new($"与第 {ledger.LineOf(first)} 行的分录完全相同", $"the same entry as in line {ledger.LineOf(first)}"),
                    new("核对是否重复录入；确为两笔的可以保留", "check whether it was entered twice; keep it if there were two"));
            }
        }
    }

    /// <summary>Finds equal entries in two passes: bits that are hit twice, then only the entries that hit them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<(int First, int Second)> Pairs(Ledger ledger)
    {
        ReadOnlySpan<int> vouchers = ledger.Rows.Vouchers, combinations = ledger.Rows.Combinations;
        ReadOnlySpan<long> cents = ledger.Rows.Cents;
        int bits = Math.Clamp(BitOperations.Log2((uint)vouchers.Length + 1) + 5, 10, 30);
        int shift = 64 - bits;
        var seen = new ulong[(1 << bits) / 64];
        var twice = new ulong[seen.Length];
        bool any = false;
        for (int i = 0; i < vouchers.Length; i++)
        {
            ulong hash = Hash(vouchers[i], combinations[i], cents[i]) >> shift;
            ulong bit = 1ul << (int)(hash & 63);
            ref ulong word = ref seen[hash >> 6];
            if ((word & bit) != 0)
            {
                twice[hash >> 6] |= bit;
                any = true;
            }

            word |= bit;
        }

        var pairs = new List<(int First, int Second)>();
        if (!any) return pairs;
        var known = new Dictionary<(int Voucher, int Combination, long Cents, string Summary), int>();
        var candidates = new Dictionary<(int Voucher, int Combination, long Cents), int>();
        for (int i = 0; i < vouchers.Length; i++)
        {
            ulong hash = Hash(vouchers[i], combinations[i], cents[i]) >> shift;
            if ((twice[hash >> 6] & (1ul << (int)(hash & 63))) == 0) continue;
            if (candidates.TryAdd((vouchers[i], combinations[i], cents[i]), i)) continue;
            int first = candidates[(vouchers[i], combinations[i], cents[i])];
            known.TryAdd((vouchers[i], combinations[i], cents[i], ledger.Summary(first)), first);
            if (!known.TryAdd((vouchers[i], combinations[i], cents[i], ledger.Summary(i)), i)) pairs.Add((known[(vouchers[i], combinations[i], cents[i], ledger.Summary(i))], i));
        }

        return pairs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(int voucher, int combination, long cents)
    {
        unchecked
        {
            ulong mixed = ((((ulong)(uint)voucher << 32) | (uint)combination) * 0x9E3779B97F4A7C15) ^ ((ulong)cents * 0xC2B2AE3D27D4EB4F);
            return (mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15;
        }
    }
}
