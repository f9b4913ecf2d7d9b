using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class ExecutionRuleTests
{
    [Theory]
    [InlineData("127.99", "127.99", "100%", "20")]
    [InlineData("103.61", "94.86", "91.6%", "18.31")]
    [InlineData("103.61", "94.86", "91.55%", "18.3")]
    [InlineData("300", "200", "66.7%", "13.33分")]
    public void A_rate_and_score_that_the_amounts_allow_pass(string budget, string executed, string rate, string score)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", budget, executed, rate, score);

        Assert.Empty(draft.Check(new ExecutionRule()));
    }

    [Fact]
    public void A_rate_that_the_amounts_exclude_is_an_error_with_the_right_rate()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "103.61", "94.86", "96.1%", "18.31");

        Finding finding = Assert.Single(draft.Check(new ExecutionRule()));

        Assert.Equal(("evaluation.execution-rate", Severity.Error, "96.1%", "91.6%"), (finding.Rule, finding.Severity, finding.Stated, finding.Expected));
        Assert.Equal(2, finding.Evidence.Length);
        Computation rate = Assert.Single(finding.Computations);
        Assert.Equal((96.1m, "94.86", "103.61", false), (rate.LeftValue, rate.Right[0].Printed, rate.Right[1].Printed, rate.CanHold));
    }

    [Fact]
    public void A_score_from_the_rounded_rate_is_a_rounding_difference()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "103.61", "94.86", "91.6%", "18.32");

        Finding finding = Assert.Single(draft.Check(new ExecutionRule()));

        Assert.Equal((Severity.Rounding, "rounded-rate", "18.31"), (finding.Severity, finding.Variant, finding.Expected));
        Assert.Equal([(ComputationKind.Points, false), (ComputationKind.Points, true)], finding.Computations.Select(c => (c.Kind, c.CanHold)));
        Assert.Equal([20m, 91.6m, 100m], finding.Computations[1].Right.Select(f => f.Value));
    }

    [Fact]
    public void A_score_that_neither_rate_gives_is_an_error()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "103.61", "94.86", "91.6%", "19.32");

        Assert.Equal(Severity.Error, Assert.Single(draft.Check(new ExecutionRule())).Severity);
    }

    [Fact]
    public void A_score_above_its_points_is_an_error()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "10.00", "10.00", "100%", "21");

        Assert.Equal("too-high", Assert.Single(draft.Check(new ExecutionRule())).Variant);
    }

    [Fact]
    public void More_executed_than_budgeted_is_a_warning()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "10.00", "12.00", "120%");

        Assert.Equal(("overrun", Severity.Warning), Assert.Single(draft.Check(new ExecutionRule())) is var f ? (f.Variant, f.Severity) : default);
    }

    [Fact]
    public void A_blank_score_beside_other_scores_is_worth_a_look()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "129.57", "116.58", "90.0%", null, "97.98", draft.Indicator("整理卷数|80|≥100卷|120卷|80"));

        Finding finding = Assert.Single(draft.Check(new ExecutionRule()));

        Assert.Equal(("blank", Severity.Info), (finding.Variant, finding.Severity));
        Computation score = Assert.Single(finding.Computations);
        Assert.Empty(score.Left);
        Assert.Equal([20m, 116.58m, 129.57m], score.Right.Select(f => f.Value));
        Assert.Equal(17.995m, Math.Round(score.RightValue!.Value, 3));
    }
}
