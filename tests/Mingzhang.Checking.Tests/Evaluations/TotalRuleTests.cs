using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class TotalRuleTests
{
    [Fact]
    public void A_total_that_is_the_sum_passes() => Assert.Empty(Check("98.5", "20", "甲|50|1|1|48.5", "乙|30|1|1|30"));

    [Fact]
    public void A_total_that_is_not_the_sum_is_an_error_with_the_sum()
    {
        Finding finding = Assert.Single(Check("99.5", "20", "甲|50|1|1|48.5", "乙|30|1|1|30"));

        Assert.Equal((Severity.Error, "98.5"), (finding.Severity, finding.Expected));
        Computation sum = Assert.Single(finding.Computations);
        Assert.Equal((99.5m, 98.5m, 3, false), (sum.LeftValue, sum.RightValue, sum.Right.Length, sum.CanHold));
    }

    [Fact]
    public void A_difference_of_rounded_scores_is_a_rounding_difference() =>
        Assert.Equal(Severity.Rounding, Assert.Single(Check("98.49", "20", "甲|50|1|1|48.45", "乙|30|1|1|30.03")).Severity);

    [Fact]
    public void A_spreadsheet_error_as_total_is_an_error_with_the_reckoned_total()
    {
        Finding finding = Assert.Single(Check("#REF!", "20", "甲|50|1|1|48.94", "乙|30|1|1|30"));

        Assert.Equal(("error-cell", "98.94"), (finding.Variant, finding.Expected));
    }

    [Fact]
    public void A_total_above_a_hundred_is_an_error() => Assert.Equal("above-full", Assert.Single(Check("102", "20", "甲|50|1|1|50", "乙|30|1|1|32")).Variant);

    [Fact]
    public void A_blank_execution_score_is_reckoned_from_the_amounts()
    {
        Assert.Empty(Check("98", null, "甲|50|1|1|48", "乙|30|1|1|30"));
        Assert.Equal("98", Assert.Single(Check("97", null, "甲|50|1|1|48", "乙|30|1|1|30")).Expected);
    }

    [Fact]
    public void Points_lost_though_every_target_was_met_need_weights()
    {
        Finding finding = Assert.Single(Check("97", "20", "甲||≥5|10|50", "乙||提高|提高|27"));

        Assert.Equal(("unexplained", Severity.Warning), (finding.Variant, finding.Severity));
        Assert.Empty(Check("97", "20", "甲||≥5|4|50", "乙||提高|提高|27"));
        Assert.Empty(Check("100", "20", "甲||≥5|10|50", "乙||提高|提高|30"));
    }

    private static IReadOnlyList<Finding> Check(string total, string? execution, params string[] rows)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Department, "部门整体绩效自评表", "某局", "100.00", "100.00", "100%", execution, total, [.. rows.Select(r => draft.Indicator(r))]);
        return draft.Check(new TotalRule());
    }
}
