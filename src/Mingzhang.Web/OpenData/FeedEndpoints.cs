using System.Text;
using System.Xml;
using Mingzhang.Store.OpenData;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Layout;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.OpenData;

/// <summary>Feeds of what was published last (Atom, RFC 4287), of all departments and of one.</summary>
internal static class FeedEndpoints
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Entries = 50;

    public static void Map(WebApplication web)
    {
        web.MapGet("/feed.atom", (HttpContext context, OpenDataReader reader, Reader visitor, CancellationToken cancel) => Feed(context, null, reader, visitor, cancel)).PublishedByHost();
        web.MapGet("/departments/{id:int}/feed.atom", async (int id, HttpContext context, OpenDataReader reader, PublicationReader publications, Reader visitor, CancellationToken cancel) =>
            await publications.Department(id, cancel) is { } department ? await Feed(context, department, reader, visitor, cancel) : TypedResults.NotFound()).PublishedByDepartment("id", byHost: true);
    }

    private static async Task<IResult> Feed(HttpContext context, PublishedDepartment? department, OpenDataReader reader, Reader visitor, CancellationToken cancel)
    {
        IReadOnlyList<PublishedEntry> newest = await reader.Disclosures(department?.Id, null, null, null, Entries, cancel);
        string site = $"{context.Request.Scheme}://{context.Request.Host}", self = visitor.Link(visitor.Path), page = visitor.Link(department is null ? "/" : PublishedPaths.OfDepartment(department.Id));
        // An empty feed has no time of its own; it must not change at every look.
        DateTime updated = newest.Count > 0 ? newest.Max(d => d.Published) : DateTime.UnixEpoch;
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, visitor.Tag);
            xml.WriteElementString("id", Atom, site + self);
            string what = visitor.Say("最新公开", "Newest publications");
            xml.WriteElementString("title", Atom, visitor.Say("明账", "Mingzhang") + " · " + (department is null ? what : Xml(department.Name) + " · " + what));
            xml.WriteElementString("updated", Atom, SiteTime.Exact(updated));
            Link(xml, "self", site + self, "application/atom+xml");
            Link(xml, "alternate", site + page, "text/html");
            foreach (PublishedEntry disclosure in newest) Entry(xml, disclosure, site, visitor);
            xml.WriteEndElement();
        }

        context.Response.GetTypedHeaders().LastModified = new DateTimeOffset(DateTime.SpecifyKind(updated, DateTimeKind.Utc));
        return TypedResults.Bytes(body.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static void Entry(XmlWriter xml, PublishedEntry disclosure, string site, Reader visitor)
    {
        string data = FormattableString.Invariant($"{site}/api/disclosures/{disclosure.Id}");
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, data);
        xml.WriteElementString("title", Atom, Xml(disclosure.Title));
        xml.WriteElementString("updated", Atom, SiteTime.Exact(disclosure.Published));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Xml(disclosure.Department));
        xml.WriteEndElement();
        Link(xml, "alternate", site + visitor.Link(PublishedPaths.OfDisclosure(disclosure.DepartmentId, disclosure.Year, disclosure.Kind)), "text/html");
        Link(xml, "enclosure", data, "application/json");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", disclosure.Kind);
        xml.WriteAttributeString("label", visitor.Say(PublishedPaths.NameOf(disclosure.Kind)));
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, Xml(visitor.Say($"{disclosure.Department} {disclosure.Year} 年{visitor.Say(PublishedPaths.NameOf(disclosure.Kind))}，第 {disclosure.Version} 版", $"{disclosure.Department}, {disclosure.Kind} {disclosure.Year}, version {disclosure.Version}")));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // Without the characters that no XML may hold.
    private static string Xml(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune);
        }

        return kept.ToString();
    }
}
