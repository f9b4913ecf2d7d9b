using Microsoft.AspNetCore.Http.Features;

namespace Mingzhang.Web.Examinations;

/// <summary>Reads forms without files: short ones only.</summary>
internal static class SmallForm
{
    private const int Most = 16 * 1024;

    /// <summary>The form of a request; null where it is no such form.</summary>
    public static async Task<IFormCollection?> Read(HttpContext context, CancellationToken cancel)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true || context.Request.ContentLength > Most) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Most;
        try
        {
            return await context.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 20, KeyLengthLimit = 100, ValueLengthLimit = Most }, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
