using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Core.Findings;
using Mingzhang.Store;
using Npgsql;

namespace Mingzhang.Web.Operations;

/// <summary>Turns what goes wrong into a page, or for scripts a line of JSON, that says so plainly; never a trace of the program, never a half answer called whole.</summary>
/// <param name="next">What answers.</param>
/// <param name="watch">Hears of a database that is away.</param>
/// <param name="log">Where mistakes of the program are told.</param>
internal sealed partial class Failures(RequestDelegate next, DatabaseWatch watch, ILogger<Failures> log)
{
    private const string Soon = "5";

    private static readonly Failure Away = new(
        StatusCodes.Status503ServiceUnavailable,
        new Text("数据库暂时不可用", "The database is away"),
        new Text("现在读不到、也存不下数据；恢复后本页会自动打开。刚才提交的内容如果没有得到确认，就没有保存，请稍后再提交。", "Nothing can be read or kept right now; this page opens by itself when it is back. What you sent just now and was not confirmed has not been kept: please send it again later."));

    private static readonly Failure Busy = new(
        StatusCodes.Status503ServiceUnavailable,
        new Text("现在太忙", "Too busy right now"),
        new Text("同时要的内容太多，没有来得及回答；过几秒本页会自动打开。刚才提交的内容如果没有得到确认，就没有保存，请稍后再提交。", "So much is asked for at once that this was not answered in time; this page opens by itself in a few seconds. What you sent just now and was not confirmed has not been kept: please send it again later."));

    private static readonly Failure Full = new(
        StatusCodes.Status507InsufficientStorage,
        new Text("服务器的磁盘已满", "The disk of the server is full"),
        new Text("刚才提交的内容没有保存。请告诉管理员，或稍后再试。", "What you sent has not been kept. Please tell its keeper, or try again later."));

    private static readonly Failure Broken = new(
        StatusCodes.Status500InternalServerError,
        new Text("程序出错了", "Something went wrong"),
        new Text("这一请求没有完成，没有保存任何内容。错误已记入日志。", "This request was not completed and nothing was kept. The mistake is in the log."));

    private static readonly Text NotUnderstood = new("请求有误", "The request is not understood");

    private static readonly Failure Missing = new(
        StatusCodes.Status404NotFound,
        new Text("没有这个页面", "There is no such page"),
        new Text("地址可能写错了，或内容已被删除。", "The address may be wrong, or what was here has been deleted."));

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400 and < 500, ContentType: null, ContentLength: null }) await Answer(context, Refused(context.Response.StatusCode));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Answer(context, Refused(bad.StatusCode));
        }
        catch (Exception e)
        {
            Failure failure = DatabaseAway.IsFull(e) ? Full : DatabaseAway.IsBusy(e) || DatabaseAway.IsSlow(e) ? Busy : DatabaseAway.Is(e) || (e is NpgsqlException && !watch.IsReady) ? Away : Broken;
            if (failure == Away) watch.Doubt();
            if (failure == Broken) Mistake(e.GetType().FullName ?? "", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", e.StackTrace ?? "");
            else Unusable(e.GetType().Name);
            if (context.Response.HasStarted) context.Abort();
            else await Answer(context, failure);
        }
    }

    private static Failure Refused(int status) => status switch
    {
        StatusCodes.Status404NotFound => Missing,
        StatusCodes.Status405MethodNotAllowed => new Failure(status, new Text("这个地址不能这样使用", "This address cannot be used this way"), new Text("它可能只接收页面上提交的内容。请返回原来的页面。", "It may only take what is sent from a page. Please go back to that page.")),
        StatusCodes.Status413PayloadTooLarge => new Failure(status, NotUnderstood, new Text("内容太大。", "It is too large.")),
        _ => new Failure(status, NotUnderstood, new Text("地址或提交的内容有误。请返回上一页再试。", "The address or what was sent is not right. Please go back and try again.")),
    };

    private static async Task Answer(HttpContext context, Failure failure)
    {
        string policy = context.Response.Headers.ContentSecurityPolicy.ToString();
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> safety = context.Response.Headers.Where(h => !h.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        context.Response.Clear();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in safety) context.Response.Headers[name] = value;
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ETag = default;
        // Of the page that was begun; the page about the failure sets its own.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.StatusCode = failure.Status;
        bool passes = failure == Away || failure == Busy;
        if (passes) context.Response.Headers.RetryAfter = Soon;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        bool page = context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
        if (!page)
        {
            await context.Response.WriteAsJsonAsync(new { status = failure.Status, title = new { zh = failure.Title.Zh, en = failure.Title.En }, detail = new { zh = failure.Said.Zh, en = failure.Said.En } }, CancellationToken.None);
            return;
        }

        bool read = HttpMethods.IsGet(context.Request.Method);
        string? here = read && failure.Status >= StatusCodes.Status500InternalServerError ? context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent() : null;
        await new RazorComponentResult<FailurePage>(new { Failure = failure, Again = read && passes, Here = here }) { StatusCode = failure.Status }.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a mistake of the program: {Exception} at {Route} {Stack}")]
    private partial void Mistake(string exception, string route, string stack);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the database could not be used: {Exception}")]
    private partial void Unusable(string exception);
}

/// <summary>What went wrong, for who reads the page.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Title">In few words.</param>
/// <param name="Said">What that means and what to do.</param>
public sealed record Failure(int Status, Text Title, Text Said);
