using Mingzhang.Store.Comparisons;
using Mingzhang.Web.Comparisons;

namespace Mingzhang.Tests.Web.Comparisons;

public sealed class ComparisonTests
{
    private static readonly LineValue[] Values =
    [
        Value(2022, "finalAccounts", 80m),
        Value(2023, "finalAccounts", 100m) with { Expenditure = 400m, Staff = 8 },
        Value(2024, "finalAccounts", 0m),
        Value(2025, "finalAccounts", 50m) with { Staff = 0 },
        Value(2026, "finalAccounts", null),
        Value(2027, "finalAccounts", 10m) with { HasLine = false },
        Value(2023, "budget", 125m) with { Staff = 10 },
        Value(2022, "budget", null) with { Staff = 0 },
        Value(2024, "budget", 0m) with { Staff = 4 },
        Value(2028, "budget", 30m) with { Staff = 12 },
        Value(2028, "finalAccounts", 24m),
    ];

    [Theory]
    [InlineData(LineMeasure.Amount, 2023, "100")]
    [InlineData(LineMeasure.Growth, 2023, "25.0")]
    [InlineData(LineMeasure.Growth, 2024, "-100.0")]
    [InlineData(LineMeasure.Share, 2023, "25.0")]
    [InlineData(LineMeasure.PerHead, 2023, "12.5")]
    [InlineData(LineMeasure.Completion, 2023, "80.0")]
    [InlineData(LineMeasure.Amount, 2024, "0")]
    public void Measures_are_exact(LineMeasure measure, int year, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), new Comparison(Values, "finalAccounts", measure).Of(1, year).Value);

    [Theory]
    [InlineData(LineMeasure.Amount, 2021, WhyMissing.NotPublished)]
    [InlineData(LineMeasure.Amount, 2026, WhyMissing.Blank)]
    [InlineData(LineMeasure.Amount, 2027, WhyMissing.NoLine)]
    [InlineData(LineMeasure.Growth, 2022, WhyMissing.NoBasis)]
    [InlineData(LineMeasure.Growth, 2025, WhyMissing.ZeroBasis)]
    [InlineData(LineMeasure.Share, 2022, WhyMissing.NoBasis)]
    [InlineData(LineMeasure.PerHead, 2022, WhyMissing.NoStaff)]
    [InlineData(LineMeasure.Completion, 2024, WhyMissing.ZeroBasis)]
    [InlineData(LineMeasure.PerHead, 2025, WhyMissing.NoStaff)]
    [InlineData(LineMeasure.Completion, 2022, WhyMissing.NoBasis)]
    public void What_is_missing_says_why_and_is_no_zero(LineMeasure measure, int year, WhyMissing why)
    {
        Measured measured = new Comparison(Values, "finalAccounts", measure).Of(1, year);
        Assert.Null(measured.Value);
        Assert.Equal(why, measured.Why);
    }

    [Fact]
    public void The_staff_of_final_accounts_that_do_not_say_it_is_that_of_the_years_budget()
    {
        Measured borrowed = new Comparison(Values, "finalAccounts", LineMeasure.PerHead).Of(1, 2028), own = new Comparison(Values, "finalAccounts", LineMeasure.PerHead).Of(1, 2023);
        Assert.Equal((2m, 24m, 12m, true), (borrowed.Value, borrowed.Amount, borrowed.Basis, borrowed.IsBorrowed));
        Assert.Equal((12.5m, 100m, 8m, false), (own.Value, own.Amount, own.Basis, own.IsBorrowed));
    }

    [Fact]
    public void What_a_value_was_made_from_is_kept_with_it_also_where_it_is_missing()
    {
        Measured growth = new Comparison(Values, "finalAccounts", LineMeasure.Growth).Of(1, 2022);
        Assert.Equal((null, 80m, null), (growth.Value, growth.Amount, growth.Basis));
        Measured completion = new Comparison(Values, "finalAccounts", LineMeasure.Completion).Of(1, 2028);
        Assert.Equal((80.0m, 24m, 30m), (completion.Value, completion.Amount, completion.Basis));
    }

    private static LineValue Value(int year, string kind, decimal? amount) => new() { Department = 1, Name = "某局", Kind = kind, Year = year, Amount = amount, HasLine = true };
}
