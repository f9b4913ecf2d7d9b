using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>From the files of a book to the disclosure: read back the same, and clean.</summary>
public sealed class BookFixtureTests
{
    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void A_book_is_composed_read_back_and_clean(int year)
    {
        Book book = BookVariants.Of(year);
        YearAccounts accounts = AccountsCompiler.Compile(book);
        Composition composition = DisclosureComposer.Compose(book, accounts);
        Assert.Equal([], composition.Problems.Select(p => $"{p.Id} {p.File} {p.Message.En}"));
        RoundTrip.AssertSame(book, accounts);
        CheckResult read = Checker.Check(DocumentReader.Read(composition.Disclosure.Source, Pipeline.Statutes).Disclosure!);
        Assert.Equal([], read.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
    }

    [Fact]
    public void Whatever_the_amounts_it_is_read_back_the_same()
    {
        var differences = new List<string>();
        for (int seed = 1; seed <= 40; seed++)
        {
            Book book = BookVariants.Random(seed);
            if (Record.Exception(() => RoundTrip.AssertSame(book, AccountsCompiler.Compile(book))) is { } difference) differences.Add($"seed {seed}: {difference.Message}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
