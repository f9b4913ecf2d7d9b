using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Caching;

/// <summary>
/// Answers published pages (<see cref="PublishedPages"/>) from what was kept, compressed, with entity tags; draws each once. Readers may keep them but
/// ask whether they still hold.
/// </summary>
internal sealed class PageCaching(RequestDelegate next, PageCache cache, PublishedRevision revisions)
{
    private const int LongestAddress = 2000;

    // A drawing takes megabytes and a processor: more at once would only take longer together.
    private static readonly SemaphoreSlim Drawings = new(2 * Environment.ProcessorCount);

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
        PublishedMoment now = await revisions.Now(context.RequestAborted);
        KeptPage? page = address.Length > LongestAddress ? await Draw(context, encoding) : cache.Find(address) ?? await DrawOnce(context, kind, address, now, encoding);
        if (page is null) return;
        int size = page.Size;
        await Send(context, page, encoding);
        // It may have been made in another encoding.
        if (page.Size != size) cache.Keep(address, now, page, kind.DepartmentOf(request));
    }

    private async Task<KeptPage?> DrawOnce(HttpContext context, PublishedPage kind, string address, PublishedMoment now, BodyEncoding encoding)
    {
        SemaphoreSlim gate = _gates[string.GetHashCode(address, StringComparison.Ordinal) & (_gates.Length - 1)];
        await gate.WaitAsync(context.RequestAborted);
        try
        {
            if (cache.Find(address) is { } kept) return kept;
            KeptPage? page = await Draw(context, encoding);
            if (page is not null) cache.Keep(address, now, page, kind.DepartmentOf(context.Request));
            return page;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Has the page drawn when it is its turn; null if it was no such page after all (not found, moved) and went out as it was.</summary>
    private async Task<KeptPage?> Draw(HttpContext context, BodyEncoding encoding)
    {
        HttpResponse response = context.Response;
        Stream wire = response.Body;
        Dictionary<string, StringValues> before = response.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        using var drawn = new DrawnBody(encoding is BodyEncoding.Identity ? BodyEncoding.Brotli : encoding);
        await Drawings.WaitAsync(context.RequestAborted);
        response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            Drawings.Release();
            response.Body = wire;
        }

        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            if (drawn.Length > 0) await wire.WriteAsync(drawn.Whole(), context.RequestAborted);
            return null;
        }

        KeyValuePair<string, StringValues>[] headers =
            [.. response.Headers.Where(h => (!before.TryGetValue(h.Key, out StringValues was) || was != h.Value) && h.Key is not ("Content-Length" or "Cache-Control" or "Pragma" or "Expires"))];
        return new KeptPage(drawn, headers, response.GetTypedHeaders().LastModified);
    }

    private static async Task Send(HttpContext context, KeptPage page, BodyEncoding encoding)
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

        byte[] body = page.Body(encoding);
        if (encoding is not BodyEncoding.Identity) response.Headers.ContentEncoding = Encodings.Name(encoding);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
