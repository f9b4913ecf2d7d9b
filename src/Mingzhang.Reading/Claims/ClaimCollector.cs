using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Claims.Classifications;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims;

/// <summary>Collects claims and what goes with them while a document's text is read in order.</summary>
internal sealed class ClaimCollector(SourceText source)
{
    private const int LongestItem = 600;
    private readonly List<Breakdown> _breakdowns = [];
    private readonly List<QuotedClassification> _quotes = [];
    private readonly List<Unread> _unread = [];
    private readonly Dictionary<(int Item, string Key), int> _groups = [];
    private Paragraph? _paragraph;
    private string _section = "";
    private int _item;
    private int _lastGroup = -1;

    /// <summary>The claims so far.</summary>
    internal List<Claim> Claims { get; } = [];

    /// <summary>A new section: nothing before it belongs together with what follows.</summary>
    internal void BeginSection(string section)
    {
        _section = section;
        _item++;
    }

    /// <summary>A new paragraph; a numbered one is a list item of its own.</summary>
    internal void BeginParagraph(Paragraph paragraph)
    {
        _paragraph = paragraph;
        if (paragraph.Mark != MarkStyle.None) _item++;
    }

    /// <summary>The number that the claims on a subject in the present list item carry.</summary>
    internal int GroupOf(string key)
    {
        if (!_groups.TryGetValue((_item, key), out int group)) _groups[(_item, key)] = group = ++_lastGroup;
        return group;
    }

    /// <summary>Adds a claim on the present paragraph; the caller sets what is special to its kind.</summary>
    /// <returns>Its index.</returns>
    internal int Add(ClaimKind kind, Subject subject, int start, Token? figure, int end, Func<Claim, Claim>? with = null)
    {
        Paragraph paragraph = _paragraph!;
        Claim claim = new()
        {
            Index = Claims.Count,
            Kind = kind,
            Subject = subject,
            Group = GroupOf(subject.Key),
            Section = _section,
            Span = paragraph.Span(start, end),
            Sentence = SentenceAround(paragraph, start, end),
        };
        if (figure is { Figure: { } value } token)
        {
            claim = claim with { Value = value.Value, Unit = value.Unit, Approximate = value.Rough, ValueSpan = paragraph.Span(token.Start, value.ValueEnd) };
        }

        Claims.Add(with is null ? claim : with(claim));
        return Claims.Count - 1;
    }

    /// <summary>Adds a whole with its parts.</summary>
    internal void Add(Breakdown breakdown) => _breakdowns.Add(breakdown);

    /// <summary>Adds a classification quoted in the present paragraph.</summary>
    internal void Quote(QuotedNames names, ResolvedNames resolved, QuotePlace place, int group, string explanation) => _quotes.Add(new QuotedClassification
    {
        Place = place,
        Class = names.Class,
        SectionName = names.Section,
        Items = [.. names.Items],
        Codes = resolved.Codes,
        Match = resolved.Match,
        PrintedCode = names.Code,
        Explanation = explanation,
        Group = group,
        Section = _section,
        Span = _paragraph!.Span(names.Start, names.End),
    });

    /// <summary>The section that is being read.</summary>
    internal string Section => _section;

    /// <summary>A figure of the present paragraph was not understood.</summary>
    internal void AddUnread(int start, int end, UnreadReason why = UnreadReason.NotUnderstood)
    {
        TextSpan span = _paragraph!.Span(start, end);
        if (span.IsSome) _unread.Add(new Unread(span, source.Quote(span), why));
    }

    /// <summary>Everything collected.</summary>
    internal ClaimReading ToReading() => new([.. Claims], [.. _breakdowns.OrderBy(b => b.Whole)], [.. _quotes.OrderBy(q => q.Span)], [.. _unread]);

    private static TextSpan SentenceAround(Paragraph paragraph, int start, int end)
    {
        string text = paragraph.Text;
        if (paragraph.Mark != MarkStyle.None && text.Length <= LongestItem) return paragraph.Place;
        int from = start, to = end;
        while (from > 0 && start - from < LongestItem && text[from - 1] != '。') from--;
        while (to < text.Length && to - end < LongestItem && text[to - 1] != '。') to++;
        return paragraph.Span(from, to);
    }
}
