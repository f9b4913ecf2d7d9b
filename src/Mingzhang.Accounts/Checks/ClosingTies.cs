using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Checks;

/// <summary>
/// Opening balance, income and surplus used, less expenditure and surplus distributed, is the closing balance. Where the ledger states
/// closing balances (8101 and the like) they must be it, unit by unit and fund by fund; and no fund can be overdrawn.
/// </summary>
internal static class ClosingTies
{
    internal static void Check(Book book, FileProblems log)
    {
        var computed = new SortedDictionary<(string Unit, Fund Fund), long>();
        var stated = new SortedDictionary<(string Unit, Fund Fund), long>();
        foreach (OpeningBalance opening in book.Openings) Add(computed, (opening.Unit, opening.Fund), (long)(opening.Amount.Yuan * 100m));
        Ledger ledger = book.Ledger;
        for (int i = 0; i < ledger.Combinations.Count; i++)
        {
            Combination entry = ledger.Combinations.Keys[i];
            (string, Fund) key = (ledger.Dimensions.Units[entry.Unit], entry.Fund);
            long cents = ledger.Combinations.Cents[i];
            switch (book.Edition.Accounts.Find(ledger.Dimensions.Accounts[entry.Account])?.Kind)
            {
                case AccountKind.Income: Add(computed, key, cents); break;
                case AccountKind.Expenditure: Add(computed, key, -cents); break;
                // Surplus taken away is used here, surplus added came from here.
                case AccountKind.Surplus: Add(computed, key, -cents); break;
                case AccountKind.Closing: Add(stated, key, cents); break;
            }
        }

        foreach ((var key, long cents) in stated)
        {
            if (computed.GetValueOrDefault(key) == cents) continue;
            Amount says = Amount.FromYuan(cents / 100m), is_ = Amount.FromYuan(computed.GetValueOrDefault(key) / 100m);
            log.Error("book.ledger.closing", FirstLine(key, true), LedgerColumns.Account.Name,
                new($"单位 {key.Unit} {BookTerms.Funds.Write(key.Fund)}的结转结余科目年末余额 {says} 元，按年初数加收入减支出应为 {is_} 元", $"the closing balance of unit {key.Unit} ({BookTerms.Funds.Write(key.Fund)}) is stated as {says}; opening, income and expenditure give {is_}"),
                new("核对 opening.csv、收支分录和结转结余科目的余额", "check opening.csv, the entries and the stated balances"));
        }

        foreach ((var key, long cents) in computed.Where(c => c.Value < 0))
        {
            log.Warning("book.ledger.overdrawn", FirstLine(key, false), LedgerColumns.Fund.Name,
                new($"单位 {key.Unit} {BookTerms.Funds.Write(key.Fund)}的支出大于年初数加收入 {Amount.FromYuan(-cents / 100m)} 元", $"expenditure of unit {key.Unit} ({BookTerms.Funds.Write(key.Fund)}) exceeds opening balance and income by {Amount.FromYuan(-cents / 100m)}"),
                new("核对资金性质、年初结转和收入；用以前年度结余弥补的记 8202 或 8301 负数", "check funds, opening balances and income; surplus of earlier years that was used is a negative entry of 8202 or 8301"));
        }

        // The first entry that states the balance, or that spends.
        int FirstLine((string Unit, Fund Fund) key, bool closing) => ledger.FirstLine(e =>
            ledger.Dimensions.Units[e.Unit] == key.Unit && e.Fund == key.Fund && book.Edition.Accounts.Find(ledger.Dimensions.Accounts[e.Account])?.Kind is { } kind &&
            (closing ? kind == AccountKind.Closing : kind is AccountKind.Expenditure or AccountKind.Surplus));
    }

    private static void Add(SortedDictionary<(string, Fund), long> sums, (string, Fund) key, long cents)
    {
        sums.TryGetValue(key, out long sum);
        sums[key] = sum + cents;
    }
}
