using System.Net;
using Mingzhang.Store.Publications;

namespace Mingzhang.Tests.Web.Comparisons;

[Collection(SharedWeb.Name)]
public sealed class ComparePageTests(RunningWeb web)
{
    [StoreFact]
    public async Task Departments_and_years_stand_side_by_side_and_gaps_say_why()
    {
        PublishedVersion first = await Samples.Publish(web.Database, "沙洲比较一局", 2022, [("threePublic", 8.88m)]);
        await Samples.Publish(web.Database, "沙洲比较一局", 2023, [("threePublic", 1234.5m)]);
        PublishedVersion second = await Samples.Publish(web.Database, "沙洲比较二局", 2023, [("income", 1m)]);
        string page = await Page($"/compare?line=threePublic&from=2022&to=2023&d={first.DepartmentId}&d={second.DepartmentId}");
        Assert.Contains("8.88", page, StringComparison.Ordinal);
        Assert.Contains("1,234.50", page, StringComparison.Ordinal);
        Assert.Contains("data-value=\"1234.5", page, StringComparison.Ordinal);
        Assert.Contains("未公开", page, StringComparison.Ordinal);
        Assert.Contains("表中为空", page, StringComparison.Ordinal);
        string growth = await Page($"/compare?line=threePublic&measure=growth&from=2023&to=2023&d={first.DepartmentId}");
        Assert.Contains("+13802.0%", growth, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_item_is_a_line_and_a_cell_is_one()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "沙洲比较三局", 2023, [("expenditure", 100m)], [("2200509", "气象预报预测", 40m)]);
        Assert.Contains("40.00", await Page($"/compare?line=2200509&to=2023&from=2023&d={version.DepartmentId}"), StringComparison.Ordinal);
        Assert.Contains("40.0%", await Page($"/compare?line=2200509&measure=share&to=2023&from=2023&d={version.DepartmentId}"), StringComparison.Ordinal);
        Assert.Contains("40.00", await Page($"/compare?line=03%5B2200509%5D.1&to=2023&from=2023&d={version.DepartmentId}"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Without_departments_all_are_ranked_and_those_without_a_figure_are_counted()
    {
        await Samples.Publish(web.Database, "沙洲排名一局", 2199, [("reception", 5m)]);
        await Samples.Publish(web.Database, "沙洲排名二局", 2199, [("reception", 9m)]);
        await Samples.Publish(web.Database, "沙洲排名三局", 2199, []);
        string page = await Page("/compare?line=reception&to=2199");
        Assert.True(page.IndexOf("沙洲排名二局", StringComparison.Ordinal) < page.IndexOf("沙洲排名一局", StringComparison.Ordinal));
        Assert.DoesNotContain("沙洲排名三局", page, StringComparison.Ordinal);
        Assert.Contains("2 个部门有数", page, StringComparison.Ordinal);
        string rising = await Page("/compare?line=reception&to=2199&sort=2199");
        Assert.True(rising.IndexOf("沙洲排名一局", StringComparison.Ordinal) < rising.IndexOf("沙洲排名二局", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_department_is_added_by_its_name_and_the_address_stays()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "沙洲添加局", 2023, [("income", 1m)]);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = web.Address };
        HttpResponseMessage answer = await client.GetAsync(new Uri("/en/compare?line=income&to=2023&from=2022&add=" + Uri.EscapeDataString("沙洲添加"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/en/compare?line=income&from=2022&to=2023&d={version.DepartmentId}", answer.Headers.Location!.ToString());
        Assert.Contains("没有名称含", await Page("/compare?add=" + Uri.EscapeDataString("不存在的部门")), StringComparison.Ordinal);
        Assert.Contains("没有“xyz”这一行", await Page("/compare?other=xyz"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_value_shows_what_it_was_made_from_and_whose_staff_it_is()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "沙洲人均局", 2023, [("expenditure", 100m)]);
        string without = await Page($"/compare?line=expenditure&measure=perHead&from=2023&to=2023&d={version.DepartmentId}");
        Assert.Contains("未公开人数", without, StringComparison.Ordinal);
        Assert.Contains("多数决算不公开人数", without, StringComparison.Ordinal);
        await Samples.Publish(web.Database, "沙洲人均局", 2023, [("expenditure", 120m)], kind: "budget", staff: 40);
        string page = await Page($"/compare?line=expenditure&measure=perHead&from=2023&to=2023&d={version.DepartmentId}");
        Assert.Contains("2.5000", page, StringComparison.Ordinal);
        Assert.Contains("100.00 ÷ 40 人（预算）", page, StringComparison.Ordinal);
        // Completion is of final accounts, whatever kind is asked for.
        Assert.Contains("100.00 ÷ 预算 120.00", await Page($"/compare?line=expenditure&measure=completion&kind=budget&from=2023&to=2023&d={version.DepartmentId}"), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_comparison_is_to_be_had_as_data_with_what_is_missing()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "=沙洲数据局", 2023, [("expenditure", 100m)]);
        await Samples.Publish(web.Database, "=沙洲数据局", 2024, [("expenditure", 125m)]);
        HttpResponseMessage answer = await web.Client.GetAsync(new Uri($"/compare.csv?line=expenditure&measure=growth&from=2023&to=2024&d={version.DepartmentId}", UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        string id = version.DepartmentId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $"departmentId,department,kind,year,line,name,measure,value,unit,amount,basis,basisBorrowed,missing\r\n{id},'=沙洲数据局,finalAccounts,2023,expenditure,本年支出,growth,,%,100,,,上年未公开\r\n{id},'=沙洲数据局,finalAccounts,2024,expenditure,本年支出,growth,25,%,125,100,,\r\n",
            await answer.Content.ReadAsStringAsync());
        string ranking = System.Text.Encoding.UTF8.GetString(await web.Client.GetByteArrayAsync(new Uri("/compare.csv?line=reception&to=2024&bom=1", UriKind.Relative)));
        Assert.StartsWith("\uFEFF", ranking, StringComparison.Ordinal);
        Assert.Contains($"{id},'=沙洲数据局,finalAccounts,2024,reception,公务接待费,amount,,万元,,,,表中为空", ranking, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_item_is_chosen_by_its_name_and_several_are_offered()
    {
        await Samples.Publish(web.Database, "沙洲科目局", 2023, [], [("2200601", "珊瑚礁修复", 1m), ("2200602", "珊瑚礁监测", 1m)]);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = web.Address };
        HttpResponseMessage answer = await client.GetAsync(new Uri("/compare?to=2023&other=" + Uri.EscapeDataString("珊瑚礁修复"), UriKind.Relative));
        Assert.Equal("/compare?line=2200601&to=2023", answer.Headers.Location!.ToString());
        string page = await Page("/compare?to=2023&other=" + Uri.EscapeDataString("珊瑚礁"));
        Assert.Contains("href=\"/compare?line=2200601&to=2023\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/compare?line=2200602&to=2023\"", page, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("/compare?line=%27%22%3Cscript%3Ealert(1)%3C/script%3E&measure=99&kind=x&from=-5&to=99999999999&d=abc&d=-1&sort=%3Cb%3E&page=0")]
    [InlineData("/compare?other=%3Cscript%3Ealert(1)%3C/script%3E&add=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/compare?other=09%5B%3Cscript%3Ealert(1)%3C/script%3E%5D.1")]
    [InlineData("/compare?d=1&d=2&d=3&d=2147483647&line=%00")]
    public async Task Hostile_questions_give_a_clear_page(string address) => Assert.Contains("<h1>比较</h1>", await Page(address), StringComparison.Ordinal);

    private async Task<string> Page(string address)
    {
        HttpResponseMessage answer = await web.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        return WebUtility.HtmlDecode(page);
    }
}
