using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>What the elements of a page are.</summary>
internal static class WebElements
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "main", "menu", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        "script", "style", "noscript", "template", "svg", "math", "nav", "head", "title", "button", "select", "datalist", "textarea", "iframe", "object", "embed", "audio", "video", "canvas", "map", "rt", "rp");

    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十0123456789");

    /// <summary>Whether an element begins and ends lines.</summary>
    internal static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether an element is text of the page: no script, picture, navigation or control, and not hidden.</summary>
    internal static bool IsShown(IElement element)
    {
        if (Unread.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return false;
        string style = Style(element);
        return !style.Contains("display:none", StringComparison.Ordinal) && !style.Contains("visibility:hidden", StringComparison.Ordinal);
    }

    /// <summary>The style of an element without blanks, in lower case; empty if it has none.</summary>
    internal static string Style(IElement element) =>
        element.GetAttribute("style") is { } style ? style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : "";

    /// <summary>The rows of a table that are shown, those of tables inside it left out.</summary>
    internal static IEnumerable<IElement> Rows(IElement table)
    {
        foreach (IElement child in table.Children.Where(IsShown))
        {
            if (child.LocalName == "tr") yield return child;
            if (child.LocalName is not ("thead" or "tbody" or "tfoot")) continue;
            foreach (IElement row in child.Children)
            {
                if (row.LocalName == "tr" && IsShown(row)) yield return row;
            }
        }
    }

    /// <summary>Whether a text brings its own number: 一、 （一） 1. 第一部分.</summary>
    internal static bool HasOrdinal(string text)
    {
        char first = text[0];
        if (first is '第' or '（' or '(' or (>= '①' and <= '⑳')) return true;
        int mark = text.AsSpan(0, Math.Min(text.Length, 5)).IndexOfAny("、.．");
        return mark > 0 && text.AsSpan(0, mark).IndexOfAnyExcept(Numerals) < 0;
    }
}
