using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Mingzhang.Store.Publications;
using Mingzhang.Tests.Web.Comparisons;

namespace Mingzhang.Tests.Web.OpenData;

[Collection(SharedWeb.Name)]
public sealed class FeedTests(RunningWeb web)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [StoreTheory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task A_feed_has_what_Atom_demands(string language)
    {
        PublishedVersion version = await Samples.Publish(web.Database, "潟湖<订阅>\u0001局", 2023, [("income", 1m)]);
        foreach (string path in (string[])["/feed.atom", $"/departments/{version.DepartmentId}/feed.atom"])
        {
            HttpResponseMessage answer = await web.Client.GetAsync(new Uri(language + path, UriKind.Relative));
            Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
            XElement feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
            Assert.Equal(Atom + "feed", feed.Name);
            foreach (string name in (string[])["id", "title", "updated"]) Assert.Single(feed.Elements(Atom + name));
            Assert.Equal(new Uri(web.Address, language + path).ToString(), feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
            XElement[] entries = [.. feed.Elements(Atom + "entry")];
            Assert.NotEmpty(entries);
            Assert.Equal(entries.Length, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
            Assert.All(entries, entry =>
            {
                Assert.True(Uri.IsWellFormedUriString(entry.Element(Atom + "id")!.Value, UriKind.Absolute));
                Assert.NotEqual("", entry.Element(Atom + "title")!.Value);
                Assert.NotEqual("", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
                Assert.True(DateTimeOffset.TryParseExact(entry.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            });
            XElement newest = entries.First(e => e.Element(Atom + "author")!.Value == "潟湖<订阅>局");
            string page = newest.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value;
            Assert.Equal(HttpStatusCode.OK, (await web.Client.GetAsync(new Uri(page))).StatusCode);
        }
    }

    [StoreFact]
    public async Task Search_engines_find_every_page()
    {
        PublishedVersion version = await Samples.Publish(web.Database, "潟湖地图局", 2023, [("income", 1m)]);
        Assert.Contains("Sitemap: " + new Uri(web.Address, "/sitemap.xml"), await web.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative)), StringComparison.Ordinal);
        string[] parts = [.. XDocument.Parse(await web.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative))).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value)];
        var addresses = new List<string>();
        foreach (string part in parts) addresses.AddRange(XDocument.Parse(await web.Client.GetStringAsync(new Uri(part))).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value));
        Assert.Contains(new Uri(web.Address, $"/departments/{version.DepartmentId}/2023/final-accounts").ToString(), addresses);
    }
}
