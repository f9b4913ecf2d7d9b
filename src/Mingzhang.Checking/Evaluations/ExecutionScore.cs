using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The points that the execution of the budget earns.</summary>
internal static class ExecutionScore
{
    /// <summary>The points set for execution: printed beside the row, else the policy's.</summary>
    internal static decimal Weight(CheckContext context, Evaluation evaluation) =>
        evaluation.RateWeight?.Figure is { Value: > 0 } printed ? printed.Value : context.Edition.Scoring.ExecutionWeight;

    /// <summary>Every score that the printed amounts allow; never above the weight.</summary>
    internal static Interval Allowed(CheckContext context, decimal weight, Printed budget, Printed executed)
    {
        if (Interval.Divide(context.IntervalOf(executed), context.IntervalOf(budget)) is not { } rate) return new Interval(0, weight);
        return new Interval(Math.Min(rate.Low * weight, weight), Math.Min(rate.High * weight, weight));
    }

    /// <summary>The score by the printed, rounded rate: what a calculator gives for weight × rate.</summary>
    internal static Interval FromRate(decimal weight, Printed rate) => Interval.Point(Math.Min(weight, weight * rate.Value / 100m));

    /// <summary>The score by the printed amounts, to a number of decimals.</summary>
    internal static Printed Exact(decimal weight, Printed budget, Printed executed, int decimals)
    {
        decimals = Math.Clamp(decimals, 0, 4);
        decimal score = Math.Min(weight, weight * executed.Value / budget.Value);
        return new Printed(decimal.Round(score, decimals, MidpointRounding.AwayFromZero), decimals);
    }
}
