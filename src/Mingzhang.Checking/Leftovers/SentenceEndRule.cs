using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>A section of the explanations does not end in the middle of an enumeration: what followed in the template was deleted.</summary>
public sealed class SentenceEndRule : IRule
{
    private const string Rule = "leftover.sentence-end";
    private const int Shown = 24;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("段落以句号结束", "sections end with a full stop"), "公文格式",
            ("", "段末以“{stated}”结束，句子未收尾（疑为模板中后续内容删去后的残留）。", "The section ends with “{stated}”: the sentence is not finished.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic is null || !section.Topic.StartsWith("explanations.", StringComparison.Ordinal)) continue;
            int last = section.FirstLine - 1, end = Math.Min(section.LastLine, lines.Length);
            for (int line = section.FirstLine; line <= end; line++)
            {
                ReadOnlySpan<char> text = lines[line - 1].AsSpan().Trim();
                if (text.IsEmpty) continue;
                if (text[0] == '图' && text.Length < Shown) break;
                last = line;
            }

            if (last < section.FirstLine || context.SectionAt(last) != section) continue;
            string final = lines[last - 1].TrimEnd();
            if (final[^1] is not ('；' or ';' or '，' or '、')) log.Pass(Rule);
            else
            {
                int start = Math.Max(0, final.Length - Shown);
                log.PassWith(context.Mark(Rule, Severity.Info, TextSpan.InLine(last, start, final.Length - start)) with { Stated = final[^1..] });
            }
        }
    }
}
