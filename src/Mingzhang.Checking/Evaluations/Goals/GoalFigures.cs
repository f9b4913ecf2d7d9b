using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Checking.Evaluations.Goals;

/// <summary>Amounts of declarations as they are compared: exact to two decimals at least, since 70 stands beside 0.64.</summary>
internal static class GoalFigures
{
    private const int LeastDecimals = 2;

    /// <summary>What an amount stands for; zero where it is blank.</summary>
    internal static Interval Of(CheckContext context, Field? field) =>
        field?.Figure is { } figure ? context.IntervalOf(figure with { Decimals = Math.Max(figure.Decimals, LeastDecimals) }) : Interval.Point(0);

    /// <summary>The sum of amounts.</summary>
    internal static Interval Sum(CheckContext context, IEnumerable<Field?> fields) => fields.Aggregate(Interval.Point(0), (sum, f) => sum + Of(context, f));

    /// <summary>The sum as printed.</summary>
    internal static string Printed(IEnumerable<Field?> fields) => Figures.Plain(fields.Sum(f => f?.Figure?.Value ?? 0));

    /// <summary>Whether a field holds text that is no figure: then sums over it are unknown.</summary>
    internal static bool IsUnknown(Field? field) => field is not null && field.Figure is null;
}
