using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Narrative;

public sealed class ChangeSumTests
{
    private static void Change(Sample sample, string subject, string? value, Direction direction) =>
        sample.Claim(ClaimKind.Change, subject, value, value is null ? "" : "万元", with: c => c with { Basis = Measure.PriorYear, Direction = direction });

    [Theory]
    [InlineData("2.00", true)]
    [InlineData("2.50", false)]
    public void Changes_of_the_parts_make_up_the_change_of_the_whole(string whole, bool right)
    {
        var sample = new Sample();
        Change(sample, "09[1].7", whole, Direction.Up);
        Change(sample, "09[1].8", null, Direction.Level);
        Change(sample, "09[1].9", "1.00", Direction.Down);
        Change(sample, "09[1].12", "3.00", Direction.Up);

        if (right)
        {
            Assert.Empty(sample.Findings());
            return;
        }

        Finding finding = Assert.Single(sample.Findings());
        Assert.Equal(("narrative.change-sum", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("2.50", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_that_only_last_year_had_may_explain_a_difference()
    {
        var sample = new Sample();
        Change(sample, "05[合计].1", "4.00", Direction.Up);
        Change(sample, "05[201].1", "6.00", Direction.Up);
        Change(sample, "05[221].1", "1.00", Direction.Down);

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.change-sum", Severity.Info, "open"), (finding.Rule, finding.Severity, finding.Variant));
    }

    [Fact]
    public void A_part_whose_change_is_not_told_proves_nothing()
    {
        var sample = new Sample();
        Change(sample, "05[合计].1", "4.00", Direction.Up);
        Change(sample, "05[201].1", "6.00", Direction.Up);

        Assert.Empty(sample.Findings());
    }
}
