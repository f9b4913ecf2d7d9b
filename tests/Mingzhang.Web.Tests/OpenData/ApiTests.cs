using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mingzhang.Store.Publications;
using Mingzhang.Tests.Web.Comparisons;

namespace Mingzhang.Tests.Web.OpenData;

[Collection(SharedWeb.Name)]
public sealed class ApiTests(RunningWeb web)
{
    [StoreFact]
    public async Task Every_answer_may_be_used_by_other_sites_kept_or_not()
    {
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage answer = await web.Client.GetAsync(new Uri("/api/departments?q=any", UriKind.Relative));
            Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        }
    }

    [StoreFact]
    public async Task Every_address_of_the_description_answers_as_described()
    {
        PublishedVersion version = await Sample();
        JsonElement description = await Json("/api/openapi.json");
        JsonElement paths = description.GetProperty("paths");
        Assert.True(paths.EnumerateObject().Count() >= 8);
        foreach (JsonProperty path in paths.EnumerateObject())
        {
            JsonElement get = path.Value.GetProperty("get");
            Assert.True(get.GetProperty("description").GetString()!.Length > 20, path.Name);
            Assert.All(get.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : [], p => Assert.True(p.GetProperty("description").GetString()!.Length > 3, path.Name));
            string id = path.Name.Contains("departments", StringComparison.Ordinal) ? $"{version.DepartmentId}" : $"{version.DisclosureId}";
            string address = path.Name.Replace("{id}", id, StringComparison.Ordinal).Replace("{code}", "2130206", StringComparison.Ordinal);
            if (address.EndsWith("figures.csv", StringComparison.Ordinal)) address += "?row=2130206";
            HttpResponseMessage answer = await Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            JsonElement content = get.GetProperty("responses").GetProperty("200").GetProperty("content");
            Assert.True(content.TryGetProperty(answer.Content.Headers.ContentType!.MediaType!, out JsonElement described), address);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            if (answer.Content.Headers.ContentType.MediaType == "application/json")
                Matches(JsonElement.Parse(await answer.Content.ReadAsStringAsync()), described.GetProperty("schema"), description, address);
        }
    }

    [StoreFact]
    public async Task A_disclosure_is_had_whole_and_its_figures_as_csv()
    {
        PublishedVersion version = await Sample();
        JsonElement all = await Json($"/api/disclosures/{version.DisclosureId}");
        Assert.Equal("海岛开放局", all.GetProperty("document").GetProperty("unit").GetString());
        Assert.Equal(120.5m, all.GetProperty("numbers").GetProperty("main/expenditure").GetDecimal());
        HttpResponseMessage csv = await Get($"/api/disclosures/{version.DisclosureId}.csv?bom=1");
        byte[] bytes = await csv.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains($"{version.DisclosureId},{version.DepartmentId},海岛开放局,finalAccounts,2023,03,2130206,1,'=技术推广,88.25,万元\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.NotNull(csv.Content.Headers.LastModified);
        var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/disclosures/{version.DisclosureId}", UriKind.Relative));
        again.Headers.IfModifiedSince = csv.Content.Headers.LastModified;
        Assert.Equal(HttpStatusCode.NotModified, (await web.Client.SendAsync(again)).StatusCode);
    }

    [StoreFact]
    public async Task Lists_are_followed_page_by_page_to_the_end()
    {
        await Sample();
        var seen = new HashSet<long>();
        for (string? next = "/api/disclosures?limit=2"; next is not null;)
        {
            JsonElement page = await Json(next);
            Assert.All(page.GetProperty("items").EnumerateArray(), d => Assert.True(seen.Add(d.GetProperty("id").GetInt64())));
            next = page.TryGetProperty("next", out JsonElement address) ? address.GetString() : null;
        }

        Assert.NotEmpty(seen);
    }

    [StoreTheory]
    [InlineData("/api/departments/2147483647", HttpStatusCode.NotFound)]
    [InlineData("/api/disclosures/9223372036854775807", HttpStatusCode.NotFound)]
    [InlineData("/api/disclosures/9223372036854775807.csv", HttpStatusCode.NotFound)]
    [InlineData("/api/disclosures?kind=%3Cb%3E", HttpStatusCode.BadRequest)]
    [InlineData("/api/items/abc", HttpStatusCode.NotFound)]
    [InlineData("/api/figures.csv", HttpStatusCode.BadRequest)]
    [InlineData("/api/disclosures?year=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=%25%27%22%3Cscript%3E", HttpStatusCode.OK)]
    [InlineData("/api/figures.csv?row=%27%20or%201%3D1", HttpStatusCode.OK)]
    [InlineData("/api/departments?q=%25&limit=-4", HttpStatusCode.OK)]
    [InlineData("/api/search?q=a&year=2147483647", HttpStatusCode.OK)]
    [InlineData("/api/search?q=a&year=-2147483648", HttpStatusCode.OK)]
    public async Task Hostile_and_mistaken_questions_are_answered_clearly(string address, HttpStatusCode status)
    {
        HttpResponseMessage answer = await Get(address);
        Assert.Equal(status, answer.StatusCode);
        string said = await answer.Content.ReadAsStringAsync();
        Assert.NotEqual("", said);
        Assert.DoesNotContain("<script>", said, StringComparison.Ordinal);
    }

    // What a description promises of an object is there, and is of the kind that it says.
    private static void Matches(JsonElement value, JsonElement schema, JsonElement description, string where)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference)) schema = description.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("properties", out JsonElement properties) && value.ValueKind is JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out JsonElement described), $"{where}: {member.Name} is not described");
                Matches(member.Value, described, description, $"{where}.{member.Name}");
            }
        }

        if (schema.TryGetProperty("items", out JsonElement items) && value.ValueKind is JsonValueKind.Array)
            foreach (JsonElement entry in value.EnumerateArray()) Matches(entry, items, description, where + "[]");
    }

    private Task<PublishedVersion> Sample() => Samples.Publish(web.Database, "海岛开放局", 2023, [("expenditure", 120.5m)], [("2130206", "=技术推广", 88.25m)]);

    private Task<HttpResponseMessage> Get(string address) => web.Client.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<JsonElement> Json(string address) => JsonElement.Parse(await (await Get(address)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}
