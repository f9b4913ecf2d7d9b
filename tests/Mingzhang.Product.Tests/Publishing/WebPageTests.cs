using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Web;

namespace Mingzhang.Product.Tests.Publishing;

public sealed class WebPageTests
{
    private static readonly byte[] Page = BuiltDisclosure.Bytes(s => WebPage.Write(BuiltDisclosure.FromBook, s));

    [Fact]
    public void The_page_is_well_formed_HTML() => Assert.NotNull(Parse(Page));

    [Fact]
    public void The_same_disclosure_gives_the_same_bytes() => Assert.Equal(Page, BuiltDisclosure.Bytes(s => WebPage.Write(BuiltDisclosure.FromBook, s)));

    [Fact]
    public void Hostile_text_stays_text()
    {
        IDocument page = Parse(BuiltDisclosure.Bytes(s => WebPage.Write(BuiltDisclosure.WithHostileText, s)));
        Assert.Empty(page.QuerySelectorAll("script, [onload]"));
        Assert.Contains("alert(1)", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        IDocument page = Parse(Page);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, [style], [src]"));
        Assert.StartsWith("default-src 'none'", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_a_language_landmarks_one_title_and_a_link_to_the_text()
    {
        IDocument page = Parse(Page);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#content", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("[role=navigation] a"));
    }

    [Fact]
    public void Ids_are_unique_and_links_lead_somewhere()
    {
        IDocument page = Parse(Page);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.Equal(BuiltDisclosure.FromBook.Contents.Length, page.QuerySelectorAll("[role=navigation] a").Length);
    }

    [Fact]
    public void Every_figure_stands_at_its_address()
    {
        IDocument page = Parse(Page);
        foreach (Statement statement in BuiltDisclosure.FromBook.Statements)
        {
            foreach (StatementRow row in statement.Rows)
            {
                string key = row.Key switch { "合计" => "total", "人员经费合计" => "personnel", "公用经费合计" => "operating", _ => row.Key };
                Assert.All(row.Cells, c => Assert.Equal(c.Figure!.Value.ToString(), page.GetElementById($"c-{statement.Form}-{key}-{c.Column}")?.TextContent));
            }
        }
    }

    [Fact]
    public void Tables_have_captions_and_heads_with_scope()
    {
        IDocument page = Parse(Page);
        Assert.All(page.QuerySelectorAll("table.form"), t => Assert.NotNull(t.QuerySelector("caption h3")));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.True(t.QuerySelector("caption") is not null || t.HasAttribute("aria-label")));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.Contains(th.GetAttribute("scope"), new[] { "col", "colgroup", "row" }));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.NotEqual("", th.TextContent));
    }

    [Fact]
    public void Charts_say_in_words_what_they_show()
    {
        IDocument page = Parse(Page);
        IElement[] charts = [.. page.QuerySelectorAll("figure svg[role=img]")];
        Assert.Equal(4, charts.Length);
        Assert.All(charts, c => Assert.Equal(2, c.GetAttribute("aria-labelledby")!.Split(' ').Count(id => page.GetElementById(id)!.TextContent.Length > 0)));
    }

    private static IDocument Parse(byte[] page) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(page));
}
