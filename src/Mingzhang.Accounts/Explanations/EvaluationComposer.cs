using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Makes the self-evaluations: money from the accounts, scores by the policy, totals; what was filled in and contradicts them is a problem.</summary>
internal sealed class EvaluationComposer(Book book, YearAccounts accounts, ImmutableArray<BookProblem>.Builder problems)
{
    private readonly ScoringPolicy _policy = book.Edition.Scoring;
    private readonly EvaluationWording _words = book.Edition.Evaluation;

    /// <summary>The evaluations that are published, without places: all but those of classified projects.</summary>
    internal ImmutableArray<Evaluation> All() => [.. Published().Select(Compose)];

    /// <summary>What was filled in for the evaluations of <see cref="All"/>, in the same order.</summary>
    internal IEnumerable<SelfEvaluation> Published() =>
        book.Performance.Where(e => !book.Projects.Any(p => p.Classified && (p.Code == e.Project || p.Name == e.Name)));

    private Evaluation Compose(SelfEvaluation filled)
    {
        bool department = filled.Scope == EvaluationScope.Department;
        Execution? execution = department ? accounts.Whole : accounts.Projects.FirstOrDefault(p => p.Code == filled.Project);
        Printed budget = Money(filled.Line, "budget", filled.Budget, execution?.FullYear);
        Printed executed = Money(filled.Line, "executed", filled.Executed, execution?.Final);
        decimal? ratio = budget.Value == 0 ? null : executed.Value / budget.Value;
        decimal rateScore = ratio is { } rate ? Points(_policy.ExecutionWeight * Math.Clamp(rate, 0, 1)) : 0;
        (ImmutableArray<EvaluationBlock> blocks, ImmutableArray<Indicator> indicators, decimal sum) = Indicators(filled);
        return new Evaluation
        {
            Scope = filled.Scope,
            Title = Text(filled.Name),
            Name = Text(department ? book.Department.Name : filled.Name),
            Budget = Figure(budget),
            Executed = Figure(executed),
            Rate = ratio is { } percent ? Figure(new Printed(decimal.Round(percent * 100, 1, MidpointRounding.AwayFromZero), 1), "%") : null,
            RateScore = ratio is null ? null : Figure(new Printed(rateScore, 2)),
            Total = Figure(new Printed(rateScore + sum, 2)),
            TotalWeight = Figure(Bare(_policy.Total)),
            BasicExpenditure = department ? Figure(accounts.Whole.Basic) : null,
            ProjectExpenditure = department ? Figure(accounts.Whole.Project) : null,
            AmountUnit = "万元",
            Blocks = blocks,
            Indicators = indicators,
            Particulars = department ? [] : [new(_words.Supervisor, Text(book.Department.Name)), new(_words.Executor, Text(book.Department.Unit(filled.Unit)?.Name ?? book.Department.Name))],
            TickBoxes = [.. filled.Choices.Select(c => new TickBoxRow(c.Label, [.. c.Options.Select(o => new TickBox(o, o == c.Chosen))], TextSpan.None))],
            Remarks = [.. Remarks(filled)],
            HasWeights = true,
            HasScores = true,
        };
    }

    private IEnumerable<LabelledText> Remarks(SelfEvaluation filled)
    {
        if (filled.Deviations.Length > 0) yield return new LabelledText(_words.Deviations, Text(filled.Deviations));
        if (filled.Measures.Length > 0) yield return new LabelledText(_words.Measures, Text(filled.Measures));
    }

    private Printed Money(FileLine line, string field, Amount? filled, Printed? accounted)
    {
        if (accounted is { } figure)
        {
            if (filled is { } own && own.PrintWan() != figure)
            {
                Problem(line, field, $"填写为 {own.PrintWan()} 万元，账上是 {figure} 万元", $"{own.PrintWan()} 万元 filled in, {figure} in the accounts", "删去该项，由账目得出，或更正", "leave it out, so that it comes from the accounts, or correct it");
            }

            return figure;
        }

        if (filled is null) Problem(line, field, "账上和预算中没有这个项目，也没有填写金额", "neither the accounts nor the file have an amount", "核对项目编码", "check the project's code");
        return filled?.PrintWan() ?? new Printed(0, 2);
    }

    private (ImmutableArray<EvaluationBlock> Blocks, ImmutableArray<Indicator> Indicators, decimal Sum) Indicators(SelfEvaluation filled)
    {
        var blocks = ImmutableArray.CreateBuilder<EvaluationBlock>();
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        decimal sum = 0, weights = 0;
        for (int i = 0; i < filled.Goals.Length; i++)
        {
            GoalBlock goal = filled.Goals[i];
            decimal points = goal.Indicators.Sum(x => x.Weight);
            weights += points;
            string number = filled.Goals.Length > 1 ? (i + 1).ToString(CultureInfo.InvariantCulture) : "";
            blocks.Add(new EvaluationBlock($"{_words.Goal}{number}（{Bare(points)}分）", Bare(points), goal.Goal, TextSpan.None));
            foreach (FilledIndicator indicator in goal.Indicators)
            {
                decimal? score = Score(indicator);
                sum += score ?? 0;
                indicators.Add(new Indicator
                {
                    Level1 = indicator.Level1,
                    Level2 = indicator.Level2,
                    Name = Text(indicator.Name),
                    PlainName = indicator.Name,
                    Weight = Figure(Bare(indicator.Weight)),
                    Target = Value(indicator.Target),
                    Actual = Value(indicator.Actual),
                    Score = score is { } given ? Figure(Bare(given)) : null,
                    Block = i,
                    Span = TextSpan.None,
                });
            }
        }

        if (weights != _policy.IndicatorWeight)
            Problem(filled.Line, "weight", $"指标分值合计 {Bare(weights)}，应为 {Bare(_policy.IndicatorWeight)}", $"the weights sum to {Bare(weights)} instead of {Bare(_policy.IndicatorWeight)}", "调整各指标的分值", "change the weights");
        return (blocks.ToImmutable(), indicators.ToImmutable(), sum);
    }

    private decimal? Score(FilledIndicator indicator)
    {
        if (indicator.Score is not { } given)
        {
            decimal? computed = IndicatorScore.Of(indicator);
            if (computed is null) Problem(indicator.Line, indicator.Name, $"指标“{indicator.Name}”不是同类的两个数，不能计算得分", $"the score of “{indicator.Name}” cannot be computed from two figures of one kind", "填写 score", "fill in its score");
            return computed;
        }

        if (given < 0 || given > indicator.Weight)
            Problem(indicator.Line, indicator.Name, $"指标“{indicator.Name}”得分 {Bare(given)} 超出分值 {Bare(indicator.Weight)}", $"the score {Bare(given)} of “{indicator.Name}” exceeds its weight {Bare(indicator.Weight)}", "得分应在 0 与分值之间", "a score lies between 0 and the weight");
        return given;
    }

    private void Problem(FileLine line, string field, string zh, string en, string remedy, string remedyEn) =>
        problems.Add(new BookProblem(Severity.Error, "book.performance", line.FileOr(BookReader.PerformanceFolder), line.Number, field, new(zh, en), new(remedy, remedyEn)));

    private static decimal Points(decimal points) => decimal.Round(points, 2, MidpointRounding.AwayFromZero);

    // Points print no zeros that say nothing: 8, 9.79.
    private static Printed Bare(decimal points) => Printed.Parse(Points(points).ToString("0.##", CultureInfo.InvariantCulture));

    private static Field Text(string text) => new(text, TextSpan.None);

    private static Field Figure(Printed figure, string unit = "") => new(figure + unit, TextSpan.None, figure, unit, Bound.None);

    private static Field Value(string text) =>
        Quantity.TryParse(text, out Quantity quantity) ? new Field(text, TextSpan.None, quantity.Figure, quantity.Unit, quantity.Bound) : Text(text);
}
