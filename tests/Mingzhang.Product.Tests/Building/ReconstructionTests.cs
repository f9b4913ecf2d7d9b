using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Writing;
using Mingzhang.Accounts.Reconstruction;
using Mingzhang.Core.Disclosures;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Product.Tests.Building;

/// <summary>A book made from a published disclosure gives its forms again, cell for cell.</summary>
public sealed class ReconstructionTests : IDisposable
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-book-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [CorpusTheory]
    [MemberData(nameof(Published))]
    public void The_forms_come_out_as_published(string document)
    {
        Disclosure published = DocumentReader.Read(Corpus.At("corpus", document), Statutes).Disclosure!;
        ReconstructedBook made = BookReconstruction.From(published);
        BookWriter.Write(made.Book, _folder);
        BookReading reading = BookReader.Read(_folder, Statutes);
        Assert.DoesNotContain(reading.Problems, p => p.Severity == Core.Findings.Severity.Error);

        IReadOnlyList<string> differences = PublishedFigures.Differences(published, reading.Book!);

        // What no ledger can give is named: the document contradicts itself there.
        Assert.Equal(made.Unreached.Select(c => c.ToString()).Order(StringComparer.Ordinal), differences.Select(d => d[..d.IndexOf(':')]).Order(StringComparer.Ordinal));
        Assert.True(made.Unreached.Length <= 2, string.Join('\n', differences));
    }

    public static TheoryData<string> Published() => [.. Corpus.FinalAccounts.Select(d => Path.GetFileName(d))];
}
