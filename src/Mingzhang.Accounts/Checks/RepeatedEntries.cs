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
    private const int Short = 16;

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

    /// <summary>Vouchers mostly stand together and are short: their entries are compared one by one. Those of the others are looked up.</summary>
    private static List<(int First, int Second)> Pairs(Ledger ledger)
    {
        ReadOnlySpan<int> vouchers = ledger.Rows.Vouchers, combinations = ledger.Rows.Combinations;
        ReadOnlySpan<long> cents = ledger.Rows.Cents;
        bool[] apart = Apart(vouchers, ledger.Vouchers.Count);
        var pairs = new List<(int First, int Second)>();
        var known = new Dictionary<(int Voucher, int Combination, long Cents, string Summary), int>();
        for (int i = 0; i < vouchers.Length; i++)
        {
            if (apart[vouchers[i]])
            {
                var key = (vouchers[i], combinations[i], cents[i], ledger.Summary(i));
                if (!known.TryAdd(key, i)) pairs.Add((known[key], i));
                continue;
            }

            for (int j = i - 1; j >= 0 && vouchers[j] == vouchers[i]; j--)
            {
                if (cents[j] != cents[i] || combinations[j] != combinations[i] || ledger.Summary(j) != ledger.Summary(i)) continue;
                pairs.Add((j, i));
                break;
            }
        }

        return pairs;
    }

    /// <summary>Vouchers whose entries do not stand together, and long ones.</summary>
    private static bool[] Apart(ReadOnlySpan<int> vouchers, int count)
    {
        bool[] apart = new bool[count];
        int next = 0, first = 0;
        for (int i = 0; i < vouchers.Length; i++)
        {
            int voucher = vouchers[i];
            if (i > 0 && voucher == vouchers[i - 1]) apart[voucher] |= i - first >= Short;
            else
            {
                first = i;
                apart[voucher] |= voucher < next;
                next = Math.Max(next, voucher + 1);
            }
        }

        return apart;
    }
}
