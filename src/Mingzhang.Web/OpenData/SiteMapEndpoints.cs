using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Store.OpenData;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.OpenData;

/// <summary>What search engines ask for: the list of all addresses in parts, and what not to visit.</summary>
internal static class SiteMapEndpoints
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int PartSize = 10_000;

    public static void Map(WebApplication web)
    {
        web.MapGet("/robots.txt", (HttpContext context) => TypedResults.Text($"User-agent: *\nDisallow: /check\nDisallow: /search\nDisallow: /api/search\nSitemap: {Site(context)}/sitemap.xml\n", "text/plain; charset=utf-8")).PublishedByHost();
        web.MapGet("/sitemap.xml", Index).PublishedByHost();
        web.MapGet("/sitemap/{after:long}.xml", Part).PublishedByHost();
    }

    private static async Task<IResult> Index(HttpContext context, OpenDataReader reader, CancellationToken cancel)
    {
        IReadOnlyList<long> parts = await reader.Parts(PartSize, cancel);
        return Xml("sitemapindex", xml =>
        {
            foreach (long part in parts) Address(xml, "sitemap", $"{Site(context)}/sitemap/{part.ToString(CultureInfo.InvariantCulture)}.xml", null);
        });
    }

    private static async Task<IResult> Part(long after, HttpContext context, OpenDataReader reader, CancellationToken cancel)
    {
        IReadOnlyList<PublishedEntry> disclosures = await reader.After(after, PartSize, cancel);
        string site = Site(context);
        return Xml("urlset", xml =>
        {
            foreach (string page in after == 0 ? (string[])["/", "/departments", "/items", "/compare", "/data"] : []) Address(xml, "url", site + page, null);
            foreach (int department in disclosures.Select(d => d.DepartmentId).Distinct()) Address(xml, "url", site + PublishedPaths.OfDepartment(department), null);
            foreach (PublishedEntry d in disclosures) Address(xml, "url", site + PublishedPaths.OfDisclosure(d.DepartmentId, d.Year, d.Kind), d.Published);
        });
    }

    private static FileContentHttpResult Xml(string root, Action<XmlWriter> write)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Schema);
            write(xml);
            xml.WriteEndElement();
        }

        return TypedResults.Bytes(body.ToArray(), "application/xml; charset=utf-8");
    }

    private static void Address(XmlWriter xml, string element, string address, DateTime? modified)
    {
        xml.WriteStartElement(element, Schema);
        xml.WriteElementString("loc", Schema, address);
        if (modified is { } time) xml.WriteElementString("lastmod", Schema, time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static string Site(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
