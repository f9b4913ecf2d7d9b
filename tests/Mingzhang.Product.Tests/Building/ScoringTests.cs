using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Product.Tests.Building;

/// <summary>Self-evaluations take their money from the accounts and their scores from the policy.</summary>
public sealed class ScoringTests
{
    private static readonly Book Book = BookVariants.Fixture;
    private static readonly YearAccounts Accounts = AccountsCompiler.Compile(Book);

    [Theory]
    [InlineData("≥8000册", "8216册", "15")]
    [InlineData("≥8000册", "7200册", "13.5")]
    [InlineData("≤20天", "22天", "13.64")]
    [InlineData("≤20天", "18天", "15")]
    [InlineData("≤20天", "0天", "15")]
    [InlineData("100%", "93%", "13.95")]
    public void A_quantitative_indicator_is_scored_by_its_sense(string target, string actual, string score) =>
        Assert.Equal(score, IndicatorOf(Composed(target, actual, given: null), 0).Score!.Text);

    [Theory]
    [InlineData("有效增强", "有效增强", null)]
    [InlineData("≥95%", "30人", null)]
    [InlineData("≥95%", "96%", 16)]
    public void A_score_that_is_missing_or_above_the_weight_is_an_error(string target, string actual, int? given)
    {
        BookProblem problem = Assert.Single(Composed(target, actual, given).Problems, p => p.Id != "book.explanation-missing");
        Assert.Equal((Severity.Error, "book.performance"), (problem.Severity, problem.Id));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_the_policy_are_an_error()
    {
        SelfEvaluation own = Book.Performance[1];
        GoalBlock goal = own.Goals[0];
        Book book = Book with { Performance = [Book.Performance[0], own with { Goals = [goal with { Indicators = goal.Indicators.RemoveAt(0) }] }] };
        Assert.Contains(DisclosureComposer.Compose(book, Accounts).Problems, p => p.Column == "weight" && p.Message.Zh.Contains("80", StringComparison.Ordinal));
    }

    [Fact]
    public void An_amount_that_contradicts_the_accounts_is_an_error_and_the_accounts_are_printed()
    {
        Book book = Book with { Performance = [Book.Performance[0] with { Executed = Amount.FromYuan(1) }] };
        Composition composition = DisclosureComposer.Compose(book, Accounts);
        Assert.Contains(composition.Problems, p => p is { Id: "book.performance", Column: "executed" });
        Assert.Equal(Accounts.Whole.Final, composition.Disclosure.Evaluations[0].Executed!.Figure);
    }

    [Fact]
    public void Execution_is_scored_by_its_rate_and_added_to_the_indicators()
    {
        foreach (Evaluation evaluation in DisclosureComposer.Compose(Book, Accounts).Disclosure.Evaluations)
        {
            decimal rate = evaluation.Executed!.Figure!.Value.Value / evaluation.Budget!.Figure!.Value.Value;
            Assert.Equal(decimal.Round(20 * Math.Min(rate, 1), 2, MidpointRounding.AwayFromZero), evaluation.RateScore!.Figure!.Value.Value);
            Assert.Equal(evaluation.RateScore.Figure.Value.Value + evaluation.Indicators.Sum(i => i.Score!.Figure!.Value.Value), evaluation.Total!.Figure!.Value.Value);
        }
    }

    private static Composition Composed(string target, string actual, decimal? given)
    {
        var tested = new FilledIndicator { Level1 = "产出指标", Level2 = "数量指标", Name = "所测指标", Weight = 15, Target = target, Actual = actual, Score = given };
        var rest = new FilledIndicator { Level1 = "效益指标", Level2 = "社会效益指标", Name = "其余指标", Weight = 65, Target = "提高", Actual = "提高", Score = 60 };
        return DisclosureComposer.Compose(Book with { Performance = [Book.Performance[0] with { Goals = [new GoalBlock("目标", [tested, rest])] }] }, Accounts);
    }

    private static Indicator IndicatorOf(Composition composition, int index) => composition.Disclosure.Evaluations[0].Indicators[index];
}
