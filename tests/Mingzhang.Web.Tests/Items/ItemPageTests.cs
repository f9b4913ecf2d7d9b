using System.Net;
using Mingzhang.Tests.Web.Comparisons;

namespace Mingzhang.Tests.Web.Items;

[Collection(SharedWeb.Name)]
public sealed class ItemPageTests(RunningWeb web)
{
    [StoreFact]
    public async Task An_item_is_shown_across_departments_and_years_with_its_distribution()
    {
        await Samples.Publish(web.Database, "沼泽科目一局", 2022, [("expenditure", 100m)], [("2110304", "固体废弃物与化学品", 10m)]);
        await Samples.Publish(web.Database, "沼泽科目一局", 2023, [("expenditure", 100m)], [("2110304", "固体废弃物与化学品", 30m)]);
        await Samples.Publish(web.Database, "沼泽科目二局", 2023, [], [("2110304", "固体废弃物与化学品", 1012.3m)]);
        string page = await (await Get("/items/2110304")).Content.ReadAsStringAsync();
        Assert.Contains("1,042.30", page, StringComparison.Ordinal);
        Assert.Contains("30.0%", page, StringComparison.Ordinal);
        Assert.Contains("支出合计未公开", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("沼泽科目二局", StringComparison.Ordinal) < page.IndexOf("沼泽科目一局", StringComparison.Ordinal));
        Assert.Contains("10.00", await (await Get("/items/2110304?year=2022")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/items/2110304", await (await Get("/items")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("/items/9999999")]
    [InlineData("/items/2999999")]
    [InlineData("/items/%3Cscript%3E")]
    [InlineData("/items/20131012013101")]
    public async Task An_unknown_item_is_not_found_and_says_so(string address)
    {
        HttpResponseMessage answer = await Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这个科目", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Get(string address) => web.Client.GetAsync(new Uri(address, UriKind.Relative));
}
