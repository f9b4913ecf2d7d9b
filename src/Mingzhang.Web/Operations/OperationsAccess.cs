using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Web.Operations;

/// <summary>Who may see how the web is doing; the configuration's section <c>operations</c> sets it. For all others those pages do not exist.</summary>
internal sealed record OperationsAccess
{
    private const string Scheme = "Bearer ";

    private static readonly string[] Proxied = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "X-Original-For", "X-Original-Proto"];

    /// <summary>A port of this machine's loopback that serves them, and nothing else; 0 for none. The other ports do not serve them then.</summary>
    public int Port { get; init; }

    /// <summary>What a request has to carry as <c>Authorization: Bearer …</c>; empty for nothing.</summary>
    public string Token { get; init; } = "";

    /// <summary>Whether a request may see them. With neither port nor token: those from this machine, unless a proxy hands them on.</summary>
    public bool Allows(HttpContext context) =>
        (Port == 0 || context.Connection.LocalPort == Port)
        && (Token.Length == 0 || HasToken(context.Request))
        && (Port != 0 || Token.Length != 0 || IsFromHere(context));

    private bool HasToken(HttpRequest request)
    {
        string given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(Token)));
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Proxied.Any(context.Request.Headers.ContainsKey);
}

/// <summary>Keeps the operations' pages from those who may not see them, and all other pages from the operations' own port.</summary>
/// <param name="next">What answers.</param>
/// <param name="access">Who may.</param>
internal sealed class OperationsGate(RequestDelegate next, OperationsAccess access)
{
    private static readonly PathString Metrics = "/metrics", Health = "/health";

    public Task InvokeAsync(HttpContext context)
    {
        PathString path = context.Request.Path;
        bool own = access.Port != 0 && context.Connection.LocalPort == access.Port;
        bool hidden = path.StartsWithSegments(Metrics) ? !access.Allows(context) : own && !path.StartsWithSegments(Health);
        if (!hidden) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
