namespace Mingzhang.Web.Layout;

/// <summary>Takes <c>/en</c> off the path: every page has a Chinese address and, behind this prefix, an English one.</summary>
internal sealed class LanguagePrefix(RequestDelegate next)
{
    internal const string Prefix = "/en";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out PathString rest))
        {
            context.Request.PathBase = context.Request.PathBase.Add(Prefix);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        return next(context);
    }
}
