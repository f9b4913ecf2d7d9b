using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using static Mingzhang.Core.Layout.GridCells;

namespace Mingzhang.Core.Layout;

/// <summary>
/// A declaration of goals as a table in eight columns: what it says of the project or department, the money by source, use, activity, purchase and project, then goal by
/// goal the indicators under three levels with the values of the years before, the target and its basis.
/// </summary>
public static class GoalGrid
{
    private const int Columns = 8, Amounts = 4, Target = 6, Basis = 7;

    private static readonly ImmutableArray<int> Widths = [14, 12, 12, 20, 11, 11, 12, 12];

    private static readonly ImmutableArray<string> Before = ["前年", "上年"];

    private static readonly ImmutableArray<(GoalAmountKind Kind, string Name)> Kinds =
        [(GoalAmountKind.Source, "资金来源"), (GoalAmountKind.Use, "支出构成"), (GoalAmountKind.Project, "项目"), (GoalAmountKind.Activity, "项目活动"), (GoalAmountKind.Purchase, "采购")];

    /// <summary>The table of a declaration; cells that show a <see cref="Field"/> name it.</summary>
    public static Grid Of(GoalDeclaration declaration) => new Draft(declaration).Grid();

    private sealed class Draft(GoalDeclaration declaration)
    {
        private readonly ImmutableArray<GridRow>.Builder _rows = ImmutableArray.CreateBuilder<GridRow>();
        private readonly string _unit = declaration.AmountUnit is { } unit ? $"（{unit}）" : "";

        internal Grid Grid()
        {
            Row(Head(declaration.Scope == EvaluationScope.Department ? "部门（单位）" : "项目名称", 0), Value(declaration.Name, 1, Columns - 1));
            Pair("项目总预算" + _unit, declaration.TotalBudget, "当年预算" + _unit, declaration.YearBudget);
            Pair("起始年度", declaration.StartYear, "终止年度", declaration.EndYear);
            foreach (LabelledText text in declaration.Particulars) Row(Head(text.Label, 0), Value(text.Text, 1, Columns - 1));
            foreach ((GoalAmountKind kind, string name) in Kinds) Money(name, [.. declaration.Amounts.Where(a => a.Kind == kind)]);
            foreach (Goal goal in declaration.Goals)
            {
                Row(Head(goal.Name, 0), new GridCell(goal.Text, 1, CellRole.Text, Columns - 1, Strong: true));
                Indicators([.. declaration.Indicators.Where(i => BelongsTo(i, goal))]);
            }

            Indicators([.. declaration.Indicators.Where(i => !declaration.Goals.Any(g => BelongsTo(i, g)))]);
            return new Grid(Columns, 0, _rows.ToImmutable(), Widths);
        }

        private void Pair(string first, Field? one, string second, Field? other)
        {
            if (one is null && other is null) return;
            Row(Head(first, 0), Figure(one, 1, 3), Head(second, Amounts), Figure(other, Amounts + 1, 3));
        }

        /// <summary>Amounts of a kind; columns that no row fills are left out.</summary>
        private void Money(string name, GoalAmount[] amounts)
        {
            if (amounts.Length == 0) return;
            GoalAmountKind kind = amounts[0].Kind;
            int before = Math.Min(Before.Length, amounts.Max(a => a.Earlier.Length));
            var values = new List<(string Head, Func<GoalAmount, Field?> Of)>();
            if (amounts.Any(a => a.Other is not null)) values.Add((kind == GoalAmountKind.Purchase ? "数量" : "总预算" + _unit, a => a.Other));
            values.Add(("当年" + _unit, a => a.Amount));
            if (amounts.Any(a => a.Share is not null)) values.Add(("占比", a => a.Share));
            int last = Columns - values.Count, first = last - before;
            // The order of the years before is the document's own.
            Row([Head(name, 0, rows: amounts.Length + 1), Head("名称", 1, first - 1), .. before > 0 ? [Head("以前年度" + _unit, first, before)] : (GridCell[])[], .. values.Select((v, i) => Head(v.Head, last + i))]);
            foreach (GoalAmount amount in amounts)
            {
                Row([
                    new GridCell(amount.Name, 1, CellRole.Text, first - 1, Strong: amount.IsTotal, Indent: amount.IsPart ? 1 : 0),
                    .. Enumerable.Range(0, before).Select(i => Figure(i < amount.Earlier.Length ? amount.Earlier[i] : null, first + i)),
                    .. values.Select((v, i) => Figure(v.Of(amount), last + i)),
                ]);
            }
        }

        private void Indicators(GoalIndicator[] indicators)
        {
            if (indicators.Length == 0) return;
            int before = Math.Min(Before.Length, indicators.Max(i => i.Earlier.Length)), names = Target - before - 3;
            var head = new List<GridCell> { Head("绩效指标", 0, rows: indicators.Length + 1), Head("一级指标", 1), Head("二级指标", 2), Head("三级指标", 3, names) };
            for (int i = 0; i < before; i++) head.Add(Head(Before[Before.Length - before + i], Target - before + i));
            Row([.. head, Head("指标值", Target), Head("依据", Basis)]);
            for (int i = 0; i < indicators.Length; i++)
            {
                GoalIndicator indicator = indicators[i];
                var cells = new List<GridCell>(Columns);
                if (i == 0 || !SameLevel1(indicators[i - 1], indicator)) cells.Add(Head(indicator.Level1, 1, rows: Run(indicators, i, SameLevel1)));
                if (i == 0 || !SameLevel2(indicators[i - 1], indicator)) cells.Add(Head(indicator.Level2, 2, rows: Run(indicators, i, SameLevel2)));
                cells.Add(Value(indicator.Name, 3, names));
                for (int year = 0; year < before; year++) cells.Add(Figure(year < indicator.Earlier.Length ? indicator.Earlier[year] : null, Target - before + year));
                cells.Add(Figure(indicator.Target, Target));
                cells.Add(new GridCell(indicator.Basis, Basis, CellRole.Mark));
                Row([.. cells]);
            }
        }

        private void Row(params ImmutableArray<GridCell> cells) => _rows.Add(new GridRow(cells));

        private static bool BelongsTo(GoalIndicator indicator, Goal goal) => indicator.IsAnnual == goal.IsAnnual && indicator.Goal == goal.Name;

        private static bool SameLevel1(GoalIndicator a, GoalIndicator b) => a.Level1 == b.Level1;

        private static bool SameLevel2(GoalIndicator a, GoalIndicator b) => SameLevel1(a, b) && a.Level2 == b.Level2;
    }
}
