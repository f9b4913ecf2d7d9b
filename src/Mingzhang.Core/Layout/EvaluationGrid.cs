using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;
using static Mingzhang.Core.Layout.GridCells;

namespace Mingzhang.Core.Layout;

/// <summary>
/// A self-evaluation table as it is printed, in eight columns: names and choices, money, then goal by goal the indicators under three levels
/// with target, result, points and score, the total, and the remarks.
/// </summary>
public static class EvaluationGrid
{
    private const int Columns = 8, FirstValue = 4, WeightColumn = 6, ScoreColumn = 7;

    private static readonly ImmutableArray<int> Widths = [14, 12, 12, 18, 12, 12, 10, 11];

    /// <summary>The table of an evaluation; cells that show a <see cref="Field"/> name it.</summary>
    public static Grid Of(Evaluation evaluation, Edition edition) => new Draft(evaluation, edition).Grid();

    private sealed class Draft(Evaluation evaluation, Edition edition)
    {
        private readonly EvaluationWording _words = edition.Evaluation;
        private readonly ImmutableArray<GridRow>.Builder _rows = ImmutableArray.CreateBuilder<GridRow>();

        internal Grid Grid()
        {
            Row(Head(evaluation.Scope == EvaluationScope.Department ? _words.Unit : _words.Project, 0), Value(evaluation.Name, 1, Columns - 1));
            Pairs(evaluation.Particulars);
            Totals();
            foreach (TickBoxRow ticks in evaluation.TickBoxes)
                Row(Head(ticks.Label, 0), new GridCell(Choices(ticks), 1, CellRole.Text, Columns - 1));
            Execution();
            if (evaluation.Blocks.IsEmpty) Indicators([.. evaluation.Indicators]);
            for (int i = 0; i < evaluation.Blocks.Length; i++)
            {
                EvaluationBlock block = evaluation.Blocks[i];
                Row(Head(block.Name, 0), new GridCell(block.Goal, 1, CellRole.Text, Columns - 1));
                Indicators([.. evaluation.Indicators.Where(x => x.Block == i || (x.Block < 0 && i == 0))]);
            }

            Total();
            foreach (LabelledText remark in evaluation.Remarks) Row(Head(remark.Label, 0), Value(remark.Text, 1, Columns - 1));
            return new Grid(Columns, 0, _rows.ToImmutable(), Widths);
        }

        /// <summary>Labelled texts, two in a row.</summary>
        private void Pairs(ImmutableArray<LabelledText> texts)
        {
            for (int i = 0; i < texts.Length; i += 2)
            {
                if (i + 1 == texts.Length) Row(Head(texts[i].Label, 0), Value(texts[i].Text, 1, Columns - 1));
                else Row(Head(texts[i].Label, 0), Value(texts[i].Text, 1, 3), Head(texts[i + 1].Label, FirstValue), Value(texts[i + 1].Text, FirstValue + 1, 3));
            }
        }

        private void Totals()
        {
            if (evaluation.BasicExpenditure is null && evaluation.ProjectExpenditure is null) return;
            string unit = $"（{evaluation.AmountUnit ?? "万元"}）";
            Row(Head(_words.Basic + unit, 0), Figure(evaluation.BasicExpenditure, 1, 3), Head(_words.Projects + unit, FirstValue), Figure(evaluation.ProjectExpenditure, FirstValue + 1, 3));
        }

        private void Execution()
        {
            if (evaluation.Budget is null && evaluation.Executed is null && evaluation.Rate is null && evaluation.RateScore is null) return;
            string points = Points(evaluation.RateWeight?.Figure?.Value ?? edition.Scoring.ExecutionWeight);
            Row(
                Head($"{_words.Execution}（{evaluation.AmountUnit ?? "万元"}）（{points}）", 0, rows: 2),
                Head("", 1, columns: 3),
                Head(_words.Budget, FirstValue),
                Head(_words.Executed, FirstValue + 1),
                Head(_words.Rate, WeightColumn),
                Head(_words.RateScore.Replace("{points}", points, StringComparison.Ordinal), ScoreColumn));
            Row(
                Head(evaluation.Scope == EvaluationScope.Department ? _words.DepartmentMoney : _words.ProjectMoney, 1, columns: 3),
                Figure(evaluation.Budget, FirstValue),
                Figure(evaluation.Executed, FirstValue + 1),
                Figure(evaluation.Rate, WeightColumn),
                Figure(evaluation.RateScore, ScoreColumn));
        }

        private void Indicators(Indicator[] indicators)
        {
            if (indicators.Length == 0) return;
            var head = new List<GridCell> { Head(_words.Indicators, 0, rows: indicators.Length + 1) };
            for (int i = 0; i < _words.Levels.Length; i++) head.Add(Head(_words.Levels[i], 1 + i));
            head.AddRange(Values(Head(_words.Target, 0), Head(_words.Actual, 0), Head(_words.Weight, 0), Head(_words.Score, 0)));
            Row([.. head]);
            for (int i = 0; i < indicators.Length; i++)
            {
                Indicator indicator = indicators[i];
                var cells = new List<GridCell>(Columns);
                if (i == 0 || !SameLevel1(indicators[i - 1], indicator))
                    cells.Add(Head(WithPoints(indicator.Level1, indicator.Level1Weight), 1, rows: Run(indicators, i, SameLevel1)));
                if (i == 0 || !SameLevel2(indicators[i - 1], indicator))
                    cells.Add(Head(WithPoints(indicator.Level2, indicator.Level2Weight), 2, rows: Run(indicators, i, SameLevel2)));
                cells.Add(Value(indicator.Name, 3));
                bool inName = indicator.Weight is { Span.IsSome: true } weight && weight.Span.Line == indicator.Name.Span.Line && weight.Span.Column >= indicator.Name.Span.Column && weight.Span.EndColumn <= indicator.Name.Span.EndColumn;
                cells.AddRange(Values(Value(indicator.Target, 0), Value(indicator.Actual, 0), Figure(inName ? null : indicator.Weight, 0), Figure(indicator.Score, 0)));
                Row([.. cells]);
            }
        }

        /// <summary>The four cells of values; where a table prints no points or scores the result takes their place.</summary>
        private List<GridCell> Values(GridCell target, GridCell actual, GridCell weight, GridCell score)
        {
            List<GridCell> cells = [target, actual];
            if (evaluation.HasWeights) cells.Add(weight);
            if (evaluation.HasScores) cells.Add(score);
            int at = FirstValue, spare = Columns - FirstValue - cells.Count;
            for (int i = 0; i < cells.Count; i++)
            {
                int span = i == 1 ? 1 + spare : 1;
                cells[i] = cells[i] with { Column = at, ColumnSpan = span };
                at += span;
            }

            return cells;
        }

        private void Total()
        {
            if (evaluation.Total is null && evaluation.TotalWeight is null) return;
            Row(Head(_words.Total, 0, columns: WeightColumn), Figure(evaluation.TotalWeight, WeightColumn), Figure(evaluation.Total, ScoreColumn));
        }

        private void Row(params ImmutableArray<GridCell> cells) => _rows.Add(new GridRow(cells));

        private static string Choices(TickBoxRow row) =>
            string.Join(' ', row.Options.Select((option, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}、{option.Text} {(option.Ticked ? '√' : '□')}"));

        private static string WithPoints(string level, Printed? points) => points is { } p ? $"{level}（{Points(p.Value)}）" : level;

        private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture) + "分";

        private static bool SameLevel1(Indicator a, Indicator b) => a.Level1 == b.Level1;

        private static bool SameLevel2(Indicator a, Indicator b) => SameLevel1(a, b) && a.Level2 == b.Level2;
    }
}
