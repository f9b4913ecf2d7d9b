namespace Mingzhang.Reading.Evaluations;

/// <summary>How badly a text fits a column, and how badly a row needs a column. Only the comparison of sums means anything.</summary>
internal abstract class CellCosts
{
    /// <summary>Cost of a text in a column: negative if it fits well.</summary>
    public abstract double Of(in CellTraits cell, ColumnRole role);

    /// <summary>Cost of leaving a column out.</summary>
    public abstract double Missing(ColumnRole role);

    /// <summary>Cost of two neighbouring texts in two neighbouring columns.</summary>
    public virtual double Together(in CellTraits left, ColumnRole leftRole, in CellTraits right, ColumnRole rightRole) => 0;
}

/// <summary>Costs in rows of indicators.</summary>
internal sealed class IndicatorCosts : CellCosts
{
    private const double Never = 1000;

    /// <inheritdoc/>
    public override double Of(in CellTraits cell, ColumnRole role)
    {
        switch (role)
        {
            case ColumnRole.Block:
                return cell.IsGoal ? -3 : Never;
            case ColumnRole.Level1 or ColumnRole.Level2:
                if (role == ColumnRole.Level1 ? cell.IsFirst : cell.IsSecond) return -3;
                if (cell.EndsLikeLevel) return 0;
                if (cell.IsFigure) return Never;
                return (role == ColumnRole.Level1 ? 3 : 2) + (cell.HasWeight ? 2 : 0);
            case ColumnRole.Name:
                if (cell.IsFigure) return 8;
                if (cell.IsFirst) return 5;
                if (cell.IsSecond && cell.EndsLikeLevel) return 4;
                return cell.HasWeight ? -2 : 0;
            case ColumnRole.Class:
                return cell.IsClass ? -3 : 6;
            case ColumnRole.Target or ColumnRole.Actual:
                if (cell.SaysPoints) return 3;
                if (cell.HasWeight || cell.IsClass) return 4;
                return cell.EndsLikeLevel ? 6 : cell.IsFigure ? -1 : 0;
            case ColumnRole.Weight or ColumnRole.Score:
                return cell.CanBePoints ? -2 : cell.Quantity is { } quantity ? quantity.Unit == "%" ? 6 : 8 : 12;
            case ColumnRole.Remark:
                return cell.IsFigure ? 6 : 1;
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
    public override double Together(in CellTraits left, ColumnRole leftRole, in CellTraits right, ColumnRole rightRole)
    {
        if (leftRole == ColumnRole.Weight && rightRole == ColumnRole.Score)
        {
            return left.Points is { } weight && right.Points is { } score ? score.Value <= weight.Value ? -1 : 2 : 0;
        }

        if (leftRole != ColumnRole.Target || rightRole != ColumnRole.Actual) return 0;
        if (left.Text == right.Text) return -1;
        if (right.Quantity is not { } actual) return 0;
        return left.Quantity is { } target ? target.Unit == actual.Unit ? -0.5 : 0 : actual.Unit.Length == 0 ? 1 : 0;
    }
}

/// <summary>Costs in the row of the budget.</summary>
internal sealed class BudgetCosts : CellCosts
{
    /// <inheritdoc/>
    public override double Of(in CellTraits cell, ColumnRole role)
    {
        string? unit = cell.Quantity?.Unit;
        return role switch
        {
            ColumnRole.Name => unit is null ? 0 : 12,
            ColumnRole.InitialBudget or ColumnRole.Budget or ColumnRole.Executed => cell.SaysPoints ? 8 : unit is null ? 12 : unit is "" or "万元" or "元" or "万" ? -2 : 8,
            ColumnRole.Rate => unit == "%" ? -3 : cell.SaysPoints || unit is null ? 8 : 1,
            ColumnRole.Score or ColumnRole.Weight => cell.SaysPoints ? -3 : cell.CanBePoints ? -1 : 12,
            ColumnRole.Remark => unit is null ? 1 : 6,
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
