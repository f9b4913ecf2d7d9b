using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Statements;

/// <summary>
/// Forms 01–09 from a book, by the form definitions: the accounts fill what <c>fill</c> names, the forms' relations give the totals.
/// Units are added up and what they pay each other is left out.
/// </summary>
public static class AccountsCompiler
{
    /// <summary>Compiles a book without errors (<c>BookChecks</c>).</summary>
    /// <param name="book">The book.</param>
    /// <param name="rounding">How amounts become printed figures.</param>
    public static YearAccounts Compile(Book book, FigureRounding rounding = FigureRounding.Plain) => new Compilation(book, rounding).Accounts;
}
