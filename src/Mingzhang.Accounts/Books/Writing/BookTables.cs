using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Ledgers;

namespace Mingzhang.Accounts.Books.Writing;

/// <summary>The CSV files of a book.</summary>
internal static class BookTables
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    public static void WriteLedger(Ledger ledger, string path) => Write(path, LedgerColumns.All, Enumerable.Range(0, ledger.Count).Select(i => Row(ledger[i])));

    public static void WriteOpenings(IEnumerable<OpeningBalance> openings, string path) => Write(path, OpeningColumns.All, openings.Select(o => new[]
    {
        o.Unit, BookTerms.Funds.Write(o.Fund), o.Functional, o.Project, BookTerms.OpeningKinds.Write(o.Surplus), o.Amount.ToString(),
    }));

    public static void WriteBudget(IEnumerable<BudgetLine> lines, string path) => Write(path, BudgetColumns.All, lines.Select(b => new[]
    {
        BookTerms.BudgetKinds.Write(b.Kind), b.Document, b.Unit, BookTerms.Funds.Write(b.Fund), b.Functional, b.Economic, b.Project, BookTerms.Purposes.Write(b.Purpose), b.Amount.ToString(),
    }));

    /// <summary>Writes a table as UTF-8: the names of the columns, then the rows, cells quoted where they must be.</summary>
    public static void Write(Stream stream, ImmutableArray<TableColumn> columns, IEnumerable<string[]> rows)
    {
        using CsvWriter writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteHeader([.. columns.Select(c => c.Name)]);
        foreach (string[] row in rows) writer.WriteRecord(row);
    }

    private static void Write(string path, ImmutableArray<TableColumn> columns, IEnumerable<string[]> rows)
    {
        using FileStream stream = File.Create(path);
        Write(stream, columns, rows);
    }

    private static string[] Row(LedgerEntry e) =>
    [
        e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), e.Voucher, e.Unit, e.Account, BookTerms.Funds.Write(e.Fund), e.Functional, e.Economic, e.GovernmentEconomic,
        e.Project, BookTerms.Purposes.Write(e.Purpose), e.Counterparty, e.Amount.ToString(), e.Summary,
    ];
}
