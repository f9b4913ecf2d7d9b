using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>Reads web pages: headings, paragraphs, list items and rows of tables as lines. Nothing is fetched and no script is run.</summary>
internal static class WebPageReader
{
    private const int DeepestElement = 400;

    /// <summary>The text of a page. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, string html, ReadingOptions options)
    {
        WebNesting.Check(html, DeepestElement);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            MaximumDepth = DeepestElement * 4,
            DisableElementPositionTracking = true,
            // Elements that differ in nothing are not repeated without end where a page leaves them open.
            ShouldEmitAttribute = static (ref _, name) => name.Span is "colspan" or "rowspan" or "hidden" or "style" or "aria-hidden" or "start" or "type" or "value" or "reversed" or "open" or "href" or "class" or "id",
        });
        using IHtmlDocument document = parser.ParseDocument(html);
        var manuscript = new Manuscript(options);
        if (document.Body is not { } body) return manuscript.ToSource(path);
        var chrome = new WebChrome(body);
        new WebBlocks(line => manuscript.Paragraph(line), row => manuscript.Row(row), chrome).Read(body);
        SourceText text = manuscript.ToSource(path);
        Text[] left = chrome.LeftOut > 0 ? [new Text($"网页的导航、位置、页脚等 {chrome.LeftOut} 处没有读取。", $"{chrome.LeftOut} parts of the page such as menus and footers were left out.")] : [];
        return text with { Remarks = [.. WebLinks.Remarks(body), .. left] };
    }
}
