using Mingzhang.Accounts.Explanations;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Product.Tests.Building;

namespace Mingzhang.Product.Tests.RoundTrips;

/// <summary>What is published says what the disclosure says: read again it has the same cells, claims and evaluations, and nothing wrong is found in it.</summary>
public sealed class RoundTripTests
{
    private static readonly Dictionary<string, Disclosure> Disclosures = All();

    public static TheoryData<string> Names => [.. Disclosures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Word_documents_read_back_the_same(string name) => AssertSame(Disclosures[name], "docx");

    [Theory]
    [MemberData(nameof(Names))]
    public void Web_pages_read_back_the_same(string name) => AssertSame(Disclosures[name], "html");

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void Pdfs_read_back_the_same(string name) => AssertSame(Disclosures[name], "pdf");

    [Theory]
    [MemberData(nameof(Names))]
    public void Workbooks_read_back_with_the_same_tables(string name)
    {
        Disclosure meant = Disclosures[name], read = Published.ReadBack(meant, "xlsx");
        AssertNone(Facts.Differences(Facts.Tables(meant), Facts.Tables(read)));
        AssertClean(read);
    }

    /// <summary>A document that was read, one composed, and the disclosure of every book among the examples.</summary>
    private static Dictionary<string, Disclosure> All()
    {
        var all = new Dictionary<string, Disclosure>
        {
            ["a document that was read"] = InventedBook.Source,
            ["a disclosure that was composed"] = DisclosureComposer.Compose(InventedBook.Book, InventedBook.Accounts).Disclosure,
        };
        foreach (string name in ExampleBook.Names) all["examples/" + name] = ExampleBook.Compose(name);
        return all;
    }

    private static void AssertSame(Disclosure meant, string format)
    {
        Disclosure read = Published.ReadBack(meant, format);
        AssertNone(Facts.Differences(Facts.Of(meant), Facts.Of(read)));
        AssertClean(read);
    }

    private static void AssertNone(IReadOnlyList<string> differences) => Assert.True(differences.Count == 0, string.Join('\n', differences));

    private static void AssertClean(Disclosure read) => Assert.Equal([], Checker.Check(read).Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
}
