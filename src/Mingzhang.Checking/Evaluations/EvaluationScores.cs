using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Scores of a table that follow from others of it.</summary>
internal static class EvaluationScores
{
    /// <summary>The sum of the indicators' scores, and whether every indicator has one and no row was left unread.</summary>
    internal static (decimal Sum, bool Complete) Sum(Evaluation evaluation)
    {
        decimal sum = 0;
        int terms = 0;
        foreach (Indicator indicator in evaluation.Indicators)
        {
            if (indicator.Score?.Figure is not { } score) continue;
            sum += score.Value;
            terms++;
        }

        return (sum, terms > 0 && terms == evaluation.Indicators.Length && evaluation.Unread.All(u => evaluation.Indicators.Any(i => i.Span == u.Span)));
    }

    /// <summary>The total that the execution score and the indicators' scores make; null where one is missing.</summary>
    internal static Printed? Computed(CheckContext context, Evaluation evaluation)
    {
        (decimal sum, bool complete) = Sum(evaluation);
        if (!complete) return null;
        decimal? execution = evaluation.RateScore?.Figure?.Value;
        if (execution is null && evaluation is { Budget.Figure: { } budget, Executed.Figure: { } executed } && budget.Value > 0)
            execution = ExecutionScore.Exact(ExecutionScore.Weight(context, evaluation), budget, executed, 2).Value;
        return execution is { } points ? new Printed(points + sum, 2) : null;
    }

    /// <summary>Whether the printed total exceeds the scores listed by some of the points that the listed weights lack: rows are missing.</summary>
    internal static bool LacksRows(CheckContext context, Evaluation evaluation, decimal points)
    {
        if (evaluation.Total?.Figure is not { } total || Computed(context, evaluation) is not { } listed) return false;
        decimal over = total.Value - listed.Value;
        return over > 0 && over <= points;
    }

    /// <summary>The points of all indicators that the listed weights lack; zero where weights are not printed or make it up.</summary>
    internal static decimal LackingWeight(CheckContext context, Evaluation evaluation)
    {
        decimal sum = 0;
        foreach (Indicator indicator in evaluation.Indicators)
        {
            if (indicator.Weight?.Figure is not { } weight) return 0;
            sum += weight.Value;
        }

        decimal all = evaluation.TotalWeight?.Figure?.Value ?? context.Edition.Scoring.Total;
        return Math.Max(0, all - ExecutionScore.Weight(context, evaluation) - sum);
    }
}
