using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>The published documents of Shanghai: what is reported loudly is what was found true by hand, no less and no more.</summary>
public sealed class ShanghaiFindingsTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "Mingzhang.Product.Tests", "CorpusScores", "shanghai-findings.tsv");

    [CorpusTheory]
    [InlineData("02")]
    [InlineData("03")]
    [InlineData("05")]
    [InlineData("07")]
    [InlineData("08")]
    [InlineData("10")]
    [InlineData("11")]
    [InlineData("90")]
    public void Every_loud_finding_is_a_true_one_and_none_is_lost(string document)
    {
        if (Programs.Missing("pdftotext") is not null) return;
        string file = Directory.GetFiles(Corpus.At("corpus", "pdf"), document + "-*.pdf").Single();
        CheckResult result = Checker.Check(DocumentReader.Read(file, Pipeline.Statutes).Disclosure!);

        string[] expected = [.. Rows().Where(r => r[0] == document).Select(r => $"{r[1]} {r[2]} p{r[3]} {r[4]}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, result.Findings.Where(Pipeline.IsLoud).Select(f => Line(result, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_entry_of_the_list_says_why() => Assert.All(Rows(), r => Assert.True(r.Length == 6 && r[5].Length > 5, string.Join(' ', r)));

    private static string Line(CheckResult result, Finding finding)
    {
        string quote = string.Concat(finding.Quote.Where(c => !char.IsWhiteSpace(c)));
        string page = result.Disclosure.Source.PageOf(finding.Where.Span.Line) is { } number ? number.ToString() : "-";
        return $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule} p{page} {quote[..Math.Min(quote.Length, 40)]}";
    }

    private static IEnumerable<string[]> Rows() => File.ReadLines(List).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));
}
