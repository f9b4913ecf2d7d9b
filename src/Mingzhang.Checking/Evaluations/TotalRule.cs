using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>总分 = 预算执行得分 + 各指标得分; and a total below full where every target was met says which indicator lost points.</summary>
public sealed class TotalRule : IRule
{
    private const string Rule = "evaluation.total";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("总分 = 预算执行得分 + 各指标得分之和", "total = execution score + sum of the indicators' scores"), "自评表 总分",
            ("", "总分印为 {stated}，预算执行得分 {execution} 加各指标得分 {sum} 应为 {expected}。", "The total is printed as {stated}; execution {execution} and indicators {sum} make {expected}."),
            ("error-cell", "总分一格为表格错误值 {stated}，未显示分数{computed}。", "The total shows the spreadsheet error {stated} instead of a score{computedEn}."),
            ("not-a-figure", "总分一格为“{stated}”，不是分数{computed}。", "The total reads “{stated}”, which is no score{computedEn}."),
            ("above-full", "总分 {stated} 超过满分 {expected}。", "The total of {stated} exceeds {expected}."),
            ("unexplained", "各指标均达到或超过目标值，总分却为 {stated}（指标得分 {sum}，满分 {full}）；未列分值，扣分无从核对。", "Every target was met, yet the total is {stated} (indicators {sum} of {full}); without weights the loss cannot be checked.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (!evaluation.HasScores) log.NotRun(Rule, Reasons.NoScores);
            else Check(context, log, evaluation);
        }
    }

    private static void Check(CheckContext context, RuleLog log, Evaluation evaluation)
    {
        (decimal sum, bool complete) = EvaluationScores.Sum(evaluation);
        if (evaluation.Total is not { } totalField)
        {
            log.NotRun(Rule, Reasons.NoTotal);
            return;
        }

        if (totalField.Figure is not { } total)
        {
            Printed? known = EvaluationScores.Computed(context, evaluation);
            string computed = known is { } k ? $"；预算执行与各指标得分相加为 {k}" : "", computedEn = known is { } e ? $"; execution and indicators make {e}" : "";
            bool error = totalField.Text.AsSpan().Trim().StartsWith('#');
            Finding finding = (context.Mark(Rule, Severity.Error, totalField, error ? "error-cell" : "not-a-figure") with { Expected = known?.ToString() }).With("computed", computed).With("computedEn", computedEn);
            log.Fail(known is null ? finding : finding.ShowingSum(SumName, "分", null, [ExecutionOf(context, evaluation), .. Scores(evaluation)]));
            return;
        }

        decimal full = evaluation.TotalWeight?.Figure?.Value ?? context.Edition.Scoring.Total;
        if (total.Value > full)
        {
            log.Fail((context.Mark(Rule, Severity.Error, totalField, "above-full") with { Expected = Figures.Plain(full) })
                .ShowingAtMost(new Text("总分不超过满分", "the total is within the full score"), "分", totalField.As(TotalName, Interval.Point(total.Value)), Showing.Exact(FullName, full, evaluation.TotalWeight?.Figure is null ? default : evaluation.TotalWeight.Span)));
            return;
        }

        if (!complete)
        {
            log.NotRun(Rule, Reasons.ScoresMissing);
            return;
        }

        if (evaluation.RateScore?.Figure is { } execution) CheckSum(context, log, evaluation, totalField, total, execution.Value, sum);
        else if (evaluation is { Budget.Figure: { } budget, Executed.Figure: { } executed } && budget.Value > 0)
            CheckAgainstRate(context, log, evaluation, totalField, total, sum, budget, executed);
        else log.NotRun(Rule, Reasons.NoRateScore);
        CheckUnexplained(context, log, evaluation, totalField, total, sum, full);
    }

    private static void CheckSum(CheckContext context, RuleLog log, Evaluation evaluation, Field totalField, Printed total, decimal execution, decimal sum)
    {
        decimal expected = execution + sum, gap = Math.Abs(expected - total.Value), lacking = EvaluationScores.LackingWeight(context, evaluation);
        if (gap == 0) log.Pass(Rule);
        else if (total.Value > expected && gap <= lacking) log.NotRun(Rule, Reasons.RowMissing);
        else if (IsOfWrongScore(context, evaluation, total.Value - expected)) log.Failed(Rule);
        else
        {
            // Only a score printed with the finest digits may itself be rounded (0.94 of 0.9418); 1.5分 and 2分 are whole.
            (decimal unit, int rounded) = Finest(evaluation, total);
            Severity severity = unit < 1 && gap <= (rounded + 1) * unit / 2 ? Severity.Rounding : Severity.Error;
            Finding finding = (context.Mark(Rule, severity, totalField) with { Expected = Figures.Plain(expected) })
                .With("execution", Figures.Plain(execution)).With("sum", Figures.Plain(sum)).Because(evaluation.RateScore!.AsEvidence(ExecutionName))
                .ShowingSum(SumName, "分", Score(totalField, TotalName),
                    [Score(evaluation.RateScore!, ExecutionName), .. evaluation.Indicators.Where(i => i.Score?.Figure is not null).Select(i => Score(i.Score!, i.Name.Text))]);
            if (severity == Severity.Rounding) log.PassWith(finding);
            else log.Fail(finding);

            ComputedFigure Score(Field field, Text name) => field.As(name, severity == Severity.Rounding ? context.IntervalOf(field.Figure!.Value) : Interval.Point(field.Figure!.Value.Value));
        }
    }

    private static Text ExecutionName { get; } = new("预算执行得分", "score for execution");

    /// <summary>Whether one score that is wrong by its own row — above its weight, or not what the execution gives — is all that the total differs by: then it is the wrong figure, not the total.</summary>
    private static bool IsOfWrongScore(CheckContext context, Evaluation evaluation, decimal difference)
    {
        foreach (Indicator indicator in evaluation.Indicators)
        {
            if (indicator is { Score.Figure: { } score, Weight.Figure: { } weight } && score.Value > weight.Value && score.Value + difference >= 0 && score.Value + difference <= weight.Value) return true;
        }

        if (evaluation is not { RateScore.Figure: { } rate, Budget.Figure: { Value: > 0 } budget, Executed.Figure: { } executed }) return false;
        Interval allowed = ExecutionScore.Allowed(context, ExecutionScore.Weight(context, evaluation), budget, executed), right = context.IntervalOf(new Printed(rate.Value + difference, Math.Max(rate.Decimals, 2)));
        return !allowed.Overlaps(context.IntervalOf(rate)) && allowed.Overlaps(right);
    }

    private static void CheckAgainstRate(CheckContext context, RuleLog log, Evaluation evaluation, Field totalField, Printed total, decimal sum, Printed budget, Printed executed)
    {
        decimal weight = ExecutionScore.Weight(context, evaluation);
        Interval rest = context.IntervalOf(total) - Interval.Point(sum);
        bool fits = ExecutionScore.Allowed(context, weight, budget, executed).Overlaps(rest)
            || (evaluation.Rate?.Figure is { } rate && ExecutionScore.FromRate(weight, rate).Overlaps(rest));
        Printed exact = ExecutionScore.Exact(weight, budget, executed, 2);
        if (fits) log.Pass(Rule);
        else
        {
            log.Fail((context.Mark(Rule, Severity.Error, totalField) with { Expected = Figures.Plain(sum + exact.Value) })
                .With("execution", exact.ToString()).With("sum", Figures.Plain(sum))
                .ShowingSum(SumName, "分", totalField.As(TotalName, context), [ExecutionOf(context, evaluation) with { Range = ExecutionScore.Allowed(context, weight, budget, executed) }, .. Scores(evaluation)]));
        }
    }

    private static void CheckUnexplained(CheckContext context, RuleLog log, Evaluation evaluation, Field totalField, Printed total, decimal sum, decimal full)
    {
        decimal points = full - ExecutionScore.Weight(context, evaluation);
        if (evaluation.HasWeights || sum >= points) return;
        int reached = 0;
        foreach (Indicator indicator in evaluation.Indicators)
        {
            bool? met = IndicatorAttainment.IsReached(indicator);
            if (met == false) return;
            if (met == true) reached++;
        }

        // An outcome in other words than its target cannot be judged; most must be reached for certain.
        if (reached * 5 < evaluation.Indicators.Length * 4) return;
        log.Fail(context.Mark(Rule, Severity.Warning, totalField, "unexplained").With("sum", Figures.Plain(sum)).With("full", Figures.Plain(points))
            .ShowingSum(new Text("各指标均达到目标时，得分之和 = 指标满分", "where every target was met the scores make the full score"), "分", Showing.Exact(FullName, points), [.. Scores(evaluation)]));
    }

    private static Text SumName { get; } = new("总分 = 预算执行得分 + 各指标得分", "total = score for execution + scores of the indicators");

    private static Text TotalName { get; } = new("总分", "total");

    private static Text FullName { get; } = new("满分", "full score");

    private static IEnumerable<ComputedFigure> Scores(Evaluation evaluation) =>
        evaluation.Indicators.Where(i => i.Score?.Figure is not null).Select(i => Showing.Exact(i.Name.Text, i.Score!.Figure!.Value.Value, i.Score.Span));

    /// <summary>The score for execution as printed, else as the amounts make it.</summary>
    private static ComputedFigure ExecutionOf(CheckContext context, Evaluation evaluation) => evaluation.RateScore is { Figure: { } score } field
        ? Showing.Exact(ExecutionName, score.Value, field.Span)
        : Showing.Exact(new Text("预算执行得分（按执行数 ÷ 预算数）", "score for execution (by executed ÷ budget)"), ExecutionScore.Exact(ExecutionScore.Weight(context, evaluation), evaluation.Budget!.Figure!.Value, evaluation.Executed!.Figure!.Value, 2).Value);

    private static (decimal Unit, int Count) Finest(Evaluation evaluation, Printed total)
    {
        decimal unit = total.Unit;
        int count = 0;
        Weigh(evaluation.RateScore);
        foreach (Indicator indicator in evaluation.Indicators) Weigh(indicator.Score);
        return (unit, count);

        void Weigh(Field? field)
        {
            if (field?.Figure is not { } score || score.Unit > unit) return;
            count = score.Unit < unit ? 1 : count + 1;
            unit = score.Unit;
        }
    }
}
