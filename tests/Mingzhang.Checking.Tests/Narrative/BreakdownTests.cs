using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Narrative;

public sealed class BreakdownTests
{
    [Theory]
    [InlineData("14.93", true, 0)]
    [InlineData("14.90", true, 1)]
    [InlineData("14.90", false, 0)]
    [InlineData("15.00", false, 1)]
    public void Parts_make_up_the_whole_or_are_at_most_the_whole(string part, bool exhaustive, int findings)
    {
        var sample = new Sample();
        int whole = sample.Claim(ClaimKind.Amount, "procurement", "17.93");
        sample.Parts(whole, exhaustive, sample.Claim(ClaimKind.Amount, "procurement/货物", "3.00"), sample.Claim(ClaimKind.Amount, "procurement/服务", part));

        IReadOnlyList<Finding> found = sample.Findings();

        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.Equal(("narrative.breakdown", Severity.Error), (f.Rule, f.Severity)));
    }

    [Fact]
    public void Parts_within_rounding_are_a_rounding_difference_at_the_whole()
    {
        var sample = new Sample();
        int whole = sample.Claim(ClaimKind.Amount, "procurement", "17.94");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Amount, "procurement/货物", "3.00"), sample.Claim(ClaimKind.Amount, "procurement/服务", "14.93"));

        Assert.Equal((Severity.Rounding, "17.94"), Assert.Single(sample.Findings()) is var f ? (f.Severity, f.Stated) : default);
    }

    [Fact]
    public void A_part_that_also_differs_from_its_cell_explains_the_sum()
    {
        var sample = new Sample();
        int whole = sample.Claim(ClaimKind.Amount, "05[合计].1", "75.00");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Amount, "05[201].1", "70.00"), sample.Claim(ClaimKind.Amount, "05[221].1", "5.30"));

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.amount", "5.30", "5.00"), (finding.Rule, finding.Stated, finding.Expected));
        Assert.Contains(sample.Check().Outcomes, o => o is { Rule: "narrative.breakdown", Outcome: Outcome.Failed });
    }

    [Fact]
    public void Counts_add_up_exactly()
    {
        var sample = new Sample();
        int whole = sample.Claim(ClaimKind.Count, "vehicles", "8", "辆");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Count, "vehicles/机要通信用车", "1", "辆"), sample.Claim(ClaimKind.Count, "vehicles/应急保障用车", "6", "辆"));

        Assert.Single(sample.Findings());
    }
}
