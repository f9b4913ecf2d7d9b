using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Engine;

/// <summary>Writes out the arithmetic of findings that are not those of the network of facts: evaluations, declarations of goals, counts, years, one figure against another.</summary>
internal static class Showing
{
    /// <summary>A field as a figure of a computation; a blank one is zero.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">What it is.</param>
    /// <param name="range">Every value that it stands for.</param>
    internal static ComputedFigure As(this Field field, Text name, Interval range) =>
        new(new Place(field.Span), name, field.Figure?.ToString() ?? field.Text, field.Figure?.Value ?? 0, range, 1) { IsBlank = field.Figure is null };

    /// <summary>A field as a figure of a computation, as far as its decimals tell; a blank one is zero.</summary>
    internal static ComputedFigure As(this Field field, Text name, CheckContext context) => field.As(name, field.Figure is { } figure ? context.IntervalOf(figure) : Interval.Point(0));

    /// <summary>A claim with a value as a figure of a computation.</summary>
    internal static ComputedFigure As(this Claim claim, Text name, CheckContext context) =>
        new(new Place(claim.Span, claim.Subject.Address, claim.Section), name, claim.Value!.Value.ToString() + claim.Unit, claim.Value.Value.Value, context.IntervalOf(claim.Value.Value), 1);

    /// <summary>A cell as a figure of a computation; a blank one is zero.</summary>
    internal static ComputedFigure As(this CellReading reading, Address address, Text name, CheckContext context) =>
        new(new Place(reading.Cell?.Span ?? TextSpan.None, address), name, reading.State is CellState.Blank ? "空" : reading.Figure.ToString(), reading.Figure.Value, reading.State is CellState.Blank ? Interval.Point(0) : context.IntervalOf(reading.Figure), 1) { IsBlank = reading.State is CellState.Blank };

    /// <summary>An exact figure: what is counted, what a rule or the document sets.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">Its value.</param>
    /// <param name="span">Where the document has it; none for what it does not print.</param>
    internal static ComputedFigure Exact(Text name, decimal value, TextSpan span = default) => new(new Place(span), name, Figures.Plain(value), value, Interval.Point(value), 1);

    /// <summary>The same figure, taken away.</summary>
    internal static ComputedFigure Less(this ComputedFigure figure) => figure with { Sign = -figure.Sign };

    /// <summary>The same finding with a sum that does not come to its total.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="relation">The relation in words; empty for the title of the rule.</param>
    /// <param name="unit">Unit of the figures.</param>
    /// <param name="total">The total; null where the document prints none.</param>
    /// <param name="parts">The parts.</param>
    internal static Finding ShowingSum(this Finding finding, Text relation, string unit, ComputedFigure? total, ImmutableArray<ComputedFigure> parts) =>
        finding.ShowingRelation(ComputationKind.Sum, Comparison.Equal, relation, unit, total is null ? [] : [total], parts);

    /// <summary>The same finding with two figures that should be one.</summary>
    internal static Finding ShowingEqual(this Finding finding, Text relation, string unit, ComputedFigure left, ComputedFigure right) =>
        finding.ShowingRelation(ComputationKind.Sum, Comparison.Equal, relation, unit, [left], [right]);

    /// <summary>The same finding with a figure that another one bounds from above.</summary>
    internal static Finding ShowingAtMost(this Finding finding, Text relation, string unit, ComputedFigure left, ComputedFigure bound) =>
        finding.ShowingRelation(ComputationKind.Sum, Comparison.AtMost, relation, unit, [left], [bound]);

    /// <summary>The same finding with a figure that another one bounds from below.</summary>
    internal static Finding ShowingAtLeast(this Finding finding, Text relation, string unit, ComputedFigure left, ComputedFigure bound) =>
        finding.ShowingRelation(ComputationKind.Sum, Comparison.AtLeast, relation, unit, [left], [bound]);

    /// <summary>The same finding with a percentage that its amounts do not make.</summary>
    internal static Finding ShowingPercent(this Finding finding, Text relation, ComputedFigure percent, ComputedFigure part, ComputedFigure whole, Comparison comparison = Comparison.Equal) =>
        finding.ShowingRelation(ComputationKind.Percent, comparison, relation, "%", [percent], [part, whole]);

    /// <summary>The same finding with points: those of a row × part ÷ whole.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="relation">The relation in words.</param>
    /// <param name="score">The points; null where the document prints none.</param>
    /// <param name="points">All points of the row.</param>
    /// <param name="part">What was reached.</param>
    /// <param name="whole">What was to be reached.</param>
    /// <param name="comparison">How the points stand to them.</param>
    internal static Finding ShowingPoints(this Finding finding, Text relation, ComputedFigure? score, ComputedFigure points, ComputedFigure part, ComputedFigure whole, Comparison comparison = Comparison.Equal) =>
        finding.ShowingRelation(ComputationKind.Points, comparison, relation, "分", score is null ? [] : [score], [points, part, whole]);

    /// <summary>The same finding with a period of years that lies before or behind the year.</summary>
    internal static Finding ShowingPeriod(this Finding finding, int start, int end, int year, TextSpan startSpan, TextSpan endSpan)
    {
        ComputedFigure own = Exact(new Text("预算年度", "year of the budget"), year);
        return end < year
            ? finding.ShowingAtLeast(new Text("止于预算年度或以后", "it ends with the year or later"), "年", Exact(new Text("止", "end"), end, endSpan), own)
            : finding.ShowingAtMost(new Text("始于预算年度或以前", "it begins with the year or earlier"), "年", Exact(new Text("始", "start"), start, startSpan), own);
    }

    /// <summary>The same finding with the figure that it states against the one expected, where its evidence has that one or parts that make it up.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="context">The check.</param>
    /// <param name="unit">Unit of the figures where they print none.</param>
    internal static Finding ShowingStated(this Finding finding, CheckContext context, string unit = "")
    {
        if (FigureOf(finding.Stated) is not var (stated, printed) || FigureOf(finding.Expected) is not var (expected, _)) return finding;
        ImmutableArray<ComputedFigure> figures = [.. finding.Evidence.Select(e => FigureOf(e.Value) is var (figure, _) ? new ComputedFigure(e.Place, e.Note ?? "", e.Value, figure.Value, context.IntervalOf(figure), 1) : null).OfType<ComputedFigure>()];
        ImmutableArray<ComputedFigure> right = figures.FirstOrDefault(f => f.Value == expected.Value) is { } same ? [same] : figures.Length > 1 && figures.Sum(f => f.Value) == expected.Value ? figures : [];
        ComputedFigure left = new(finding.Where, new Text("此处", "here"), finding.Stated!, stated.Value, context.IntervalOf(stated), 1);
        return right.IsEmpty ? finding : finding.ShowingRelation(ComputationKind.Sum, Comparison.Equal, "", printed.Length > 0 ? printed : unit, [left], right);
    }

    /// <summary>The same finding with a computation.</summary>
    internal static Finding ShowingRelation(this Finding finding, ComputationKind kind, Comparison comparison, Text relation, string unit, ImmutableArray<ComputedFigure> left, ImmutableArray<ComputedFigure> right)
    {
        // A quotient that can be anything has no value to show either.
        Interval? range = kind switch
        {
            ComputationKind.Percent => Interval.Percent(right[0].Range, right[1].Range),
            ComputationKind.Growth => Interval.Growth(right[0].Range, right[1].Range),
            ComputationKind.Points => Interval.Divide(right[1].Range, right[2].Range) * right[0].Value,
            _ => SumOf(right),
        };
        decimal? value = range is null ? null : kind switch
        {
            ComputationKind.Percent => 100m * right[0].Value / right[1].Value,
            ComputationKind.Growth => 100m * (right[0].Value - right[1].Value) / right[1].Value,
            ComputationKind.Points => right[0].Value * (right[1].Value / right[2].Value),
            _ => right.Sum(p => p.Sign * p.Value),
        };
        return finding with
        {
            Computations =
            [
                .. finding.Computations,
                new Computation
                {
                    Kind = kind,
                    Comparison = comparison,
                    Relation = relation,
                    Left = left,
                    Right = right,
                    LeftValue = left.Sum(p => p.Sign * p.Value),
                    RightValue = value,
                    LeftRange = SumOf(left),
                    RightRange = range,
                    Unit = unit,
                },
            ],
        };
    }

    private static Interval SumOf(ImmutableArray<ComputedFigure> figures) => figures.Aggregate(Interval.Point(0), (sum, f) => f.Sign < 0 ? sum - f.Range : sum + f.Range);

    /// <summary>A figure with the unit behind it; null for text and for several figures.</summary>
    private static (Printed Figure, string Unit)? FigureOf(string? text)
    {
        if (text is null) return null;
        ReadOnlySpan<char> all = text.AsSpan().Trim();
        int unit = all.LastIndexOfAnyInRange('0', '9') + 1;
        return unit > 0 && Printed.TryParse(all[..unit], out Printed figure) ? (figure, all[unit..].Trim().ToString()) : null;
    }
}
