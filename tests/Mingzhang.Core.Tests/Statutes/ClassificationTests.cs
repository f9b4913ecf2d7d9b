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

    [Fact]
    public void A_code_that_it_lacks_is_unknown() => Assert.Null(Classification.Empty.Find("201"));
}
