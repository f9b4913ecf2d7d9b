namespace Mingzhang.Web.Layout;

/// <summary>Answers questions for the head alone (HEAD) like those for the whole; the server leaves the body away.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
