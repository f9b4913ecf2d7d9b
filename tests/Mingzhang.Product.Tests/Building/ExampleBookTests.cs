using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>The example books: four departments whose forms come out with the figures that they have published.</summary>
public sealed class ExampleBookTests
{
    // Where a published document contradicts itself; the README of each book says how it was put right.
    private static readonly Dictionary<string, string[]> PublishedErrors = new()
    {
        ["donghu-2023"] = ["03[20103].2", "03[201].2", "06[30108].1", "06[30109].1", "06[30113].1", "06[30199].1"],
        ["hanyang-2024"] = ["06[30108].1", "06[30109].1", "06[30199].1"],
        ["jingkai-2023"] = ["06[30108].1", "06[30109].1"],
        ["qingshan-2023"] = ["06[30108].1", "06[30109].1", "06[30113].1", "06[30199].1"],
    };

    public static TheoryData<string> Names => [.. ExampleBook.Names];

    [Fact]
    public void There_is_a_book_for_each_document_and_one_has_two_units()
    {
        Assert.Equal(PublishedErrors.Keys.Order(StringComparer.Ordinal), ExampleBook.Names);
        Assert.Contains(ExampleBook.Names, name => ExampleBook.Read(name).Department.Units.Length == 2);
    }

    [CorpusTheory]
    [MemberData(nameof(Names))]
    public void The_forms_are_the_published_ones_but_for_the_documents_own_errors(string name)
    {
        Disclosure published = DocumentReader.Read(Corpus.At("corpus", name + "-accounts.txt"), Pipeline.Statutes).Disclosure!;
        IReadOnlyList<string> differences = PublishedFigures.Differences(published, ExampleBook.Read(name));
        Assert.Equal(PublishedErrors[name].Order(StringComparer.Ordinal), differences.Select(d => d[..d.IndexOf(':')]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_missing_and_nothing_is_wrong(string name)
    {
        Book book = ExampleBook.Read(name);
        Composition composition = DisclosureComposer.Compose(book, AccountsCompiler.Compile(book));
        Assert.Empty(composition.Problems.Select(p => p.Message.En));
        Assert.Equal([], Checker.Check(composition.Disclosure).Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
    }
}
