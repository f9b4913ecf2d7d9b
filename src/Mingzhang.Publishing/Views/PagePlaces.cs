using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Views;

/// <summary>Which place of the page shows a cell or a line of the document.</summary>
internal sealed class PagePlaces
{
    private readonly HashSet<Address> _cells = [];
    private readonly SortedDictionary<int, string> _lines = [];
    private readonly List<(TextSpan Span, string Anchor)> _fields = [];
    private readonly Dictionary<string, JoinedLines> _paragraphs = [];

    /// <summary>A cell is shown.</summary>
    public void Add(Address cell) => _cells.Add(cell);

    /// <summary>Lines are shown at a place; a line that has one keeps it.</summary>
    public void Add(int first, int last, string anchor)
    {
        for (int line = Math.Max(first, 1); line <= last; line++) _lines.TryAdd(line, anchor);
    }

    /// <summary>A paragraph is shown.</summary>
    public void Add(int first, JoinedLines paragraph, string anchor)
    {
        Add(first, paragraph.LastLine, anchor);
        _paragraphs.Add(anchor, paragraph);
    }

    /// <summary>The characters of a paragraph that a stretch of the document is; nothing where the place is no paragraph.</summary>
    public (int Start, int Length) Within(string? anchor, TextSpan span) => anchor is not null && _paragraphs.TryGetValue(anchor, out JoinedLines? paragraph) ? paragraph.Of(span) : default;

    /// <summary>A field of an evaluation is shown; its place.</summary>
    public string Add(TextSpan field)
    {
        string anchor = "e-" + (_fields.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _fields.Add((field, anchor));
        return anchor;
    }

    /// <summary>Where a place of the document is shown; null if nowhere.</summary>
    public string? Of(Place place)
    {
        if (place.Address is { } address && _cells.Contains(address) && !(place.Span.IsSome && _lines.GetValueOrDefault(place.Span.Line) is { } paragraph && paragraph.StartsWith("p-", StringComparison.Ordinal))) return Anchors.Of(address);
        return place.Span.IsSome ? Of(place.Span) : null;
    }

    /// <summary>Where a stretch of the document is shown; null if nowhere.</summary>
    public string? Of(TextSpan span)
    {
        if (!span.IsSome) return null;
        foreach ((TextSpan field, string anchor) in _fields)
        {
            if (span.Line == field.Line && span.Column >= field.Column && span.EndColumn <= field.EndColumn) return anchor;
        }

        return _lines.GetValueOrDefault(span.Line);
    }
}
