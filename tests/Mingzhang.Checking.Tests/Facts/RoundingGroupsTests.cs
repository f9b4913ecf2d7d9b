using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Facts;

public sealed class RoundingGroupsTests
{
    [Fact]
    public void The_same_sum_of_the_same_figures_in_a_form_and_the_text_is_one_difference()
    {
        var sample = new Sample { ["06[30101].1"] = "45.01" };
        int whole = sample.Claim(ClaimKind.Amount, "06[301].1", "50.00");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Amount, "06[30101].1", "45.01"), sample.Claim(ClaimKind.Amount, "06[30113].1", "5.00"));

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("form.06.hierarchy", Severity.Rounding), (finding.Rule, finding.Severity));
        Assert.Contains("同一尾差另见 1 处", Sample.Say(finding), StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, e => e.Place.Section == "三/五(三)" && e.Value == "50.00");
    }

    [Fact]
    public void A_difference_that_an_item_hands_on_to_its_totals_is_one()
    {
        var sample = new Sample { ["03[2013101].2"] = "59.99", ["03[20131].2"] = "59.99", ["03[201].2"] = "59.99", ["03[合计].2"] = "64.99" };

        Finding finding = Assert.Single(sample.Findings(), f => f.Rule == "form.03.columns");

        Assert.Equal((Severity.Rounding, "03[2013101].1"), (finding.Severity, finding.Where.Address.ToString()));
        Assert.Contains("同一尾差另见 3 处", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_makes_several_sums_exact_when_rounded_the_other_way_is_told_once_against_its_own_parts()
    {
        var sample = new Sample();
        foreach (string form in (string[])["02", "03", "05"]) sample[$"{form}[20131].1"] = "70.01";
        sample["02[20131].2"] = "70.01";

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal((Severity.Rounding, "20131"), (finding.Severity, finding.Where.Address!.Value.Row));
    }

    [Fact]
    public void Differences_of_different_figures_stay_apart()
    {
        var sample = new Sample { ["06[30101].1"] = "45.01", ["06[30201].1"] = "13.01" };

        Assert.Equal(2, sample.Findings().Count(f => f.Severity is Severity.Rounding));
    }
}
