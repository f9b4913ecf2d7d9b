using Dapper;
using Mingzhang.Store;
using Mingzhang.Web.Load;
using Npgsql;

namespace Mingzhang.Web.Operations;

/// <summary>For those who run it: whether it lives, whether it can serve, and what it counts.</summary>
internal static class HealthEndpoints
{
    private static readonly Shared<Database, bool> Asking = new();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(WebApplication web)
    {
        web.MapGet("/health/live", (HttpContext context) => Say(context, true, "live"));
        web.MapGet("/health/ready", async (HttpContext context, Database database, DatabaseWatch watch) =>
        {
            bool ready = watch.IsReady && await Asking.Of(database, end => Answers(database, end), context.RequestAborted);
            if (!ready) watch.Doubt();
            return Say(context, ready, ready ? "ready" : "the database is away");
        });
        web.MapGet("/metrics", async (HttpContext context, MetricsText metrics) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(await metrics.Write(context.RequestAborted), "text/plain; version=0.0.4; charset=utf-8");
        });
    }

    private static IResult Say(HttpContext context, bool good, string said)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(said + "\n", "text/plain", statusCode: good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> Answers(Database database, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await using NpgsqlConnection connection = await database.OpenToWatch(patience.Token);
            return await connection.ExecuteScalarAsync<int>(new CommandDefinition("select 1", cancellationToken: patience.Token)) == 1;
        }
        catch (Exception e) when (DatabaseAway.Is(e) || e is OperationCanceledException)
        {
            return false;
        }
    }
}
