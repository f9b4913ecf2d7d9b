using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Accounts.Statements;

/// <summary>A disclosure that has only the compiled forms: no text, so that nothing in it has a place.</summary>
public static class FormsDisclosure
{
    /// <summary>The forms of a book's accounts.</summary>
    /// <param name="book">The book.</param>
    /// <param name="accounts">Its compiled accounts.</param>
    public static Disclosure Of(Book book, YearAccounts accounts) => new()
    {
        Kind = DisclosureKind.FinalAccounts,
        Year = book.Year,
        Unit = book.Department.Name,
        AmountUnit = StatementPrinter.AmountUnit,
        Edition = book.Edition,
        Source = SourceText.Empty with { Name = $"{book.Department.Name}{book.Year}" },
        Statements = accounts.Statements,
    };
}
