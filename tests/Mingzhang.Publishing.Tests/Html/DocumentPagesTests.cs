using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Html;

public sealed class DocumentPagesTests
{
    // Two pages: the table on the first, the text on the second, where a quote goes over two lines of print.
    private static readonly SourceText Paged = Sample.Source with
    {
        PageStarts = [1, 6],
        PageSizes = [new PageSize(842, 595), new PageSize(595, 842)],
        Marks =
        [
            Mark(4, "1,023.69", 1, new PageBox(300, 100, 340, 110)),
            Mark(5, "#REF!", 1, new PageBox(300, 120, 330, 130)),
            Mark(5, "8.92", 1, new PageBox(400, 120, 420, 130)),
            Mark(7, "死亡抚恤支出决算为", 2, new PageBox(100, 200, 500, 216)),
            Mark(7, "1023.39", 2, new PageBox(90, 228, 140, 244)),
        ],
    };

    private static readonly Examined Document = Of(Sample.Result.Findings);
    private static readonly Page Page = Write(Document);

    [Fact]
    public void Every_page_has_its_picture_inside_the_file()
    {
        Tag[] pictures = [.. Page.Elements("img")];
        Assert.Equal(["data:image/png;base64,AQID", "data:image/png;base64,BA=="], pictures.Select(p => p.Attributes["src"]));
        Assert.All(pictures, p => Assert.Equal("lazy", p.Attributes["loading"]));
        Assert.Equal(["第 1 页的图像", "第 2 页的图像"], pictures.Select(p => p.Attributes["alt"]));
        string policy = Page.Elements("meta").Single(m => m.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];
        Assert.Contains("img-src data:;", policy, StringComparison.Ordinal);
        Assert.Null(Page.Imbalance());
    }

    [Fact]
    public void Rectangles_stand_where_the_words_stand_on_a_page_of_its_size()
    {
        Assert.Equal(["0 0 842 595", "0 0 595 842"], Page.Elements("svg").Where(s => s.Attributes.ContainsKey("preserveAspectRatio")).Select(s => s.Attributes["viewBox"]));
        Tag cell = Rectangles(Page).Single(r => r.Attributes["x"] == "298.5" && r.Attributes["y"] == "118.5");
        Assert.Equal(("33", "13"), (cell.Attributes["width"], cell.Attributes["height"]));
    }

    [Fact]
    public void A_finding_and_its_rectangle_are_linked_both_ways_and_named_for_people_who_do_not_see_them()
    {
        string[] ids = [.. Page.Values("id")];
        Tag[] boxes = [.. Boxes(Page)];
        Assert.Equal(3, boxes.Length);
        foreach (Tag box in boxes)
        {
            Assert.Contains(box.Attributes["href"][1..], ids);
            Assert.Contains(Page.Elements("a"), a => a.Attributes.GetValueOrDefault("href") == "#" + box.Attributes["id"]);
            Assert.StartsWith("问题 " + box.Attributes["data-f"] + "，", box.Attributes["aria-label"], StringComparison.Ordinal);
        }

        Assert.Equal(["error", "rounding", "error"], boxes.Select(b => b.Attributes["class"].Split(' ')[1]));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Several_findings_at_one_place_are_drawn_around_each_other_with_their_numbers_side_by_side()
    {
        Finding first = Sample.Result.Findings[1], second = first with { Id = "x", Severity = Severity.Warning };
        Page page = Write(Of([first, second]));
        Tag[] around = [.. Rectangles(page).Where(r => r.Attributes.GetValueOrDefault("class") is null && r.Attributes["rx"] == "1.5" && r.Attributes["x"].StartsWith("29", StringComparison.Ordinal))];
        Assert.Equal(["296.3", "298.5"], around.Select(r => r.Attributes["x"]));
        float[] tabs = [.. Rectangles(page).Where(r => r.Attributes.GetValueOrDefault("class") == "tab").Select(r => float.Parse(r.Attributes["x"], CultureInfo.InvariantCulture))];
        Assert.Equal(2, tabs.Distinct().Count());
        Assert.All(tabs, x => Assert.True(x < 296.3f));
    }

    [Fact]
    public void A_quote_over_two_lines_of_print_has_a_rectangle_on_each_and_one_number()
    {
        TextSpan start = Sample.Find(7, "死亡抚恤支出决算为"), end = Sample.Find(7, "1023.39");
        Page page = Write(Of([Sample.Result.Findings[0] with { Where = new Place(start.To(end)), Evidence = [] }]));
        Assert.Equal(2, Boxes(page).Count());
        Assert.Single(Rectangles(page), r => r.Attributes.GetValueOrDefault("class") == "tab");
    }

    [Fact]
    public void Places_of_evidence_are_marked_as_such_and_carry_no_link()
    {
        Tag evidence = Assert.Single(Rectangles(Page), r => r.Attributes.GetValueOrDefault("class") == "evidence");
        Assert.Equal("298.5", evidence.Attributes["x"]);
        Assert.NotEmpty(evidence.Attributes["data-f"]);
    }

    [Fact]
    public void The_text_stays_behind_a_switch_that_needs_no_script()
    {
        Assert.Equal(["view-pages", "view-text"], Page.Elements("input").Where(i => i.Attributes.GetValueOrDefault("type") == "radio").Select(i => i.Attributes["id"]));
        Assert.Contains(Page.Elements("section"), s => s.Attributes.GetValueOrDefault("class") == "document");
        Assert.Contains("共 2 页", Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_pictures_the_report_is_that_of_the_text()
    {
        Page page = Write(Document with { Pictures = ImmutableDictionary<int, PagePicture>.Empty });
        Assert.Empty(page.Elements("img"));
        Assert.Empty(page.Elements("svg"));
        Assert.DoesNotContain(page.Elements("input"), i => i.Attributes.GetValueOrDefault("type") == "radio");
    }

    [Fact]
    public void Of_a_long_document_only_the_pages_with_findings_are_shown()
    {
        Assert.Equal([1, 2], HtmlReport.PagesToShow(Document.Report!));
        SourceText longer = Paged with { PageStarts = [1, 6, .. Enumerable.Repeat(11, 100)] };
        Assert.Equal([1, 2], HtmlReport.PagesToShow(new CheckReport("a", Sample.Result with { Disclosure = Sample.Disclosure with { Source = longer } }, Sample.Rules)));
        Assert.Empty(HtmlReport.PagesToShow(Sample.Report));
    }

    private static Examined Of(ImmutableArray<Finding> findings) =>
        Examined.Checked(new CheckReport("文件.pdf", Sample.Result with { Disclosure = Sample.Disclosure with { Source = Paged }, Findings = findings }, Sample.Rules)) with
        {
            Pictures = ImmutableDictionary<int, PagePicture>.Empty.Add(1, new PagePicture([1, 2, 3], 1400, 990)).Add(2, new PagePicture([4], 990, 1400)),
        };

    private static Page Write(Examined document) => new(Written.Text(stream => HtmlReport.Write([document], stream)));

    private static IEnumerable<Tag> Boxes(Page page) => page.Elements("a").Where(a => a.Attributes.GetValueOrDefault("class")?.StartsWith("box ", StringComparison.Ordinal) == true);

    private static IEnumerable<Tag> Rectangles(Page page) => page.Elements("rect").Where(r => r.Attributes["x"] != "2");

    private static PageMark Mark(int line, string text, int page, PageBox box)
    {
        TextSpan span = Sample.Find(line, text);
        return new PageMark(line, span.Column, span.EndColumn, page, box);
    }
}
