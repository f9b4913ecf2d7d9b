using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Mingzhang.Store.Publications;

namespace Mingzhang.Tests.Web.Portal;

/// <summary>Reading a disclosure in a browser.</summary>
[Collection(SharedWeb.Name)]
public sealed partial class DisclosurePageTests(RunningWeb web, Browser browser)
{
    [BrowserFact]
    public async Task A_department_is_found_by_a_part_of_its_name_and_leads_to_its_disclosure()
    {
        await Examples.Book(web, "jingkai-2023");
        IPage page = await browser.Open();
        await page.GotoAsync(At("/departments"));
        await page.FillAsync("#q", "汉南区");
        await page.PressAsync("#q", "Enter");
        await page.ClickAsync("table.departments th a");
        Assert.Contains("汉南区委员会", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal("1,162.58", await page.InnerTextAsync("table.main-figures tbody tr:first-child td"));
        await page.ClickAsync(".years a");
        Assert.EndsWith("/2023/final-accounts", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("2023 年度部门决算", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Forms_fold_by_class_section_and_item_and_a_link_opens_what_is_folded()
    {
        IPage page = await Open("jingkai-2023");
        ILocator leaf = page.Locator(".leaf", new PageLocatorOptions { Has = page.Locator("#form-03") });
        ILocator items = leaf.Locator("tr.item:visible"), sections = leaf.Locator("tr.section:visible"), classes = leaf.Locator("tr.class:visible");
        int all = await items.CountAsync();
        Assert.True(all > 5);
        await leaf.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "类", Exact = true }).ClickAsync();
        Assert.Equal((0, 0), (await items.CountAsync(), await sections.CountAsync()));
        Assert.True(await classes.CountAsync() > 2);
        await leaf.Locator("tr.class .fold").First.ClickAsync();
        Assert.True(await sections.CountAsync() > 0 && await items.CountAsync() == 0);
        await leaf.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "项", Exact = true }).ClickAsync();
        Assert.Equal(all, await items.CountAsync());
        await leaf.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "类", Exact = true }).ClickAsync();
        await page.EvaluateAsync("location.hash = 'c-03-2013101-1'");
        await Assertions.Expect(page.Locator("#c-03-2013101-1")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task A_figure_of_the_text_leads_to_its_cell_and_the_cell_leads_back()
    {
        IPage page = await Open("jingkai-2023");
        ILocator claim = page.Locator("#s-explanations-expenditure ~ .told-pair a.claim.amount").First;
        string figure = await claim.InnerTextAsync(), name = (await claim.GetAttributeAsync("id"))!;
        await claim.ClickAsync();
        string cell = new Uri(page.Url).Fragment;
        Assert.Equal("#c-03-total-1", cell);
        await Assertions.Expect(page.Locator(cell)).ToBeInViewportAsync();
        Assert.Equal(figure, (await page.InnerTextAsync(cell)).Replace(",", "", StringComparison.Ordinal).Trim());
        await page.ClickAsync(cell + " a.told");
        Assert.Equal("#" + name, new Uri(page.Url).Fragment);
        await Assertions.Expect(claim).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task The_figures_that_a_paragraph_speaks_of_stand_beside_it_with_the_values_of_their_cells()
    {
        IPage page = await Open("jingkai-2023");
        foreach (ILocator beside in (await page.Locator(".beside a").AllAsync()).Take(20))
        {
            string cell = (await beside.GetAttributeAsync("href"))!;
            Assert.Equal(WithoutMarks(await page.InnerTextAsync(cell)), await beside.Locator("b").InnerTextAsync());
        }

        // The marks of findings in a cell are no part of its value.
        static string WithoutMarks(string text) => FirstFigure().Match(text).Value;
    }

    [BrowserFact]
    public async Task A_file_is_downloaded_as_it_was_published()
    {
        PublishedVersion version = await Examples.Book(web, "jingkai-2023");
        IPage page = await Open("jingkai-2023");
        var reader = new PublicationReader(web.Database);
        foreach (string kind in (string[])["Word", "Excel"])
        {
            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($".downloads a:has-text('{kind}')"));
            byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
            PublishedFile stored = (await reader.File(version.DisclosureId, download.SuggestedFilename))!.Value.File;
            Assert.True(stored.Content.Span.SequenceEqual(bytes));
        }
    }

    [BrowserFact]
    public async Task Without_script_everything_is_open_and_charts_are_drawn_by_the_server()
    {
        IPage page = await Open("jingkai-2023", scripts: false);
        Assert.Equal(0, await page.Locator(".fold, .folding").CountAsync());
        Assert.True(await page.Locator("#c-03-2013101-1").IsVisibleAsync());
        Assert.True(await page.Locator("figure.chart svg rect").CountAsync() >= 4);
        await page.ClickAsync("figure.chart summary >> nth=0");
        Assert.True(await page.Locator("figure.chart details[open] table").IsVisibleAsync());
        await page.ClickAsync("nav.contents a[href='#form-09']");
        await Assertions.Expect(page.Locator("#form-09")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task With_script_charts_are_drawn_and_the_contents_say_where_the_reader_is()
    {
        IPage page = await Open("jingkai-2023");
        Assert.True(await page.Locator("figure.chart .drawing svg").CountAsync() >= 2);
        await page.ClickAsync("nav.contents a[href='#s-explanations-income']");
        await Assertions.Expect(page.Locator("nav.contents a[aria-current]")).ToHaveTextAsync("二、收入决算情况说明");
    }

    [BrowserFact]
    public async Task On_a_phone_only_tables_scroll_sideways_and_the_keyboard_reaches_them()
    {
        IPage page = await Open("jingkai-2023", 390, 844);
        string disclosure = page.Url;
        foreach (string address in (string[])[At("/departments"), disclosure[..disclosure.IndexOf("/2023", StringComparison.Ordinal)], disclosure])
        {
            await page.GotoAsync(address);
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        ILocator sheet = page.Locator("[aria-labelledby='form-02']");
        await sheet.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        // The browser scrolls in frames of its own.
        for (int i = 0; i < 100 && await sheet.EvaluateAsync<double>("sheet => sheet.scrollLeft") <= 0; i++) await Task.Delay(50);
        Assert.True(await sheet.EvaluateAsync<double>("sheet => sheet.scrollLeft") > 0);
        Assert.True(await sheet.Locator("tbody th").First.EvaluateAsync<bool>("cell => cell.getBoundingClientRect().left >= cell.closest('.scroll').getBoundingClientRect().left - 1"));
    }

    [BrowserFact]
    public async Task On_paper_there_is_the_document_without_what_only_a_screen_needs()
    {
        IPage page = await Open("jingkai-2023");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "类", Exact = true }).First.ClickAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (string hidden in (string[])["header.site", "nav.contents", ".downloads", ".folding", ".beside"]) Assert.False(await page.Locator(hidden).First.IsVisibleAsync(), hidden);
        Assert.True(await page.Locator("#c-03-2013101-1").IsVisibleAsync());
        byte[] pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        string text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.True(PdfPage().Count(text) > 9, "pages");
        Assert.Contains("/MediaBox [0 0 841", text, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 594", text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_finding_leads_to_its_place_and_the_place_to_the_finding()
    {
        PublishedVersion version = await Examples.Document(web);
        IPage page = await browser.Open();
        await page.GotoAsync(At($"/departments/{version.DepartmentId.ToString(CultureInfo.InvariantCulture)}/2023/final-accounts"));
        Assert.Contains("错误 7", await page.InnerTextAsync(".check-card"), StringComparison.Ordinal);
        ILocator finding = page.Locator(".findings > li", new PageLocatorOptions { HasText = "公开06" }).First;
        await finding.Locator("a.place").ClickAsync();
        string place = new Uri(page.Url).Fragment;
        Assert.StartsWith("#c-06-302", place, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(place)).ToBeInViewportAsync();
        await page.ClickAsync(place + " .finding-mark");
        Assert.Equal("#" + await finding.GetAttributeAsync("id"), new Uri(page.Url).Fragment);
        await Assertions.Expect(finding).ToBeInViewportAsync();
        await page.ClickAsync("section.check summary:has-text('没有核对的')");
        Assert.True(await page.Locator("section.check details[open] li").CountAsync() > 3);
    }

    private async Task<IPage> Open(string book, int width = 1280, int height = 800, bool scripts = true)
    {
        PublishedVersion version = await Examples.Book(web, book);
        IPage page = await browser.Open(width, height, scripts);
        // A target that scrolls smoothly is not yet in view.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(At($"/departments/{version.DepartmentId.ToString(CultureInfo.InvariantCulture)}/2023/final-accounts"));
        return page;
    }

    private string At(string path) => new Uri(web.Address, path).ToString();

    [GeneratedRegex(@"-?[\d,]+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstFigure();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PdfPage();
}
