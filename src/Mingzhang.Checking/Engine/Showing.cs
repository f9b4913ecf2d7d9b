using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Engine;

/// <summary>Writes out the arithmetic of findings on tables that are no statutory forms: evaluations, declarations of goals.</summary>
internal static class Showing
{
    /// <summary>A field as a figure of a computation; a blank one is zero.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">What it is.</param>
    /// <param name="range">Every value that it stands for.</param>
    internal static ComputedFigure As(this Field field, Text name, Interval range) =>
        new(new Place(field.Span), name, field.Figure?.ToString() ?? field.Text, field.Figure?.Value ?? 0, range, 1) { IsBlank = field.Figure is null };

    /// <summary>The same finding with a sum that does not come to its total.</summary>
    internal static Finding ShowingSum(this Finding finding, Text relation, string unit, ComputedFigure total, ImmutableArray<ComputedFigure> parts) => finding with
    {
        Computations =
        [
            .. finding.Computations,
            new Computation
            {
                Kind = ComputationKind.Sum,
                Comparison = Comparison.Equal,
                Relation = relation,
                Left = [total],
                Right = parts,
                LeftValue = total.Value,
                RightValue = parts.Sum(p => p.Value),
                LeftRange = total.Range,
                RightRange = parts.Aggregate(Interval.Point(0), (sum, p) => sum + p.Range),
                Unit = unit,
            },
        ],
    };

    /// <summary>The same finding with a percentage that its amounts do not make.</summary>
    internal static Finding ShowingPercent(this Finding finding, Text relation, ComputedFigure percent, ComputedFigure part, ComputedFigure whole) => finding with
    {
        Computations =
        [
            .. finding.Computations,
            new Computation
            {
                Kind = ComputationKind.Percent,
                Comparison = Comparison.Equal,
                Relation = relation,
                Left = [percent],
                Right = [part, whole],
                LeftValue = percent.Value,
                RightValue = whole.Value == 0 ? null : 100m * part.Value / whole.Value,
                LeftRange = percent.Range,
                RightRange = Interval.Percent(part.Range, whole.Range),
                Unit = "%",
            },
        ],
    };
}
