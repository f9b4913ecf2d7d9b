using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Mingzhang.Tests.Web.Caching;

[Collection(SharedWeb.Name)]
public sealed class PageCachingTests(RunningWeb web)
{
    [StoreFact]
    public async Task A_reader_who_has_the_page_is_told_so()
    {
        HttpResponseMessage first = await Get("/search");
        EntityTagHeaderValue tag = first.Headers.ETag!;
        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString());
        HttpResponseMessage second = await Get("/search", request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(tag, (await Get("/en/search")).Headers.ETag);
    }

    [StoreTheory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_comes_compressed_as_the_reader_takes_it_and_is_the_same(string encoding)
    {
        string plain = await (await Get("/search?q=x")).Content.ReadAsStringAsync();
        HttpResponseMessage packed = await Get("/search?q=x", request => request.Headers.AcceptEncoding.ParseAdd(encoding));
        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Stream body = await packed.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress));
        Assert.Equal(plain, await reader.ReadToEndAsync());
        Assert.Empty((await Get("/search?q=x", request => request.Headers.AcceptEncoding.ParseAdd(encoding + ";q=0"))).Content.Headers.ContentEncoding);
    }

    [StoreFact]
    public async Task Styles_have_a_version_in_their_address_and_are_kept_for_a_year()
    {
        string page = await (await Get("/search")).Content.ReadAsStringAsync();
        string style = page[page.IndexOf("/a/", StringComparison.Ordinal)..].Split('"').First(a => a.EndsWith("/style/site.css", StringComparison.Ordinal));
        HttpResponseMessage answer = await Get(style);
        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await Get("/a/0000000000/style/site.css")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/a/x/../../appsettings.json")).StatusCode);
    }

    [StoreTheory]
    [InlineData("/search")]
    [InlineData("/style/site.css")]
    [InlineData("/api/departments")]
    public async Task The_head_alone_is_that_of_the_whole(string path)
    {
        HttpResponseMessage whole = await Get(path), head = await web.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        change?.Invoke(request);
        return web.Client.SendAsync(request);
    }
}
