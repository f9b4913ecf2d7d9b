using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
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
            ShouldEmitAttribute = static (ref _, name) => name.Span is "colspan" or "rowspan" or "hidden" or "style" or "aria-hidden" or "start" or "type" or "value" or "reversed" or "open",
        });
        using IHtmlDocument document = parser.ParseDocument(html);
        var manuscript = new Manuscript(options);
        var blocks = new WebBlocks(text => manuscript.Paragraph(text), row => manuscript.Row(row));
        if (document.Body is { } body) blocks.Read(body);
        return manuscript.ToSource(path);
    }
}
