using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Checks;

/// <summary>Sums are kept in 64 bits of 分: a book whose amounts together are beyond that is refused, for no department has so much.</summary>
internal static class AmountRange
{
    private const decimal MostYuan = 10_000_000_000_000_000m;

    internal static bool Check(Book book, FileProblems log)
    {
        decimal sum = book.Openings.Sum(o => Math.Abs(o.Amount.Yuan)) + book.Budget.Sum(b => Math.Abs(b.Amount.Yuan));
        Int128 ledger = 0;
        foreach (long cents in book.Ledger.Rows.Cents) ledger += Math.Abs(cents);
        sum += (decimal)ledger / 100m;
        if (sum <= MostYuan) return true;
        log.Error("book.amounts", 0, "", new("全部金额之和超过一亿亿元", "all amounts together are beyond 10 000 000 000 000 000"), new("核对金额：单位是元", "check the amounts: they are in 元"));
        return false;
    }
}
