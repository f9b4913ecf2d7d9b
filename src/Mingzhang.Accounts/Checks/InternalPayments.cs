using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Checks;

/// <summary>What units of the department pay each other is left out of its accounts: both sides must know it, with the same amount and fund.</summary>
internal static class InternalPayments
{
    internal static void Check(Book book, FileProblems log)
    {
        Ledger ledger = book.Ledger;
        var sums = new SortedDictionary<(string Payer, string Payee, Fund Fund), (long Paid, long Received)>();
        for (int i = 0; i < ledger.Combinations.Count; i++)
        {
            Combination entry = ledger.Combinations.Keys[i];
            if (entry.Counterparty == 0 || book.Edition.Accounts.Find(ledger.Dimensions.Accounts[entry.Account]) is not { } account) continue;
            string unit = ledger.Dimensions.Units[entry.Unit], other = ledger.Dimensions.Counterparties[entry.Counterparty];
            long cents = ledger.Combinations.Cents[i];
            if (account.Kind == AccountKind.Expenditure) Add(sums, (unit, other, entry.Fund), cents, 0);
            else if (account.Kind == AccountKind.Income) Add(sums, (other, unit, entry.Fund), 0, cents);
        }

        foreach (((string payer, string payee, Fund fund), (long paid, long received)) in sums)
        {
            if (paid == received) continue;
            Amount given = Amount.FromYuan(paid / 100m), taken = Amount.FromYuan(received / 100m);
            log.Error("book.ledger.internal", ledger.FirstLine(IsBetween), LedgerColumns.Counterparty.Name,
                new($"内部往来不一致（{BookTerms.Funds.Write(fund)}）：{payer} 付给 {payee} {given} 元，{payee} 收自 {payer} {taken} 元", $"{payer} paid {payee} {given}, but {payee} has {taken} from {payer} ({BookTerms.Funds.Write(fund)})"),
                new("双方都要填写对方单位，金额和资金性质一致", "both sides name each other, with the same amount and fund"));

            bool IsBetween(Combination entry)
            {
                (string unit, string other) = (ledger.Dimensions.Units[entry.Unit], ledger.Dimensions.Counterparties[entry.Counterparty]);
                return entry.Fund == fund && ((unit, other) == (payer, payee) || (other, unit) == (payer, payee));
            }
        }
    }

    private static void Add(SortedDictionary<(string, string, Fund), (long Paid, long Received)> sums, (string, string, Fund) key, long paid, long received)
    {
        sums.TryGetValue(key, out (long Paid, long Received) sum);
        sums[key] = (sum.Paid + paid, sum.Received + received);
    }
}
