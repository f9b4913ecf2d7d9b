using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims.Classifications;
using Mingzhang.Reading.Claims.Paragraphs;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>The functional classifications that the glossary (part five) explains.</summary>
internal sealed class Glossary(ClaimCollector claims, ClassificationResolver resolver)
{
    /// <summary>Reads a paragraph: an entry begins with the names; what follows explains them.</summary>
    internal void Read(Paragraph paragraph)
    {
        string text = paragraph.Text;
        List<QuotedNames> quoted = QuotedNamesReader.Read(text);
        for (int i = 0; i < quoted.Count; i++)
        {
            QuotedNames names = quoted[i];
            bool begins = names.Start < 6 || text[names.Start - 1] is '。' or '；' || (names.Start > 1 && text[names.Start - 1] is '.' or '、' or '）');
            if (!begins) continue;
            int end = i + 1 < quoted.Count && Begins(text, quoted[i + 1]) ? quoted[i + 1].Start : text.Length;
            string explanation = text[names.End..end].Trim('：', ' ', '。', '，', '；', '、');
            claims.Quote(names, resolver.Resolve(names), QuotePlace.Glossary, -1, explanation);
        }
    }

    private static bool Begins(string text, QuotedNames names) => names.Start > 0 && text[names.Start - 1] is '。' or '；';
}
