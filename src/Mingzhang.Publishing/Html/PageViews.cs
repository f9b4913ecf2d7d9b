using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>Writes what changes between the pictures of the pages and the text, and what the rectangles mean. The style sheet obeys it, so that it needs no script.</summary>
internal static class PageViews
{
    public static void WriteSwitches(HtmlWriter html, string language)
    {
        html.Start("input", ("type", "radio"), ("name", "view"), ("class", "switch"), ("id", "view-pages"), ("checked", "checked"), ("aria-label", language == "en" ? "show the pages" : "显示页面图像"));
        html.Start("input", ("type", "radio"), ("name", "view"), ("class", "switch"), ("id", "view-text"), ("aria-label", language == "en" ? "show the text" : "显示提取的文字"));
        html.Line();
    }

    public static void WriteBar(HtmlWriter html, Examined document, string language)
    {
        html.Start("div", ("class", "bar"));
        html.Start("div", ("class", "choice"));
        html.Element("label", language == "en" ? "pages" : "页面", ("for", "view-pages"));
        html.Element("label", language == "en" ? "text" : "文字", ("for", "view-text"));
        html.End("div");
        html.Start("ul", ("class", "legend"));
        foreach (Severity severity in Enum.GetValues<Severity>())
        {
            html.Start("li", ("class", DocumentText.ClassOf(severity)));
            html.Start("svg", ("viewBox", "0 0 26 14"), ("aria-hidden", "true"));
            html.Start("g", ("class", "box " + DocumentText.ClassOf(severity)));
            html.Start("rect", ("x", "2"), ("y", "2"), ("width", "22"), ("height", "10"), ("rx", "1.5"));
            html.End("rect");
            html.End("g");
            html.End("svg");
            html.Element("span", Words.Of(severity).In(language));
            html.End("li");
        }

        html.End("ul");
        html.Element("p", Size(document, language));
        html.End("div");
    }

    private static string Size(Examined document, string language)
    {
        int shown = document.Pictures.Count, all = document.Disclosure?.Source.Pages ?? shown;
        string size = (document.Pictures.Values.Sum(p => (long)p.Png.Length) / 1048576m).ToString("0.0", CultureInfo.InvariantCulture);
        if (language == "en") return shown < all ? $"{shown} of {all} pages, those with findings ({size} MB)" : $"{all} pages ({size} MB)";
        return shown < all ? $"共 {all} 页，显示有问题的 {shown} 页（{size} MB）" : $"共 {all} 页（{size} MB）";
    }
}
