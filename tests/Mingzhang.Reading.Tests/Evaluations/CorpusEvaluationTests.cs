using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Evaluations;

namespace Mingzhang.Reading.Tests.Evaluations;

public class CorpusEvaluationTests
{
    [CorpusTheory]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void Every_indicator_of_the_references_is_read_exactly(string document)
    {
        using JsonDocument reference = JsonDocument.Parse(File.ReadAllText(Corpus.At("truth", document + ".facts.json")));
        string[] expected = [.. reference.RootElement.GetProperty("performance").EnumerateArray().SelectMany(e => e.GetProperty("indicators").EnumerateArray())
            .Select(i => $"{Text(i, "l1")}/{Text(i, "l2")}|{Text(i, "l3")}|{Text(i, "weight")}|{Text(i, "target")}|{Text(i, "actual")}|{Text(i, "score")}")];

        IEnumerable<Indicator> read = Read(document).Evaluations.SelectMany(e => e.Indicators);

        Assert.Equal(expected, read.Select(i => $"{i.Level1}/{i.Level2}|{i.PlainName}|{i.Weight?.Text}|{i.Target?.Text}|{i.Actual?.Text}|{i.Score?.Text}"));
    }

    [CorpusTheory]
    [InlineData("donghu-2023-accounts", 23)]
    [InlineData("hanyang-2024-accounts", 8)]
    [InlineData("jingkai-2023-accounts", 2)]
    [InlineData("qingshan-2023-accounts", 2)]
    public void Every_table_is_found_and_every_indicator_has_its_values(string document, int tables)
    {
        EvaluationReading reading = Read(document);

        Assert.Equal(tables, reading.Evaluations.Count(e => !e.Title.Text.Contains("摘要", StringComparison.Ordinal)));
        Assert.Empty(reading.Unread);
        foreach (Evaluation table in reading.Evaluations)
        {
            Assert.NotEmpty(table.Indicators);
            ImmutableArray<Indicator> bare = [.. table.Indicators.Where(i => !i.Damaged && (i.Actual is null || (table.HasScores && i.Score is null)) && i.Target is not null)];
            Assert.Empty(bare);
        }
    }

    [CorpusTheory]
    [InlineData("donghu-2023-accounts")]
    [InlineData("hanyang-2024-accounts")]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void Every_field_of_one_line_stands_where_it_says(string document)
    {
        SourceText text = Load(document);
        foreach (Evaluation table in Read(document).Evaluations)
        {
            IEnumerable<Field?> fields = table.Indicators.SelectMany(i => new[] { i.Name, i.Target, i.Actual, i.Weight, i.Score })
                .Concat([table.Name, table.Budget, table.Executed, table.Rate, table.RateScore, table.RateWeight, table.IndicatorWeight, table.Total, table.TotalWeight, table.InitialBudget]);
            foreach (Field field in fields.OfType<Field>().Where(f => f.Span.Line == f.Span.EndLine))
            {
                Assert.Equal(field.Text, PrintedText.Tidy(text.Quote(field.Span)));
            }
        }
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? PrintedText.Tidy(value.GetString()) : "";

    private static SourceText Load(string document) => SourceText.FromString(document, File.ReadAllText(Corpus.At("corpus", document + ".txt")));

    private static EvaluationReading Read(string document) => EvaluationText.Read(Load(document));
}
