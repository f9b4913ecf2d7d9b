using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Tests.Facts;

public sealed class FormFactsTests
{
    [Fact]
    public void A_sound_disclosure_has_no_findings() => Assert.Empty(new Sample().Findings());

    [Fact]
    public void A_wrong_cell_that_breaks_its_row_its_column_and_other_forms_is_one_finding_at_that_cell()
    {
        var sample = new Sample { ["03[2013101].2"] = "69.00" };

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(Address.Parse("03[2013101].2"), finding.Where.Address);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("69.00", finding.Stated);
        Assert.Equal("60.00", finding.Expected);
        Assert.Contains(finding.Evidence, e => e.Place.Address == Address.Parse("05[2013101].2"));
        Assert.Equal("2013101\t60.00\t69.00", finding.Quote);
    }

    [Fact]
    public void Every_cell_that_a_relation_binds_is_missed_when_it_is_changed_and_nearly_always_named()
    {
        int named = 0, caught = 0, all = 0;
        foreach (Address address in new Sample().Addresses)
        {
            var sample = new Sample();
            sample[address.ToString()] = decimal.Parse(sample[address.ToString()]) + 7.31m + "";
            IReadOnlyList<Finding> findings = [.. sample.Findings().Where(f => f.Severity is Severity.Error)];
            all++;
            if (findings.Count > 0) caught++;
            if (findings.Count == 1 && findings[0].Where.Address == address) named++;
        }

        Assert.Equal(all, caught);
        Assert.InRange(named, all * 4 / 5, all);
    }

    [Fact]
    public void Two_wrong_cells_are_two_findings()
    {
        var sample = new Sample { ["03[2013101].2"] = "69.00", ["06[30101].1"] = "54.00" };

        Assert.Equal(["03[2013101].2", "06[30101].1"], sample.Findings().Select(f => f.Where.Address.ToString()!).Order());
    }

    [Fact]
    public void A_total_that_differs_within_the_rounding_of_its_parts_is_a_rounding_difference()
    {
        var sample = new Sample { ["06[30101].1"] = "45.01" };

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(Severity.Rounding, finding.Severity);
        Assert.Equal("form.06.hierarchy", finding.Rule);
    }

    [Fact]
    public void A_difference_that_rounding_can_hardly_explain_is_an_info()
    {
        var sample = new Sample { ["06[30102].1"] = "5.00", ["06[30103].1"] = "5.00", ["06[30101].1"] = "35.02" };

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal((Severity.Info, "unlikely"), (finding.Severity, finding.Variant));
    }

    [Fact]
    public void An_unread_cell_is_not_tested_and_says_why()
    {
        Sample sample = new Sample().Change("05", s => s with
        {
            State = StatementState.Partial,
            Rows = [.. s.Rows.Select(r => r.Key == "201" ? r with { Cells = [.. r.Cells.Where(c => c.Column != "2")], UnreadColumns = ["2"] } : r)],
        });

        CheckResult result = sample.Check();

        Assert.Empty(sample.Findings());
        Assert.Contains(result.Outcomes, o => o is { Rule: "form.05.columns", Outcome: Outcome.NotRun, Why.Zh: "所需的单元格未读出" });
        Assert.Contains(result.Outcomes, o => o is { Rule: "form.05.columns", Outcome: Outcome.Passed });
    }

    [Fact]
    public void A_sum_over_rows_of_which_some_are_unread_proves_nothing()
    {
        Sample sample = new Sample().Change("05", s => s with
        {
            State = StatementState.Partial,
            Rows = [.. s.Rows.Where(r => r.Key != "2013102")],
            Unread = [new Unread(default, "2013102", UnreadReason.NoPlacementFits)],
        });

        Assert.Empty(sample.Findings());
        Assert.Contains(sample.Check().Outcomes, o => o is { Rule: "form.05.hierarchy", Outcome: Outcome.NotRun });
    }

    [Fact]
    public void A_missing_form_leaves_its_relations_untested()
    {
        Sample sample = new Sample().Change("04", s => s with { State = StatementState.Unread, Rows = [] });

        Assert.Empty(sample.Findings());
        Assert.Contains(sample.Check().Outcomes, o => o is { Rule: "cross.04-05.total", Outcome: Outcome.NotRun, Why.Zh: "没有读到公开04表" });
    }

    [Fact]
    public void A_cell_left_blank_is_named_with_its_value()
    {
        Sample sample = new Sample().Blank("05[2013102].3");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(Address.Parse("05[2013102].3"), finding.Where.Address);
        Assert.Equal("10.00", finding.Expected);
    }

    [Fact]
    public void Economic_and_functional_items_that_differ_are_told_at_the_economic_item_as_a_warning()
    {
        var sample = new Sample { ["06[30113].1"] = "6.00", ["06[30101].1"] = "44.00" };

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal((Severity.Warning, "cross.05-06.housing", Address.Parse("06[30113].1")), (finding.Severity, finding.Rule, finding.Where.Address));
    }

    [Fact]
    public void A_relation_whose_condition_is_not_met_is_not_run()
    {
        var sample = new Sample { ["01[8].1"] = "1.00", ["01[27].1"] = "76.00", ["01[31].1"] = "76.00", ["02[合计].7"] = "1.00", ["02[合计].1"] = "76.00", ["01[60].2"] = "1.00", ["01[62].2"] = "76.00", ["02[201].7"] = "1.00", ["02[201].1"] = "71.00", ["02[20131].7"] = "1.00", ["02[20131].1"] = "71.00", ["02[2013101].7"] = "1.00", ["02[2013101].1"] = "61.00" };

        Assert.Empty(sample.Findings());
        Assert.Contains(sample.Check().Outcomes, o => o is { Rule: "cross.03-05.total-equal", Outcome: Outcome.NotRun });
    }

    [Fact]
    public void Rounding_differences_that_no_value_satisfies_together_are_told()
    {
        // a = b and b = c each within rounding, a = c not tested: 5.00, 5.01, 5.02 in a chain of equal cells.
        var sample = new Sample { ["05[2210201].2"] = "5.01", ["06[30113].1"] = "5.02" };

        Assert.Contains(sample.Findings(), f => f.Rule == "facts.joint");
    }
}
