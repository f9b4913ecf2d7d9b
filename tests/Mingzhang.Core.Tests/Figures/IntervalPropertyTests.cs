using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

/// <summary>Whatever the true values are, arithmetic on their printed figures never excludes the true result.</summary>
public sealed class IntervalPropertyTests
{
    private const int Cases = 20_000;

    [Fact]
    public void A_printed_figure_always_stands_for_its_true_value() => Repeat(1, random =>
    {
        var (value, printed) = RandomFigures.Value(random);
        Assert.True(printed.Contains(value), $"{value} in {printed}");
    });

    [Fact]
    public void The_next_figure_never_stands_for_a_value_well_inside_this_one() => Repeat(2, random =>
    {
        decimal value = RandomFigures.Amount(random).Wan;
        Printed printed = RandomFigures.Print(value, 2, Rounding.HalfUp);
        Interval neighbour = new Printed(printed.Value + 0.01m, 2).ToInterval();
        Assert.Equal(value == neighbour.Low, neighbour.Contains(value));
    });

    [Fact]
    public void A_sum_of_figures_contains_the_true_sum() => Repeat(3, random =>
    {
        decimal sum = 0;
        Interval interval = Interval.Point(0);
        for (int n = random.Next(1, 25); n > 0; n--)
        {
            var (value, printed) = RandomFigures.Value(random);
            sum += value;
            interval += printed;
        }

        Assert.True(interval.Contains(sum), $"{sum} in {interval}");
    });

    [Fact]
    public void A_rounded_total_of_n_rounded_terms_is_off_by_at_most_n_plus_one_halves() => Repeat(4, random =>
    {
        int n = random.Next(1, 25);
        decimal total = 0, printedSum = 0;
        for (int i = 0; i < n; i++)
        {
            Amount amount = RandomFigures.Amount(random);
            total += amount.Wan;
            printedSum += amount.PrintWan().Value;
        }

        decimal printedTotal = RandomFigures.Print(total, 2, Rounding.HalfUp).Value;
        Assert.True(Math.Abs(printedTotal - printedSum) <= (n + 1) * 0.005m);
    });

    [Fact]
    public void A_difference_of_figures_contains_the_true_difference() => Repeat(5, random =>
    {
        var (a, printedA) = RandomFigures.Value(random);
        var (b, printedB) = RandomFigures.Value(random);
        Assert.True((printedA - printedB).Contains(a - b));
        Assert.True((-printedA).Contains(-a));
    });

    [Fact]
    public void A_product_of_figures_contains_the_true_product() => Repeat(6, random =>
    {
        var (a, printedA) = RandomFigures.Value(random);
        var (b, printedB) = RandomFigures.Value(random);
        Assert.True((Fraction.Of(a) * Fraction.Of(b)).LiesIn(printedA * printedB), $"{a} × {b}");
        decimal factor = random.Next(-1000, 1000) / 10m;
        Assert.True((printedA * factor).Contains(a * factor));
    });

    [Fact]
    public void A_quotient_of_figures_contains_the_true_quotient_to_the_last_digit() => Repeat(7, random =>
    {
        var (a, printedA) = RandomFigures.Value(random);
        var (b, printedB) = RandomFigures.Value(random);
        if (Interval.Divide(printedA, printedB) is { } quotient)
            Assert.True((Fraction.Of(a) / Fraction.Of(b)).LiesIn(quotient), $"{a} ÷ {b} in {quotient}");
    });

    [Fact]
    public void A_quotient_of_single_values_contains_it_although_decimal_rounds() => Repeat(8, random =>
    {
        decimal a = RandomFigures.Amount(random).Yuan, b = RandomFigures.PositiveAmount(random).Wan;
        if (Interval.Divide(Interval.Point(a), Interval.Point(b)) is not { } quotient) return;
        Assert.True((Fraction.Of(a) / Fraction.Of(b)).LiesIn(quotient), $"{a} ÷ {b} in {quotient}");
        Assert.True(quotient.Width <= 0.00000001m);
    });

    [Fact]
    public void The_printed_share_of_true_amounts_is_never_contradicted() => Repeat(9, random =>
    {
        Amount whole = RandomFigures.PositiveAmount(random);
        Amount part = Amount.FromYuan(decimal.Round(whole.Yuan * random.Next(0, 10001) / 10000m, 2));
        Printed share = RandomFigures.Print(100m * part.Yuan / whole.Yuan, random.Next(3), Rounding.HalfUp);
        if (Interval.Percent(part.PrintWan().ToInterval(), whole.PrintWan().ToInterval()) is { } possible)
            Assert.True(possible.Overlaps(share.ToInterval()), $"{part} of {whole}: {share}");
    });

    [Fact]
    public void The_printed_growth_and_completion_of_true_amounts_are_never_contradicted() => Repeat(10, random =>
    {
        Rounding rounding = RandomFigures.AnyRounding(random);
        Amount before = RandomFigures.PositiveAmount(random), now = RandomFigures.PositiveAmount(random);
        Interval printedNow = RandomFigures.Print(now.Wan, 2, rounding).ToInterval(rounding);
        Interval printedBefore = RandomFigures.Print(before.Wan, 2, rounding).ToInterval(rounding);
        if (now.Yuan / before.Yuan > 1_000_000m) return;
        int decimals = random.Next(3);
        if (Interval.Growth(printedNow, printedBefore) is { } growth)
            Assert.True(growth.Overlaps(RandomFigures.Print(100m * (now.Yuan / before.Yuan - 1), decimals, rounding).ToInterval(rounding)));
        if (Interval.Percent(printedNow, printedBefore) is { } completion)
            Assert.True(completion.Overlaps(RandomFigures.Print(100m * now.Yuan / before.Yuan, decimals, rounding).ToInterval(rounding)));
    });

    [Fact]
    public void A_share_a_whole_printed_unit_beyond_the_possible_ones_is_always_contradicted() => Repeat(11, random =>
    {
        Interval part = RandomFigures.PositiveAmount(random).PrintWan().ToInterval(), whole = RandomFigures.PositiveAmount(random).PrintWan().ToInterval();
        if (Interval.Percent(part, whole) is not { } possible || possible.High > 1_000_000m) return;
        var beyond = new Printed(decimal.Round(possible.High, 1) + 0.2m, 1);
        Assert.False(possible.Overlaps(beyond.ToInterval()));
    });

    private static void Repeat(int seed, Action<Random> test)
    {
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++) test(random);
    }
}
