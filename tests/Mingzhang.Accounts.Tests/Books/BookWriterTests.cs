using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Writing;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class BookWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-book-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_book_that_is_written_is_read_as_the_same()
    {
        Book before = Read(BookCopy.Original);
        BookWriter.Write(before, _folder);
        Book after = Read(_folder);

        Assert.Equal(Entries(before), Entries(after));
        Assert.Equal(before.Openings.AsEnumerable(), after.Openings);
        Assert.Equal(before.Budget.AsEnumerable(), after.Budget);
        Assert.Equal(before.Projects.AsEnumerable(), after.Projects);
        Assert.Equal(before.Department.Units.Select(u => (u.Code, u.Name, u.Kind, u.Tier, u.Retired)), after.Department.Units.Select(u => (u.Code, u.Name, u.Kind, u.Tier, u.Retired)));
        Assert.Equal(before.Department.Units.SelectMany(u => u.Vehicles), after.Department.Units.SelectMany(u => u.Vehicles));
        Assert.Equal(before.Particulars.Procurement, after.Particulars.Procurement);
        Assert.Equal(before.Particulars.Cars!.Costs.AsEnumerable(), after.Particulars.Cars!.Costs);
        Assert.Equal(before.Performance.SelectMany(p => p.Goals).SelectMany(g => g.Indicators), after.Performance.SelectMany(p => p.Goals).SelectMany(g => g.Indicators));
        Assert.Equal(before.Prior!.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal), after.Prior!.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal));
        Assert.Equal(before.Prior.PartialForms.Order(StringComparer.Ordinal), after.Prior.PartialForms.Order(StringComparer.Ordinal));
        Assert.Equal(before.Prose.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal), after.Prose.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.Equal(before.Prose.Duties.AsEnumerable(), after.Prose.Duties);
        Assert.Equal(before.Prose.KeyWork.AsEnumerable(), after.Prose.KeyWork);
        Assert.Equal(before.Prose.Glossary.AsEnumerable(), after.Prose.Glossary);
    }

    private static Book Read(string folder)
    {
        BookReading reading = Reading.Of(folder);
        Assert.All(reading.Problems, p => Assert.Equal("book.prior.unread", p.Id));
        return reading.Book!;
    }

    private static IEnumerable<LedgerEntry> Entries(Book book) => Enumerable.Range(0, book.Ledger.Count).Select(i => book.Ledger[i]);
}
