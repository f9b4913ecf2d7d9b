using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>What the text says of each project (budget, executed, score) against the project's evaluation table.</summary>
public sealed class ProjectStatementsRule : IRule
{
    private const string Score = "evaluation.text-score";
    private const string Money = "evaluation.text-amount";
    private const string Rate = "evaluation.text-rate";
    private const string Name = "evaluation.project-name";
    private const decimal YuanPerWan = 10_000m;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rate, Severity.Error, new("文字所述项目完成率等于执行数÷全年预算数", "the completion stated for a project is executed ÷ budget"), "部门决算情况说明 十三（三）",
            ("", "“{name}”写为完成预算的 {stated}%，按文字所述执行数 {executed}、全年预算数 {budget} 计算为 {expected}%。", "“{name}” is said to have completed {stated}% of its budget; {executed} of {budget} is {expected}%.")),
        Define.Rule(Name, Severity.Info, new("文字与自评表中的项目名称一致", "the text and the tables name projects alike"), "部门决算情况说明 十三（三）",
            ("", "{count} 个项目的名称在文字与自评表中写法不同：{names}。", "{count} projects are named differently in the text and the tables: {names}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<(string Zh, ProjectStatement Statement, Evaluation Table)> renamed = [];
        foreach ((ProjectStatement statement, Evaluation? table, bool byAmount) in ProjectMatching.Match(context))
        {
            if (table is null)
            {
                log.NotRun(Money, Reasons.NoTable, statement.Claims.Count);
                continue;
            }

            if (byAmount) renamed.Add(($"“{statement.Name}”与“{table.Name.Text.Trim()}”", statement, table));
            else log.Pass(Name);
            CheckRate(context, log, statement, table);
            List<Finding> amounts = [];
            foreach (Claim claim in statement.Claims) Compare(context, log, claim, table, amounts);
            // 预算数 and 执行数 are one amount where all was spent: the second is evidence of the first.
            if (amounts.Count > 0) log.Fail(amounts[0].Because(amounts.Skip(1).SelectMany(f => f.Evidence.Insert(0, new Evidence(f.Where, f.Stated ?? "")))) with { Computations = [.. amounts.SelectMany(f => f.Computations)] });
            log.Failed(Money, amounts.Count - 1);
        }

        if (renamed.Count == 0) return;
        log.PassWith(context.Mark(Name, Severity.Info, renamed[0].Statement.Claims[0].Span)
            .With("count", Figures.Plain(renamed.Count)).With("names", string.Join('；', renamed.Select(r => r.Zh)))
            .Because(renamed.Select(r => r.Table.Name.AsEvidence(new Text("自评表项目名称", "project name in the table")))));
    }

    private static void CheckRate(CheckContext context, RuleLog log, ProjectStatement statement, Evaluation table)
    {
        Claim? rate = statement.Claims.Find(c => c is { Kind: ClaimKind.Completion, Basis: Measure.FullYearBudget, Value: not null });
        if (rate is null) return;
        Claim? budget = Amount(statement, "/budget"), executed = Amount(statement, "/executed");
        if (budget is null || executed is null || budget.Unit != executed.Unit || Interval.Percent(context.IntervalOf(executed.Value!.Value), context.IntervalOf(budget.Value!.Value)) is not { } possible)
        {
            log.NotRun(Rate, Reasons.NoExecution);
            return;
        }

        if (possible.Overlaps(context.IntervalOf(rate.Value!.Value)))
        {
            log.Pass(Rate);
            return;
        }

        decimal right = decimal.Round(100 * executed.Value.Value.Value / budget.Value.Value.Value, Math.Max(1, rate.Value.Value.Decimals), MidpointRounding.AwayFromZero);
        log.Fail((Mark(context, Rate, rate, table, "") with { Expected = Figures.Plain(right) })
            .With("executed", executed.Value.ToString()!).With("budget", budget.Value.ToString()!).Because(executed.AsEvidence(new Text("执行数", "executed")), budget.AsEvidence(new Text("全年预算数", "full-year budget")))
            .ShowingPercent("", rate.As(new Text("文字所述完成率", "completion in the text"), context), executed.As(new Text("执行数", "executed"), context), budget.As(new Text("全年预算数", "full-year budget"), context)));
    }

    private static Claim? Amount(ProjectStatement statement, string key) =>
        statement.Claims.Find(c => c is { Kind: ClaimKind.Amount, Value: not null, Measure: not Measure.InitialBudget } && c.Subject.Key.EndsWith(key, StringComparison.Ordinal));

    private static void Compare(CheckContext context, RuleLog log, Claim claim, Evaluation table, List<Finding> amounts)
    {
        if (claim.Value is not { } stated) return;
        string key = claim.Subject.Key;
        if (key.EndsWith("/score", StringComparison.Ordinal) && claim.Kind == ClaimKind.Score)
        {
            Field? total = table.Total;
            Printed? score = total?.Figure ?? EvaluationScores.Computed(context, table);
            if (score is not { } right) log.NotRun(Score, Reasons.NoTotal);
            else if (context.IntervalOf(right).Overlaps(context.IntervalOf(stated))) log.Pass(Score);
            else log.Fail((Mark(context, Score, claim, table, "project") with { Expected = right.ToString() }).Because((total ?? table.Title).AsEvidence(new Text("自评表总分", "the table's total"))).ShowingStated(context, "分"));
        }
        else if (claim.Kind != ClaimKind.Amount) return;
        else if (claim.Measure == Measure.InitialBudget) InitialBudgets.Compare(context, log, Money, claim, table);
        else if (key.EndsWith("/budget", StringComparison.Ordinal)) CompareAmount(context, log, claim, stated, table, table.Budget, "全年预算数", "The budget", amounts);
        else if (key.EndsWith("/executed", StringComparison.Ordinal)) CompareAmount(context, log, claim, stated, table, table.Executed, "执行数", "The executed amount", amounts);
    }

    private static void CompareAmount(CheckContext context, RuleLog log, Claim claim, Printed stated, Evaluation table, Field? field, string what, string whatEn, List<Finding> amounts)
    {
        if (field is not { Figure: { } figure })
        {
            log.NotRun(Money, Reasons.NoExecution);
            return;
        }

        decimal scale = claim.Unit == "元" ? 1 / YuanPerWan : 1;
        Interval said = context.IntervalOf(stated) * scale;
        if (context.IntervalOf(figure).Overlaps(said))
        {
            log.Pass(Money);
            return;
        }

        bool yuan = table.AmountUnit is not "元" && (said * YuanPerWan).Overlaps(new Interval(figure.Value - 1, figure.Value + 1));
        if (table.AmountUnit == "元" && (said * YuanPerWan).Overlaps(context.IntervalOf(figure)))
        {
            log.Pass(Money);
            return;
        }

        Finding finding = yuan
            ? context.Mark(Money, Severity.Error, field, "yuan") with { Expected = stated.ToString(), Evidence = [claim.AsEvidence(what)] }
            : Mark(context, Money, claim, table, "project") with { Expected = figure.ToString(), Evidence = [field.AsEvidence("自评表" + what)] };
        amounts.Add(finding.ShowingStated(context, claim.Unit).With("name", table.Name.Text.Trim()).With("what", what).With("whatEn", whatEn));
    }

    private static Finding Mark(CheckContext context, string rule, Claim claim, Evaluation table, string variant) =>
        (context.Mark(rule, Severity.Error, claim.Span, variant) with { Stated = claim.Value?.ToString() }).With("name", table.Name.Text.Trim());
}
