namespace Mingzhang.Web.Caching;

/// <summary>Answers requests for styles and scripts.</summary>
internal sealed class AssetSending(RequestDelegate next, StaticAssets assets)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!await assets.Send(context)) await next(context);
    }
}
