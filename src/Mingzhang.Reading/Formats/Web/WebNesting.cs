using System.Collections.Frozen;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>
/// Refuses pages that leave elements open without end: building their tree takes time that grows with the square of the depth. Goes over the
/// text once, before it is parsed.
/// </summary>
internal static class WebNesting
{
    private const int LongestName = 20, LongestTag = 4096;

    /// <summary>Elements that need no end, or that the next of their kind ends.</summary>
    private static readonly FrozenSet<string> Endless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption", "option", "optgroup", "rt", "rp", "html", "head", "body");

    private static readonly FrozenSet<string> Drawn = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "svg", "g", "path", "rect", "line", "use", "circle", "polyline", "polygon", "ellipse", "stop", "image");

    private static readonly FrozenSet<string> RawText = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "title", "textarea");

    /// <summary>Throws where more elements are open at once than <paramref name="deepest"/>.</summary>
    internal static void Check(string html, int deepest)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var endless = Endless.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = RawText.GetAlternateLookup<ReadOnlySpan<char>>();
        var drawn = Drawn.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0;
        for (int at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                int end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (end < 0) return;
                at = end;
                continue;
            }

            bool closes = html[at + 1] == '/';
            int start = at + (closes ? 2 : 1), stop = start;
            while (stop < html.Length && stop - start < LongestName && char.IsAsciiLetterOrDigit(html[stop])) stop++;
            ReadOnlySpan<char> name = html.AsSpan(start, stop - start);
            if (name.IsEmpty || endless.Contains(name)) continue;
            int count = names.TryGetValue(name, out int opened) ? opened : 0;
            if (closes)
            {
                if (count == 0) continue;
                names[name] = count - 1;
                depth--;
                continue;
            }

            if (raw.Contains(name))
            {
                int end = html.IndexOf($"</{name}", stop, StringComparison.OrdinalIgnoreCase);
                if (end < 0) return;
                at = end;
                continue;
            }

            // Only elements of drawings can end in themselves; elsewhere the slash means nothing.
            ReadOnlySpan<char> rest = html.AsSpan(stop, Math.Min(LongestTag, html.Length - stop));
            int close = rest.IndexOf('>');
            if (close > 0 && rest[close - 1] == '/' && drawn.Contains(name)) continue;
            if (count == 0 && open.Count > 10_000) throw Unclosed();
            names[name] = count + 1;
            if (++depth > deepest) throw Unclosed();
        }
    }

    private static UnreadableException Unclosed() => new(
        ReadProblemKind.Damaged,
        "网页中未关闭的标签过多，嵌套太深，无法读取。请用浏览器打开后另存，或另存为 PDF。",
        "the page leaves too many elements open and is nested too deeply to be read. Open it in a browser and save it again, or save it as PDF.");
}
