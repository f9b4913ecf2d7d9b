using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Narrative;

/// <summary>An increase that the text explains by nothing but saving (严格控制、厉行节约): the reason of another year was left standing.</summary>
internal sealed class ReasonRule : IRule
{
    private const string Id = "narrative.reason-direction";
    private const string Reason = "原因";

    private static readonly string[] Savings = ["厉行节约", "厉行勤俭节约", "勤俭节约", "严格控制", "从严控制", "严控", "压减", "压缩", "削减", "过紧日子"];

    /// <summary>What may explain an increase beside saving: then nothing is said.</summary>
    private static readonly string[] Increases =
        ["增", "新", "上涨", "提高", "上升", "扩", "恢复", "优化", "补", "调入", "结转", "纳入", "更换", "购置", "标准", "政策", "变动", "变化", "加大", "较多", "多于", "启动", "开展", "实施", "追加"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Info, new("增减原因与增减方向相符", "the reason of a change fits its direction"), "预算决算公开情况说明",
            ("", "“{subject}”{stated}，所述原因却只有压减节约（“{reason}”），原因与增加不符。", "“{subject}” increased by {stated}, yet the only reason given is saving (“{reason}”).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        HashSet<TextSpan> told = [];
        Dictionary<string, List<TextSpan>> same = [];
        List<Finding> findings = [];
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim is not { Kind: ClaimKind.Change or ClaimKind.Growth, Direction: Direction.Up, Value.Value: > 0, Span.IsSome: true } || ReasonAfter(context.Disclosure.Source, claim) is not { } reason) continue;
            if (!told.Add(reason)) continue;
            string text = Names.Squeeze(context.Disclosure.Source.Quote(reason)).TrimStart(':', '是', '为', '：');
            string? saving = Array.Find(Savings, s => text.Contains(s, StringComparison.Ordinal));
            if (saving is null || Array.Exists(Increases, i => text.Contains(i, StringComparison.Ordinal)))
            {
                log.Pass(Id);
                continue;
            }

            if (same.TryGetValue(text, out List<TextSpan>? places))
            {
                places.Add(claim.Span);
                continue;
            }

            same[text] = [];
            findings.Add((context.Mark(Id, Severity.Info, claim.Span) with { Stated = claim.Value?.ToString() + claim.Unit })
                .With("subject", Facts.FigureNames.OfSubject(claim, context.Disclosure)).With("reason", text).Because(context.EvidenceAt(reason)));
        }

        // The same sentence in two sections is one finding.
        foreach ((Finding finding, List<TextSpan> again) in findings.Zip(same.Values)) log.PassWith(finding.Because(again.Select(s => context.EvidenceAt(s))));
    }

    /// <summary>The reason that the claim's own sentence gives after it; null if it gives none.</summary>
    private static TextSpan? ReasonAfter(SourceText source, Claim claim)
    {
        TextSpan sentence = claim.Sentence;
        if (!sentence.IsSome || sentence.EndLine > source.Lines.Length) return null;
        int begins = -1, column = 0;
        for (int line = claim.Span.EndLine; line <= sentence.EndLine; line++)
        {
            string text = source.Lines[line - 1];
            int from = line == claim.Span.EndLine ? Math.Min(claim.Span.EndColumn, text.Length) : 0;
            int to = line == sentence.EndLine ? Math.Min(sentence.EndColumn, text.Length) : text.Length;
            if (begins < 0)
            {
                int at = to > from ? text.IndexOf(Reason, from, to - from, StringComparison.Ordinal) : -1;
                int stop = to > from ? text.AsSpan(from, to - from).IndexOfAny('。', '；') : -1;
                if (stop >= 0 && (at < 0 || from + stop < at)) return null;
                if (at < 0) continue;
                (begins, column) = (line, at + Reason.Length);
                from = column;
            }

            int end = to > from ? text.IndexOf('。', from, to - from) : -1;
            if (end >= 0) return new TextSpan(begins, column, line, end);
        }

        return begins < 0 ? null : new TextSpan(begins, column, sentence.EndLine, Math.Min(sentence.EndColumn, source.Lines[sentence.EndLine - 1].Length));
    }
}
