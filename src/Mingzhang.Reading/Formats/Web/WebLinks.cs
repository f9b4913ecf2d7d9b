using AngleSharp.Dom;
using Mingzhang.Core.Findings;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>What a page links to: attachments are named in a remark, nothing is fetched.</summary>
internal static class WebLinks
{
    private const int MostNamed = 10, LongestName = 80;

    private static readonly string[] Documents =
        [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".zip", ".rar", ".7z", ".ofd", ".rtf", ".odt", ".ods", ".ppt", ".pptx"];

    /// <summary>Whether a link leads to another page: neither a place in this one nor an attachment.</summary>
    internal static bool LeadsAway(IElement link) => link.GetAttribute("href")?.Trim() is { Length: > 0 } address && address[0] != '#' && !IsDocument(address);

    /// <summary>The remarks on attachments and on what the page shows of other pages.</summary>
    internal static IEnumerable<Text> Remarks(IElement body)
    {
        var names = new List<string>();
        foreach (IElement link in body.QuerySelectorAll("a"))
        {
            if (link.GetAttribute("href")?.Trim() is not { Length: > 0 } address || !IsDocument(address)) continue;
            string name = string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0) name = FileOf(address);
            name = name.Length > LongestName ? name[..LongestName] + "…" : name;
            if (!names.Contains(name)) names.Add(name);
        }

        if (names.Count > 0)
        {
            string all = string.Join('、', names.Take(MostNamed)) + (names.Count > MostNamed ? " …" : "");
            yield return new Text($"网页附有 {names.Count} 个文件，没有下载：{all}。如果公开表在附件里，请下载后用 --as-one 一并给出。", $"The page has {names.Count} attachments, which were not fetched: {all}. If the forms are in them, download them and give them together by --as-one.");
        }

        int frames = body.QuerySelectorAll("iframe, object, embed").Length;
        if (frames > 0) yield return new Text($"网页嵌入的 {frames} 处其他内容没有读取。", $"{frames} pieces of other content in the page were not read.");
    }

    private static bool IsDocument(string address)
    {
        string path = PathOf(address);
        return Array.Exists(Documents, d => path.EndsWith(d, StringComparison.OrdinalIgnoreCase));
    }

    private static string PathOf(string address)
    {
        int end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    private static string FileOf(string address)
    {
        string path = PathOf(address);
        string name = path[(path.LastIndexOf('/') + 1)..];
        try
        {
            return Uri.UnescapeDataString(name);
        }
        catch (UriFormatException)
        {
            return name;
        }
    }
}
