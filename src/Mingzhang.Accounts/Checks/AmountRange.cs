using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;

namespace Mingzhang.Accounts.Checks;

/// <summary>Sums are kept in 64 bits of 分: a book whose amounts together are beyond that is refused, for no department has so much.</summary>
internal static class AmountRange
{
    private const decimal MostYuan = 10_000_000_000_000_000m;

    internal static bool Check(Book book, ProblemLog log)
    {
        Int128 ledger = 0;
        foreach (long cents in book.Ledger.Rows.Cents) ledger += Math.Abs(cents);
        decimal sum = book.Openings.Sum(o => Math.Abs(o.Amount.Yuan)) + book.Budget.Sum(b => Math.Abs(b.Amount.Yuan)) + ((decimal)ledger / 100m);
        if (sum <= MostYuan) return true;
        (string file, int line, decimal yuan) = Largest(book);
        log.In(file).Error("book.amounts", line, LedgerColumns.Amount.Name,
            new($"账簿全部金额之和超过一亿亿元；最大的一笔是 {yuan} 元", $"all amounts of the book together are beyond 10 000 000 000 000 000; the largest is {yuan}"),
            new("核对金额：单位是元", "check the amounts: they are in 元"));
        return false;
    }

    private static (string File, int Line, decimal Yuan) Largest(Book book)
    {
        (string File, int Line, decimal Yuan) largest = (BookReader.LedgerName, 0, 0);
        for (int i = 0; i < book.Ledger.Count; i++) Take(BookReader.LedgerName, book.Ledger.LineOf(i), book.Ledger.Rows.Cents[i] / 100m);
        foreach (BudgetLine line in book.Budget) Take(BookReader.BudgetName, line.Line.Number, line.Amount.Yuan);
        foreach (OpeningBalance opening in book.Openings) Take(BookReader.OpeningName, opening.Line.Number, opening.Amount.Yuan);
        return largest;

        void Take(string file, int line, decimal yuan)
        {
            if (Math.Abs(yuan) > Math.Abs(largest.Yuan)) largest = (file, line, yuan);
        }
    }
}
