using Mingzhang.Store;
using Mingzhang.Web.Layout;

namespace Mingzhang.Tests.Web.Layout;

public sealed class SiteTimeTests
{
    private static readonly DateTime Evening = new(2026, 7, 31, 20, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, "2026-08-01 04:05", "北京时间")]
    [InlineData("Asia/Shanghai", "2026-08-01 04:05", "北京时间")]
    [InlineData("UTC", "2026-07-31 20:05", "UTC")]
    public void Times_are_told_in_the_zone_that_is_set_or_in_Chinas(string? zone, string minute, string name)
    {
        SiteTime time = SiteTime.Of(zone);
        Assert.Equal((minute, minute[..10], name), (time.Minute(Evening), time.Day(Evening), time.Name.Zh));
        Assert.Equal(minute, time.Minute(DateTime.SpecifyKind(Evening, DateTimeKind.Unspecified)));
        Assert.Equal("2026-07-31T20:05:00Z", SiteTime.Exact(Evening.ToLocalTime()));
    }

    [Fact]
    public void A_wrong_zone_is_named() => Assert.Contains("“Nowhere”", Assert.Throws<StoreException>(() => SiteTime.Of("Nowhere")).Said.In("zh"), StringComparison.Ordinal);
}
