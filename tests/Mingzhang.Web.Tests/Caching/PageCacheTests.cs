using System.Text;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Caching;

namespace Mingzhang.Tests.Web.Caching;

public sealed class PageCacheTests
{
    private static readonly PublishedMoment First = new(1, 7), Second = new(2, 7);

    [Fact]
    public void Pages_not_asked_for_the_longest_make_room()
    {
        PageCache cache = Cache(10_000);
        foreach (string address in (string[])["/a", "/b", "/c", "/d"]) cache.Keep(address, First, Page(1800));
        Assert.NotNull(cache.Find("/a"));
        cache.Keep("/e", First, Page(1800));
        Assert.Null(cache.Find("/b"));
        Assert.NotNull(cache.Find("/a"));
        Assert.InRange(cache.Bytes, 1, 10_000);
    }

    [Fact]
    public void A_publication_drops_the_pages_of_its_department_and_those_of_all_and_leaves_those_of_others()
    {
        PageCache cache = Cache(100_000);
        cache.Keep("/", First, Page(100));
        cache.Keep("/departments/4", First, Page(100), 4);
        KeptPage other = Page(100);
        cache.Keep("/departments/5", First, other, 5);
        cache.Advance(new PublishedChange(Second, [4]));
        Assert.Null(cache.Find("/"));
        Assert.Null(cache.Find("/departments/4"));
        Assert.Same(other, cache.Find("/departments/5"));
        Assert.Equal(other.Size + (2 * "/departments/5".Length), cache.Bytes);
    }

    [Fact]
    public void A_page_whose_drawing_began_before_a_publication_is_not_kept()
    {
        PageCache cache = Cache(100_000);
        cache.Advance(new PublishedChange(Second, [4]));
        cache.Keep("/departments/5", First, Page(100), 5);
        Assert.Null(cache.Find("/departments/5"));
        cache.Keep("/departments/5", Second, Page(100), 5);
        Assert.NotNull(cache.Find("/departments/5"));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(0, 7)]
    public void Where_a_backup_took_the_place_of_the_database_nothing_of_before_is_kept(long revision, long history)
    {
        PageCache cache = Cache(100_000);
        cache.Keep("/departments/5", First, Page(100), 5);
        cache.Advance(new PublishedChange(new PublishedMoment(revision, history), []));
        Assert.Null(cache.Find("/departments/5"));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_page_too_large_for_the_bound_is_not_kept()
    {
        PageCache cache = Cache(10_000);
        cache.Keep("/a", First, Page(5000));
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public void A_page_is_kept_compressed_only()
    {
        using var drawn = new DrawnBody(BodyEncoding.Brotli);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<td>云山区水务局</td>", 20_000)));
        foreach (byte[] part in text.Chunk(1000)) drawn.Write(part);
        var page = new KeptPage(drawn, [], null);
        Assert.Equal(text, page.Body(BodyEncoding.Identity));
        Assert.Equal(text, Encodings.Decode(page.Body(BodyEncoding.Gzip), BodyEncoding.Gzip));
        Assert.InRange(page.Size, 1, 20_000);
    }

    private static PageCache Cache(long most)
    {
        var cache = new PageCache(most);
        cache.Advance(new PublishedChange(First, []));
        return cache;
    }

    /// <summary>A page that takes so much compressed.</summary>
    private static KeptPage Page(int length)
    {
        using var drawn = new DrawnBody(BodyEncoding.Gzip);
        byte[] noise = new byte[length];
        new Random(length).NextBytes(noise);
        drawn.Write(noise);
        return new KeptPage(drawn, [], null);
    }
}
