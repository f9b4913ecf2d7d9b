using System.Runtime.CompilerServices;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Checks;

/// <summary>
/// Double entry: a voucher's debits equal its credits. A ledger may give income and expenditure alone; then a voucher is looked at only if
/// it has both sides. A unit that keeps 资金结存 must balance every voucher.
/// </summary>
internal static class VoucherChecks
{
    private const byte Debit = 1, Credit = 2, Cash = 4, Closing = 8, Flow = 16;

    internal static void Check(Book book, FileProblems log)
    {
        Ledger ledger = book.Ledger;
        byte[] traits = Traits(ledger, book.Edition.Accounts);
        var sums = new VoucherSum[ledger.Vouchers.Count];
        Sum(ledger, traits, sums);
        HashSet<int> cashKeeping = CashKeeping(ledger, traits);
        for (int voucher = 0; voucher < sums.Length; voucher++)
        {
            ref VoucherSum sum = ref sums[voucher];
            if ((sum.Traits & Closing) != 0 && (sum.Traits & Flow) != 0) CarriedOver(ledger, voucher, sum, log);
            bool both = sum.Debit != 0 && sum.Credit != 0;
            if (sum.Debit == sum.Credit || (!both && !cashKeeping.Contains(ledger.Vouchers[voucher].Unit))) continue;
            Amount debit = Amount.FromYuan(sum.Debit / 100m), credit = Amount.FromYuan(sum.Credit / 100m);
            string number = ledger.VoucherNumber(voucher), unit = ledger.Dimensions.Units[ledger.Vouchers[voucher].Unit];
            log.Error("book.ledger.unbalanced", ledger.LineOf(sum.First - 1), LedgerColumns.Amount.Name,
                new($"单位 {unit} {DateOnly.FromDayNumber(ledger.Vouchers[voucher].Day):yyyy-MM-dd} 凭证“{number}”借贷不平：借方 {debit}，贷方 {credit}，相差 {debit - credit}",
                    $"voucher \"{number}\" of unit {unit} does not balance: debit {debit}, credit {credit}, difference {debit - credit}"),
                new("补上或更正分录：支出和资金结存增加记借方，收入和资金结存减少记贷方（资金结存减少写负数）", "add or correct entries: expenditure and more cash are debits, income and less cash (a negative amount of 8001) credits"));
        }
    }

    private static void Sum(Ledger ledger, byte[] traits, VoucherSum[] sums)
    {
        ReadOnlySpan<int> combinations = ledger.Rows.Combinations, vouchers = ledger.Rows.Vouchers;
        ReadOnlySpan<long> cents = ledger.Rows.Cents;
        for (int i = 0; i < combinations.Length; i++)
        {
            byte trait = traits[combinations[i]];
            ref VoucherSum sum = ref sums[vouchers[i]];
            if (sum.First == 0) sum.First = i + 1;
            sum.Traits |= trait;
            if ((trait & Debit) != 0) sum.Debit += cents[i];
            else if ((trait & Credit) != 0) sum.Credit += cents[i];
        }
    }

    private static byte[] Traits(Ledger ledger, AccountChart chart)
    {
        byte[] byAccount = [.. ledger.Dimensions.Accounts.Select(a => chart.Find(a) is { } account ? Trait(account) : (byte)0)];
        byte[] traits = new byte[ledger.Combinations.Count];
        for (int i = 0; i < traits.Length; i++) traits[i] = byAccount[ledger.Combinations.Keys[i].Account];
        return traits;
    }

    private static byte Trait(BudgetaryAccount account) => account.Kind switch
    {
        AccountKind.Closing => Closing,
        AccountKind.Cash => (byte)(Cash | (account.Debit ? Debit : Credit)),
        AccountKind.Income or AccountKind.Expenditure => (byte)(Flow | (account.Debit ? Debit : Credit)),
        _ => account.Debit ? Debit : Credit,
    };

    private static HashSet<int> CashKeeping(Ledger ledger, byte[] traits)
    {
        var units = new HashSet<int>();
        for (int i = 0; i < traits.Length; i++)
        {
            if ((traits[i] & Cash) != 0) units.Add(ledger.Combinations.Keys[i].Unit);
        }

        return units;
    }

    private static void CarriedOver(Ledger ledger, int voucher, VoucherSum sum, FileProblems log) => log.Error(
        "book.ledger.closing-voucher", ledger.LineOf(sum.First - 1), LedgerColumns.Account.Name,
        new($"凭证“{ledger.VoucherNumber(voucher)}”把收入或支出结转到结转结余科目", $"voucher \"{ledger.VoucherNumber(voucher)}\" closes income or expenditure into a balance account"),
        new("年末结转凭证不要列入：结转结余由程序计算；8101 等科目单独成凭证，写年末余额", "leave out the vouchers that close the year: balances are computed; entries of 8101 and the like state the closing balance in vouchers of their own"));

    private struct VoucherSum
    {
        internal long Debit;
        internal long Credit;
        internal int First;
        internal byte Traits;
    }
}
