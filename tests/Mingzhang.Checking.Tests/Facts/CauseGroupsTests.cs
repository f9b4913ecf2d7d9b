using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Tests.Facts;

public sealed class CauseGroupsTests
{
    [Fact]
    public void Subtotals_of_one_column_left_blank_are_one_finding()
    {
        Sample sample = new Sample().Blank("03[20131].3").Blank("03[201].3");

        Finding finding = Assert.Single(sample.Findings(), f => f.Severity is Severity.Error);

        Assert.Equal("blank", finding.Variant);
        Assert.Equal("10.00", finding.Expected);
        Assert.Equal(["03[201].3", "03[20131].3"], Named(finding, "03[201].3", "03[20131].3"));
    }

    [Fact]
    public void An_amount_that_stands_in_the_wrong_column_of_a_chain_of_rows_is_one_finding_without_a_guess()
    {
        var sample = new Sample { ["03[2013101].2"] = "52.63", ["03[2013101].3"] = "7.37", ["03[201].2"] = "52.63", ["03[201].3"] = "17.37" };

        List<Finding> errors = [.. sample.Findings().Where(f => f.Severity is Severity.Error && f.Where.Address?.Form == "03")];

        Assert.Single(errors);
        Assert.Null(errors[0].Expected);
    }

    [Fact]
    public void An_amount_that_the_text_counts_in_and_the_forms_do_not_is_one_finding_that_names_it()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "01[27].1", "82.13");
        sample.Claim(ClaimKind.Amount, "03[合计].1", "82.13");
        sample.Claim(ClaimKind.Amount, "05[合计].1", "82.13");
        sample.Claim(ClaimKind.Amount, "01[29].1", "7.13");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("facts.counted", Severity.Error, null), (finding.Rule, finding.Severity, finding.Expected));
        Assert.Contains("相差的都是 7.13", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void What_contradicts_itself_in_one_section_is_told_besides_the_amount_that_others_count_in()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "01[27].1", "82.13");
        sample.Claim(ClaimKind.Amount, "03[合计].1", "82.13");
        int whole = sample.Claim(ClaimKind.Amount, "05[合计].1", "82.13");
        sample.Parts(whole, true, sample.Claim(ClaimKind.Amount, "current", "82.13"), sample.Claim(ClaimKind.Amount, "carried", "7.13"));

        IReadOnlyList<Finding> findings = sample.Findings();

        Finding own = Assert.Single(findings, f => f.Rule == "narrative.breakdown"), joint = Assert.Single(findings, f => f.Rule == "facts.counted");
        Assert.Equal(2, findings.Count);
        Assert.Equal(("82.13", "75.00", Severity.Error), (own.Stated, own.Expected, own.Severity));
        Assert.StartsWith("current", own.Quote, StringComparison.Ordinal);
        Assert.Equal(joint.Id, Assert.Single(own.Related));
        Assert.Equal(own.Id, Assert.Single(joint.Related));
    }

    [Fact]
    public void Round_differences_are_no_common_cause()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "01[27].1", "85");
        sample.Claim(ClaimKind.Amount, "03[合计].1", "85");
        sample.Claim(ClaimKind.Amount, "05[合计].1", "85");

        Assert.DoesNotContain(sample.Findings(), f => f.Rule == "facts.counted");
    }

    [Fact]
    public void The_figure_of_a_form_that_nothing_speaks_against_is_the_likely_one()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[合计].1", "77.13");

        Assert.Equal("75.00", Assert.Single(sample.Findings()).Expected);
    }

    private static IEnumerable<string> Named(Finding finding, params string[] wanted)
    {
        List<Address> places = [.. finding.Evidence.Select(e => e.Place.Address).Append(finding.Where.Address).OfType<Address>()];
        return wanted.Where(w => places.Contains(Address.Parse(w)));
    }
}
