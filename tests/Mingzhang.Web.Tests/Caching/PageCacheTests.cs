using Mingzhang.Web.Caching;

namespace Mingzhang.Tests.Web.Caching;

public sealed class PageCacheTests
{
    [Fact]
    public void Pages_not_asked_for_the_longest_make_room()
    {
        var cache = new PageCache(10_000);
        foreach (string address in (string[])["/a", "/b", "/c", "/d"]) cache.Keep(address, 1, Page(1800));
        Assert.NotNull(cache.Find("/a", 1));
        cache.Keep("/e", 1, Page(1800));
        Assert.Null(cache.Find("/b", 1));
        Assert.NotNull(cache.Find("/a", 1));
        Assert.InRange(cache.Bytes, 1, 10_000);
    }

    [Fact]
    public void A_publication_makes_all_pages_out_of_date_and_a_page_drawn_before_it_is_not_kept()
    {
        var cache = new PageCache(100_000);
        cache.Keep("/a", 1, Page(100));
        Assert.Null(cache.Find("/a", 2));
        cache.Keep("/b", 2, Page(100));
        cache.Keep("/c", 1, Page(100));
        Assert.Null(cache.Find("/c", 1));
        Assert.NotNull(cache.Find("/b", 2));
        Assert.Equal(100 + 600 + 4, cache.Bytes);
    }

    [Fact]
    public void A_page_too_large_for_the_bound_is_not_kept()
    {
        var cache = new PageCache(10_000);
        cache.Keep("/a", 1, Page(5000));
        Assert.Null(cache.Find("/a", 1));
    }

    private static KeptPage Page(int length) => new(new byte[length], BodyEncoding.Identity, [], null);
}
