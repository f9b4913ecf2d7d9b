using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Figures;

public sealed class PrintedTests
{
    [Theory]
    [InlineData("402.04", "402.04", 2)]
    [InlineData("402", "402", 0)]
    [InlineData("402.00", "402.00", 2)]
    [InlineData("0", "0", 0)]
    [InlineData("007.5", "7.5", 1)]
    [InlineData("-21.3", "-21.3", 1)]
    [InlineData("+21.3", "21.3", 1)]
    [InlineData(" 3.10\t", "3.10", 2)]
    [InlineData("\u30003.10\u00A0", "3.10", 2)]
    [InlineData("1,162.58", "1162.58", 2)]
    [InlineData("1,234,567", "1234567", 0)]
    [InlineData("１，１６２．５８", "1162.58", 2)]
    [InlineData("－１０", "-10", 0)]
    [InlineData("−10.5", "-10.5", 1)]
    [InlineData("10000000000000", "10000000000000", 0)]
    [InlineData("0.123456789012", "0.123456789012", 12)]
    public void A_figure_is_read_with_its_decimals(string text, string printed, int decimals)
    {
        Assert.True(Printed.TryParse(text, out Printed figure));
        Assert.Equal(printed, figure.ToString());
        Assert.Equal(decimals, figure.Decimals);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("1.2.3")]
    [InlineData("1 162.58")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("12%")]
    [InlineData("5万元")]
    [InlineData("≥5")]
    [InlineData("#REF!")]
    [InlineData("一百")]
    [InlineData("٣")]
    [InlineData("NaN")]
    [InlineData("∞")]
    public void Anything_else_is_no_figure(string text) => Assert.False(Printed.TryParse(text, out _));

    [Theory]
    [InlineData(",162")]
    [InlineData("1,16")]
    [InlineData("1,1622")]
    [InlineData("1,162,58")]
    [InlineData("1,16.58")]
    [InlineData("1,,162")]
    [InlineData("1162,580")]
    [InlineData("1.162,58")]
    public void Separators_that_do_not_part_thousands_are_refused(string text) => Assert.False(Printed.TryParse(text, out _));

    [Fact]
    public void A_figure_beyond_the_limits_is_refused()
    {
        Assert.False(Printed.TryParse("10000000000001", out _));
        Assert.False(Printed.TryParse("-10000000000001", out _));
        Assert.False(Printed.TryParse("0.1234567890123", out _));
        Assert.True(Printed.TryParse(new string('0', Printed.MaxLength), out _));
        Assert.False(Printed.TryParse(new string('0', Printed.MaxLength + 1), out _));
        Assert.False(Printed.TryParse(new string('9', 100_000), out _));
    }

    [Fact]
    public void Parse_says_what_is_no_figure() =>
        Assert.Contains("12元", Assert.Throws<FormatException>(() => Printed.Parse("12元")).Message);

    [Fact]
    public void Random_characters_are_read_or_refused_but_never_thrown_at()
    {
        const string alphabet = "0123456789０５９,，..．-－+＋ \t%元\u0000\uD83D";
        var random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            if (!Printed.TryParse(text, out Printed figure)) continue;
            read++;
            Assert.Equal(figure, Printed.Parse(figure.ToString()));
        }

        Assert.True(read > 500);
    }

    [Fact]
    public void A_printed_figure_reads_back_as_it_was()
    {
        var random = new Random(8);
        for (int i = 0; i < 10_000; i++)
        {
            Printed figure = RandomFigures.Print(RandomFigures.Amount(random).Wan, random.Next(5), RandomFigures.AnyRounding(random));
            Assert.Equal(figure, Printed.Parse(figure.ToString()));
        }
    }

    [Theory]
    [InlineData("92", "[91.5, 92.5]")]
    [InlineData("83.0", "[82.95, 83.05]")]
    [InlineData("402.04", "[402.035, 402.045]")]
    [InlineData("-1.0", "[-1.05, -0.95]")]
    [InlineData("0.00", "[-0.005, 0.005]")]
    public void Rounded_half_up_it_stands_for_half_a_unit_on_either_side_ends_closed(string printed, string interval) =>
        Assert.Equal(Parse(interval), Printed.Parse(printed).ToInterval());

    [Theory]
    [InlineData("38.28", "[38.28, 38.29)")]
    [InlineData("-38.28", "(-38.29, -38.28]")]
    [InlineData("0.0", "(-0.1, 0.1)")]
    public void Truncated_it_stands_for_a_unit_away_from_zero_far_end_open(string printed, string interval) =>
        Assert.Equal(Parse(interval), Printed.Parse(printed).ToInterval(Rounding.Truncated));

    [Fact]
    public void An_exact_figure_stands_for_itself() =>
        Assert.Equal(Interval.Point(8m), Printed.Parse("8").ToInterval(Rounding.Exact));

    [Theory]
    [InlineData(0, "1")]
    [InlineData(1, "0.1")]
    [InlineData(2, "0.01")]
    [InlineData(5, "0.00001")]
    [InlineData(12, "0.000000000001")]
    public void The_unit_is_that_of_the_last_digit(int decimals, string unit) =>
        Assert.Equal(unit, new Printed(0m, decimals).Unit.ToString());

    private static Interval Parse(string text)
    {
        string[] ends = text[1..^1].Split(", ");
        return new Interval(decimal.Parse(ends[0]), decimal.Parse(ends[1]), text[0] == '(', text[^1] == ')');
    }
}
