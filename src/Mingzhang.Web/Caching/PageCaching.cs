using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mingzhang.Web.Caching;

/// <summary>
/// Answers published pages (<see cref="PublishedPages"/>) from what was kept, compressed, with entity tags; draws each once. Readers may keep them but
/// ask whether they still hold.
/// </summary>
internal sealed class PageCaching(RequestDelegate next, PageCache cache, PublishedRevision revisions)
{
    private const int LongestAddress = 2000;

    // One drawing of an address at a time; different addresses may share a gate.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<PublishedPage>() is not { } kind)
        {
            await next(context);
            return;
        }

        string address = string.Concat(request.PathBase.Value, request.Path.Value, request.QueryString.Value);
        if (kind.ByHost) address = $"{request.Scheme}://{request.Host}{address}";
        BodyEncoding encoding = Encodings.Of(request);
        long revision = await revisions.Now(context.RequestAborted);
        if (address.Length > LongestAddress || cache.Find(address, revision) is not { } page)
        {
            SemaphoreSlim gate = _gates[string.GetHashCode(address, StringComparison.Ordinal) & (_gates.Length - 1)];
            await gate.WaitAsync(context.RequestAborted);
            try
            {
                page = (address.Length > LongestAddress ? null : cache.Find(address, revision)) ?? await Draw(context, encoding);
                if (page is null) return;
                if (address.Length <= LongestAddress) cache.Keep(address, revision, page);
            }
            finally
            {
                gate.Release();
            }
        }

        await Send(context, page, address, revision, encoding);
    }

    /// <summary>Has the page drawn; null if it was no such page after all (not found, moved) and went out as it was.</summary>
    private async Task<KeptPage?> Draw(HttpContext context, BodyEncoding encoding)
    {
        HttpResponse response = context.Response;
        Stream wire = response.Body;
        string[] before = [.. response.Headers.Keys];
        using var drawn = new MemoryStream();
        response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            drawn.Position = 0;
            if (drawn.Length > 0) await drawn.CopyToAsync(wire, context.RequestAborted);
            return null;
        }

        KeyValuePair<string, StringValues>[] headers =
            [.. response.Headers.Where(h => !before.Contains(h.Key, StringComparer.OrdinalIgnoreCase) && h.Key is not ("Content-Length" or "Cache-Control" or "Pragma" or "Expires"))];
        return new KeptPage(drawn.ToArray(), encoding, headers, response.GetTypedHeaders().LastModified);
    }

    private async Task Send(HttpContext context, KeptPage page, string address, long revision, BodyEncoding encoding)
    {
        HttpResponse response = context.Response;
        foreach ((string name, StringValues value) in page.Headers) response.Headers[name] = value;
        response.Headers.ETag = page.Tag;
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Remove(HeaderNames.Pragma);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Conditions.IsUnchanged(context.Request, page.Tag, page.Modified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentType);
            return;
        }

        int size = page.Size;
        byte[] body = page.Body(encoding);
        if (page.Size != size && address.Length <= LongestAddress) cache.Keep(address, revision, page);
        if (encoding is not BodyEncoding.Identity) response.Headers.ContentEncoding = Encodings.Name(encoding);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
