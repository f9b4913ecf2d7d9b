using Microsoft.Playwright;
using Mingzhang.Store.Publications;

namespace Mingzhang.Tests.Web.Comparisons;

[Collection(SharedWeb.Name)]
public sealed class PortalStories(RunningWeb web, Browser browser)
{
    private const string First = "珊瑚故事一局", Second = "珊瑚故事二局", Code = "2130234", Item = "林业草原防灾减灾";

    [BrowserFact]
    public async Task Whoever_looks_for_a_department_finds_it_while_typing()
    {
        await Publish();
        IPage page = await Open("/search");
        await page.FillAsync("#q", "珊瑚 故事一");
        await page.ClickAsync($"#found >> text={First}");
        Assert.Equal(First, await page.TextContentAsync("h1"));
        await page.FillAsync("#find", Code);
        await page.PressAsync("#find", "Enter");
        await page.ClickAsync("#found h2 a");
        Assert.Equal($"{Code} {Item}", await page.TextContentAsync("h1"));
    }

    [BrowserFact]
    public async Task While_one_types_the_address_the_title_and_the_other_language_follow_and_half_typed_pinyin_asks_nothing()
    {
        await Publish();
        IPage page = await Open("/search");
        await page.FillAsync("#q", "珊瑚故事");
        await Assertions.Expect(page).ToHaveTitleAsync("“珊瑚故事”的搜索结果 · 明账");
        Assert.EndsWith("/search?q=珊瑚故事", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
        Assert.Equal("/en/search?q=" + Uri.EscapeDataString("珊瑚故事"), await page.GetAttributeAsync("#language", "href"));
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(Uri.UnescapeDataString(request.Url));
        ICDPSession keyboard = await page.Context.NewCDPSessionAsync(page);
        await keyboard.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "yi'ju", ["selectionStart"] = 5, ["selectionEnd"] = 5 });
        Assert.Equal("珊瑚故事yi'ju", await page.InputValueAsync("#q"));
        await page.WaitForTimeoutAsync(600);
        Assert.Empty(asked);
        await keyboard.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "一局" });
        await page.WaitForURLAsync("**/search?q=" + Uri.EscapeDataString(First));
        Assert.EndsWith("/search?q=" + First, Assert.Single(asked), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_comparison_changes_in_place_with_its_chart_and_the_way_back_leads_through_it()
    {
        (PublishedVersion first, _) = await Publish();
        IPage page = await Open("/compare?line=threePublic&to=2023");
        await page.EvaluateAsync("window.stays = true");
        await page.FillAsync("#add", First);
        await page.PressAsync("#add", "Enter");
        await page.WaitForSelectorAsync(".chosen");
        Assert.Matches($"/compare[?]line=threePublic&from=[0-9]+&to=2023&d={first.DepartmentId}$", page.Url);
        Assert.Equal("", await page.InputValueAsync("#add"));
        await page.FocusAsync("#from");
        await page.SelectOptionAsync("#from", "2022");
        await page.WaitForSelectorAsync("thead th[data-label='2022']");
        Assert.Contains("from=2022", page.Url, StringComparison.Ordinal);
        Assert.Equal("from", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(2, await page.Locator("thead th[data-label]").CountAsync());
        await page.WaitForSelectorAsync("figure.chart .drawing svg");
        await page.SelectOptionAsync("#measure", "growth");
        await Assertions.Expect(page).ToHaveTitleAsync("“三公”经费：决算，比上年增长（%） · 明账");
        await Assertions.Expect(page.Locator("#told")).ToHaveTextAsync("“三公”经费：决算，比上年增长（%）");
        Assert.StartsWith("/en/compare?line=threePublic&measure=growth", await page.GetAttributeAsync("#language", "href"), StringComparison.Ordinal);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#measure")).ToHaveValueAsync("amount");
        await page.WaitForSelectorAsync("figure.chart .drawing svg");
        Assert.True(await page.EvaluateAsync<bool>("window.stays"));
    }

    [BrowserFact]
    public async Task Two_years_of_two_departments_are_compared_in_a_chart_and_its_table()
    {
        await Publish();
        IPage page = await Open("/compare?line=threePublic");
        await page.FillAsync("#add", First);
        await page.ClickAsync("form.compare button");
        await page.WaitForSelectorAsync(".chosen");
        await page.FillAsync("#add", Second);
        await page.ClickAsync("form.compare button");
        await page.WaitForSelectorAsync($"tr:has(th[data-label='{Second}'])");
        await page.SelectOptionAsync("#from", "2022");
        await page.WaitForSelectorAsync("thead th[data-label='2022']");
        await page.WaitForSelectorAsync("figure.chart .drawing svg");
        Assert.Equal(["7.70", "9.90"], await Cells(page, First));
        Assert.Equal(["未公开决算", "5.50"], await Cells(page, Second));
        await page.ClickAsync("thead >> text=2023");
        await page.WaitForSelectorAsync("thead th[aria-sort]");
        Assert.Equal("descending", await page.GetAttributeAsync("thead th:has-text('2023')", "aria-sort"));
        await page.SelectOptionAsync("#measure", "growth");
        await page.WaitForSelectorAsync("td:has-text('+28.6%')");
        Assert.Equal(["上年未公开", "+28.6%"], await Cells(page, First));
    }

    [BrowserFact]
    public async Task Everything_can_be_read_and_asked_without_scripts()
    {
        await Publish();
        IPage page = await Open("/search", scripts: false);
        await page.FillAsync("#q", First);
        await page.PressAsync("#q", "Enter");
        Assert.Equal(First, await page.TextContentAsync("#found h2"));
        await page.GotoAsync(new Uri(web.Address, "/compare?line=threePublic").ToString());
        await page.FillAsync("#add", First);
        await page.ClickAsync("form.compare button");
        Assert.Contains("9.90", await Cells(page, First));
        await page.GotoAsync(new Uri(web.Address, "/items/" + Code).ToString());
        Assert.True(await page.Locator("tbody td:has-text(\"30.00\")").CountAsync() > 0);
    }

    [BrowserTheory]
    [InlineData("/search?q=珊瑚")]
    [InlineData("/en/search?q=%")]
    [InlineData("/compare?line=threePublic&to=2023")]
    [InlineData("/en/compare?line=threePublic&from=2022&to=2023&d={0}&d={1}")]
    [InlineData("/items")]
    [InlineData("/items/" + Code)]
    [InlineData("/en/items/" + Code)]
    [InlineData("/data")]
    public async Task Pages_have_no_barriers_and_fit_a_phone(string address)
    {
        (PublishedVersion first, PublishedVersion second) = await Publish();
        string path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, first.DepartmentId, second.DepartmentId);
        IPage page = await Open(path, 1280);
        foreach (int width in (int[])[1280, 390])
        {
            await page.SetViewportSizeAsync(width, 844);
            await Axe.FindsNothing(page, $"{width}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than {width}");
        }
    }

    [BrowserFact]
    public async Task Nothing_breaks_the_rules_of_the_pages_safety()
    {
        (PublishedVersion first, _) = await Publish();
        IPage page = await browser.Open();
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error") said.Add(message.Text);
        };
        page.PageError += (_, error) => said.Add(error);
        foreach (string path in (string[])["/search?q=珊瑚", "/compare?line=threePublic&to=2023", $"/compare?line=threePublic&from=2022&to=2023&d={first.DepartmentId}", "/items/" + Code])
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            if (await page.Locator("figure.chart .drawing").CountAsync() > 0) await page.HoverAsync("figure.chart .drawing");
        }

        Assert.Empty(said);
    }

    private async Task<IPage> Open(string path, int width = 1280, bool scripts = true)
    {
        IPage page = await browser.Open(width, 800, scripts);
        await page.GotoAsync(new Uri(web.Address, path).ToString());
        return page;
    }

    private static async Task<IReadOnlyList<string>> Cells(IPage page, string department) => (await page.Locator($"tr:has(th[data-label='{department}']) td :is(a, .why)").AllInnerTextsAsync()).TakeLast(2).ToArray();

    private async Task<(PublishedVersion First, PublishedVersion Second)> Publish()
    {
        await Samples.Publish(web.Database, First, 2022, [("expenditure", 90m), ("threePublic", 7.7m)]);
        PublishedVersion first = await Samples.Publish(web.Database, First, 2023, [("expenditure", 100m), ("threePublic", 9.9m)], [(Code[..3], "农林水支出", 30m), (Code, Item, 30m)]);
        return (first, await Samples.Publish(web.Database, Second, 2023, [("expenditure", 50m), ("threePublic", 5.5m)]));
    }
}
