using System.Globalization;

namespace Mingzhang.Publishing.Word;

/// <summary>Names and numbers of bookmarks by anchor; Word allows letters, digits and underscores only.</summary>
internal sealed class Bookmarks(IEnumerable<string> anchors)
{
    private readonly Dictionary<string, int> _numbers = anchors.Distinct().Select((anchor, i) => (anchor, i)).ToDictionary(x => x.anchor, x => x.i + 1);

    /// <summary>The name of an anchor's bookmark; null if the document has no such place.</summary>
    public string? Of(string anchor) => _numbers.TryGetValue(anchor, out int number) ? "_Toc" + (1000 + number).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Its number.</summary>
    public string Number(string anchor) => _numbers[anchor].ToString(CultureInfo.InvariantCulture);
}
