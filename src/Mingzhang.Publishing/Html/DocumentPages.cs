using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>Writes the pictures of a document's pages with the findings' rectangles over them, each linked with the list.</summary>
internal sealed class DocumentPages(HtmlWriter html, Examined document, IReadOnlyList<Finding> findings, PageBoxes boxes, string prefix, string language)
{
    // In points: the gap between the print and its rectangle, between rectangles of one place, and the size of a number.
    private const float Gap = 1.5f, Step = 2.2f, TabHeight = 12, TabDigit = 5.6f, TabGap = 1.5f;

    private bool English => language == "en";

    private SourceText Source => document.Disclosure!.Source;

    public void Write()
    {
        html.Start("section", ("class", "pages"), ("aria-label", English ? "pictures of the pages" : "页面图像"));
        foreach ((int page, PagePicture picture) in document.Pictures.OrderBy(p => p.Key)) WritePage(page, picture);
        html.End("section");
    }

    private void WritePage(int page, PagePicture picture)
    {
        IReadOnlyList<FindingBox> here = boxes.On(page);
        html.Start("figure", ("class", "sheet" + (picture.Width > picture.Height ? " wide" : "") + (here.Count == 0 ? " clean" : "")), ("id", $"{prefix}p{page}"));
        WriteCaption(page, here);
        html.Start("div", ("class", "paper"));
        html.Start(
            "img",
            ("src", "data:image/png;base64," + Convert.ToBase64String(picture.Png.AsSpan())),
            ("width", Number(picture.Width)),
            ("height", Number(picture.Height)),
            ("alt", English ? $"picture of page {page}" : $"第 {page} 页的图像"),
            ("loading", "lazy"),
            ("decoding", "async"));
        if (here.Count > 0) WriteBoxes(here, SizeOf(page, picture));
        html.End("div");
        html.End("figure");
        html.Line();
    }

    private void WriteCaption(int page, IReadOnlyList<FindingBox> here)
    {
        html.Start("figcaption");
        string file = Source.Files.LastOrDefault(f => f.FirstPage > 0 && f.FirstPage <= page)?.Name is { } name ? $" · {name}" : "";
        html.Element("span", (English ? $"page {page}" : $"第 {page} 页") + file);
        foreach (FindingBox box in here.Where(b => b.IsFirst))
        {
            html.Text(" ");
            html.Element("a", Number(box.Finding), ("class", "pin " + DocumentText.ClassOf(box.Severity)), ("href", $"#{prefix}f{box.Finding}"), ("aria-label", NameOf(box)));
        }

        html.End("figcaption");
    }

    private void WriteBoxes(IReadOnlyList<FindingBox> here, PageSize size)
    {
        html.Start("svg", ("viewBox", $"0 0 {Number(size.Width)} {Number(size.Height)}"), ("preserveAspectRatio", "none"));
        foreach (FindingBox box in here.Where(b => b.IsEvidence)) WriteRectangle(box, "evidence");

        // The outer rectangles first, so that each can be hit.
        foreach (FindingBox box in here.Where(b => !b.IsEvidence).OrderByDescending(b => b.Depth))
        {
            html.Start("a", ("class", "box " + DocumentText.ClassOf(box.Severity)), ("href", $"#{prefix}f{box.Finding}"), ("data-f", Number(box.Finding)), ("aria-label", NameOf(box)), ("id", box.IsFirst ? $"{prefix}b{box.Finding}" : null));
            html.Element("title", NameOf(box));
            WriteRectangle(box, null);
            if (box.IsFirst) WriteNumber(box);
            html.End("a");
        }

        html.End("svg");
    }

    private void WriteRectangle(FindingBox box, string? kind)
    {
        float around = Gap + (box.Depth * Step);
        html.Start(
            "rect",
            ("class", kind),
            ("data-f", kind is null ? null : Number(box.Finding)),
            ("x", Number(box.Box.Left - around)),
            ("y", Number(box.Box.Top - around)),
            ("width", Number(Math.Max(2, box.Box.Right - box.Box.Left) + (2 * around))),
            ("height", Number(Math.Max(2, box.Box.Bottom - box.Box.Top) + (2 * around))),
            ("rx", "1.5"));
        html.End("rect");
    }

    /// <summary>The number: before a cell of a table, where the cell has room; above a sentence's words, between the lines. Numbers of one place stand side by side.</summary>
    private void WriteNumber(FindingBox box)
    {
        string number = Number(box.Finding);
        float width = 5 + (TabDigit * number.Length), along = box.Depth * (width + TabGap);
        float left = box.InRow ? box.Box.Left - Gap - TabGap - width - along : box.Box.Left - Gap + along;
        float top = box.InRow ? ((box.Box.Top + box.Box.Bottom) / 2) - (TabHeight / 2) : box.Box.Top - TabHeight;
        (left, top) = (Math.Max(0, left), Math.Max(0, top));
        html.Start("rect", ("class", "tab"), ("x", Number(left)), ("y", Number(top)), ("width", Number(width)), ("height", Number(TabHeight)), ("rx", Number(TabHeight / 2)));
        html.End("rect");
        html.Start("text", ("x", Number(left + (width / 2))), ("y", Number(top + (TabHeight / 2) + 3.2f)));
        html.Text(number);
        html.End("text");
    }

    private PageSize SizeOf(int page, PagePicture picture) =>
        page <= Source.PageSizes.Length && Source.PageSizes[page - 1] is { Width: > 0, Height: > 0 } size ? size : new PageSize(picture.Width, picture.Height);

    private string NameOf(FindingBox box)
    {
        string severity = Words.Of(box.Severity).In(language), message = document.Report!.Message(findings[box.Finding - 1], language);
        return English ? $"finding {box.Finding}, {severity}: {message}" : $"问题 {box.Finding}，{severity}：{message}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(float number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
