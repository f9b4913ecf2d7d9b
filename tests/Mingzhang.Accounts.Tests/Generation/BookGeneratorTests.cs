using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Generation;
using Mingzhang.Accounts.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Tests.Generation;

public sealed class BookGeneratorTests : IDisposable
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"book-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(100, 1, 2023)]
    [InlineData(101, 2, 2023)]
    [InlineData(250, 3, 2024)]
    [InlineData(5_000, 4, 2023)]
    public void A_generated_book_has_so_many_entries_and_no_problem(int entries, int seed, int year)
    {
        BookGenerator.Write(_folder, entries, seed, Statutes, year);
        BookReading reading = BookReader.Read(_folder, Statutes);
        Assert.Empty(reading.Problems);
        Assert.Equal(entries, reading.Book!.Ledger.Count);
        Assert.Empty(BookChecks.Check(reading.Book));
    }

    [Fact]
    public void Last_years_closing_balance_is_this_years_opening_balance()
    {
        BookGenerator.Write(_folder, 3_000, 5, Statutes);
        Book book = BookReader.Read(_folder, Statutes).Book!;
        string? opening = AccountsCompiler.Compile(book).Statements[0].Cell("29", "1")?.Text;
        Assert.NotNull(opening);
        Assert.Equal(opening, book.Prior!.Cells[new("01", "60", "2")].ToString());
    }

    [Fact]
    public void A_book_behind_another_brings_its_balances_forward_and_compares_with_its_figures()
    {
        string next = _folder + "-next";
        try
        {
            BookGenerator.Write(_folder, 600, 8, Statutes, 2022);
            Book before = BookReader.Read(_folder, Statutes).Book!;
            BookGenerator.Write(next, 600, 9, Statutes, 2023, before);
            BookReading reading = BookReader.Read(next, Statutes);
            Assert.Empty(reading.Problems);
            Assert.Empty(BookChecks.Check(reading.Book!));
            string? left = AccountsCompiler.Compile(before).Statements[0].Cell("60", "2")?.Text;
            Assert.NotNull(left);
            Assert.Equal(left, AccountsCompiler.Compile(reading.Book!).Statements[0].Cell("29", "1")?.Text);
            Assert.Equal(left, reading.Book!.Prior!.Cells[new("01", "60", "2")].ToString());
        }
        finally
        {
            Directory.Delete(next, recursive: true);
        }
    }

    [Fact]
    public void A_book_cannot_follow_one_with_money_that_it_does_not_know()
    {
        BookGenerator.Write(_folder, 2_000, 8, Statutes, 2022);
        Book before = BookReader.Read(_folder, Statutes).Book!;
        Assert.Throws<ArgumentException>(() => BookGenerator.Write(_folder + "-next", 600, 9, Statutes, 2023, before));
        Assert.False(Directory.Exists(_folder + "-next"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_files()
    {
        string other = _folder + "-2";
        try
        {
            BookGenerator.Write(_folder, 300, 6, Statutes);
            BookGenerator.Write(other, 300, 6, Statutes);
            foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
                Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetRelativePath(_folder, file))));
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    [Fact]
    public void Too_few_entries_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BookGenerator.Write(_folder, BookGenerator.Fewest - 1, 1, Statutes));
}
