using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>
/// Tells what a page is about from what every page of its site has: menus, paths, footers, lists of links. Judged by link density, by names that sites give such
/// parts, and by the words of footers; never where much of the page's text or a table of figures is in it.
/// </summary>
internal sealed class WebChrome
{
    private const double LargestShare = 0.2, LinkDensity = 0.5;
    private const int FewestLinks = 3, LongestFooter = 300, FewestFigures = 6;

    private static readonly FrozenSet<string> Parts = FrozenSet.Create("div", "section", "ul", "ol", "dl", "header", "footer", "aside", "table", "td", "p", "form", "center");

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "nav", "navbar", "navi", "navigation", "menu", "submenu", "footer", "foot", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "bread", "sidebar", "share", "bdsharebuttonbox", "copyright",
        "search", "searchbox", "login", "toolbar", "tools", "qrcode", "ewm", "erweima", "gotop", "friendlink", "friendlinks", "related", "pagination", "dqwz", "weizhi");

    private static readonly string[] PathWords = ["当前位置", "您的位置", "您现在的位置", "所在位置", "您当前的位置"];
    private static readonly string[] FooterWords = ["ICP备", "公网安备", "网安备", "版权所有", "网站标识码", "网站地图"];

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.,%-");

    private readonly Dictionary<IElement, Measure> _measures = [];
    private readonly Measure _whole;

    /// <summary>Measures a page.</summary>
    internal WebChrome(IElement body) => _whole = MeasureOf(body, inLink: false);

    /// <summary>How many parts of the page were left out.</summary>
    internal int LeftOut { get; private set; }

    /// <summary>Whether an element is chrome, to be left out.</summary>
    internal bool Is(IElement element)
    {
        if (!Parts.Contains(element.LocalName) || !_measures.TryGetValue(element, out Measure measure) || measure.Text == 0) return false;
        if (measure.Text > LargestShare * _whole.Text || measure.Figures >= FewestFigures) return false;
        bool chrome = element.LocalName is "header" or "footer" or "aside" || IsNamed(element) || IsLinks(measure) || IsWorded(element, measure);
        if (chrome) LeftOut++;
        return chrome;
    }

    private static bool IsLinks(Measure measure) => measure.Links >= FewestLinks && measure.LinkText > LinkDensity * measure.Text;

    private static bool IsNamed(IElement element)
    {
        foreach (string? name in (ReadOnlySpan<string?>)[element.GetAttribute("class"), element.GetAttribute("id")])
        {
            if (name is null) continue;
            var words = Names.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (Range word in name.AsSpan().SplitAny(" -_0123456789"))
            {
                if (words.Contains(name.AsSpan(word))) return true;
            }
        }

        return false;
    }

    private static bool IsWorded(IElement element, Measure measure)
    {
        if (measure.Text > LongestFooter) return false;
        string text = element.TextContent.Trim();
        return (measure.Links > 0 && Array.Exists(PathWords, word => text.StartsWith(word, StringComparison.Ordinal)))
            || Array.Exists(FooterWords, word => text.Contains(word, StringComparison.Ordinal));
    }

    private Measure MeasureOf(IElement element, bool inLink)
    {
        var measure = default(Measure);
        foreach (INode node in element.ChildNodes)
        {
            if (node is IText text)
            {
                int length = text.Data.Count(c => !char.IsWhiteSpace(c));
                measure.Text += length;
                if (inLink) measure.LinkText += length;
            }
            else if (node is IElement child && WebElements.IsShown(child))
            {
                bool link = child.LocalName == "a" && WebLinks.LeadsAway(child);
                Measure inner = MeasureOf(child, inLink || link);
                if (child.LocalName == "td" && IsFigure(child)) inner.Figures++;
                measure.Add(inner);
                if (link) measure.Links++;
            }
        }

        // Cells are many; only those with links can be chrome.
        if (Parts.Contains(element.LocalName) && (measure.Links > 0 || element.LocalName != "td")) _measures[element] = measure;
        return measure;
    }

    private static bool IsFigure(IElement cell) =>
        cell.TextContent.AsSpan().Trim() is { Length: > 1 and < 30 } text && text.Contains('.') && text.IndexOfAnyExcept(FigureCharacters) < 0;

    private struct Measure
    {
        internal int Text, LinkText, Links, Figures;

        internal void Add(Measure other)
        {
            Text += other.Text;
            LinkText += other.LinkText;
            Links += other.Links;
            Figures += other.Figures;
        }
    }
}
