using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>主要原因是 is followed by a reason: by nothing but dots it is the template's own sentence.</summary>
public sealed class EmptyReasonRule : IRule
{
    private const string Rule = "leftover.empty-reason", Reason = "原因是";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("“主要原因是”之后写有原因", "a reason follows where one is announced"), "公文格式",
            ("", "“{stated}”之后没有写原因（{count} 处）。", "“{stated}” is followed by no reason ({count} places).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        List<TextSpan> empty = [];
        int given = 0;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic is null || !section.Topic.StartsWith("explanations.", StringComparison.Ordinal)) continue;
            for (int line = section.FirstLine; line <= Math.Min(section.LastLine, lines.Length); line++)
            {
                if (context.SectionAt(line) != section) continue;
                string text = lines[line - 1];
                for (int at = text.IndexOf(Reason, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Reason, at + 1, StringComparison.Ordinal))
                {
                    ReadOnlySpan<char> rest = text.AsSpan(at + Reason.Length).TrimStart(" ：:\u3000");
                    if (rest.IsEmpty) continue;
                    if (rest[0] is '。' or '；' or '…' or '.') empty.Add(TextSpan.InLine(line, Math.Max(0, at - 2), at + Reason.Length - Math.Max(0, at - 2)));
                    else given++;
                }
            }
        }

        log.Pass(Rule, given);
        if (empty.Count > 0 && !context.IsBlank())
            log.Fail((context.Mark(Rule, Severity.Warning, empty[0]) with { Stated = context.Disclosure.Source.Quote(empty[0]) }).With("count", Figures.Plain(empty.Count)).Because(empty.Skip(1).Select(s => context.EvidenceAt(s))));
    }
}
