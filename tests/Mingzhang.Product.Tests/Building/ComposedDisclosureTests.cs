using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>A composed disclosure is read back as it was meant, and is clean.</summary>
public sealed class ComposedDisclosureTests
{
    [Fact]
    public void What_is_composed_is_read_back_the_same() => RoundTrip.AssertSame(InventedBook.Book, InventedBook.Accounts);

    [Fact]
    public void Nothing_is_missing_and_nothing_is_wrong()
    {
        Composition composition = DisclosureComposer.Compose(InventedBook.Book, InventedBook.Accounts);
        Assert.Equal([], composition.Problems.Select(p => $"{p.Id} {p.Message.En}"));
        CheckResult result = Checker.Check(composition.Disclosure);
        Assert.Equal([], result.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
        CheckResult read = Checker.Check(DocumentReader.Read(composition.Disclosure.Source, Pipeline.Statutes).Disclosure!);
        Assert.Equal([], read.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
    }
}
