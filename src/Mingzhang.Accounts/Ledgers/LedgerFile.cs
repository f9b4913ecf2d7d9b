using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Reads <c>ledger.csv</c>.</summary>
internal static class LedgerFile
{
    /// <summary>Reads the entries; whatever is wrong is among the problems, and a row with an error is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="department">The units that entries may name.</param>
    /// <param name="projects">The projects that they may name; null if not all could be read: then none is called unknown.</param>
    /// <param name="edition">The classifications in force.</param>
    /// <param name="year">The year in which every entry lies.</param>
    /// <param name="limits">Limits on sizes.</param>
    /// <param name="problems">Where problems go.</param>
    internal static Ledger Read(string path, Department department, ImmutableArray<Project>? projects, Edition edition, FiscalYear year, BookLimits limits, ImmutableArray<BookProblem>.Builder problems)
    {
        var log = new FileProblems(Path.GetFileName(path), limits.ProblemsPerFile);
        var entries = new List<LedgerEntry>();
        if (BookText.ReadUtf8(path, limits.LedgerBytes, log) is { } bytes && CsvTable.Read(bytes, LedgerColumns.All, int.MaxValue, log) is { } table)
        {
            var row = new RowReader(table, new BookNames(department, projects, edition), log);
            foreach ((int, string[]) cells in table.Rows)
            {
                row.MoveTo(cells);
                LedgerEntry entry = Entry(row, year.Value);
                if (row.Sound) entries.Add(entry);
            }
        }

        problems.AddRange(log.All());
        return new Ledger(entries);
    }

    private static LedgerEntry Entry(RowReader row, int year)
    {
        if (!DateText.TryRead(row.Text(LedgerColumns.Date), out DateOnly date) || date.Year != year)
            row.Error("book.ledger.date", LedgerColumns.Date, new($"日期“{row.Text(LedgerColumns.Date)}”不是 {year} 年内的日期", $"\"{row.Text(LedgerColumns.Date)}\" is no date within {year}"), new("写成 2023-05-04 的形式", "write it like 2023-05-04"));
        return new LedgerEntry
        {
            Date = date,
            Voucher = row.Text(LedgerColumns.Voucher),
            Unit = row.Unit(LedgerColumns.Unit),
            Account = row.Text(LedgerColumns.Account),
            Fund = row.Term(LedgerColumns.Fund, BookTerms.Funds),
            Functional = row.Functional(LedgerColumns.Functional, mayBeBlank: true),
            Economic = row.Economic(LedgerColumns.Economic),
            GovernmentEconomic = row.Text(LedgerColumns.GovernmentEconomic),
            Project = row.Project(LedgerColumns.Project),
            Purpose = row.Term(LedgerColumns.Purpose, BookTerms.Purposes),
            Counterparty = row.Text(LedgerColumns.Counterparty),
            Amount = row.Amount(LedgerColumns.Amount, mayBeNegative: true),
            Summary = row.Text(LedgerColumns.Summary),
        };
    }
}
