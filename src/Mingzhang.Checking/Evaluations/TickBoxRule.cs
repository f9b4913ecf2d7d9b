using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Each row of tick boxes (项目类别, 项目属性, 项目类型) has exactly one choice, and the choices go together.</summary>
public sealed class TickBoxRule : IRule
{
    private const string Rule = "evaluation.tick-boxes";

    // Kind and duration that exclude each other: a project of one year does not go on.
    private static readonly (string One, string Other)[] Exclusive = [("持续性", "一次性")];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("项目类别、属性、类型各勾选一项且不矛盾", "each row of tick boxes has one choice, and the choices do not contradict each other"), "项目自评表 项目类别、项目属性、项目类型",
            ("", "“{name}”勾选了 {count} 项：{stated}。", "“{name}” has {count} boxes ticked: {stated}."),
            ("none", "“{name}”一项也没有勾选。", "“{name}” has no box ticked."),
            ("contradictory", "“{stated}”与“{other}”同时勾选，互相矛盾。", "“{stated}” and “{other}” are both ticked, which contradicts itself.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            List<TickBoxRow> none = [];
            foreach (TickBoxRow row in evaluation.TickBoxes)
            {
                int ticked = row.Options.Count(o => o.Ticked);
                if (row.Options.Length < 2) continue;
                if (ticked == 1) log.Pass(Rule);
                else if (ticked == 0) none.Add(row);
                else
                {
                    log.Fail((context.Mark(Rule, Severity.Warning, row.Span) with { Stated = string.Join('、', row.Options.Where(o => o.Ticked).Select(o => o.Text)) })
                        .With("name", row.Label).With("count", Figures.Plain(ticked)));
                }
            }

            if (none.Count > 0) ReportNone(context, log, evaluation, none);
            foreach ((string one, string other) in Exclusive)
            {
                if (Ticked(evaluation, one) is { } first && Ticked(evaluation, other) is { } second)
                {
                    log.PassWith((context.Mark(Rule, Severity.Info, second.Span, "contradictory") with { Stated = one }).With("other", other).Because(context.EvidenceAt(first.Span)));
                }
            }
        }
    }

    // Where no box of the table is ticked the ticks may be lost in the text.
    private static void ReportNone(CheckContext context, RuleLog log, Evaluation evaluation, List<TickBoxRow> none)
    {
        bool all = none.Count == evaluation.TickBoxes.Length;
        Finding finding = context.Mark(Rule, all ? Severity.Info : Severity.Warning, none[0].Span, "none").With("name", string.Join("”“", none.Select(r => r.Label)))
            .Because(none.Skip(1).Select(r => context.EvidenceAt(r.Span)));
        if (all) log.PassWith(finding);
        else log.Fail(finding);
    }

    private static TickBoxRow? Ticked(Evaluation evaluation, string choice) =>
        evaluation.TickBoxes.FirstOrDefault(r => r.Options.Any(o => o.Ticked && o.Text.Contains(choice, StringComparison.Ordinal)));
}
