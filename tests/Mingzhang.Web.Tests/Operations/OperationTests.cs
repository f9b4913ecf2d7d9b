using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mingzhang.Store.Publications;
using Mingzhang.Tests.Web.Comparisons;
using Mingzhang.Tests.Web.Jobs;
using Npgsql;

namespace Mingzhang.Tests.Web.Operations;

[Collection(SharedWeb.Name)]
public sealed class OperationTests(RunningWeb web)
{
    [StoreFact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        Assert.Equal("live\n", await web.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("ready\n", await web.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    [StoreFact]
    public async Task Its_counts_are_there_for_Prometheus()
    {
        await web.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        string counts = await web.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        string[] lines = counts.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("""^(# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\{([a-z_]+="[^"]*",?)*\})? [0-9.E+-]+)$""", line));
        Assert.Contains(lines, l => l.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && l.Contains("http_route=\"/\"", StringComparison.Ordinal));
        Assert.Contains("mingzhang_database_ready 1", lines);
        Assert.Contains(lines, l => l.StartsWith("mingzhang_work_waiting ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("process_resident_memory_bytes ", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_page_that_breaks_while_it_is_drawn_says_so()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "断崖局", 2023, []);
        JsonObject view = JsonNode.Parse(await new PublicationReader(web.Database).View(version.DisclosureId))!.AsObject();
        Assert.True(view.Remove("evaluations"));
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(view.ToJsonString()));
        await using (NpgsqlConnection connection = await web.Database.Open(CancellationToken.None))
            await connection.ExecuteAsync("update disclosure set view = @view where id = @id", new { view = packed.ToArray(), id = version.DisclosureId });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/departments/{version.DepartmentId}/2023/final-accounts") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        HttpResponseMessage answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("程序出错了", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_unknown_address_has_a_page_that_says_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/nowhere/at/all") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        HttpResponseMessage answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("GET", "/check/00000000-0000-0000-0000-000000000000/decisions", HttpStatusCode.MethodNotAllowed, "cannot be used this way")]
    [InlineData("PUT", "/departments", HttpStatusCode.MethodNotAllowed, "cannot be used this way")]
    [InlineData("GET", "/api/disclosures?year=x", HttpStatusCode.BadRequest, "is not understood")]
    public async Task A_refusal_without_a_page_of_its_own_has_one_that_says_so(string method, string path, HttpStatusCode status, string said)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/en" + path) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        using HttpResponseMessage answer = await web.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_link_to_the_other_language_never_leads_to_another_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(web.Address, "/en//evil.example/")) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        using HttpResponseMessage answer = await web.Client.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"/evil.example/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", page, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_killed_database_gives_a_plain_page_and_comes_back_by_itself()
    {
        await using OwnCluster own = await OwnCluster.Start();
        Guid id = await TestWorker.Ask(own.Database, "unheard-of");
        own.Cluster.Stop();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/progress/{id}") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        HttpResponseMessage answer = await own.Client.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("数据库暂时不可用", page, StringComparison.Ordinal);
        Assert.Contains("The database is away", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.False(await own.IsReady());
        Assert.True((await own.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode);

        own.Cluster.Start();
        await own.Until(ready: true);
        own.Kill();
        await own.Until(ready: false);
        await own.Until(ready: true);
        Assert.True((await own.Client.GetAsync(new Uri($"/progress/{id}", UriKind.Relative))).IsSuccessStatusCode);
    }

    [StoreFact]
    public async Task It_starts_before_its_database_and_brings_it_to_its_schema()
    {
        await using OwnCluster own = await OwnCluster.Start(running: false, watched: false);
        Assert.False(await own.IsReady());
        own.Cluster.Start();
        await own.Until(ready: true);
    }

    [StoreFact]
    public async Task While_a_newer_program_has_the_database_it_is_not_ready()
    {
        await using OwnCluster own = await OwnCluster.Start();
        await using NpgsqlConnection connection = await own.Database.Open(CancellationToken.None);
        await connection.ExecuteAsync("insert into schema_step (number, name, digest) values (9999, '9999-of-a-newer-program', '')");
        await own.Until(ready: false);
        await connection.ExecuteAsync("delete from schema_step where number = 9999");
        await own.Until(ready: true);
    }

    [StoreFact]
    public async Task A_mistake_of_the_program_shows_no_trace()
    {
        await using OwnCluster own = await OwnCluster.Start(running: false, watched: false);
        own.Web.MapGet("/mistake", (HttpContext _) => throw new InvalidOperationException("a secret"));
        HttpResponseMessage answer = await own.Client.GetAsync(new Uri("/mistake", UriKind.Relative));
        string said = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }
}
