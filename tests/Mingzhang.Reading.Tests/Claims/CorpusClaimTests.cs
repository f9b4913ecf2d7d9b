using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes;
using Mingzhang.Tests.Shared;

namespace Mingzhang.Reading.Tests.Claims;

public class CorpusClaimTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    /// <summary>
    /// The figures of the explanations that careful readers noted, but for those inside the results of performance, which are prose.
    /// </summary>
    [CorpusTheory]
    [InlineData("jingkai-2023-accounts")]
    [InlineData("qingshan-2023-accounts")]
    public void At_least_95_percent_of_the_noted_figures_are_claims(string document)
    {
        Disclosure disclosure = Read(document);
        using JsonDocument reference = JsonDocument.Parse(File.ReadAllText(Corpus.At("truth", document + ".facts.json")));
        List<string> missed = [];
        int noted = 0;
        foreach (JsonElement fact in reference.RootElement.GetProperty("narrative").EnumerateArray())
        {
            string section = fact.GetProperty("section").GetString()!, quote = Squeeze(fact.GetProperty("quote").GetString()!), value = fact.GetProperty("value").GetString()!.TrimEnd('%');
            if (!section.StartsWith("第三部分", StringComparison.Ordinal) || section.Contains("十三（三）", StringComparison.Ordinal) || !Printed.TryParse(value, out Printed figure)) continue;
            noted++;
            if (!disclosure.Claims.Any(c => Meets(disclosure.Source, c, figure, quote))) missed.Add($"{value} {quote}");
        }

        Assert.True(missed.Count <= noted / 20, $"{missed.Count} of {noted}: {string.Join("; ", missed)}");
    }

    [CorpusFact]
    public void Every_claim_stands_where_it_says()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = DocumentReader.Read(path, Statutes).Disclosure!;
            Assert.True(disclosure.Claims.Length > 100);
            foreach (Claim claim in disclosure.Claims)
            {
                Assert.Equal(claim, disclosure.Claims[claim.Index]);
                Assert.True(claim.Span.IsSome && claim.Sentence.IsSome);
                if (claim.Value is { } value) Assert.Equal(value, Printed.Parse(Squeeze(disclosure.Source.Quote(claim.ValueSpan))));
            }
        }
    }

    [CorpusFact]
    public void Every_item_that_form_05_shows_under_the_quoted_names_has_its_address()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = DocumentReader.Read(path, Statutes).Disclosure!;
            Statement form = disclosure.Statement("05")!;
            foreach (QuotedClassification quote in disclosure.QuotedClassifications.Where(q => q.Place == QuotePlace.Item && q.Match is ClassificationMatch.Exact or ClassificationMatch.Similar))
            {
                bool shown = form.Row(quote.Codes[0]) is not null;
                Assert.All(disclosure.Claims.Where(c => c.Group == quote.Group), c => Assert.Equal(shown, c.Subject.Address is not null));
            }
        }
    }

    private static Disclosure Read(string document) => DocumentReader.Read(Corpus.At("corpus", document + ".txt"), Statutes).Disclosure!;

    private static bool Meets(SourceText source, Claim claim, Printed figure, string quote)
    {
        bool none = claim.Kind == ClaimKind.None && figure.Value == 0;
        if (!none && claim.Value?.Value != figure.Value) return false;
        string sentence = Squeeze(source.Quote(claim.Sentence));
        return sentence.Contains(quote, StringComparison.Ordinal) || quote.Contains(Squeeze(source.Quote(claim.Span)), StringComparison.Ordinal);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
