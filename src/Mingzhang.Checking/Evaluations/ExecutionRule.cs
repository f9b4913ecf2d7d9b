using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>执行率 = 执行数 ÷ 预算数, and 得分 = 20 × 执行率 (the policy's points), of every self-evaluation table.</summary>
public sealed class ExecutionRule : IRule
{
    private const string Rate = "evaluation.execution-rate";
    private const string Score = "evaluation.execution-score";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rate, Severity.Error, new("自评表执行率 = 执行数 ÷ 预算数", "execution rate = executed ÷ budget"), "项目支出绩效自评表 预算执行情况 B/A",
            ("", "执行率印为 {stated}，按执行数 {executed} ÷ 预算数 {budget} 应为 {expected}。", "The execution rate is printed as {stated}; {executed} ÷ {budget} gives {expected}."),
            ("overrun", "执行数 {executed} 大于预算数 {budget}：预算数应为含追加和结转的全年预算数。", "{executed} executed exceeds the budget of {budget}, which should be the full-year budget with additions and carry-over.")),
        Define.Rule(Score, Severity.Error, new("预算执行得分 = 分值 × 执行率", "execution score = points × execution rate"), "自评表 得分（20分*执行率）",
            ("", "预算执行得分印为 {stated}，按 {weight} × {executed} ÷ {budget} 应为 {expected}。", "The execution score is printed as {stated}; {weight} × {executed} ÷ {budget} gives {expected}."),
            ("rounded-rate", "预算执行得分 {stated} 按已舍入的执行率 {rate} 计算，按未舍入的执行率应为 {expected}。", "The execution score {stated} was computed from the rounded rate {rate}; the unrounded rate gives {expected}."),
            ("blank", "自评表的预算执行得分为空，按执行率应为 {expected}。", "The execution score is blank; by the rate it is {expected}."),
            ("too-high", "预算执行得分 {stated} 超过该项分值 {weight}。", "The execution score {stated} exceeds its {weight} points.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            CheckRate(context, log, evaluation);
            CheckScore(context, log, evaluation);
        }
    }

    private static void CheckRate(CheckContext context, RuleLog log, Evaluation evaluation)
    {
        if (evaluation is not { Budget: { Figure: { } budget } budgetField, Executed: { Figure: { } executed } executedField })
        {
            log.NotRun(Rate, Reasons.NoExecution);
            return;
        }

        if (context.IntervalOf(executed).Low > context.IntervalOf(budget).High)
        {
            log.Fail(Amounts(context.Mark(Rate, Severity.Warning, executedField, "overrun"), evaluation).Because(budgetField.AsEvidence(BudgetName))
                .ShowingAtMost(new Text("执行数不超过预算数", "what is executed is within the budget"), evaluation.AmountUnit ?? context.Disclosure.AmountUnit, executedField.As(ExecutedName, context), budgetField.As(BudgetName, context)));
            return;
        }

        if (evaluation.Rate is not { Figure: { } rate } rateField)
        {
            log.NotRun(Rate, Reasons.NoExecution);
            return;
        }

        if (Interval.Percent(context.IntervalOf(executed), context.IntervalOf(budget)) is not { } percent)
        {
            log.NotRun(Rate, Reasons.NoBudget);
            return;
        }

        if (percent.Overlaps(context.IntervalOf(rate))) log.Pass(Rate);
        else
        {
            log.Fail(Amounts(context.Mark(Rate, Severity.Error, rateField) with { Expected = Figures.Percent(executed.Value / budget.Value, rate.Decimals) }, evaluation)
                .Because(executedField.AsEvidence(ExecutedName), budgetField.AsEvidence(BudgetName))
                .ShowingPercent(new Text("执行率 = 执行数 ÷ 预算数", "execution rate = executed ÷ budget"), rateField.As(new Text("执行率", "execution rate"), context.IntervalOf(rate)), executedField.As(ExecutedName, context.IntervalOf(executed)), budgetField.As(BudgetName, context.IntervalOf(budget))));
        }
    }

    private static Text ExecutedName { get; } = new("执行数", "executed");

    private static Text BudgetName { get; } = new("预算数", "budget");

    private static void CheckScore(CheckContext context, RuleLog log, Evaluation evaluation)
    {
        if (evaluation is not { Budget.Figure: { } budget, Executed.Figure: { } executed } || budget.Value <= 0)
        {
            log.NotRun(Score, Reasons.NoExecution);
            return;
        }

        decimal weight = ExecutionScore.Weight(context, evaluation);
        if (evaluation.RateScore is not { Figure: { } score } scoreField)
        {
            if (evaluation is { HasScores: true, Total: not null, RateScore: null, Rate: { } rateField } && !evaluation.Indicators.IsEmpty)
            {
                string expected = ExecutionScore.Exact(weight, budget, executed, 2).ToString();
                log.PassWith(Reckoned(context, context.Mark(Score, Severity.Info, RowOf(evaluation, rateField), "blank") with { Expected = expected }, evaluation, weight));
            }
            else log.NotRun(Score, Reasons.NoRateScore);
            return;
        }

        if (score.Value > weight)
        {
            log.Fail(Amounts(context.Mark(Score, Severity.Error, scoreField, "too-high"), evaluation).With("weight", Figures.Plain(weight))
                .ShowingAtMost(new Text("预算执行得分不超过该项分值", "the score is within its points"), "分", scoreField.As(ScoreName, context), PointsOf(evaluation, weight)));
            return;
        }

        if (ExecutionScore.Allowed(context, weight, budget, executed).Overlaps(context.IntervalOf(score)))
        {
            log.Pass(Score);
            return;
        }

        Printed exact = ExecutionScore.Exact(weight, budget, executed, score.Decimals);
        bool fromRate = evaluation.Rate?.Figure is { } rate && ExecutionScore.FromRate(weight, rate).Overlaps(context.IntervalOf(score));
        Finding finding = Amounts(context.Mark(Score, fromRate ? Severity.Rounding : Severity.Error, scoreField, fromRate ? "rounded-rate" : ""), evaluation)
            .With("weight", Figures.Plain(weight)).With("rate", evaluation.Rate?.Text ?? "") with { Expected = exact.ToString() };
        finding = Reckoned(context, finding.Because(evaluation.Executed.AsEvidence(ExecutedName), evaluation.Budget.AsEvidence(BudgetName)), evaluation, weight);
        if (fromRate) finding = finding.ShowingPoints(new Text("预算执行得分 = 分值 × 印出的执行率", "score = points × the rate as printed"), scoreField.As(ScoreName, context), PointsOf(evaluation, weight), Showing.Exact(RateName, evaluation.Rate!.Figure!.Value.Value, evaluation.Rate.Span), Showing.Exact(new Text("百分之百", "one hundred percent"), 100));
        if (fromRate) log.PassWith(finding);
        else log.Fail(finding);
    }

    /// <summary>With the score that the amounts make.</summary>
    private static Finding Reckoned(CheckContext context, Finding finding, Evaluation evaluation, decimal weight) => finding.ShowingPoints(
        new Text("预算执行得分 = 分值 × 执行数 ÷ 预算数", "score = points × executed ÷ budget"), evaluation.RateScore is { Figure: not null } score ? score.As(ScoreName, context) : null, PointsOf(evaluation, weight), evaluation.Executed!.As(ExecutedName, context), evaluation.Budget!.As(BudgetName, context));

    private static ComputedFigure PointsOf(Evaluation evaluation, decimal weight) => Showing.Exact(new Text("预算执行分值", "points for execution"), weight, evaluation.RateWeight?.Figure is { } ? evaluation.RateWeight.Span : default);

    private static Text ScoreName { get; } = new("预算执行得分", "score for execution");

    private static Text RateName { get; } = new("执行率", "execution rate");

    private static Core.Sources.TextSpan RowOf(Evaluation evaluation, Field rate) =>
        evaluation.Budget is { } budget && budget.Span.Line == rate.Span.Line && budget.Span.Column < rate.Span.Column ? budget.Span.To(rate.Span) : rate.Span;

    private static Finding Amounts(Finding finding, Evaluation evaluation) =>
        finding.With("executed", evaluation.Executed?.Text ?? "").With("budget", evaluation.Budget?.Text ?? "");
}
