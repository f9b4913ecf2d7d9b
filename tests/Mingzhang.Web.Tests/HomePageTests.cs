using Microsoft.Playwright;

namespace Mingzhang.Tests.Web;

[Collection(SharedWeb.Name)]
public sealed class HomePageTests(RunningWeb web, Browser browser)
{
    [BrowserFact]
    public async Task The_first_page_is_Chinese_and_has_an_English_twin()
    {
        IPage page = await browser.Open();
        await page.GotoAsync(web.Address.ToString());
        Assert.Equal("zh-CN", await page.GetAttributeAsync("html", "lang"));
        await page.ClickAsync("text=English");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("/en/", new Uri(page.Url).AbsolutePath);
    }
}
