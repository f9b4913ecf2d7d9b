using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Tests.Statements;

public sealed class CompilationTests
{
    [Theory]
    [InlineData(1, FigureRounding.Plain)]
    [InlineData(2, FigureRounding.Plain)]
    [InlineData(3, FigureRounding.Plain)]
    [InlineData(4, FigureRounding.Balanced)]
    public void After_any_changes_it_is_what_a_full_compile_gives(int seed, FigureRounding rounding)
    {
        var random = new Random(seed);
        Book book = RandomBook.Make(seed, 120);
        var compilation = new Compilation(book, rounding);
        for (int change = 0; change < 60; change++)
        {
            Change(compilation, random);
            if (change % 4 != 0) continue;
            YearAccounts whole = AccountsCompiler.Compile(book with { Ledger = LedgerOf(compilation) }, rounding), now = compilation.Accounts;
            Assert.Equal(RoundingTests.Texts(whole), RoundingTests.Texts(now));
            Assert.Equal(string.Join("\n", whole.Items), string.Join("\n", now.Items));
            Assert.Equal(string.Join("\n", whole.Projects), string.Join("\n", now.Projects));
            Assert.Equal(whole.General, now.General);
            Assert.Equal(whole.Whole, now.Whole);
            Assert.Equal(whole.AgencyOperating, now.AgencyOperating);
            Assert.Equal(whole.Statements.Select(s => s.State), now.Statements.Select(s => s.State));
        }
    }

    [Fact]
    public void A_changed_entry_is_read_back()
    {
        Book book = RandomBook.Make(9, 10);
        var compilation = new Compilation(book);
        LedgerEntry changed = book.Ledger[3] with { Amount = Amount.FromYuan(12.34m), Summary = "更正" };
        compilation.Replace(3, changed);
        Assert.Equal(changed, compilation[3]);
        compilation.Remove(3);
        Assert.Null(compilation[3]);
        Assert.Equal(changed, compilation[compilation.Add(changed)]);
        Assert.Equal(book.Ledger.Count, LedgerOf(compilation).Count);
    }

    private static Ledger LedgerOf(Compilation compilation) => new(Enumerable.Range(0, compilation.Count).Select(i => compilation[i]).OfType<LedgerEntry>());

    private static void Change(Compilation compilation, Random random)
    {
        LedgerEntry entry = RandomBook.Entries(random, 2023).First();
        int index = random.Next(compilation.Count);
        switch (random.Next(4))
        {
            case 0: compilation.Add(entry); break;
            case 1: compilation.Remove(index); break;
            case 2 when compilation[index] is { } same: compilation.Replace(index, same with { Amount = same.Amount + Amount.FromYuan(0.37m) }); break;
            default: compilation.Replace(index, entry); break;
        }
    }
}
