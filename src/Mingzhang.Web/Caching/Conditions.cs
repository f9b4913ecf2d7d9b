using Microsoft.Extensions.Primitives;

namespace Mingzhang.Web.Caching;

/// <summary>Whether what a reader keeps still holds.</summary>
internal static class Conditions
{
    /// <summary>Whether a reader who asks need not be sent it again.</summary>
    /// <param name="request">Names the reader's entity tags or date; tags go first.</param>
    /// <param name="tag">The entity tag of now.</param>
    /// <param name="modified">When it last changed; null if that is not known.</param>
    public static bool IsUnchanged(HttpRequest request, string tag, DateTimeOffset? modified)
    {
        StringValues tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return tags.ToString() is var named && (named is "*" || named.Contains(Opaque(tag), StringComparison.Ordinal));
        return modified is { } time && request.GetTypedHeaders().IfModifiedSince is { } since && Seconds(time) <= Seconds(since);
    }

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();
}
