using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Narrative;

public sealed class RateClaimTests
{
    private static Claim OnPriorYear(Claim claim, Direction direction) => claim with { Basis = Measure.PriorYear, Direction = direction };

    [Theory]
    [InlineData("93.3", true)]
    [InlineData("93", true)]
    [InlineData("93.33", true)]
    [InlineData("93.4", false)]
    public void A_share_is_judged_with_the_decimals_that_it_is_printed_with(string percent, bool right)
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Share, "05[201].1", percent, "%", with: c => c with { Whole = Sample.Subject("05[合计].1") });

        Assert.Equal(right, sample.Findings().Count == 0);
    }

    [Fact]
    public void A_wrong_share_is_a_warning_that_gives_the_right_one()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Share, "05[221].1", "7.6", "%", with: c => c with { Whole = Sample.Subject("05[合计].1") });

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.share", Severity.Warning, "7.6", "6.7"), (finding.Rule, finding.Severity, finding.Stated, finding.Expected));
        Assert.Contains("5.00÷75.00", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_was_cut_off_so_that_all_make_a_hundred_is_told_as_such()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Share, "05[201].1", "93.4", "%", with: c => c with { Whole = Sample.Subject("05[合计].1") });
        sample.Claim(ClaimKind.Share, "05[221].1", "6.6", "%", with: c => c with { Whole = Sample.Subject("05[合计].1") });

        Assert.Contains(sample.Findings(), f => f is { Variant: "hundred", Stated: "6.6", Expected: "6.7" });
    }

    [Fact]
    public void A_completion_that_only_the_rounding_of_a_budget_explains_is_a_rounding_difference()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "61.0", group: 1, with: c => c with { Measure = Measure.InitialBudget });
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "60.00", group: 1);
        sample.Claim(ClaimKind.Completion, "05[2013101].1", "98.31", "%", group: 1, with: c => c with { Basis = Measure.InitialBudget });

        Assert.Equal(Severity.Rounding, Assert.Single(sample.Findings()).Severity);
    }

    [Fact]
    public void A_completion_of_a_budget_of_zero_is_meaningless()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Completion, "09[1].8", "100", "%", with: c => c with { Basis = Measure.FullYearBudget });

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.completion", "zero", Severity.Warning), (finding.Rule, finding.Variant, finding.Severity));
    }

    [Fact]
    public void A_completion_of_an_initial_budget_of_zero_that_fits_the_full_year_budget_should_name_that()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "item", "0", group: 1, with: c => c with { Measure = Measure.InitialBudget });
        sample.Claim(ClaimKind.Amount, "item", "321.02", group: 1, with: c => c with { Measure = Measure.FullYearBudget });
        sample.Claim(ClaimKind.Amount, "item", "307.82", group: 1);
        sample.Claim(ClaimKind.Completion, "item", "95.89", "%", group: 1, with: c => c with { Basis = Measure.InitialBudget });

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("other", "完成全年预算的95.89%"), (finding.Variant, finding.Expected));
        Assert.Equal(["0", "321.02", "307.82"], finding.Evidence.Select(e => e.Value));
    }

    [Fact]
    public void A_completion_follows_from_the_change_on_the_budget_where_the_budget_is_not_given()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Completion, "agencyOperating", "80", "%", group: 1, with: c => c with { Basis = Measure.InitialBudget });
        sample.Claim(ClaimKind.Amount, "agencyOperating", "15.00", group: 1);
        sample.Claim(ClaimKind.Change, "agencyOperating", "5.00", group: 1, with: c => c with { Basis = Measure.InitialBudget, Direction = Direction.Down });
        sample.Claim(ClaimKind.Completion, "agencyOperating", "75", "%", group: 1, with: c => c with { Basis = Measure.InitialBudget });

        Assert.Equal("80", Assert.Single(sample.Findings()).Stated);
    }

    [Theory]
    [InlineData("13.3", Direction.Up, "")]
    [InlineData("113.6", Direction.Up, "ratio")]
    [InlineData("13.6", Direction.Up, null)]
    [InlineData("13.63", Direction.Up, "rounding")]
    [InlineData("13.7", Direction.Up, "")]
    public void A_growth_rate_is_the_change_over_last_years_value(string percent, Direction direction, string? variant)
    {
        // 75.00 after a rise of 9.00: 9 ÷ 66 = 13.636…%
        var sample = new Sample();
        sample.Claim(ClaimKind.Change, "01[31].1", "9.00", group: 1, with: c => OnPriorYear(c, direction));
        sample.Claim(ClaimKind.Growth, "01[31].1", percent, "%", group: 1, with: c => OnPriorYear(c, direction));

        IReadOnlyList<Finding> findings = sample.Findings();

        Assert.Equal(variant is null ? 0 : 1, findings.Count);
        if (variant is not null) Assert.Equal(("narrative.growth", variant), (findings[0].Rule, findings[0].Variant));
    }

    [Theory]
    [InlineData("43269.3", "3845.49", "17.62", "3269.3", "多写一位数字")]
    [InlineData("3629.30", "3845.49", "17.62", "3269.30", "相邻两位数字颠倒")]
    [InlineData("326.93", "3845.49", "17.62", "3268.93", null)]
    [InlineData("329.3", "3845.49", "17.62", "3269.3", "漏写一位数字")]
    public void An_amount_with_a_slip_of_a_digit_is_the_wrong_figure_where_the_rate_fits_without_it(string before, string now, string percent, string repaired, string? way)
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "item", before, group: 1, with: c => c with { Measure = Measure.PriorYear });
        sample.Claim(ClaimKind.Amount, "item", now, group: 1);
        sample.Claim(ClaimKind.Growth, "item", percent, "%", group: 1, with: c => OnPriorYear(c, Direction.Up));

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(way is null ? ("", percent, Severity.Warning) : ("digit", before, Severity.Error), (finding.Variant, finding.Stated, finding.Severity));
        if (way is null) return;
        Assert.Equal(repaired, finding.Expected);
        Assert.Contains(way, Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_goes_against_its_own_figures_without_a_slip_expects_nothing_absurd()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "item", "90.00", group: 1, with: c => c with { Measure = Measure.PriorYear });
        sample.Claim(ClaimKind.Amount, "item", "30.00", group: 1);
        sample.Claim(ClaimKind.Growth, "item", "17.62", "%", group: 1, with: c => OnPriorYear(c, Direction.Up));

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("way", null, Severity.Warning), (finding.Variant, finding.Expected, finding.Severity));
        Assert.Contains("却为 -66.6", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_tested_with_the_form_where_it_states_the_amount_more_exactly()
    {
        // 57.80 ÷ 59.11 − 1 = −2.216…%; 57.804 ÷ 59.11 − 1 = −2.209…%.
        var sample = new Sample { ["05[2210201].1"] = "57.804" };
        sample.Claim(ClaimKind.Amount, "05[2210201].1", "57.8", group: 1);
        sample.Claim(ClaimKind.Amount, "05[2210201].1", "59.11", group: 1, with: c => c with { Measure = Measure.PriorYear });
        sample.Claim(ClaimKind.Growth, "05[2210201].1", "2.21", "%", group: 1, with: c => OnPriorYear(c, Direction.Down));

        Assert.DoesNotContain(sample.Findings(), f => f.Rule == "narrative.growth");
    }

    [Fact]
    public void A_growth_on_nothing_is_told()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Change, "01[31].1", "75.00", group: 1, with: c => OnPriorYear(c, Direction.Up));
        sample.Claim(ClaimKind.Growth, "01[31].1", "100", "%", group: 1, with: c => OnPriorYear(c, Direction.Up));

        Assert.Equal("zero", Assert.Single(sample.Findings()).Variant);
    }

    [Fact]
    public void Growth_rates_of_one_subject_with_different_decimals_agree()
    {
        var sample = new Sample();
        foreach (string percent in (string[])["13.6", "13.64"])
        {
            sample.Claim(ClaimKind.Change, "01[31].1", "9.00", group: percent.Length, with: c => OnPriorYear(c, Direction.Up));
            sample.Claim(ClaimKind.Growth, "01[31].1", percent, "%", group: percent.Length, with: c => OnPriorYear(c, Direction.Up));
        }

        Assert.Empty(sample.Findings());
    }

    [Fact]
    public void Sentences_that_imply_different_values_of_last_year_contradict_each_other()
    {
        // The totals of income and expenditure are one fact by the form's relation 31 = 62.
        var sample = new Sample();
        sample.Claim(ClaimKind.Change, "01[31].1", "9.00", with: c => OnPriorYear(c, Direction.Up));
        sample.Claim(ClaimKind.Change, "01[62].2", "9.90", with: c => OnPriorYear(c, Direction.Up));

        Assert.Equal("narrative.prior-year", Assert.Single(sample.Findings()).Rule);
    }

    [Fact]
    public void Words_that_go_opposite_ways_are_an_error()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Change, "01[31].1", "9.00", group: 1, with: c => OnPriorYear(c, Direction.Up));
        sample.Claim(ClaimKind.Growth, "01[31].1", "13.6", "%", group: 1, with: c => OnPriorYear(c, Direction.Down));

        Assert.Equal("narrative.direction", Assert.Single(sample.Findings()).Rule);
    }

    [Fact]
    public void A_change_is_the_final_amount_less_the_budget_and_its_direction_is_tested()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "09[1].12", "3.00", group: 1, with: c => c with { Measure = Measure.FullYearBudget });
        sample.Claim(ClaimKind.Amount, "09[1].12", "2.00", group: 1);
        sample.Claim(ClaimKind.Change, "09[1].12", "1.00", group: 1, with: c => c with { Basis = Measure.FullYearBudget, Direction = Direction.Up });

        Assert.Equal(("narrative.change", "direction"), Assert.Single(sample.Findings()) is var f ? (f.Rule, f.Variant) : default);
    }

    [Fact]
    public void A_document_that_cuts_digits_off_throughout_is_told_so_once()
    {
        var sample = new Sample();
        foreach ((string row, string percent) in ((string, string)[])[("221", "6.6"), ("22102", "6.6"), ("2210201", "6.6")])
            sample.Claim(ClaimKind.Share, $"05[{row}].1", percent, "%", with: c => c with { Whole = Sample.Subject("05[合计].1") });

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("facts.truncated", Severity.Info), (finding.Rule, finding.Severity));
    }
}
