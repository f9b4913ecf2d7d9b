using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Writing;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Ledgers;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Reads the rows that an import made with the readers of the book's files, so that nothing is imported that a build would refuse.</summary>
internal static class Verification
{
    private const int Most = 10_000;

    /// <summary>The problems, each with the place of the row in the rows given (from 2, the header being row 1).</summary>
    internal static IEnumerable<BookProblem> Check(byte[] csv, ImportKind kind, ImportContext context)
    {
        if (kind == ImportKind.Ledger) return CheckLedger(csv, context);
        var log = new FileProblems("", Most);
        if (CsvTable.Read(csv, MappingFields.Columns(kind), int.MaxValue, log) is { } table)
        {
            var names = new BookNames(context.Department, context.Projects, context.Edition);
            if (kind == ImportKind.Budget) BudgetFile.Read(table, names, log);
            else OpeningFile.Read(table, names, log);
        }

        return log.All();
    }

    /// <summary>The bytes of the book's file: header and rows, each on a line of its own.</summary>
    internal static byte[] Write(ImportKind kind, IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        BookTables.Write(file, MappingFields.Columns(kind), rows.Select(row => Array.ConvertAll(row, cell => cell.ReplaceLineEndings(" "))));
        return file.ToArray();
    }

    private static ImmutableArray<BookProblem> CheckLedger(byte[] csv, ImportContext context)
    {
        // The ledger's reader takes a file, not memory.
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("mingzhang-import-");
        try
        {
            string path = Path.Combine(scratch.FullName, BookReader.LedgerName);
            File.WriteAllBytes(path, csv);
            var problems = ImmutableArray.CreateBuilder<BookProblem>();
            LedgerFile.Read(path, context.Department, context.Projects, context.Edition, context.Year, new BookLimits { ProblemsPerFile = Most }, problems);
            return problems.ToImmutable();
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
