using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Narrative;

public sealed class AmountClaimTests
{
    private const string Items = "explanations.general.items";

    [Theory]
    [InlineData("60.00", "万元")]
    [InlineData("60", "万元")]
    [InlineData("60.0", "万元")]
    [InlineData("600,000.00", "元")]
    public void An_amount_that_agrees_with_its_cell_passes(string value, string unit)
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", value, unit);

        Assert.Empty(sample.Findings());
    }

    [Fact]
    public void An_amount_that_differs_from_its_cell_is_an_error_with_the_cell_as_evidence()
    {
        Sample sample = new Sample().Topic("三/五(三)", Items);
        sample.Claim(ClaimKind.Amount, "05[2210201].1", "5.30");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.item-final-amount", Severity.Error, "5.30", "5.00"), (finding.Rule, finding.Severity, finding.Stated, finding.Expected));
        Assert.Contains(finding.Evidence, e => e.Place.Address == finding.Where.Address && e.Value == "5.00");
        Assert.Contains("5.30", finding.Quote, StringComparison.Ordinal);
        Assert.Contains("为 5.00", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_contains_an_item_that_the_text_leaves_out_is_explained_by_it()
    {
        Sample sample = new Sample().Topic("三/五(三)", Items);
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "70.00");
        sample.Claim(ClaimKind.Amount, "05[2210201].1", "5.00");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal("merged", finding.Variant);
        Assert.Contains("60.00＋10.00(2013102)", Sample.Say(finding), StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, e => e.Place.Address?.Row == "2013102");
    }

    [Fact]
    public void An_amount_that_is_another_rows_is_explained_by_it()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2010601].1", "70.00");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("misnamed", "空"), (finding.Variant, finding.Expected));
    }

    [Fact]
    public void A_shifted_decimal_point_is_recognised()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "6.00");

        Assert.Equal("shifted", Assert.Single(sample.Findings()).Variant);
    }

    [Fact]
    public void An_amount_with_fewer_decimals_than_its_cell_is_a_rounding_difference_where_it_rounds_to_it()
    {
        var sample = new Sample { ["06[30201].1"] = "12.97", ["06[30217].1"] = "2.03", ["09[1].7"] = "2.03", ["09[1].12"] = "2.03" };
        sample.Claim(ClaimKind.Amount, "09[1].12", "2.0");

        Assert.Equal((Severity.Rounding, "rounding"), Assert.Single(sample.Findings()) is var f ? (f.Severity, f.Variant) : default);
    }

    [Fact]
    public void A_three_public_budget_is_compared_with_the_budget_columns()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "09[1].12", "3.50", with: c => c with { Measure = Measure.FullYearBudget });

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal("3.00", finding.Expected);
    }

    [Fact]
    public void A_cell_that_several_sentences_contradict_is_the_wrong_one()
    {
        var sample = new Sample { ["09[1].12"] = "2.20" };
        sample.Claim(ClaimKind.Amount, "09[1].12", "2.00");
        sample.Claim(ClaimKind.Amount, "09[1].12", "2.00");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("09", "2.20", "2.00"), (finding.Where.Address?.Form, finding.Stated, finding.Expected));
    }

    [Fact]
    public void The_same_wrong_amount_in_two_sentences_is_one_finding()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "66.00");
        int second = sample.Claim(ClaimKind.Amount, "05[2013101].1", "66.00");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Contains(finding.Evidence, e => e.Place.Span == sample.Build().Claims[second].Span);
    }

    [Fact]
    public void The_same_thing_stated_differently_in_two_sentences_is_an_error()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "procurement", "17.93");
        sample.Claim(ClaimKind.Amount, "procurement", "17.39");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal("narrative.restated", finding.Rule);
        Assert.Single(finding.Evidence);
    }

    [Fact]
    public void An_approximate_amount_is_not_tested()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", "58.00", with: c => c with { Approximate = true });

        Assert.Empty(sample.Findings());
        Assert.Contains(sample.Check().Outcomes, o => o is { Rule: "narrative.amount", Outcome: Outcome.NotRun, Why.Zh: "文字为约数" });
    }

    [Fact]
    public void An_agency_operating_cost_above_the_operating_cost_of_form_06_is_a_warning()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "agencyOperating", "15.10");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.agency-operating", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void An_agency_operating_cost_above_all_operating_cost_that_is_another_figure_of_the_forms_is_an_error()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "agencyOperating", "45.00");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.agency-operating", Severity.Error, "copied"), (finding.Rule, finding.Severity, finding.Variant));
        Assert.Contains("“30101”相同", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void What_small_firms_won_of_the_rest_is_nothing_where_the_reserved_contracts_are_all_of_them()
    {
        var sample = new Sample();
        int whole = sample.Claim(ClaimKind.Amount, "procurement", "21.07");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Amount, "procurement/货物", "3.00"), sample.Claim(ClaimKind.Amount, "procurement/服务", "18.07"));
        sample.Claim(ClaimKind.Amount, "procurement/won/other/中小企业", "21.07");
        sample.Claim(ClaimKind.Amount, "procurement/won/reserved/中小企业", "21.07");

        Finding finding = Assert.Single(sample.Findings(), f => f.Rule == "narrative.within");

        Assert.Equal(("filled", "0.00"), (finding.Variant, finding.Expected));
        Assert.StartsWith("procurement/won/other", finding.Quote, StringComparison.Ordinal);
    }
}
