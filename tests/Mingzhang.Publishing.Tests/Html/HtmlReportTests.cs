using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Html;

public sealed class HtmlReportTests
{
    private static readonly string Html = Written.Text(stream => HtmlReport.Write(Sample.Checked, stream));
    private static readonly Page Page = new(Html);

    [Fact]
    public void Text_of_the_document_never_becomes_markup()
    {
        Assert.Null(Page.Imbalance());
        Assert.Single(Page.Elements("script"));
        Assert.DoesNotContain(Page.Elements("b"), b => b.Attributes.Count > 0);
        Assert.DoesNotContain(Page.Tags, t => t.Attributes.Keys.Any(k => k.StartsWith("on", StringComparison.Ordinal)));
        Assert.Contains("</script><script>alert(1)</script>\"' onload=x <b>&amp;", Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_messages_names_and_paths_are_escaped()
    {
        Finding finding = Sample.Result.Findings[0] with { Rule = "\"><x>", Stated = Sample.Hostile, Evidence = [new(new Place(TextSpan.None), Sample.Hostile, Sample.Hostile)] };
        CheckReport report = new(Sample.Hostile, Sample.Result with
        {
            Disclosure = Sample.Disclosure with { Unit = Sample.Hostile, Source = Sample.Source with { Name = Sample.Hostile } },
            Findings = [finding],
            Outcomes = [new("\"><x>", Outcome.NotRun, new Text(Sample.Hostile, Sample.Hostile), 1)],
        }, Sample.Rules);
        Page page = new(Written.Text(stream => HtmlReport.Write([Examined.Checked(report), Examined.Unusable(Sample.Hostile, new Text(Sample.Hostile, ""))], stream)));
        Assert.Null(page.Imbalance());
        Assert.Single(page.Elements("script"));
        Assert.Empty(page.Elements("x"));
    }

    [Fact]
    public void Characters_that_turn_the_writing_direction_are_replaced() => Assert.DoesNotContain('\u202e', Html);

    [Fact]
    public void The_policy_allows_only_the_page_s_own_style_and_script()
    {
        string policy = Page.Elements("meta").Single(m => m.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        foreach (string part in new[] { "style", "script" })
        {
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Page.Raw[part])));
            Assert.Contains($"{part}-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        Assert.Empty(Page.Values("src"));
        Assert.Empty(Page.Values("style"));
        Assert.All(Page.Values("href"), href => Assert.StartsWith("#", href, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", Page.Raw["style"], StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Page.Raw["style"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_has_its_target_and_every_id_is_unique()
    {
        string[] ids = [.. Page.Values("id")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Page.Values("href"), href => Assert.Contains(href[1..], ids));
        Assert.All(Page.Elements("label").Select(l => l.Attributes["for"]), target => Assert.Contains(target, ids));
    }

    [Fact]
    public void List_and_text_are_linked_both_ways()
    {
        string pin = Page.Elements("a").Single(a => a.Attributes.GetValueOrDefault("id") == "m4").Attributes["href"];
        Assert.Equal("#f4", pin);
        Assert.Contains(Page.Elements("a"), a => a.Attributes.GetValueOrDefault("href") == "#m4");
        Assert.Contains(Page.Elements("li"), li => li.Attributes.GetValueOrDefault("id") == "f4");
    }

    [Fact]
    public void The_whole_text_of_the_document_is_shown()
    {
        foreach (string line in Sample.Source.Lines.Where(l => !l.Contains('\t') && !l.Contains(Sample.Hostile)))
        {
            // The number of a finding stands inside the line that it marks.
            Assert.Contains(line, Page.Text.Replace("41023", "1023", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_with_tabs_become_a_table_with_every_cell()
    {
        Assert.Single(Page.Elements("table"));
        Assert.Equal(3, Page.Elements("tr").Count());
        Assert.Equal(15, Page.Elements("td").Count());
    }

    [Fact]
    public void Findings_are_marked_in_the_text_with_their_severity_and_evidence_with_its_own_mark()
    {
        Assert.Equal(2, Page.Elements("mark").Count(m => m.Attributes["class"] == "error"));
        Assert.Equal(1, Page.Elements("mark").Count(m => m.Attributes["class"] == "rounding"));
        Tag evidence = Assert.Single(Page.Elements("mark"), m => m.Attributes["class"] == "evidence");
        Assert.Equal("4", evidence.Attributes["data-f"]);
    }

    [Fact]
    public void Severities_are_filtered_by_boxes_that_need_no_script()
    {
        Assert.Equal(4, Page.Elements("input").Count(i => i.Attributes["type"] == "checkbox" && i.Attributes.ContainsKey("checked")));
        foreach (string severity in new[] { "error", "warning", "rounding", "info" })
            Assert.Contains($"#show-{severity}:not(:checked) ~ main .finding.{severity}", Page.Raw["style"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_run_and_not_read_is_listed()
    {
        Assert.Contains("没有读到公开07表", Page.Text, StringComparison.Ordinal);
        Assert.Contains("看不懂的一行 12 34", Page.Text, StringComparison.Ordinal);
        Assert.Contains("本表没有这一行", Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_comes_in_English_on_demand()
    {
        Page english = new(Written.Text(stream => HtmlReport.Write(Sample.Checked, stream, "en")));
        Assert.Equal("en", english.Elements("html").Single().Attributes["lang"]);
        Assert.Contains("the text says 1023.39", english.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_gives_the_same_page() =>
        Assert.Equal(Html, Written.Text(stream => HtmlReport.Write(Sample.Checked, stream)));

    [Theory]
    [InlineData(99, 0, 99, 5)]
    [InlineData(9, 50, 9, 60)]
    [InlineData(3, 4, 3, 5)]
    public void A_finding_without_characters_on_the_page_has_no_broken_link(int line, int column, int endLine, int endColumn)
    {
        Finding finding = Sample.Result.Findings[0] with { Where = new Place(new TextSpan(line, column, endLine, endColumn)), Evidence = [] };
        CheckReport report = new("a.txt", Sample.Result with { Findings = [finding] }, Sample.Rules);
        Page page = new(Written.Text(stream => HtmlReport.Write([Examined.Checked(report)], stream)));
        string[] ids = [.. page.Values("id")];
        Assert.All(page.Values("href"), href => Assert.Contains(href[1..], ids));
    }

    [Fact]
    public void Several_documents_have_ids_of_their_own()
    {
        Page page = new(Written.Text(stream => HtmlReport.Write([Sample.Checked[0], Sample.Checked[0]], stream)));
        string[] ids = [.. page.Values("id")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(2, page.Elements("article").Count());
    }
}
