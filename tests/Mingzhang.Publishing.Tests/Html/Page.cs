using System.Net;
using System.Text;

namespace Mingzhang.Publishing.Tests.Html;

/// <summary>A tag of a page.</summary>
internal sealed record Tag(string Name, bool IsEnd, Dictionary<string, string> Attributes);

/// <summary>A page taken apart by a small strict reader: tags, the text between them, scripts and styles apart.</summary>
internal sealed class Page
{
    private static readonly string[] Void = ["meta", "input", "br", "hr", "link", "img"];

    public Page(string html)
    {
        int at = html.IndexOf('>') + 1;
        var text = new StringBuilder();
        while (at < html.Length)
        {
            if (html[at] != '<')
            {
                int next = html.IndexOf('<', at);
                if (next < 0) next = html.Length;
                text.Append(WebUtility.HtmlDecode(html[at..next]));
                at = next;
                continue;
            }

            int end = html.IndexOf('>', at);
            Tag tag = Parse(html[(at + 1)..end]);
            Tags.Add(tag);
            at = end + 1;
            if (tag is { IsEnd: false, Name: "script" or "style" })
            {
                int close = html.IndexOf("</" + tag.Name, at, StringComparison.Ordinal);
                Raw[tag.Name] = html[at..close];
                at = close;
            }
        }

        Text = text.ToString();
    }

    public List<Tag> Tags { get; } = [];

    public string Text { get; }

    public Dictionary<string, string> Raw { get; } = [];

    public IEnumerable<Tag> Elements(string name) => Tags.Where(t => !t.IsEnd && t.Name == name);

    public IEnumerable<string> Values(string attribute) => Tags.Where(t => t.Attributes.ContainsKey(attribute)).Select(t => t.Attributes[attribute]);

    /// <summary>The first tag that closes what is not open; null if the page is balanced.</summary>
    public string? Imbalance()
    {
        var open = new Stack<string>();
        foreach (Tag tag in Tags.Where(t => !Void.Contains(t.Name)))
        {
            if (!tag.IsEnd) open.Push(tag.Name);
            else if (open.Count == 0 || open.Pop() != tag.Name) return tag.Name;
        }

        return open.Count == 0 ? null : open.Peek();
    }

    private static Tag Parse(string content)
    {
        bool isEnd = content.StartsWith('/');
        string[] parts = content.Trim('/').Split(' ', 2);
        var attributes = new Dictionary<string, string>();
        string rest = parts.Length > 1 ? parts[1] : "";
        while (rest.Length > 0)
        {
            int equals = rest.IndexOf("=\"", StringComparison.Ordinal);
            int close = equals < 0 ? -1 : rest.IndexOf('"', equals + 2);
            Assert.True(close > 0, $"attributes not well formed: {content}");
            Assert.DoesNotContain(' ', rest[..equals]);
            attributes.Add(rest[..equals], WebUtility.HtmlDecode(rest[(equals + 2)..close]));
            rest = rest[(close + 1)..].TrimStart();
        }

        return new Tag(parts[0], isEnd, attributes);
    }
}
