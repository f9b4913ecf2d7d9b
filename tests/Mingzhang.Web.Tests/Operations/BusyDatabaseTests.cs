using System.Net;
using System.Net.Http.Headers;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Tests.Web.Jobs;
using Mingzhang.Web;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Operations;
using Npgsql;

namespace Mingzhang.Tests.Web.Operations;

/// <summary>A database that has much to do is not one that is away.</summary>
[Collection(SharedWeb.Name)]
public sealed class BusyDatabaseTests(RunningWeb web)
{
    [StoreFact]
    public async Task What_takes_too_long_is_told_from_a_server_that_does_not_answer()
    {
        await using var database = new Database(Patient(web.Database, 1), connections: 1);
        await using NpgsqlConnection only = await database.Open(CancellationToken.None);
        Exception? busy = await Record.ExceptionAsync(async () => await database.Open(CancellationToken.None)), slow = await Record.ExceptionAsync(() => only.ExecuteAsync("select pg_sleep(20)"));
        await using var nobody = new Database("Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=1");
        Exception? away = await Record.ExceptionAsync(async () => await nobody.Open(CancellationToken.None));
        Assert.Equal([(true, true, false), (true, false, true), (true, false, false)], new[] { busy, slow, away }.Select(e => (DatabaseAway.Is(e!), DatabaseAway.IsBusy(e!), DatabaseAway.IsSlow(e!))));
        await using NpgsqlConnection watching = await database.OpenToWatch();
        Assert.Equal(1, await watching.ExecuteScalarAsync<int>("select 1"));
    }

    [StoreFact]
    public async Task While_all_connections_are_in_use_pages_say_so_and_the_web_stays_ready()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        await using var database = new Database(Patient(fresh.Database, 1), connections: 4);
        await using WebApplication site = WebSite.Create(database, "http://127.0.0.1:0", works: false);
        await site.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()), DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        var watch = site.Services.GetRequiredService<DatabaseWatch>();
        await watch.Ready(CancellationToken.None);
        var taken = new List<NpgsqlConnection>();
        while (taken.Count < 4) taken.Add(await database.Open(CancellationToken.None));
        using HttpResponseMessage busy = await client.GetAsync(new Uri("/en/departments", UriKind.Relative)), ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (busy.StatusCode, ready.StatusCode));
        Assert.Contains("<h1>Too busy right now</h1>", await busy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(busy.Headers.RetryAfter is not null && watch.IsReady);
        foreach (NpgsqlConnection connection in taken) await connection.DisposeAsync();
        using HttpResponseMessage again = await client.GetAsync(new Uri("/en/departments", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [StoreFact]
    public async Task A_result_that_always_takes_too_long_to_keep_is_not_tried_for_ever()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        int tried = 0;
        var handler = new TestHandler("slow", (_, _) => Task.FromResult(WorkResult.Done(_ =>
        {
            Interlocked.Increment(ref tried);
            throw new NpgsqlException("Exception while reading from stream", new TimeoutException());
        })));
        await using TestWorker worker = await TestWorker.Start(fresh.Database, true, handler);
        Guid id = await TestWorker.Ask(fresh.Database, "slow");
        await worker.Queue.Wake(id);
        WorkState state = await worker.End(id);
        Assert.Equal((WorkStage.Failed, true, 9), (state.Stage, state.IsGivenUp, tried));
    }

    private static string Patient(Database database, int seconds) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Timeout = seconds, CommandTimeout = seconds, MinPoolSize = 0 }.ConnectionString;
}
