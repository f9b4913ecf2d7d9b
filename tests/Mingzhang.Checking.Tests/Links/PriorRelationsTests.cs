using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Links;

public sealed class PriorRelationsTests
{
    private static Disclosure Prior(string closing = "4.00")
    {
        var prior = new Sample { ["01[58].2"] = "71.00", ["01[60].2"] = closing, ["01[62].2"] = "75.00" };
        return prior.Build();
    }

    private static Sample WithOpening(string opening) => new()
    {
        ["01[29].1"] = opening,
        ["01[31].1"] = "79.00",
        ["01[60].2"] = "4.00",
        ["01[62].2"] = "79.00",
    };

    [Fact]
    public void The_opening_balance_is_last_years_closing_balance()
    {
        Assert.Empty(WithOpening("4.00").Findings(Prior()));

        Finding finding = Assert.Single(WithOpening("4.00").Findings(Prior("5.00")));

        Assert.Equal(("prior.opening", "4.00", "5.00"), (finding.Rule, finding.Stated, finding.Expected));
    }

    [Theory]
    [InlineData("4.00", 0)]
    [InlineData("4.40", 1)]
    public void A_change_on_last_year_is_tested_against_last_years_forms(string change, int findings)
    {
        Sample sample = WithOpening("4.00");
        sample.Claim(ClaimKind.Change, "01[31].1", change, with: c => c with { Basis = Measure.PriorYear, Direction = Direction.Up });

        Assert.Equal(findings, sample.Findings(Prior()).Count(f => f.Rule == "prior.change"));
    }

    [Fact]
    public void A_growth_rate_on_last_year_is_tested_against_last_years_forms()
    {
        Sample sample = WithOpening("4.00");
        sample.Claim(ClaimKind.Growth, "01[31].1", "5.9", "%", with: c => c with { Basis = Measure.PriorYear, Direction = Direction.Up });

        Finding finding = Assert.Single(sample.Findings(Prior()));

        Assert.Equal(("prior.growth", "5.3"), (finding.Rule, finding.Expected));
    }

    [Theory]
    [InlineData("01[58].2", 1)]
    [InlineData("01[31].1", 1)]
    [InlineData("01[27].1", 0)]
    public void What_is_said_to_be_as_last_year_is_the_same_in_both_years(string cell, int findings)
    {
        Sample sample = WithOpening("4.00");
        sample.Claim(ClaimKind.Change, cell, null, with: c => c with { Basis = Measure.PriorYear, Direction = Direction.Level });

        Assert.Equal(findings, sample.Findings(Prior()).Count(f => f.Rule == "prior.level"));
    }
}
