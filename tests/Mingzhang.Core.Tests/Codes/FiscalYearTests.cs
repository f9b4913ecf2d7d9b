using Mingzhang.Core.Codes;

namespace Mingzhang.Core.Tests.Codes;

public sealed class FiscalYearTests
{
    [Fact]
    public void Years_follow_each_other()
    {
        FiscalYear year = new(2023);
        Assert.Equal(new FiscalYear(2022), year.Previous);
        Assert.Equal(year, year.Previous.Next);
        Assert.True(year.Previous < year && year > year.Previous && year <= year.Next && year.Next >= year);
        Assert.Equal("2023", year.ToString());
    }

    [Theory]
    [InlineData(1993, false)]
    [InlineData(1994, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    [InlineData(-1, false)]
    public void Only_years_since_the_budget_law_can_be_reported(int year, bool plausible) =>
        Assert.Equal(plausible, FiscalYear.IsPlausible(year));
}
