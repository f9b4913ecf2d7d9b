using Mingzhang.Core.Codes;

namespace Mingzhang.Core.Tests.Codes;

public sealed class FunctionalCodeTests
{
    [Theory]
    [InlineData("201", FunctionalLevel.Class)]
    [InlineData("20131", FunctionalLevel.Section)]
    [InlineData(" 2013101 ", FunctionalLevel.Item)]
    public void Three_five_or_seven_digits_are_class_section_or_item(string text, FunctionalLevel level) =>
        Assert.Equal(level, FunctionalCode.Parse(text).Level);

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("2013")]
    [InlineData("201310")]
    [InlineData("20131011")]
    [InlineData("301")]
    [InlineData("2O1")]
    [InlineData("２０１")]
    [InlineData("2 1")]
    [InlineData("-201")]
    public void Anything_else_is_no_code(string text)
    {
        Assert.False(FunctionalCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => FunctionalCode.Parse(text));
    }

    [Fact]
    public void The_parent_is_one_level_up_and_a_class_has_none()
    {
        FunctionalCode item = FunctionalCode.Parse("2013101");
        Assert.Equal("20131", item.Parent?.ToString());
        Assert.Equal("201", item.Parent?.Parent?.ToString());
        Assert.Null(item.Class.Parent);
        Assert.Equal("201", item.Class.Digits);
    }

    [Fact]
    public void In_code_order_a_parent_stands_before_its_children()
    {
        string[] sorted = ["201", "20101", "2010101", "20102", "202"];
        Assert.Equal(sorted, sorted.Reverse().Select(c => FunctionalCode.Parse(c)).Order().Select(c => c.Digits));
        FunctionalCode small = FunctionalCode.Parse("201"), large = FunctionalCode.Parse("20101");
        Assert.True(small < large && large > small && small <= large && large >= small);
    }
}
