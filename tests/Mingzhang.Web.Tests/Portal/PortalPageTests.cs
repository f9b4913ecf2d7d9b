using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Publications;

namespace Mingzhang.Tests.Web.Portal;

/// <summary>What holds for every page of the portal.</summary>
[Collection(SharedWeb.Name)]
public sealed class PortalPageTests(RunningWeb web, Browser browser)
{
    [BrowserFact]
    public async Task Nothing_bars_the_way_on_any_page_at_any_size()
    {
        string department = Number((await Examples.Book(web, "jingkai-2023")).DepartmentId), faulty = Number((await Examples.Document(web)).DepartmentId);
        string[] all = [$"/departments/{department}/2023/final-accounts", "/departments", $"/departments/{department}", $"/en/departments/{faulty}/2023/final-accounts", "/departments/999999"];
        IPage page = await browser.Open(1280, 800);
        for (int i = 0; i < all.Length; i++)
        {
            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync(new Uri(web.Address, all[i]).ToString());
            foreach (int width in i < 3 ? (int[])[1280, 390] : [1280])
            {
                await page.SetViewportSizeAsync(width, 800);
                await Axe.FindsNothing(page, $"at {width}:");
            }
        }
    }

    [StoreFact]
    public async Task What_is_not_published_is_said_with_status_404()
    {
        string department = Number((await Examples.Book(web, "jingkai-2023")).DepartmentId);
        foreach (string path in (string[])["/departments/999999", $"/departments/{department}/1999/final-accounts", $"/departments/{department}/2023/other", $"/departments/{department}/2023/final-accounts/v9", $"/departments/{department}/2023/final-accounts/v1/files/none.pdf", $"/departments/{department}/2023/final-accounts/v1/files/..%2fview.json"])
        {
            using HttpResponseMessage answer = await web.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("没有找到", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [StoreTheory]
    [InlineData("q=%00")]
    [InlineData("place=%00")]
    [InlineData("page=x")]
    [InlineData("page=-1")]
    [InlineData("page=2147483648")]
    public async Task Departments_are_listed_whatever_is_asked(string query)
    {
        using HttpResponseMessage answer = await web.Client.GetAsync(new Uri("/departments?" + query, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [StoreFact]
    public async Task An_earlier_version_stays_at_its_address_and_says_that_it_is_one()
    {
        DisclosureView view = Small("旧版局");
        PublishedVersion first = await PublicationWriter.Publish(web.Database, Examples.Of(view));
        string address = $"/departments/{Number(first.DepartmentId)}/2023/final-accounts";
        Assert.DoesNotContain("较早的一版", await web.Client.GetStringAsync(address), StringComparison.Ordinal);
        await PublicationWriter.Publish(web.Database, Examples.Of(view with { Title = "改正后的决算" }));
        string current = await web.Client.GetStringAsync(address), earlier = await web.Client.GetStringAsync(address + "/v1");
        Assert.Contains("第 2 版", current, StringComparison.Ordinal);
        Assert.Contains("改正后的决算", current, StringComparison.Ordinal);
        Assert.Contains("较早的一版", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("改正后的决算", earlier, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task No_text_of_a_document_becomes_markup()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
        DisclosureView view = Small("恶意局" + Hostile);
        PublishedVersion version = await PublicationWriter.Publish(web.Database, Examples.Of(view with
        {
            Title = Hostile,
            EditionName = Hostile,
            Pieces =
            [
                new HeadingPiece { Anchor = "s-1", Level = 1, Text = Hostile },
                new ParagraphPiece { Anchor = "p-1", Text = Hostile, Claims = [new ClaimSpan("q-1", 0, 8, "03[合计].1", "amount", Hostile)] },
                new TablePiece { Anchor = "t-1", Title = Hostile, Kind = "other", Grid = new TableGrid(1, 0, [1], [new TableRow([new TableCell(Hostile, 0, Core.Layout.CellRole.Text)])]) },
                new ChartPiece { Anchor = "chart-1", Number = 1, Title = Hostile, Kind = "shares", Unit = Hostile, Description = Hostile, Points = [new PointOfChart(Hostile, "1", Hostile), new PointOfChart(Hostile, "2", Hostile)] },
            ],
            Check = new PublishedCheck { Findings = [new PublishedFinding("1", "r", "error", new Text(Hostile, Hostile), "p-1", null, Hostile, Hostile, [new PublishedEvidence(Hostile, new Text(Hostile, Hostile), null, "p-1")])], Untested = [new UntestedRule("r", Hostile, Hostile, 1)], Unread = [new UnreadPiece("03", Hostile, Hostile, null)] },
        }));
        string department = $"/departments/{Number(version.DepartmentId)}";
        foreach (string path in (string[])["/", "/departments?q=" + Uri.EscapeDataString("恶意局"), "/departments?q=" + Uri.EscapeDataString(Hostile), department, department + "/2023/final-accounts", "/en" + department + "/2023/final-accounts"])
        {
            string page = await web.Client.GetStringAsync(path);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task A_published_web_page_is_never_shown_in_the_sites_own_name()
    {
        PublishedVersion version = await Examples.Book(web, "jingkai-2023");
        PublishedFileEntry file = (await new PublicationReader(web.Database).Files(version.DisclosureId)).Single(f => f.Name.EndsWith(".html", StringComparison.Ordinal));
        using HttpResponseMessage answer = await web.Client.GetAsync($"/departments/{Number(version.DepartmentId)}/2023/final-accounts/v{Number(version.Version)}/files/{Uri.EscapeDataString(file.Name)}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"\"{file.Digest}\"", answer.Headers.ETag?.Tag);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_units_own_accounts_do_not_take_the_place_of_the_departments_of_the_same_name()
    {
        DisclosureView department = Small("同名局") with { Scope = "department" };
        PublishedVersion first = await PublicationWriter.Publish(web.Database, Examples.Of(department)), second = await PublicationWriter.Publish(web.Database, Examples.Of(department with { Scope = "unit" }));
        Assert.NotEqual(first.DepartmentId, second.DepartmentId);
        Assert.Contains("2023 年度单位决算", await web.Client.GetStringAsync($"/departments/{Number(second.DepartmentId)}/2023/final-accounts"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_code_leads_to_its_item_and_a_main_figure_to_the_comparison()
    {
        string department = $"/departments/{Number((await Examples.Book(web, "jingkai-2023")).DepartmentId)}";
        Assert.Contains("href=\"/items/2013101\"", await web.Client.GetStringAsync(department + "/2023/final-accounts"), StringComparison.Ordinal);
        Assert.Contains("href=\"/en/items/30101\"", await web.Client.GetStringAsync("/en" + department + "/2023/final-accounts"), StringComparison.Ordinal);
        Assert.Contains("/compare?line=threePublic", await web.Client.GetStringAsync(department), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_disclosure_with_nothing_in_it_has_a_page()
    {
        PublishedVersion version = await PublicationWriter.Publish(web.Database, Examples.Of(Small("空白局")));
        Assert.Contains("没有发现问题", await web.Client.GetStringAsync($"/departments/{Number(version.DepartmentId)}/2023/final-accounts"), StringComparison.Ordinal);
    }

    private static DisclosureView Small(string unit) => new()
    {
        Kind = "finalAccounts",
        Year = 2023,
        Unit = unit,
        Title = unit + "2023年度部门决算",
        Edition = "final-accounts/2023",
        AmountUnit = "万元",
        Check = new PublishedCheck(),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
