using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Facts;

/// <summary>Writes out constraints with the document's figures put in, as an accountant would show why they do not hold.</summary>
internal static class Computations
{
    /// <summary>Most computations that a finding shows; its evidence names the other places.</summary>
    private const int Most = 6;

    /// <summary>The computations of constraints, each once.</summary>
    public static ImmutableArray<Computation> Of(FactNetwork network, IReadOnlyList<int> constraints, CheckContext context) =>
        [.. constraints.Distinct().Take(Most).Select(index => Of(network, network.Constraints[index], context))];

    /// <summary>A figure of the network as one of a computation.</summary>
    public static ComputedFigure FigureOf(FactNetwork network, int occurrence, CheckContext context) => Figure(network, new Part(occurrence, 1), 1, context);

    private static Computation Of(FactNetwork network, Constraint constraint, CheckContext context) =>
        constraint.Shape is Shape.Linear ? Sum(network, constraint, context) : Percentage(network, constraint, context);

    private static Computation Sum(FactNetwork network, in Constraint constraint, CheckContext context)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        // Parts of a breakdown stand right with a positive sign, the whole left with a negative one.
        int turned = constraint.Rule.Relation is null && parts[0].Sign < 0 ? -1 : 1;
        ImmutableArray<ComputedFigure> left = Figures(network, parts[..constraint.Left], turned, context), right = Figures(network, parts[constraint.Left..], -turned, context);
        return new Computation
        {
            Kind = ComputationKind.Sum,
            Comparison = turned > 0 ? constraint.Comparison : Turned(constraint.Comparison),
            Relation = RelationOf(constraint, context.Edition),
            Left = left,
            Right = right,
            LeftValue = left.Sum(f => f.Sign * f.Value),
            RightValue = right.Sum(f => f.Sign * f.Value),
            LeftRange = Range(left),
            RightRange = Range(right),
            Unit = UnitOf(network, parts, context.Disclosure),
        };
    }

    private static Computation Percentage(FactNetwork network, in Constraint constraint, CheckContext context)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        int sign = parts[0].Sign;
        ComputedFigure percent = Figure(network, parts[0], 1, context);
        Interval? implied = network.Implied(constraint, 0, null);
        return new Computation
        {
            Kind = constraint.Shape switch
            {
                Shape.Quotient => ComputationKind.Percent,
                Shape.GrowthByBasis => ComputationKind.Growth,
                Shape.GrowthByChange => ComputationKind.GrowthByChange,
                _ => ComputationKind.CompletionByChange,
            },
            Comparison = Comparison.Equal,
            Relation = RelationOf(constraint, context.Edition),
            Left = [percent],
            Right = [Figure(network, parts[1], 1, context), Figure(network, parts[2], 1, context)],
            LeftValue = sign * percent.Value,
            RightValue = Quotients.OfPrinted(network, constraint, parts),
            LeftRange = sign > 0 ? percent.Range : -percent.Range,
            RightRange = sign > 0 ? implied : -implied,
            Unit = "%",
        };
    }

    private static ImmutableArray<ComputedFigure> Figures(FactNetwork network, ReadOnlySpan<Part> parts, int turned, CheckContext context)
    {
        var figures = ImmutableArray.CreateBuilder<ComputedFigure>(parts.Length);
        foreach (Part part in parts) figures.Add(Figure(network, part, turned, context));
        return figures.MoveToImmutable();
    }

    private static ComputedFigure Figure(FactNetwork network, Part part, int turned, CheckContext context)
    {
        ref readonly Occurrence occurrence = ref network[part.Occurrence];
        return new ComputedFigure(Places.Of(occurrence, context.Disclosure), Name(occurrence, context.Edition), occurrence.Text, occurrence.Value, occurrence.Range(network.Rounding), part.Sign * turned)
        {
            IsBlank = occurrence.Kind is OccurrenceKind.Blank,
        };
    }

    /// <summary>What the figure is; of a claim also what it says of its subject.</summary>
    private static Text Name(in Occurrence occurrence, Edition edition)
    {
        Text name = FigureNames.Of(occurrence, edition);
        Text said = occurrence.Claim switch
        {
            null => "",
            { Kind: ClaimKind.Share } => new Text("占比", "share"),
            { Kind: ClaimKind.Growth } => new Text("增减率", "growth"),
            { Kind: ClaimKind.Completion } => new Text("完成率", "completion"),
            { Kind: ClaimKind.Change } => new Text("增减额", "change"),
            { Measure: Measure.InitialBudget } => new Text("年初预算", "initial budget"),
            { Measure: Measure.FullYearBudget } => new Text("全年预算", "full-year budget"),
            { Measure: Measure.PriorYear } => new Text("上年", "last year"),
            { Measure: Measure.PriorBudget } => new Text("上年预算", "last year's budget"),
            _ => "",
        };
        return said.Zh.Length == 0 ? name : new Text(name.Zh + said.Zh, $"{name.En} ({said.En})");
    }

    private static Interval Range(ImmutableArray<ComputedFigure> figures)
    {
        Interval range = Interval.Point(0);
        foreach (ComputedFigure figure in figures) range = figure.Sign > 0 ? range + figure.Range : range - figure.Range;
        return range;
    }

    /// <summary>In words and as its form prints it; in words only for budgets, whose forms print no numbers of lines and columns, and for rules on the text.</summary>
    private static Text RelationOf(in Constraint constraint, Edition edition)
    {
        if (constraint.Rule.Relation is not { } relation) return constraint.Rule.Definition.Title;
        if (relation.Meaning.Length == 0) return relation.Text;
        return edition.Kind == DisclosureKind.Budget ? new Text(relation.Meaning, relation.MeaningEn) : new Text($"{relation.Meaning}：{relation.Text}", $"{relation.MeaningEn}: {relation.Text}");
    }

    /// <summary>The unit that the values are in: figures of the text in 元 were turned into that of the forms.</summary>
    private static string UnitOf(FactNetwork network, ReadOnlySpan<Part> parts, Disclosure disclosure)
    {
        foreach (Part part in parts)
        {
            ref readonly Occurrence occurrence = ref network[part.Occurrence];
            if (occurrence.IsPercent) return "%";
            if (occurrence.Claim is not { Value: { } printed } claim) return disclosure.AmountUnit;
            if (printed.Value != 0) return printed.Value == occurrence.Value ? claim.Unit : disclosure.AmountUnit;
        }

        return disclosure.AmountUnit;
    }

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.AtMost,
        _ => comparison,
    };
}
