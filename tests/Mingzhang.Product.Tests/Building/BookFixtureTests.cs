using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>From the files of a book to the disclosure: read back the same, and clean.</summary>
public sealed class BookFixtureTests
{
    private static Book Book { get; } = Read();

    [Fact]
    public void A_book_is_composed_read_back_and_clean()
    {
        YearAccounts accounts = AccountsCompiler.Compile(Book);
        Composition composition = DisclosureComposer.Compose(Book, accounts);
        Assert.Equal([], composition.Problems.Select(p => $"{p.Id} {p.File} {p.Message.En}"));
        RoundTrip.AssertSame(Book, accounts);
        CheckResult read = Checker.Check(DocumentReader.Read(composition.Disclosure.Source, Pipeline.Statutes).Disclosure!);
        Assert.Equal([], read.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
    }

    private static Book Read()
    {
        BookReading reading = BookReader.Read(Repository.At("tests", "Mingzhang.Accounts.Tests", "Fixtures", "book"), Pipeline.Statutes);
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
