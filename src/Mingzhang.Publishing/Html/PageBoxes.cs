using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>A rectangle on a page that a finding marks.</summary>
/// <param name="Box">Where, in points.</param>
/// <param name="Finding">Number of the finding, from 1.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="IsEvidence">The place supports the finding; it is not the place of it.</param>
/// <param name="IsFirst">The finding's first rectangle: it carries the number.</param>
/// <param name="Depth">How many other findings have marked the same place before: it is drawn around theirs.</param>
/// <param name="InRow">Whether it stands in a row of a table.</param>
internal readonly record struct FindingBox(PageBox Box, int Finding, Severity Severity, bool IsEvidence, bool IsFirst, int Depth, bool InRow);

/// <summary>The findings' rectangles by page.</summary>
internal sealed class PageBoxes
{
    private readonly SortedDictionary<int, List<FindingBox>> _byPage = [];
    private readonly Dictionary<int, int> _firstPages = [];

    public PageBoxes(SourceText source, IReadOnlyList<Finding> findings)
    {
        for (int i = 0; i < findings.Count; i++)
        {
            Add(source, FindingPlace.Of(source, findings[i]), i + 1, findings[i].Severity, isEvidence: false);
            foreach (Evidence evidence in findings[i].Evidence)
                Add(source, FindingPlace.Of(source, evidence.Place.Span, evidence.Value), i + 1, findings[i].Severity, isEvidence: true);
        }
    }

    /// <summary>The pages that have any, in order.</summary>
    public IEnumerable<int> Pages => _byPage.Keys;

    /// <summary>The rectangles on a page.</summary>
    public IReadOnlyList<FindingBox> On(int page) => _byPage.GetValueOrDefault(page) ?? [];

    /// <summary>The page of a finding's first rectangle; null where it has none.</summary>
    public int? PageOf(int finding) => _firstPages.TryGetValue(finding, out int page) ? page : null;

    private void Add(SourceText source, TextSpan span, int finding, Severity severity, bool isEvidence)
    {
        bool first = !isEvidence, row = span.IsSome && span.Line <= source.Lines.Length && source.Lines[span.Line - 1].Contains('\t');
        foreach (PagePlace place in source.PlacesOf(span))
        {
            if (!_byPage.TryGetValue(place.Page, out List<FindingBox>? boxes)) _byPage[place.Page] = boxes = [];
            if (isEvidence && boxes.Exists(b => b.Finding == finding && IsSame(b.Box, place.Box))) continue;
            int depth = isEvidence ? 0 : boxes.Count(b => !b.IsEvidence && IsSame(b.Box, place.Box));
            boxes.Add(new FindingBox(place.Box, finding, severity, isEvidence, first, depth, row));
            if (first) _firstPages[finding] = place.Page;
            first = false;
        }
    }

    private static bool IsSame(PageBox a, PageBox b) =>
        Math.Abs(a.Left - b.Left) < 2 && Math.Abs(a.Top - b.Top) < 2 && Math.Abs(a.Right - b.Right) < 2 && Math.Abs(a.Bottom - b.Bottom) < 2;
}
