using System.Net;
using Microsoft.Playwright;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>Every page of checking, in both languages, on paper and with every problem: axe finds nothing.</summary>
[Collection(SharedWeb.Name)]
public sealed class CheckAccessibilityTests(RunningWeb web, Browser browser) : IDisposable
{
    private readonly CheckVisit _visit = new(web.Address ?? new Uri("http://127.0.0.1"));

    public void Dispose() => _visit.Dispose();

    [BrowserFact]
    public async Task Axe_finds_nothing_on_any_page_of_a_check()
    {
        string first = await _visit.Check(("a.txt", CheckVisit.Example)), corrected = await _visit.Check(first + "/correction", true, ("a.txt", CheckVisit.Corrected));
        string none = await _visit.Check(("b.txt", "没有数据"u8.ToArray()));
        IPage page = await Own();
        foreach (string address in new[] { "/check", first, first + "/delete", "/en/check/delete", "/en/check", "/en" + first, corrected + "/comparison", "/en" + none })
        {
            await page.GotoAsync(new Uri(web.Address, address).ToString());
            await OpenAll(page);
            await Axe.FindsNothing(page);
        }

        await page.GotoAsync(new Uri(web.Address, first).ToString());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Axe.FindsNothing(page, "print");
        Assert.False(await page.Locator(".filter").IsVisibleAsync());
        Assert.True(await page.Locator(".finding .message").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_while_a_check_runs()
    {
        using HttpResponseMessage taken = await _visit.Upload("/check", true, ("a.txt", CheckVisit.Example));
        string path = taken.Headers.Location!.ToString();
        // Taken at once: the check is soon over.
        string[] shown = [await _visit.Page(path), await _visit.Page("/en" + path)];
        Assert.All(shown, s => Assert.Contains("role=\"status\"", s, StringComparison.Ordinal));
        IPage page = await Own();
        foreach ((string address, string answer) in new[] { (path, shown[0]), ("/en" + path, shown[1]) })
        {
            await Shows(page, address, answer);
            await Axe.FindsNothing(page, "progress");
        }

        await _visit.Ended(path);
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_where_an_upload_is_refused()
    {
        byte[] large = new byte[51 * 1024 * 1024];
        large.AsSpan().Fill((byte)'a');
        IPage page = await Own();
        foreach ((string name, byte[] content, HttpStatusCode status) in new[]
        {
            ("large.txt", large, HttpStatusCode.RequestEntityTooLarge), ("p.pdf", [0x89, .. "PNG\r\n\u001a\n"u8], HttpStatusCode.UnsupportedMediaType), ("empty.pdf", [], HttpStatusCode.UnsupportedMediaType),
        })
        {
            using HttpResponseMessage refused = await _visit.Upload("/check", true, (name, content));
            Assert.Equal(status, refused.StatusCode);
            await Shows(page, "/check", await refused.Content.ReadAsStringAsync());
            Assert.Equal(1, await page.Locator(".notice.error[role=alert]").CountAsync());
            await Axe.FindsNothing(page, name);
        }

        foreach (string path in new[] { $"/check/{Guid.NewGuid()}", $"/en/check/{Guid.NewGuid()}" })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await Axe.FindsNothing(page, "expired");
        }

        using HttpResponseMessage stale = await _visit.Post("/en/check/delete", ("proof", new string('0', 64)));
        Assert.Equal(HttpStatusCode.Forbidden, stale.StatusCode);
        await Shows(page, "/en/check/delete", await stale.Content.ReadAsStringAsync());
        await Axe.FindsNothing(page, "stale");
    }

    /// <summary>The browser of this visitor.</summary>
    private async Task<IPage> Own()
    {
        await _visit.Proof();
        IPage page = await browser.Open();
        await page.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "visit", Value = _visit.Cookies.GetCookies(web.Address)["visit"]!.Value, Url = web.Address.ToString() }]);
        return page;
    }

    /// <summary>What is folded is read by axe as well.</summary>
    private static async Task OpenAll(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details:not(.menu):not(.keys)').forEach(d => d.open = true)");

    /// <summary>Shows an answer that was got before, at its address.</summary>
    private async Task Shows(IPage page, string path, string answer)
    {
        string address = new Uri(web.Address, path).ToString();
        await page.UnrouteAllAsync();
        await page.RouteAsync(address, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = answer }));
        await page.RouteAsync("**/events", route => route.AbortAsync());
        await page.GotoAsync(address);
    }
}
