using System.Text.Json;
using Mingzhang.Core.Findings;
using Xunit.Abstractions;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>The published documents that have references: what was reached is not lost again.</summary>
public sealed class CorpusScoreTests(ITestOutputHelper output)
{
    [CorpusTheory]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void Every_cell_is_read_right_and_no_other(string document)
    {
        FactsScore score = new(Pipeline.Disclosure(document, Text(document)), Reference(document, "facts"));
        Assert.Empty(score.Wrong);
        Assert.Empty(score.Missing);
        Assert.Empty(score.Extra);
        Assert.True(score.Right > 150);
    }

    [CorpusTheory]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void Every_evaluation_is_read_and_nearly_every_indicator_exactly(string document)
    {
        FactsScore score = new(Pipeline.Disclosure(document, Text(document)), Reference(document, "facts"));
        Assert.Equal(score.Evaluations.Reference, score.Evaluations.Read);
        Assert.True(score.IndicatorsExact >= 0.98 * score.Indicators, $"{score.IndicatorsExact} of {score.Indicators}; not exact:\n{string.Join('\n', score.NotExact)}");
    }

    [CorpusTheory]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void All_errors_and_rounding_differences_and_nine_in_ten_warnings_are_found(string document)
    {
        FindingsScore score = new(Pipeline.Check(document, Text(document)), Reference(document, "findings"), Text(document));
        output.WriteLine(string.Join('\n', score.Recall.Select(r => $"{r.Key} {r.Value.Found}/{r.Value.All}").Concat(score.NotFound)));
        string misses = string.Join('\n', score.NotFound);
        Assert.True(Share("error") == 1, misses);
        Assert.True(Share("rounding") == 1, misses);
        Assert.True(Share("warning") >= 0.9m, misses);

        decimal Share(string severity) => score.Recall.TryGetValue(severity, out var recall) ? (decimal)recall.Found / recall.All : 1;
    }

    [CorpusFact]
    public void The_documents_without_references_are_read_and_checked()
    {
        Assert.All(Corpus.FinalAccounts, path =>
        {
            CheckResult result = Pipeline.Check(Path.GetFileName(path), File.ReadAllText(path));
            Assert.Equal(9, result.Disclosure.Statements.Length);
            Assert.NotEmpty(result.Disclosure.Evaluations);
            Assert.True(result.Count(Outcome.Passed) > 100);
        });
    }

    private static string Text(string document) => File.ReadAllText(Corpus.At("corpus", document + ".txt"));

    private static JsonElement Reference(string document, string kind) => JsonDocument.Parse(File.ReadAllText(Corpus.At("truth", $"{document}.{kind}.json"))).RootElement;
}
