using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Web;

/// <summary>
/// Writes a disclosure as one web page that needs nothing else: contents with links, tables whose cells have their address as id
/// (<c>c-03-2013101-2</c>), charts as pictures with a description; for screens of any width, for the dark and for paper. The page has no
/// script and may load nothing (Content-Security-Policy).
/// </summary>
public static class WebPage
{

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(Disclosure disclosure, Stream stream)
    {
        using var writer = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };
        HtmlWriter html = new(writer);
        ImmutableArray<Block> blocks = DocumentBlocks.Of(disclosure);
        Head(html, disclosure);
        html.Raw("<body>\n<a class=\"skip\" href=\"#content\">跳到正文</a>\n<div class=\"sheet\">\n");
        bool main = false;
        if (blocks is not [CoverBlock, ..]) Cover(html, new CoverBlock([Titles.Of(disclosure)]));
        foreach (Block block in blocks)
        {
            if (!main && block is not (CoverBlock or ContentsBlock))
            {
                html.Raw("<main id=\"content\" tabindex=\"-1\">\n");
                main = true;
            }

            Write(html, block);
        }

        if (main) html.Raw("</main>\n");
        html.Raw("<footer>本页面由明账（mingzhang）生成；表内单元格可用地址链接，如 #c-01-27-1。</footer>\n</div>\n</body>\n</html>\n");
    }

    private static void Head(HtmlWriter html, Disclosure disclosure)
    {
        html.Raw("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Start("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(PageStyle.Text)))}'; base-uri 'none'; form-action 'none'"));
        html.Raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Start("meta", ("name", "author"), ("content", disclosure.Unit));
        html.Start("meta", ("name", "description"), ("content", $"{Titles.Of(disclosure)}公开：决算表、决算情况说明和绩效自评表。"));
        html.Line();
        html.Element("title", Titles.Of(disclosure));
        html.Raw("\n<style>");
        html.Raw(PageStyle.Text);
        html.Raw("</style>\n</head>\n");
    }

    private static void Write(HtmlWriter html, Block block)
    {
        switch (block)
        {
            case CoverBlock cover:
                Cover(html, cover);
                break;
            case ContentsBlock contents:
                Contents(html, contents);
                break;
            case HeadingBlock heading:
                html.Element("h" + (heading.Level + 1).ToString(CultureInfo.InvariantCulture), heading.Text, ("id", heading.Anchor));
                break;
            case ParagraphBlock paragraph:
                html.Element("p", paragraph.Text, ("class", paragraph.IsNote ? "note" : null));
                break;
            case StatementBlock statement:
                Form(html, statement);
                break;
            case TableBlock table:
                html.Start("div", ("class", "wide flow"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.Caption));
                html.Start("table", ("class", table.Grid.HeadRows == 0 ? "evaluation" : "list"), ("aria-label", table.Caption));
                html.Line();
                Columns(html, table.Grid);
                WebTable.Write(html, table.Grid);
                html.Raw("</table></div>");
                break;
            case ChartBlock chart:
                WebChart.Write(html, chart);
                break;
            default:
                throw new InvalidOperationException($"no way to write {block.GetType().Name}");
        }

        html.Line();
    }

    /// <summary>The department, the title, the date; the line that names the accounts is the page's heading.</summary>
    private static void Cover(HtmlWriter html, CoverBlock cover)
    {
        int title = cover.Lines.Length == 1 ? 0 : Math.Max(0, cover.Lines.ToList().FindIndex(l => l.Contains("决算", StringComparison.Ordinal) || l.Contains("预算", StringComparison.Ordinal)));
        html.Raw("<header class=\"cover\">\n");
        for (int i = 0; i < cover.Lines.Length; i++)
        {
            if (i == title) html.Element("h1", cover.Lines[i]);
            else html.Element("p", cover.Lines[i], ("class", i < title ? "department" : null));
            html.Line();
        }

        html.Raw("</header>");
    }

    private static void Contents(HtmlWriter html, ContentsBlock contents)
    {
        html.Raw("<div class=\"contents\" role=\"navigation\" aria-labelledby=\"contents\">\n");
        html.Element("h2", contents.Title, ("id", "contents"));
        html.Raw("\n<ul>\n");
        foreach (ContentsLine line in contents.Lines)
        {
            html.Start("li", ("class", line.Level == 1 ? "part" : "item"));
            if (line.Target is { } target) html.Element("a", line.Text, ("href", "#" + target));
            else html.Text(line.Text);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n</div>");
    }

    private static void Form(HtmlWriter html, StatementBlock block)
    {
        string across = block.IsWide ? " across" : "";
        html.Start("div", ("class", "leaf" + across));
        html.Start("div", ("class", "wide" + across), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", block.Anchor));
        html.Start("table", ("class", "form" + across));
        html.Raw("\n<caption>");
        html.Element("h3", block.Title, ("id", block.Anchor));
        html.Element("p", block.Number, ("class", "number"));
        html.Start("p");
        html.Element("span", block.Department);
        html.Text(" ");
        html.Element("span", block.Unit);
        html.Raw("</p></caption>\n");
        Columns(html, block.Grid);
        WebTable.Write(html, block.Grid);
        html.Raw("</table></div>\n");
        if (!block.Statement.Notes.IsEmpty)
        {
            html.Start("div", ("class", "notes"));
            foreach (Note note in block.Statement.Notes) html.Element("p", note.Text);
            html.End("div");
        }

        html.End("div");
    }

    /// <summary>Widths; as classes are constants and styles are not allowed, the old attribute serves.</summary>
    private static void Columns(HtmlWriter html, Grid grid)
    {
        int whole = Math.Max(1, grid.Widths.Sum());
        html.Raw("<colgroup>");
        foreach (int width in grid.Widths) html.Start("col", ("width", (100 * width / whole).ToString(CultureInfo.InvariantCulture) + "%"));
        html.Raw("</colgroup>\n");
    }
}
