using Mingzhang.Core.Codes;

namespace Mingzhang.Core.Tests.Codes;

public sealed class EconomicCodeTests
{
    [Theory]
    [InlineData("301", true, false)]
    [InlineData("30101", false, false)]
    [InlineData("502", true, true)]
    [InlineData("50201", false, true)]
    public void Codes_are_classes_or_items_of_the_department_or_the_government(string text, bool isClass, bool isGovernment)
    {
        EconomicCode code = EconomicCode.Parse(text);
        Assert.Equal(isClass, code.IsClass);
        Assert.Equal(isGovernment, code.IsGovernment);
        Assert.Equal(text[..3], code.Class.Digits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("201")]
    [InlineData("3010")]
    [InlineData("3010101")]
    [InlineData("30a")]
    public void Anything_else_is_no_code(string text)
    {
        Assert.False(EconomicCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => EconomicCode.Parse(text));
    }

    [Fact]
    public void Codes_are_ordered_by_their_digits()
    {
        EconomicCode small = EconomicCode.Parse("30199"), large = EconomicCode.Parse("302");
        Assert.True(small < large && large > small && small <= large && large >= small);
    }
}
