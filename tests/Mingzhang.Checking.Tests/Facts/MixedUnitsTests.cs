using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Tests.Facts;

/// <summary>Forms in 元 beside forms and text in 万元.</summary>
public sealed class MixedUnitsTests
{
    [Fact]
    public void Forms_in_different_units_that_agree_give_no_finding() => Assert.Empty(InYuan(0).Findings());

    [Fact]
    public void What_rounds_to_the_amount_printed_in_the_larger_unit_is_no_rounding_difference() => Assert.Empty(InYuan(49).Findings());

    [Fact]
    public void What_does_not_round_to_it_is_an_error() =>
        Assert.Contains(InYuan(-51).Findings(), f => f is { Severity: Severity.Error, Rule: "cross.04-05.class" });

    [Fact]
    public void A_claim_in_the_larger_unit_is_held_against_the_cell_rounded()
    {
        Sample sample = InYuan(0);
        sample.Claim(ClaimKind.Amount, "05[2210201].1", "5");
        Assert.Empty(sample.Findings());
        sample.Claim(ClaimKind.Amount, "05[2210201].2", "5.01");
        Assert.Single(sample.Findings(), f => f.Severity == Severity.Error);
    }

    /// <summary>The sample with form 05 in 元, its housing fund more by some 元.</summary>
    private static Sample InYuan(decimal more)
    {
        var sample = new Sample();
        string[] raised = ["合计", "221", "22102", "2210201"];
        foreach (Address cell in sample.Addresses.Where(a => a.Form == "05").ToList())
        {
            decimal value = decimal.Parse(sample[cell.ToString()], CultureInfo.InvariantCulture) * 10_000m;
            if (cell.Column is "1" or "2" && raised.Contains(cell.Row)) value += more;
            sample[cell.ToString()] = value.ToString("F2", CultureInfo.InvariantCulture);
        }

        return sample.Change("05", s => s with { AmountUnit = "元" });
    }
}
