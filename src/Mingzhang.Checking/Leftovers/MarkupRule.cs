using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Marks of markup around words of a sentence (八项规定**精神**): they belong to the tool that the text came from, not to the text.</summary>
public sealed class MarkupRule : IRule
{
    private const string Rule = "leftover.markup";
    private const string Mark = "**";
    private const int LongestMarked = 40;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("正文没有排版标记", "the text has no marks of markup"), "公文格式",
            ("", "正文中残留排版标记“{stated}”。", "Marks of markup are left in the text: “{stated}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<TextSpan> found = [];
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = 1; line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            int open = text.IndexOf(Mark, StringComparison.Ordinal);
            if (open <= 0 || text.Contains('\t') || text.Contains('|')) continue;
            // A line that begins or ends with a mark is a heading or a paragraph in bold: a way of writing, not a remnant.
            if (text.AsSpan().TrimStart().StartsWith(Mark)) continue;
            int close = text.IndexOf(Mark, open + Mark.Length, StringComparison.Ordinal);
            if (close < 0 || close - open > LongestMarked || !IsHan(text[open - 1]) || close + Mark.Length >= text.TrimEnd().Length) continue;
            found.Add(TextSpan.InLine(line, open, close + Mark.Length - open));
        }

        if (found.Count == 0) log.Pass(Rule);
        else log.PassWith((context.Mark(Rule, Severity.Info, found[0]) with { Stated = context.Disclosure.Source.Quote(found[0]) }).Because(found.Skip(1).Select(s => context.EvidenceAt(s))));
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
