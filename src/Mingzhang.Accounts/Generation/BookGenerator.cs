using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Prior;
using Mingzhang.Accounts.Books.Writing;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Generation;

/// <summary>Makes whole books of an invented department, for trying the program, for tests and for measuring. The same numbers give the same files.</summary>
public static class BookGenerator
{
    /// <summary>The fewest entries that a book can have.</summary>
    public const int Fewest = 100;

    private const long Hundred = 10_000;

    /// <summary>Writes a book.</summary>
    /// <param name="folder">The folder; made if it is not there. Files of the same names are replaced.</param>
    /// <param name="entries">Entries of the ledger, <see cref="Fewest"/> at least.</param>
    /// <param name="seed">Another seed gives other amounts.</param>
    /// <param name="statutes">Whose forms the figures of the year before are made by.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="before">An invented book of the year before, of about the same size, whose closing balances are brought forward; without it that year is invented as well.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few entries.</exception>
    /// <exception cref="ArgumentException">The book before has money that the invented department of this size does not know.</exception>
    public static void Write(string folder, int entries, int seed, StatuteBook statutes, int year = 2023, Book? before = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entries, Fewest);
        var of = new FiscalYear(year);
        var department = new InventedDepartment(entries);
        var dice = new Dice(seed);
        var ledger = new InventedLedger(department, of, entries, dice, before is null ? null : ClosingBalances.Of(before, department));
        Directory.CreateDirectory(Path.Combine(folder, BookReader.ProjectsFolder));
        Directory.CreateDirectory(Path.Combine(folder, BookReader.PerformanceFolder));
        using (FileStream stream = File.Create(Path.Combine(folder, BookReader.LedgerName))) ledger.Write(stream);
        BookTables.WriteOpenings(Openings(department, ledger), Path.Combine(folder, BookReader.OpeningName));
        BookTables.WriteBudget(Budget(department, ledger, dice, of), Path.Combine(folder, BookReader.BudgetName));
        foreach ((string name, string text) in InventedTexts.Files(department, ledger, of)) Text(folder, name, text);
        if (before is not null) Prior(folder, before);
        else if (statutes.Edition(DisclosureKind.FinalAccounts, of.Previous) is { } edition) Prior(folder, YearBefore(department, ledger, edition, of.Previous));
    }

    private static void Text(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));

    private static IEnumerable<OpeningBalance> Openings(InventedDepartment department, InventedLedger ledger)
    {
        for (int i = 0; i < ledger.Openings.Length; i++)
        {
            Purse purse = department.Purses[i];
            if (ledger.Openings[i] > 0) yield return new OpeningBalance(department.Units[purse.Unit].Code, purse.Fund, purse.Functional, purse.Project, Surplus: false, Yuan(ledger.Openings[i]));
        }
    }

    /// <summary>Basic expenditure is budgeted by economic item, projects as a whole; what was spent is within the full year's budget.</summary>
    private static List<BudgetLine> Budget(InventedDepartment department, InventedLedger ledger, Dice dice, FiscalYear year)
    {
        var lines = new List<BudgetLine>();
        var sums = new SortedDictionary<(int Purse, string Economic), long>();
        foreach (((int purse, string economic), long cents) in ledger.SpentByItem)
        {
            string item = department.Purses[purse].Purpose == Purpose.Basic ? economic : "";
            sums[(purse, item)] = sums.GetValueOrDefault((purse, item)) + cents;
        }

        long[] left = [.. ledger.Openings];
        foreach (((int number, string economic), long spent) in sums)
        {
            Purse purse = department.Purses[number];
            long full = purse.Purpose == Purpose.Project ? ledger.Incomes[number] + ledger.Openings[number] : (spent + Hundred - 1) / Hundred * Hundred;
            long carried = Math.Min(left[number], full);
            left[number] -= carried;
            long initial = (full - carried) / Hundred * dice.Between(92, 104) / 100 * Hundred;
            long change = full - carried - initial;
            Line(BudgetKind.Initial, "", initial);
            if (carried > 0) Line(BudgetKind.CarriedOver, "", carried);
            if (change > 0) Line(BudgetKind.Added, $"长财预〔{year}〕{20 + number % 9}号", change);
            if (change < 0) Line(BudgetKind.Cut, $"长财预〔{year}〕{40 + number % 9}号", -change);

            void Line(BudgetKind kind, string document, long cents) => lines.Add(new BudgetLine
            {
                Kind = kind, Document = document, Unit = department.Units[purse.Unit].Code, Fund = purse.Fund, Functional = purse.Functional,
                Economic = economic, Project = purse.Project, Purpose = purse.Purpose, Amount = Yuan(cents),
            });
        }

        return lines;
    }

    /// <summary>The year before: a little less of everything, and closing balances that are this year's opening ones.</summary>
    private static Book YearBefore(InventedDepartment department, InventedLedger ledger, Edition edition, FiscalYear year)
    {
        var entries = new List<LedgerEntry>();
        var date = new DateOnly(year.Value, 6, 30);
        var spent = new long[ledger.Spent.Length];
        foreach (((int number, string economic), long cents) in ledger.SpentByItem)
        {
            Purse purse = department.Purses[number];
            spent[number] += cents / 100 * 93;
            entries.Add(Entry(purse, department.Units[purse.Unit].Expenditure, economic, cents / 100 * 93));
        }

        for (int i = 0; i < spent.Length; i++) entries.Add(Entry(department.Purses[i], department.Purses[i].Fund == Fund.UnitOwn ? "6101" : "6001", "", spent[i] + ledger.Openings[i]));
        return new Book { Year = year, Edition = edition, Department = InventedTexts.Department(department), Ledger = new Ledger(entries) };

        LedgerEntry Entry(Purse purse, string account, string economic, long cents) => new()
        {
            Date = date, Voucher = "1", Unit = department.Units[purse.Unit].Code, Account = account, Fund = purse.Fund, Functional = purse.Functional,
            Economic = economic, Project = purse.Project, Purpose = purse.Purpose, Amount = Yuan(cents),
        };
    }

    private static void Prior(string folder, Book book)
    {
        IEnumerable<KeyValuePair<Address, Printed>> cells =
            from statement in AccountsCompiler.Compile(book).Statements
            from row in statement.Rows
            from cell in row.Cells
            where cell.Figure is not null
            select KeyValuePair.Create(new Address(statement.Form, row.Key, cell.Column), cell.Figure!.Value);
        PriorJson.Write(new PriorYear(book.Year, cells.ToImmutableDictionary(), book.Edition.Year), InventedDepartment.Name, Path.Combine(folder, PriorFile.Name));
    }

    private static Amount Yuan(long cents) => Amount.FromYuan(cents / 100m);
}
