using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>How many projects were evaluated and with what money: the same wherever the text says it, and as many as the text and the tables show.</summary>
public sealed class CoverageRule : IRule
{
    private const string Count = "evaluation.project-count";
    private const string Money = "evaluation.project-money";
    private const string CountKey = "evaluation/coverage/projects";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Count, Severity.Warning, new("文字所述自评项目个数前后一致，并与列示的项目相符", "the number of evaluated projects is the same throughout and matches those shown"), "部门决算情况说明 十三（一）（三）",
            ("", "此处称涉及 {stated} 个项目，{other} {expected} 个。", "{stated} projects are named here, {otherEn} {expected}.")),
        Define.Rule(Money, Severity.Warning, new("自评资金等于各项目自评表金额之和", "the money evaluated is the sum over the project tables"), "部门决算情况说明 十三（一）",
            ("", "自评资金 {stated} 万元与 {count} 张项目自评表执行数之和 {expected} 万元不一致。", "{stated} 万元 said to be evaluated differs from {expected}, the sum executed over {count} project tables.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<(ProjectStatement Statement, Evaluation? Table, bool ByAmount)> projects = ProjectMatching.Match(context);
        List<Evaluation> tables = [.. context.Disclosure.Evaluations.Where(e => e.Scope == EvaluationScope.Project && !ProjectNames.IsSummary(e))];
        string? section = context.SectionOf("explanations.performance")?.Id;
        int described = section is null ? 0 : projects.Count(p => p.Statement.Claims.Exists(c => c.Kind == ClaimKind.Amount && c.Section.StartsWith(section, StringComparison.Ordinal)));
        CheckCount(context, log, described, tables.Count);
        CheckMoney(context, log, tables);
    }

    private static void CheckCount(CheckContext context, RuleLog log, int described, int tables)
    {
        List<ProjectCount> claims = ProjectCount.Read(context);
        if (claims.Count == 0 || (described == 0 && tables == 0 && claims.Count < 2))
        {
            log.NotRun(Count, Reasons.NoTable);
            return;
        }

        // Projects merged into one table (合并为 1 个) are counted in two ways on purpose.
        if (claims.Exists(c => c.Merged))
        {
            log.NotRun(Count, new Text("文字说明项目合并，个数口径不同", "the text says that projects were merged, so they are counted in two ways"));
            return;
        }

        decimal shown = described > 0 ? described : tables;
        List<ProjectCount> wrong = claims.FindAll(c => c.Value != (shown > 0 ? shown : claims[0].Value));
        log.Pass(Count, claims.Count - wrong.Count);
        // Where text and tables show different numbers, what is shown proves nothing.
        if (wrong.Count == 0) return;
        if (described > 0 && tables > 0 && described != tables && wrong.Exists(c => c.Value == tables) && wrong.Count == claims.Count)
        {
            log.NotRun(Count, new Text("文字综述与自评表的项目个数不同", "text and tables show different numbers of projects"));
            return;
        }

        (string zh, string en) = shown == 0 ? ("另一处称", "elsewhere") : described > 0 ? ("文字综述列有", "the text describes") : ("所附自评表为", "the tables attached are");
        decimal right = shown > 0 ? shown : claims[0].Value;
        log.Fail((context.Mark(Count, Severity.Warning, wrong[0].Span) with { Stated = Figures.Plain(wrong[0].Value), Expected = Figures.Plain(right) })
            .With("other", zh).With("otherEn", en).Because(claims.Where(c => c != wrong[0]).Select(c => context.EvidenceAt(c.Span, new Text("项目个数", "number of projects"))))
            .ShowingEqual("", "个", Showing.Exact(new Text("此处", "here"), wrong[0].Value, wrong[0].Span), Showing.Exact(new Text(zh, en), right, shown > 0 ? default : claims[0].Span)));
    }

    private static void CheckMoney(CheckContext context, RuleLog log, List<Evaluation> tables)
    {
        List<Claim> claims = [.. context.ClaimsOn("evaluation/coverage/money").Where(c => c is { Kind: ClaimKind.Amount, Value: not null, Measure: not Measure.InitialBudget })];
        decimal? counted = context.ClaimsOn(CountKey).FirstOrDefault(c => c.Value is not null)?.Value?.Value;
        if (claims.Count == 0 || tables.Count == 0 || tables.Exists(t => t is not { Budget.Figure: not null, Executed.Figure: not null }) || (counted is { } n && n != tables.Count && tables.Count > 1))
        {
            log.NotRun(Money, Reasons.NoTable);
            return;
        }

        Interval executed = Interval.Point(0), budget = Interval.Point(0);
        decimal sum = 0;
        foreach (Evaluation table in tables)
        {
            executed += context.IntervalOf(table.Executed!.Figure!.Value);
            budget += context.IntervalOf(table.Budget!.Figure!.Value);
            sum += table.Executed.Figure.Value.Value;
        }

        foreach (Claim claim in claims)
        {
            Interval said = context.IntervalOf(claim.Value!.Value);
            if (said.Overlaps(executed) || said.Overlaps(budget)) log.Pass(Money);
            else
            {
                log.Fail((context.Mark(Money, Severity.Warning, claim.Span) with { Stated = claim.Value.ToString(), Expected = Figures.Plain(sum) })
                    .With("count", Figures.Plain(tables.Count)).Because(tables.Select(t => t.Executed!.AsEvidence(t.Name.Text.Trim())))
                    .ShowingSum("", claim.Unit, claim.As(new Text("文字所述自评资金", "money in the text"), context), [.. tables.Select(t => t.Executed!.As(t.Name.Text.Trim(), context))]));
            }
        }
    }
}
