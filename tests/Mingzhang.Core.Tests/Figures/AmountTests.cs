using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

public sealed class AmountTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(12.345)]
    [InlineData(-0.005)]
    public void A_fraction_of_a_fen_is_no_amount(double yuan) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Amount.FromYuan((decimal)yuan));

    [Fact]
    public void Wan_and_yuan_are_the_same_amount() =>
        Assert.Equal(Amount.FromYuan(11_625_800.12m), Amount.FromWan(1162.580012m));

    [Fact]
    public void Wan_with_more_than_six_decimals_is_no_amount() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Amount.FromWan(1.0000001m));

    [Theory]
    [InlineData(1_234_549.99, "123.45")]
    [InlineData(1_234_550.00, "123.46")]
    [InlineData(-1_234_550.00, "-123.46")]
    [InlineData(49.99, "0.00")]
    [InlineData(50.00, "0.01")]
    [InlineData(0, "0.00")]
    public void Printing_in_wan_rounds_halves_away_from_zero(double yuan, string printed) =>
        Assert.Equal(printed, Amount.FromYuan((decimal)yuan).PrintWan().ToString());

    [Fact]
    public void Sums_are_exact_where_binary_fractions_are_not()
    {
        Amount sum = Amount.Zero;
        for (int i = 0; i < 1000; i++) sum += Amount.FromYuan(0.10m);
        Assert.Equal(Amount.FromYuan(100m), sum);
        Assert.Equal("100.00", sum.ToString());
    }

    [Fact]
    public void Differences_and_negation_keep_the_sign()
    {
        Amount small = Amount.FromYuan(1.01m), large = Amount.FromYuan(2m);
        Assert.Equal(-0.99m, (small - large).Yuan);
        Assert.Equal(large - small, -(small - large));
    }

    [Fact]
    public void Amounts_are_ordered_by_value()
    {
        Amount small = Amount.FromYuan(-1m), large = Amount.FromYuan(2m);
        Assert.True(small < large && large > small && small <= large && large >= small);
        Assert.False(large < small || small > large || large <= small || small >= large);
        Assert.Equal([small, Amount.Zero, large], new[] { large, small, Amount.Zero }.Order());
    }

    [Fact]
    public void The_printed_figure_stands_for_the_amount()
    {
        var random = new Random(20230101);
        for (int i = 0; i < 10_000; i++)
        {
            Amount amount = RandomFigures.Amount(random);
            Assert.True(amount.PrintWan().ToInterval().Contains(amount.Wan), amount.ToString());
        }
    }
}
