using Mingzhang.Core.Statutes;

namespace Mingzhang.Core.Tests.Statutes;

public sealed class ClassificationTests
{
    [Fact]
    public void A_later_entry_replaces_an_earlier_one_of_the_same_code()
    {
        var list = new Classification([new("20805", "行政事业单位离退休", [], []), new("208", "社会保障和就业支出", [], []), new("20805", "行政事业单位养老支出", ["行政事业单位离退休"], [])]);
        Assert.Equal("行政事业单位养老支出", list.Find("20805")?.Name);
        Assert.Equal(["208", "20805"], list.Entries.Select(e => e.Code));
    }

    [Theory]
    [InlineData("2130234", true)]
    [InlineData("21302", true)]
    [InlineData("30101", false)]
    [InlineData("2130", false)]
    [InlineData("20x", false)]
    [InlineData("２０１", false)]
    [InlineData("", false)]
    public void A_text_may_be_built_like_its_codes_though_it_lacks_it(string text, bool fits) =>
        Assert.Equal(fits, new Classification([new("201", "一般公共服务支出", [], []), new("20131", "党委办公厅（室）及相关机构事务", [], []), new("2013101", "行政运行", [], [])]).Fits(text));

    [Fact]
    public void A_code_that_it_lacks_is_unknown() => Assert.Null(Classification.Empty.Find("201"));
}
