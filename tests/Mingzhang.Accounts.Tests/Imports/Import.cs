using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;
using Mingzhang.Accounts.Tests.Books;
using Mingzhang.Core.Findings;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Tests.Imports;

/// <summary>Imports into the small invented book.</summary>
internal static class Import
{
    public static readonly ImportContext Context = ImportContext.Read(BookCopy.Original, StatuteBook.Load()) is { Context: { } context }
        ? context
        : throw new InvalidOperationException("the invented book cannot be read");

    /// <summary>The context of a book with one unit only.</summary>
    public static readonly ImportContext OneUnit = Context with { Department = Context.Department with { Units = [Context.Department.Units[0]] } };

    public static ImportPlan Guess(string path, ImportKind kind = ImportKind.Ledger, ImportContext? context = null) => SpreadsheetImport.Guess(path, kind, context ?? Context);

    /// <summary>The lines of the book's file that an import makes, header first; the import must succeed.</summary>
    public static string[] Lines(string path, ImportKind kind = ImportKind.Ledger, ImportContext? context = null)
    {
        ImportPlan plan = Guess(path, kind, context);
        Assert.True(plan.CanRun, Shown(plan.Problems));
        ImportResult result = SpreadsheetImport.Run(plan, context ?? Context);
        Assert.True(result.Csv is not null, Shown(result.Problems));
        return Encoding.UTF8.GetString(result.Csv!).TrimEnd('\n').Split('\n');
    }

    /// <summary>The errors of an import that must fail as a whole.</summary>
    public static BookProblem[] Errors(string path, ImportKind kind = ImportKind.Ledger, ImportContext? context = null)
    {
        ImportPlan plan = Guess(path, kind, context);
        ImportResult result = SpreadsheetImport.Run(plan, context ?? Context);
        Assert.Null(result.Csv);
        return [.. result.Problems.Where(p => p.Severity == Severity.Error)];
    }

    public static string Shown(IEnumerable<BookProblem> problems) => string.Join('\n', problems.Select(p => p.Shown()));
}
