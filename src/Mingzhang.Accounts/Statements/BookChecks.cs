using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Checks;

namespace Mingzhang.Accounts.Statements;

/// <summary>
/// What must hold before a book is compiled, beyond what each row says by itself: double entry, codes that fit together, payments between
/// units that both sides know, closing balances, the budget's movements.
/// </summary>
public static class BookChecks
{
    private const int MostPerFile = 200;

    /// <summary>All problems; those of severity error make the accounts wrong.</summary>
    public static ImmutableArray<BookProblem> Check(Book book)
    {
        var log = new ProblemLog(MostPerFile);
        FileProblems ledger = log.In(BookReader.LedgerName), budget = log.In(BookReader.BudgetName), opening = log.In(BookReader.OpeningName);
        if (!AmountRange.Check(book, log)) return log.All();
        VoucherChecks.Check(book, ledger);
        RepeatedEntries.Check(book, ledger);
        CombinationChecks.Check(book, ledger);
        InternalPayments.Check(book, ledger);
        ClosingTies.Check(book, ledger);
        OpeningChecks.Check(book, opening);
        BudgetChecks.Check(book, budget, ledger);
        return log.All();
    }
}
