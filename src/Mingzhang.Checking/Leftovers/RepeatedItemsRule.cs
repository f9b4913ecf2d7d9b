using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>No numbered item stands twice in one section, with its number and its words: pasted in a second time.</summary>
public sealed class RepeatedItemsRule : IRule
{
    private const string Rule = "leftover.repeated-items";
    private const int Shortest = 15, Long = 40, Shown = 30;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("没有重复粘贴的条目", "no item is pasted in twice"), "公文格式",
            ("", "{count} 个条目连同序号重复出现：{stated}。", "{count} items stand twice with their numbers: {stated}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic is not { } topic || topic.StartsWith("forms", StringComparison.Ordinal) || topic.StartsWith("attachments", StringComparison.Ordinal)) continue;
            Dictionary<string, int> first = [];
            List<(int Line, int Earlier)> repeated = [];
            int items = 0;
            for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
            {
                if (lines[line - 1].Length < Shortest || lines[line - 1].Contains('\t') || context.SectionAt(line) != section) continue;
                string plain = Names.Squeeze(lines[line - 1]);
                if (plain.Length < Shortest || ListMark.Read(plain).Style is not (MarkStyle.Arabic or MarkStyle.Chinese or MarkStyle.ChineseBracket)) continue;
                items++;
                if (!first.TryAdd(plain, line)) repeated.Add((line, first[plain]));
            }

            log.Pass(Rule, items - repeated.Count);
            // One short item may well come again; a row of them or a long one was pasted.
            if (repeated.Count == 0 || (repeated.Count == 1 && lines[repeated[0].Line - 1].Length < Long)) continue;
            TextSpan span = context.LineSpan(repeated[0].Line);
            log.Fail((context.Mark(Rule, Severity.Warning, span) with { Stated = string.Join('、', repeated.Select(r => Mark(lines[r.Line - 1]))) })
                .With("count", Figures.Plain(repeated.Count))
                .Because(repeated.Select(r => context.EvidenceAt(context.LineSpan(r.Earlier)))).Because(repeated.Skip(1).Select(r => context.EvidenceAt(context.LineSpan(r.Line)))));
        }
    }

    private static string Mark(string line)
    {
        string plain = Names.Squeeze(line);
        int length = ListMark.Read(plain).Length;
        return length > 0 ? plain[..length] : plain[..Math.Min(plain.Length, Shown)];
    }
}
