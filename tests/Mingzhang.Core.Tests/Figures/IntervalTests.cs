using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void One_value_with_an_open_end_is_empty(bool lowOpen, bool highOpen, bool empty) =>
        Assert.Equal(empty, new Interval(1, 1, lowOpen, highOpen).IsEmpty);

    [Fact]
    public void Ends_the_wrong_way_round_are_empty() => Assert.True(new Interval(2, 1).IsEmpty);

    [Fact]
    public void A_closed_end_is_inside_and_an_open_end_is_not()
    {
        var interval = new Interval(1, 2, highOpen: true);
        Assert.True(interval.Contains(1));
        Assert.False(interval.Contains(2));
        Assert.True(interval.Contains(1.999999m));
        Assert.False(interval.Contains(0.999999m));
    }

    [Fact]
    public void Neighbours_share_their_common_end_only_if_both_ends_are_closed()
    {
        Assert.True(new Interval(0, 1).Overlaps(new Interval(1, 2)));
        Assert.False(new Interval(0, 1, highOpen: true).Overlaps(new Interval(1, 2)));
        Assert.False(new Interval(0, 1).Overlaps(new Interval(1, 2, lowOpen: true)));
    }

    [Fact]
    public void Sums_and_differences_are_exact_and_keep_open_ends()
    {
        Interval a = new(1, 2, highOpen: true), b = new(10, 20);
        Assert.Equal(new Interval(11, 22, highOpen: true), a + b);
        Assert.Equal(new Interval(-19, -8, highOpen: true), a - b);
        Assert.Equal(new Interval(8, 19, lowOpen: true), b - a);
        Assert.Equal(new Interval(-2, -1, lowOpen: true), -a);
    }

    [Fact]
    public void A_negative_factor_turns_the_ends_round()
    {
        Interval a = new(1, 2, highOpen: true);
        Assert.Equal(new Interval(-20, -10, lowOpen: true), a * -10m);
        Assert.Equal(Interval.Point(0), a * 0m);
        Assert.Equal(new Interval(0.5m, 1, highOpen: true), a * 0.5m);
    }

    [Fact]
    public void Division_by_what_may_be_zero_says_nothing()
    {
        Assert.Null(Interval.Divide(Interval.Point(1), new Interval(0, 1)));
        Assert.Null(Interval.Divide(Interval.Point(1), new Interval(-1, 1)));
        Assert.Null(Interval.Divide(Interval.Point(1), new Interval(-1, 0)));
        Assert.Null(Interval.Percent(Interval.Point(1), Printed.Parse("0.00").ToInterval()));
        Assert.Null(Interval.Growth(Interval.Point(1), Printed.Parse("0").ToInterval()));
    }

    [Fact]
    public void Division_by_nearly_nothing_says_nothing_instead_of_overflowing()
    {
        Assert.Null(Interval.Divide(Interval.Point(Printed.MaxMagnitude), Interval.Point(0.000000000001m)));
        Assert.NotNull(Interval.Divide(Interval.Point(Printed.MaxMagnitude), Interval.Point(0.01m)));
    }

    [Fact]
    public void The_largest_figures_are_reckoned_with_without_overflow()
    {
        Interval large = new Printed(Printed.MaxMagnitude, 2).ToInterval(), small = Interval.Point(0.02m);
        Interval quotient = Interval.Divide(large, small)!.Value;
        Assert.True((quotient * large).High > 0);
        Assert.True((large * large).Contains(Printed.MaxMagnitude * Printed.MaxMagnitude));
        Assert.NotNull(Interval.Growth(large, small));
    }

    [Fact]
    public void A_share_of_the_domain_page_comes_out()
    {
        Interval share = Interval.Percent(Printed.Parse("94.86").ToInterval(), Printed.Parse("1162.58").ToInterval())!.Value;
        Assert.True(share.Overlaps(Printed.Parse("8.2").ToInterval()));
        Assert.False(share.Overlaps(Printed.Parse("8.3").ToInterval()));
    }

    [Fact]
    public void It_is_written_with_round_brackets_at_open_ends() =>
        Assert.Equal("(1, 2.5]", new Interval(1, 2.5m, lowOpen: true).ToString());
}
