using System.Text.RegularExpressions;
using Mingzhang.Product.Tests.BadInput;

namespace Mingzhang.Product.Tests.Publishing;

public sealed partial class PageReportTests
{
    [CorpusFact]
    public void The_report_of_a_PDF_shows_every_page_and_a_rectangle_for_every_finding_with_a_place()
    {
        if (Programs.Missing("pdftoppm") is not null) return;
        string pdf = Directory.GetFiles(Corpus.At("corpus", "pdf"), "*.pdf").Order(StringComparer.Ordinal).First();
        string html = Command.Run("check", pdf, "--format", "html").Output;
        string json = Command.Run("check", pdf, "--format", "json").Output;
        int pages = int.Parse(PageCount().Match(json).Groups[1].Value);
        Assert.Equal(pages, Pictures().Count(html));
        int findings = Cards().Count(html), boxes = FirstBoxes().Count(html), unplaced = UnplacedCards().Count(html);
        Assert.True(findings > 0);
        Assert.Equal(findings, boxes + unplaced);
        Assert.True(boxes >= findings * 3 / 4, $"{boxes} of {findings}");
    }

    [GeneratedRegex("\"pages\": (\\d+)")]
    private static partial Regex PageCount();

    [GeneratedRegex("<img src=\"data:image/png;base64,")]
    private static partial Regex Pictures();

    [GeneratedRegex("<li class=\"finding ")]
    private static partial Regex Cards();

    [GeneratedRegex("<a class=\"box [a-z]+\" [^>]* id=\"b\\d+\">")]
    private static partial Regex FirstBoxes();

    // Their sentence leads to the text, or nowhere.
    [GeneratedRegex("<p class=\"message\"><a(?: href=\"#m\\d+\")?>")]
    private static partial Regex UnplacedCards();
}
