using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Evaluations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>The list at the head of part six names the attachments as their own titles do.</summary>
public sealed class AttachmentListRule : IRule
{
    private const string Rule = "completeness.attachment-titles";
    private const int ShortestName = 3;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("附件目录与所附表名一致", "the list of attachments has their titles"), "部门决算公开 附件",
            ("", "附件目录写“{stated}”，所附表名为“{expected}”。", "The list says “{stated}”, the attachment is titled “{expected}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("attachments") is not { } section) return;
        int end = context.Disclosure.Evaluations.Select(e => e.Title.Span.Line).DefaultIfEmpty(0).Min() - 1;
        foreach ((string text, TextSpan span) in Entries(context, section.FirstLine, Math.Min(end, section.LastLine)))
        {
            foreach (Evaluation evaluation in context.Disclosure.Evaluations)
            {
                string name = ProjectNames.Bare(evaluation.Title.Text), title = Names.Squeeze(evaluation.Title.Text);
                if (evaluation.Scope != EvaluationScope.Project || name.Length < ShortestName) continue;
                int at = text.IndexOf(name, StringComparison.Ordinal);
                if (at < 0) continue;
                int inTitle = title.IndexOf(name, StringComparison.Ordinal);
                if (inTitle >= 0 && text[at..] == title[inTitle..]) log.Pass(Rule);
                else
                {
                    log.PassWith((context.Mark(Rule, Severity.Info, span) with { Stated = text, Expected = evaluation.Title.Text.Trim() }).Because(evaluation.Title.AsEvidence(new Text("表名", "the table's title"))));
                }

                break;
            }
        }
    }

    // Entries begin with 一、 and may run over lines.
    private static IEnumerable<(string Text, TextSpan Span)> Entries(CheckContext context, int first, int last)
    {
        string text = "";
        TextSpan span = TextSpan.None;
        for (int line = first; line <= last && line <= context.Disclosure.Source.Lines.Length; line++)
        {
            string plain = Names.Squeeze(context.Disclosure.Source.Lines[line - 1]);
            if (plain.Length == 0) continue;
            bool starts = plain.IndexOf('、') is > 0 and <= 3;
            if (starts && text.Length > 0) yield return (text, span);
            (text, span) = starts ? (plain[(plain.IndexOf('、') + 1)..], context.LineSpan(line)) : text.Length > 0 ? (text + plain, span.To(context.LineSpan(line))) : ("", TextSpan.None);
        }

        if (text.Length > 0) yield return (text, span);
    }
}
