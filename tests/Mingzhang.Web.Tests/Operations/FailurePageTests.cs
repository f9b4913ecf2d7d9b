using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Npgsql;

namespace Mingzhang.Tests.Web.Operations;

/// <summary>The pages that say what went wrong: readable by everybody, on any screen, in both languages.</summary>
[Collection(SharedWeb.Name)]
public sealed class FailurePageTests(Browser browser)
{
    private const int UploadsOfVisit = 60;

    [BrowserFact]
    public async Task Each_says_what_happened_in_both_languages_fits_a_phone_and_axe_finds_nothing()
    {
        await using OwnCluster own = await OwnCluster.Start(more: web =>
        {
            web.MapGet("/mistake", (HttpContext _) => throw new InvalidOperationException("a secret"));
            web.MapGet("/full", (HttpContext _) => throw new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull));
        });
        IPage wide = await browser.Open(), narrow = await browser.Open(390, 844);
        foreach (IPage page in new[] { wide, narrow })
        {
            await Look(page, own, "/nowhere", 404, "没有这个页面", "There is no such page");
            await Look(page, own, "/mistake", 500, "程序出错了", "Something went wrong");
            await Look(page, own, "/full", 507, "服务器的磁盘已满", "The disk of the server is full");
        }

        await TooMany(narrow, own);

        own.Cluster.Stop();
        foreach (IPage page in new[] { wide, narrow }) await Look(page, own, "/check", 503, "数据库暂时不可用", "The database is away");
        own.Cluster.Start();
        // It opens by itself.
        await wide.WaitForSelectorAsync("form.upload", new PageWaitForSelectorOptions { Timeout = 60_000 });
    }

    private static async Task Look(IPage page, OwnCluster own, string path, int status, string zh, string en)
    {
        IResponse? answer = await page.GotoAsync(new Uri(own.Client.BaseAddress!, "/en" + path).AbsoluteUri);
        Assert.Equal((status, en), (answer!.Status, await page.TextContentAsync("h1")));
        await Fits(page);
        await page.GotoAsync(new Uri(own.Client.BaseAddress!, path).AbsoluteUri);
        Assert.Equal(zh, await page.TextContentAsync("h1"));
        Assert.Contains(en, await page.TextContentAsync(".failure [lang=en]"), StringComparison.Ordinal);
        await Sound(page);
    }

    private static async Task TooMany(IPage page, OwnCluster own)
    {
        await page.GotoAsync(new Uri(own.Client.BaseAddress!, "/check").AbsoluteUri);
        // As a form without script sends it, again and again.
        const string Send = "async () => { const form = document.querySelector('form.upload'); return (await fetch(form.action, { method: 'POST', body: new FormData(form) })).status; }";
        for (int i = 0; i < UploadsOfVisit; i++) Assert.Equal(400, await page.EvaluateAsync<int>(Send));
        Assert.Equal(429, await page.EvaluateAsync<int>(Send));
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("() => document.querySelector('form.upload').submit()"), answer => answer.Status == 429);
        await page.WaitForSelectorAsync(".notice.error");
        Assert.Contains("次数太多", await page.TextContentAsync(".notice.error"), StringComparison.Ordinal);
        await Sound(page);
    }

    private static async Task Sound(IPage page)
    {
        await Axe.FindsNothing(page);
        await Fits(page);
    }

    private static async Task Fits(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), page.Url + " is wider than the screen");
}
