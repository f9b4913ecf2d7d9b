using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Store;
using Mingzhang.Store.Publications;
using Mingzhang.Tests.Web.Comparisons;
using Mingzhang.Web;
using Mingzhang.Web.Caching;

namespace Mingzhang.Tests.Web.Caching;

[Collection(SharedWeb.Name)]
public sealed partial class PublishedRevisionTests(RunningWeb web)
{
    [StoreFact]
    public async Task Only_pages_that_a_publication_touches_are_drawn_again_in_every_process()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        int one = (await Publish(fresh.Database, "留页甲局", 2022, 5)).DepartmentId, other = (await Publish(fresh.Database, "留页乙局", 2022, 5)).DepartmentId;
        await using WebApplication first = await Start(fresh.Database), second = await Start(fresh.Database);
        PageCache[] caches = [.. new[] { first, second }.Select(w => w.Services.GetRequiredService<PageCache>())];
        string mine = $"/departments/{Number(one)}", theirs = $"/departments/{Number(other)}";
        string[] all = [mine, mine + "/2022/final-accounts", mine + "/feed.atom", $"/api{mine}", "/", "/en/departments", "/compare", "/items", "/search?q=留页", "/api/disclosures"];
        foreach (WebApplication process in new[] { first, second })
        {
            using var client = new HttpClient { BaseAddress = new Uri(process.Urls.First()) };
            foreach (string path in (string[])[theirs, theirs + "/2022/final-accounts", .. all]) (await client.GetAsync(new Uri(path, UriKind.Relative))).EnsureSuccessStatusCode();
        }

        KeptPage[] before = [.. caches.Select(c => Assert.IsType<KeptPage>(c.Find(theirs)))];
        Assert.All(caches, c => Assert.NotNull(c.Find(mine)));
        await Publish(fresh.Database, "留页甲局", 2023, 6);
        // Who acknowledges a publication waits for so long.
        await Task.Delay(PublicationReader.Freshness);
        foreach ((WebApplication process, PageCache cache, KeptPage kept) in new[] { first, second }.Zip(caches, before))
        {
            using var client = new HttpClient { BaseAddress = new Uri(process.Urls.First()) };
            Assert.Contains("2023", await client.GetStringAsync(new Uri(mine, UriKind.Relative)), StringComparison.Ordinal);
            Assert.Same(kept, cache.Find(theirs));
            Assert.NotNull(cache.Find(theirs + "/2022/final-accounts"));
            foreach (string path in all[1..]) Assert.Null(cache.Find(path));
        }
    }

    [StoreFact]
    public async Task Nobody_is_shown_what_was_before_an_acknowledged_publication_however_many_read()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        int department = (await Publish(fresh.Database, "先后局", 2023, 1)).DepartmentId;
        await using WebApplication process = await Start(fresh.Database);
        using var client = new HttpClient { BaseAddress = new Uri(process.Urls.First()) };
        using var end = new CancellationTokenSource();
        int acknowledged = 1, reads = 0;
        string[] paths = [$"/departments/{Number(department)}/2023/final-accounts", $"/departments/{Number(department)}", "/api/disclosures"];
        Task[] readers = [.. Enumerable.Range(0, 4).Select(async n =>
        {
            while (!end.IsCancellationRequested)
            {
                int least = Volatile.Read(ref acknowledged);
                string page = await client.GetStringAsync(new Uri(paths[n % paths.Length], UriKind.Relative));
                Assert.True(VersionOf(page) >= least, $"{paths[n % paths.Length]}: version {VersionOf(page)} after {least} was acknowledged");
                Interlocked.Increment(ref reads);
            }
        })];
        for (int version = 2; version <= 12; version++)
        {
            await Publish(fresh.Database, "先后局", 2023, version);
            await Task.Delay(PublicationReader.Freshness);
            Volatile.Write(ref acknowledged, version);
            await Task.Delay(20);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
        Assert.True(reads > 12);
    }

    [StoreFact]
    public async Task The_place_of_a_department_that_publishes_the_same_again_is_seen()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        var reader = new PublicationReader(fresh.Database);
        PublishedVersion version = await Publish(fresh.Database, "迁址局", 2023, 1);
        long before = (await reader.Since(0)).Now.Revision;
        Publication same = Samples.Of("迁址局", 2023, [("income", 1m)]);
        Assert.False((await PublicationWriter.Publish(fresh.Database, same)).IsNew);
        Assert.Equal(before, (await reader.Since(0)).Now.Revision);
        Assert.False((await PublicationWriter.Publish(fresh.Database, same with { Place = "新区" })).IsNew);
        PublishedChange change = await reader.Since(before);
        Assert.Equal((before + 1, version.DepartmentId), (change.Now.Revision, Assert.Single(change.Departments)));
    }

    private static Task<PublishedVersion> Publish(Database database, string department, int year, int income) => Samples.Publish(database, department, year, [("income", income)]);

    private static int VersionOf(string page) => Version().Match(page) is { Success: true } said ? int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex("(第 |\"version\":)(?<number>[0-9]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Version();

    private static async Task<WebApplication> Start(Database database)
    {
        WebApplication process = WebSite.Create(database, "http://127.0.0.1:0", works: false);
        await process.StartAsync();
        return process;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
