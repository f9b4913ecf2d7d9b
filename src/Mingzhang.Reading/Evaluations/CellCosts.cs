using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Reading.Evaluations;

/// <summary>How badly a text fits a column, and how badly a row needs a column. Only the comparison of sums means anything.</summary>
internal abstract class CellCosts
{
    /// <summary>Cost of a text in a column: negative if it fits well.</summary>
    public abstract double Of(string text, ColumnRole role);

    /// <summary>Cost of leaving a column out.</summary>
    public abstract double Missing(ColumnRole role);

    /// <summary>Cost of two neighbouring texts in two neighbouring columns.</summary>
    public virtual double Together(string left, ColumnRole leftRole, string right, ColumnRole rightRole) => 0;

    /// <summary>A figure that can be points: <c>4</c>, <c>1.5分</c>, an error value of a spreadsheet.</summary>
    protected static bool IsPoints(string text) =>
        text is ['#', ..] || Points.TryParse(text, out _) || Printed.TryParse(text, out _);
}

/// <summary>Costs in rows of indicators.</summary>
internal sealed class IndicatorCosts : CellCosts
{
    private const double Never = 1000;

    /// <inheritdoc/>
    public override double Of(string text, ColumnRole role)
    {
        switch (role)
        {
            case ColumnRole.Block:
                return GoalLabels.IsGoalOrIndicators(text) ? -3 : Never;
            case ColumnRole.Level1 or ColumnRole.Level2:
                Points.Split(text, out string label, out Printed? points);
                if (role == ColumnRole.Level1 ? IndicatorLevels.IsFirst(label) : IndicatorLevels.IsSecond(label)) return -3;
                if (IndicatorLevels.EndsLikeLevel(label)) return 0;
                if (IsFigure(text)) return Never;
                return (role == ColumnRole.Level1 ? 3 : 2) + (points is null ? 0 : 2);
            case ColumnRole.Name:
                if (IsFigure(text)) return 8;
                Points.Split(text, out string name, out Printed? weight);
                if (IndicatorLevels.IsFirst(name)) return 5;
                if (IndicatorLevels.IsSecond(name) && IndicatorLevels.EndsLikeLevel(name)) return 4;
                return weight is null ? 0 : -2;
            case ColumnRole.Class:
                return IsClass(text) ? -3 : 6;
            case ColumnRole.Target or ColumnRole.Actual:
                if (Points.TryParse(text, out _)) return 3;
                Points.Split(text, out string value, out Printed? inName);
                if (inName is not null) return 4;
                if (IsClass(text)) return 4;
                return IndicatorLevels.EndsLikeLevel(value) ? 6 : IsFigure(text) ? -1 : 0;
            case ColumnRole.Weight or ColumnRole.Score:
                return IsPoints(text) ? -2 : Quantity.TryParse(text, out Quantity quantity) ? quantity.Unit == "%" ? 6 : 8 : 12;
            case ColumnRole.Remark:
                return IsFigure(text) ? 6 : 1;
            default:
                return Never;
        }
    }

    /// <inheritdoc/>
    public override double Missing(ColumnRole role) => role switch
    {
        ColumnRole.Name => 6,
        ColumnRole.Target => 2,
        ColumnRole.Actual => 3,
        ColumnRole.Weight => 2,
        ColumnRole.Score => 3,
        ColumnRole.Class => 0.5,
        _ => 0,
    };

    /// <inheritdoc/>
    public override double Together(string left, ColumnRole leftRole, string right, ColumnRole rightRole)
    {
        if (leftRole == ColumnRole.Weight && rightRole == ColumnRole.Score && FigureOf(left) is { } weight && FigureOf(right) is { } score) return score <= weight ? -1 : 2;
        if (leftRole != ColumnRole.Target || rightRole != ColumnRole.Actual) return 0;
        if (left == right) return -1;
        if (!Quantity.TryParse(right, out Quantity actual)) return 0;
        return Quantity.TryParse(left, out Quantity target) ? target.Unit == actual.Unit ? -0.5 : 0 : actual.Unit.Length == 0 ? 1 : 0;
    }

    private static decimal? FigureOf(string text) =>
        Printed.TryParse(text, out Printed figure) || Points.TryParse(text, out figure) ? figure.Value : null;

    private static bool IsFigure(string text) => text is ['#', ..] || Quantity.TryParse(text, out _);

    private static bool IsClass(string text) =>
        text.Length <= 8 && (text.EndsWith('型') || text is "定量" or "定性" or "正向" or "反向" or "正向指标" or "反向指标" or "定量指标" or "定性指标");
}

/// <summary>Costs in the row of the budget.</summary>
internal sealed class BudgetCosts : CellCosts
{
    /// <inheritdoc/>
    public override double Of(string text, ColumnRole role)
    {
        bool quantity = Quantity.TryParse(text, out Quantity figure);
        bool points = Points.TryParse(text, out _);
        return role switch
        {
            ColumnRole.Name => quantity ? 12 : 0,
            ColumnRole.InitialBudget or ColumnRole.Budget or ColumnRole.Executed => points ? 8 : !quantity ? 12 : figure.Unit is "" or "万元" or "元" or "万" ? -2 : 8,
            ColumnRole.Rate => quantity && figure.Unit == "%" ? -3 : points || !quantity ? 8 : 1,
            ColumnRole.Score or ColumnRole.Weight => points ? -3 : IsPoints(text) ? -1 : 12,
            ColumnRole.Remark => quantity ? 6 : 1,
            _ => 100,
        };
    }

    /// <inheritdoc/>
    public override double Missing(ColumnRole role) => role switch
    {
        ColumnRole.Budget or ColumnRole.Executed => 3,
        ColumnRole.InitialBudget => 1.5,
        ColumnRole.Rate or ColumnRole.Score or ColumnRole.Weight => 1,
        _ => 0,
    };
}
