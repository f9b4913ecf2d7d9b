using System.Net;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Examinations;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Load;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>What one visit may ask for at once, and what several ask for at the same time.</summary>
[Collection(SharedWeb.Name)]
public sealed class LoadTests(RunningWeb web) : IDisposable
{
    private const string OnePage =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private readonly CheckVisit _visit = new(web.Address ?? new Uri("http://127.0.0.1"));

    public void Dispose() => _visit.Dispose();

    [StoreFact]
    public async Task A_visit_takes_one_file_along_at_a_time_and_few_wait()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        var exports = web.Services.GetRequiredService<ExaminationExports>();
        Visitor visitor = VisitorOf(_visit);
        Lanes.Lane? first = await exports.Enter(visitor, CancellationToken.None);
        using var left = new CancellationTokenSource();
        Task<Lanes.Lane?>[] waiting = [.. Enumerable.Range(0, 6).Select(_ => exports.Enter(visitor, left.Token))];
        using HttpResponseMessage refused = await _visit.Get(path + "/exports/cells");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter is not null);
        // Another visit is not held up.
        using var other = new CheckVisit(web.Address);
        await other.Page(await other.Check(("a.txt", CheckVisit.Example)) + "/exports/cells");
        await left.CancelAsync();
        foreach (Task<Lanes.Lane?> one in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        first!.Dispose();
        for (int i = 0; i < 2; i++) Assert.StartsWith("file,unit,year", (await _visit.Page(path + "/exports/cells")).TrimStart('\ufeff'), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_view_is_unpacked_once_for_all_who_wait_and_the_last_large_one_is_kept()
    {
        Guid id = IdOf(await _visit.Check(("a.txt", CheckVisit.Example))), next = IdOf(await _visit.Check(("a.txt", CheckVisit.Example)));
        using var views = new ViewCache(web.Services.GetRequiredService<ExaminationStore>(), mostPacked: 1);
        CheckView?[] seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => views.Of(id, CancellationToken.None)));
        CheckView? view = Assert.Single(seen.Distinct());
        Assert.Same(view, await views.Of(id, CancellationToken.None));
        Assert.NotSame(view, await views.Of(next, CancellationToken.None));
        Assert.NotSame(view, await views.Of(id, CancellationToken.None));
        views.Drop(id);
        Assert.Null(await views.Of(Guid.NewGuid(), CancellationToken.None));
    }

    [StoreFact]
    public async Task A_page_that_cannot_be_drawn_is_not_tried_again_and_again()
    {
        Guid broken = IdOf(await _visit.Check(("a.pdf", "%PDF-1.4 broken"u8.ToArray()))), good = IdOf(await _visit.Check(("b.pdf", Encoding.ASCII.GetBytes(OnePage))));
        var pictures = web.Services.GetRequiredService<PagePictureStore>();
        Visitor visitor = VisitorOf(_visit);
        var page = new PageSource(1, "", 1);
        byte[]?[] drawn = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pictures.Of(good, page, visitor, CancellationToken.None)));
        Assert.All(drawn, png => Assert.Equal(0x89, png![0]));
        Assert.Null(await pictures.Of(broken, page, visitor, CancellationToken.None));
        await using (NpgsqlConnection connection = await web.Database.Open(CancellationToken.None))
            await connection.ExecuteAsync("update examination_file set content = @content where examination_id = @broken", new { broken, content = Encoding.ASCII.GetBytes(OnePage) });
        Assert.Null(await pictures.Of(broken, page, visitor, CancellationToken.None));
    }

    [StoreFact]
    public async Task An_address_follows_so_much_work_at_once_and_no_more()
    {
        var watch = web.Services.GetRequiredService<WorkWatch>();
        var lanes = new List<Lanes.Lane>();
        while (await watch.Enter(IPAddress.Loopback, CancellationToken.None) is { } lane) lanes.Add(lane);
        Uri events = new($"/progress/{Guid.NewGuid()}/events", UriKind.Relative);
        using HttpResponseMessage refused = await web.Client.GetAsync(events);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        foreach (Lanes.Lane lane in lanes) lane.Dispose();
        // Each gives its place back.
        for (int i = 0; i <= lanes.Count; i++)
        {
            using HttpResponseMessage answer = await web.Client.GetAsync(events);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }

    private static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);

    private Visitor VisitorOf(CheckVisit visit)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = visit.Cookies.GetCookieHeader(web.Address);
        return Visitor.Of(context)!;
    }
}
