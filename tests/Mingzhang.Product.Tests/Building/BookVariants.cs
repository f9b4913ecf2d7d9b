using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Product.Tests.Building;

/// <summary>Books that differ from the fixture's in their amounts, particulars and prose.</summary>
internal static class BookVariants
{
    /// <summary>The book of the fixture files.</summary>
    public static Book Fixture { get; } = Read();

    /// <summary>Another year's edition for the same book.</summary>
    public static Book Of(int year) => Fixture with
    {
        Year = new FiscalYear(year),
        Edition = Pipeline.Statutes.Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!,
        Department = Fixture.Department with { Published = new DateOnly(year + 1, 9, 20) },
        Performance = [.. Fixture.Performance.Select(p => p with { Date = new DateOnly(year + 1, 4, 18) })],
    };

    /// <summary>A book with all amounts changed at random, some to nothing, and last year's figures from yet another.</summary>
    public static Book Random(int seed)
    {
        var random = new Random(seed);
        Book now = Scaled(random), then = Scaled(random);
        return now with
        {
            Prior = random.Next(6) == 0 ? null : Prior(then),
            Prose = random.Next(3) == 0 ? Prose.Empty : now.Prose,
            Particulars = Particulars(now.Particulars, random),
        };
    }

    /// <summary>The book with other names of its projects and indicators.</summary>
    public static Book Named(IReadOnlyList<string> projects, string indicator) => Fixture with
    {
        Projects = [.. Fixture.Projects.Select((p, i) => p with { Name = projects[i] })],
        Performance = [.. Fixture.Performance.Select(e => e with
        {
            Name = e.Project.Length == 0 ? e.Name : projects[Fixture.Projects.ToList().FindIndex(p => p.Code == e.Project)],
            Goals = [.. e.Goals.Select(g => g with { Indicators = g.Indicators.SetItem(0, g.Indicators[0] with { Name = indicator }) })],
        })],
    };

    /// <summary>The figures of a book's forms as last year's.</summary>
    public static PriorYear Prior(Book book)
    {
        var cells = ImmutableDictionary.CreateBuilder<Address, Printed>();
        foreach (Statement statement in AccountsCompiler.Compile(book).Statements)
        {
            foreach (StatementRow row in statement.Rows)
            {
                foreach (Cell cell in row.Cells.Where(c => c.Figure is not null)) cells[new Address(statement.Form, row.Key, cell.Column)] = cell.Figure!.Value;
            }
        }

        return new PriorYear(book.Year.Previous, cells.ToImmutable(), book.Edition.Year) { Edition = book.Edition };
    }

    private static Book Scaled(Random random)
    {
        decimal Factor() => random.Next(7) == 0 ? 0 : random.Next(2) == 0 ? 1 : (decimal)random.NextDouble() * 2;
        Amount Scale(Amount amount) => Amount.FromYuan(decimal.Round(amount.Yuan * Factor(), 2));
        var entries = new List<LedgerEntry>();
        for (int i = 0; i < Fixture.Ledger.Count; i++) entries.Add(Fixture.Ledger[i] with { Amount = Scale(Fixture.Ledger[i].Amount) });
        return Fixture with
        {
            Ledger = new Ledger(entries),
            Budget = [.. Fixture.Budget.Select(b => b with { Amount = Scale(b.Amount) })],
            Openings = random.Next(3) == 0 ? [] : [.. Fixture.Openings.Select(o => o with { Amount = Scale(o.Amount) })],
        };
    }

    private static Particulars Particulars(Particulars own, Random random) => new()
    {
        Overseas = random.Next(4) == 0 ? null : new Overseas(random.Next(3), random.Next(9), random.Next(2) == 0 ? [] : [new("住宿费", Amount.FromYuan(random.Next(90000))), new("国际旅费", Amount.FromYuan(random.Next(90000)))]),
        Cars = random.Next(4) == 0 ? null : own.Cars! with { Bought = random.Next(3) },
        Reception = random.Next(4) == 0 ? null : new Reception(9, 80, random.Next(3), random.Next(9), Amount.FromYuan(random.Next(5000))),
        Procurement = random.Next(4) == 0 ? null : random.Next(4) switch
        {
            0 => own.Procurement! with { Small = null },
            1 => own.Procurement! with { SmallAndMedium = null, Small = null },
            2 when random.Next(2) == 0 => own.Procurement! with { GoodsSmallAndMedium = own.Procurement.Goods, WorksSmallAndMedium = Amount.Zero, ServicesSmallAndMedium = own.Procurement.SmallAndMedium!.Value - own.Procurement.Goods },
            2 => new Procurement { Goods = Amount.Zero, Works = Amount.Zero, Services = Amount.Zero, SmallAndMedium = Amount.Zero, Small = Amount.Zero },
            _ => own.Procurement,
        },
    };

    private static Book Read()
    {
        BookReading reading = BookReader.Read(Repository.At("tests", "Mingzhang.Accounts.Tests", "Fixtures", "book"), Pipeline.Statutes);
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
