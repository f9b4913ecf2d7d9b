using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>Part four names each task alike in its headings and in its table.</summary>
public sealed class KeyWorkRule : IRule
{
    private const string Rule = "completeness.key-work-names";
    private const int LongestName = 40;
    private const int MostCompared = 200;
    private const double Alike = 0.75;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("重点工作的标题与表中名称一致", "key work has the same names in headings and table"), "重点工作完成情况",
            ("", "标题“{stated}”与重点工作表中的“{expected}”不一致。", "The heading “{stated}” differs from “{expected}” in the table.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.Disclosure.KeyWork.IsEmpty || context.SectionOf("keyWork") is not { } section) return;
        Dictionary<string, TextSpan> headings = Headings(context, section);
        if (headings.Count == 0) return;
        Dictionary<string, KeyWorkRow> rows = [];
        foreach (KeyWorkRow row in context.Disclosure.KeyWork.Take(MostCompared))
        {
            rows.TryAdd(Plain(row.Matter), row);
            rows.TryAdd(Plain(row.Goal), row);
        }

        foreach ((string heading, TextSpan span) in headings)
        {
            if (rows.ContainsKey(heading))
            {
                log.Pass(Rule);
                continue;
            }

            foreach ((string name, KeyWorkRow row) in rows)
            {
                if (name.Length is 0 or > LongestName || headings.ContainsKey(name) || Names.Likeness(name, heading) < Alike) continue;
                log.PassWith((context.Mark(Rule, Severity.Info, span) with { Stated = heading, Expected = name }).Because(context.EvidenceAt(row.Span, new Text("重点工作表", "table of key work"))));
                break;
            }
        }
    }

    // Short lines that begin with 一、 or （一）, above the table.
    private static Dictionary<string, TextSpan> Headings(CheckContext context, Section section)
    {
        var headings = new Dictionary<string, TextSpan>();
        int last = Math.Min(section.LastLine, context.Disclosure.KeyWork.Min(r => r.Span.Line) - 1);
        for (int line = section.FirstLine; line <= last && headings.Count < MostCompared; line++)
        {
            string text = context.Disclosure.Source.Lines[line - 1];
            if (text.Length is 0 or > LongestName) continue;
            string plain = Names.Squeeze(text).TrimStart('-');
            int end = plain.StartsWith('(') ? plain.IndexOf(')') : plain.IndexOf('、');
            if (end is > 0 and <= 4 && "一二三四五六七八九十".Contains(plain[end - 1])) headings.TryAdd(Plain(plain[(end + 1)..]), context.LineSpan(line));
        }

        return headings;
    }

    private static string Plain(string text) => Names.Squeeze(text).TrimEnd('。', '.', ';');
}
