using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Narrative;

public sealed class ListedItemsTests
{
    [Fact]
    public void Items_listed_as_form_06_has_them_pass()
    {
        var sample = new Sample();
        foreach (string code in (string[])["30101", "30113", "30201", "30217"]) sample.Claim(ClaimKind.Named, $"06[{code}].1", null, "");

        Assert.Empty(sample.Findings());
    }

    [Fact]
    public void All_items_listed_without_an_amount_are_one_warning()
    {
        var sample = new Sample();
        foreach (string code in (string[])["30101", "30113", "30114", "30103"]) sample.Claim(ClaimKind.Named, $"06[{code}].1", null, "");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal((Severity.Warning, "科目30114、科目30103"), (finding.Severity, finding.Stated));
        Assert.Equal(2, finding.Evidence.Length);
    }

    [Fact]
    public void Items_with_an_amount_that_are_left_out_are_one_warning()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Named, "06[30201].1", null, "");

        Assert.Equal("unlisted", Assert.Single(sample.Findings()).Variant);
    }

    [Fact]
    public void What_the_text_says_does_not_exist_must_be_blank()
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.None, "07[合计].3", null, "");
        sample.Claim(ClaimKind.None, "09[1].12", null, "");

        Finding finding = Assert.Single(sample.Findings());

        Assert.Equal(("narrative.absence", "2.00"), (finding.Rule, finding.Expected));
    }

    [Theory]
    [InlineData("追加专项经费 10 万元", 1)]
    [InlineData("主要用于档案管理", 0)]
    public void Initial_budgets_that_all_equal_the_outcome_are_doubted_where_the_text_tells_of_additions(string line, int findings)
    {
        Sample sample = new Sample().Topic("三/五(三)", "explanations.general.items").Line(line);
        foreach ((string row, string amount) in ((string, string)[])[("合计", "75.00"), ("201", "70.00"), ("221", "5.00")])
        {
            sample.Claim(ClaimKind.Amount, $"05[{row}].1", amount, group: row.Length + amount.Length, with: c => c with { Measure = Measure.InitialBudget });
            sample.Claim(ClaimKind.Amount, $"05[{row}].1", amount, group: row.Length + amount.Length);
        }

        Assert.Equal(findings, sample.Findings().Count(f => f.Rule == "narrative.unchanged-budget" && f.Severity is Severity.Warning));
    }
}
