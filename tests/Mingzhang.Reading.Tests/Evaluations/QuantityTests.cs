using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Tests.Evaluations;

public class QuantityTests
{
    [Theory]
    [InlineData("≥95%", Bound.AtLeast, "95", "%")]
    [InlineData("$\\geq 1$次", Bound.AtLeast, "1", "次")]
    [InlineData("不低于98.50％", Bound.AtLeast, "98.50", "%")]
    [InlineData("100 件以内", Bound.AtMost, "100", "件")]
    [InlineData("<3 次", Bound.LessThan, "3", "次")]
    [InlineData("> 70篇", Bound.MoreThan, "70", "篇")]
    [InlineData("≥30,000户", Bound.AtLeast, "30000", "户")]
    [InlineData("2.14万人", Bound.None, "2.14", "万人")]
    [InlineData("5 次/每周", Bound.None, "5", "次/每周")]
    [InlineData("7347", Bound.None, "7347", "")]
    public void A_value_with_one_figure_is_a_quantity(string text, Bound bound, string figure, string unit)
    {
        Assert.True(Quantity.TryParse(text, out Quantity quantity));
        Assert.Equal((bound, figure, unit), (quantity.Bound, quantity.Figure.ToString(), quantity.Unit));
    }

    [Fact]
    public void A_figure_with_余_is_approximate()
    {
        Assert.True(Quantity.TryParse("1000余场", out Quantity quantity));
        Assert.True(quantity.Approximate);
        Assert.Equal("场", quantity.Unit);
    }

    [Theory]
    [InlineData("20批、10人")]
    [InlineData("9人/3组")]
    [InlineData("2023年12月前")]
    [InlineData("2023年度")]
    [InlineData("第一轮60天")]
    [InlineData("提升")]
    [InlineData("")]
    public void Texts_dates_and_several_figures_are_none(string text) => Assert.False(Quantity.TryParse(text, out _));
}
