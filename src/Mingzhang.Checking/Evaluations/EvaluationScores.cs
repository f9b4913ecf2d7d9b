using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Scores of a table that follow from others of it.</summary>
internal static class EvaluationScores
{
    /// <summary>The sum of the indicators' scores, and whether every indicator has one.</summary>
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

        return (sum, terms > 0 && terms == evaluation.Indicators.Length && evaluation.Unread.IsEmpty);
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
}
