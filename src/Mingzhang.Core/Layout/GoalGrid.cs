using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
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

    /// <summary>The table of a declaration; cells that show a <see cref="Field"/> name it.</summary>
    public static Grid Of(GoalDeclaration declaration, Edition edition) => new Draft(declaration, edition.Goals).Grid();

    private sealed class Draft(GoalDeclaration declaration, GoalWording words)
    {
        private readonly ImmutableArray<GridRow>.Builder _rows = ImmutableArray.CreateBuilder<GridRow>();
        private readonly string _unit = declaration.AmountUnit is { } unit ? $"（{unit}）" : "";

        internal Grid Grid()
        {
            Row(Head(declaration.Scope == EvaluationScope.Department ? words.Department : words.Project, 0), Value(declaration.Name, 1, Columns - 1));
            Pair(words.TotalBudget + _unit, declaration.TotalBudget, words.YearBudget + _unit, declaration.YearBudget);
            Pair(words.StartYear, declaration.StartYear, words.EndYear, declaration.EndYear);
            foreach (LabelledText text in declaration.Particulars) Row(Head(text.Label, 0), Value(text.Text, 1, Columns - 1));
            Money(words.Sources, GoalAmountKind.Source);
            Money(words.Uses, GoalAmountKind.Use);
            Money(words.Projects, GoalAmountKind.Project);
            Money(words.Activities, GoalAmountKind.Activity);
            Money(words.Purchases, GoalAmountKind.Purchase);
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
        private void Money(string name, GoalAmountKind kind)
        {
            GoalAmount[] amounts = [.. declaration.Amounts.Where(a => a.Kind == kind)];
            if (amounts.Length == 0) return;
            int before = Math.Min(words.Before.Length, amounts.Max(a => a.Earlier.Length));
            var values = new List<(string Head, Func<GoalAmount, Field?> Of)>();
            if (amounts.Any(a => a.Other is not null)) values.Add((kind == GoalAmountKind.Purchase ? words.Quantity : words.AllYears + _unit, a => a.Other));
            values.Add((words.Year + _unit, a => a.Amount));
            if (amounts.Any(a => a.Share is not null)) values.Add((words.Share, a => a.Share));
            int last = Columns - values.Count, first = last - before;
            // The order of the years before is the document's own.
            Row([Head(name, 0, rows: amounts.Length + 1), Head(words.Entry, 1, first - 1), .. before > 0 ? [Head(words.Earlier + _unit, first, before)] : (GridCell[])[], .. values.Select((v, i) => Head(v.Head, last + i))]);
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
            int before = Math.Min(words.Before.Length, indicators.Max(i => i.Earlier.Length)), names = Target - before - 3;
            var head = new List<GridCell> { Head(words.Indicators, 0, rows: indicators.Length + 1), Head(words.Levels[0], 1), Head(words.Levels[1], 2), Head(words.Levels[2], 3, names) };
            for (int i = 0; i < before; i++) head.Add(Head(words.Before[words.Before.Length - before + i], Target - before + i));
            Row([.. head, Head(words.Target, Target), Head(words.Basis, Basis)]);
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
