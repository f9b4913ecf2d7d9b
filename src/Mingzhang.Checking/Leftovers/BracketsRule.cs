using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Brackets of the explanations are closed: one that is open where its section or the next numbered item begins was forgotten.</summary>
public sealed class BracketsRule : IRule
{
    private const string Rule = "leftover.brackets";
    private const int Shown = 24;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("括号成对", "brackets are closed"), "公文格式",
            ("", "“{stated}”的括号没有收尾。", "The bracket of “{stated}” is not closed.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        List<TextSpan> open = [];
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic is null || !section.Topic.StartsWith("explanations.", StringComparison.Ordinal)) continue;
            var stack = new Stack<TextSpan>();
            for (int line = section.FirstLine; line <= Math.Min(section.LastLine, lines.Length); line++)
            {
                string text = lines[line - 1];
                if (text.Contains('\t') || context.SectionAt(line) != section) continue;
                int at = text.AsSpan().IndexOfAny("（）()");
                while (at >= 0)
                {
                    if (text[at] is '（' or '(') stack.Push(TextSpan.InLine(line, at, Math.Min(Shown, text.Length - at)));
                    else stack.TryPop(out _);
                    int next = text.AsSpan(at + 1).IndexOfAny("（）()");
                    at = next < 0 ? -1 : at + 1 + next;
                }
            }

            open.AddRange(stack);
        }

        // Where brackets of either kind are often not closed, the text was taken over without them.
        if (open.Count == 0 || open.Count > 2) log.Pass(Rule);
        else log.PassWith((context.Mark(Rule, Severity.Info, open[0]) with { Stated = context.Disclosure.Source.Quote(open[0]) }).Because(open.Skip(1).Select(s => context.EvidenceAt(s))));
    }
}
