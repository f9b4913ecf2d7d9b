using System.Collections.Immutable;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Accounts.Explanations;

/// <summary>The text of a disclosure while it is written, with the claims that its figures make and their places.</summary>
internal sealed class DisclosureText
{
    private const int LongestItem = 600;

    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly List<Claim> _claims = [];
    private readonly List<QuotedClassification> _quotes = [];
    private readonly List<Breakdown> _breakdowns = [];
    private readonly Stack<List<int>> _frames = new();
    private readonly Dictionary<(int Item, string Key), int> _groups = [];
    private readonly List<(int Quote, string Key)> _quoted = [];
    private string _section = "";
    private int _item, _firstOfLine, _firstQuoteOfLine, _lastGroup = -1;
    private int _extentStart = -1, _firstOfExtent;

    /// <summary>Number of the line that is being written, 1-based.</summary>
    internal int Line => _lines.Count + 1;

    /// <summary>The next character's place in its line.</summary>
    internal int Column => _line.Length;

    /// <summary>The lines so far.</summary>
    internal ImmutableArray<string> Lines => [.. _lines];

    /// <summary>The claims so far.</summary>
    internal ImmutableArray<Claim> Claims => [.. _claims];

    /// <summary>The wholes that were divided, in order of the wholes.</summary>
    internal ImmutableArray<Breakdown> Breakdowns => [.. _breakdowns.OrderBy(b => b.Whole)];

    /// <summary>The classifications that were quoted.</summary>
    internal ImmutableArray<QuotedClassification> Quotes => [.. _quotes];

    /// <summary>A new section: nothing before it belongs together with what follows.</summary>
    internal void BeginSection(string id)
    {
        EndLine();
        _section = id;
        _item++;
    }

    /// <summary>Writes text; a line end finishes the line.</summary>
    internal void Write(string text)
    {
        int start = 0;
        for (int end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', start))
        {
            _line.Append(text, start, end - start);
            EndLine();
            start = end + 1;
        }

        _line.Append(text, start, text.Length - start);
    }

    /// <summary>Writes a line of its own.</summary>
    internal TextSpan WriteLine(string text)
    {
        EndLine();
        var span = TextSpan.InLine(Line, 0, text.Length);
        _line.Append(text);
        EndLine(keepEmpty: true);
        return span;
    }

    /// <summary>Finishes the line that is being written; a line without text is none.</summary>
    internal void EndLine(bool keepEmpty = false)
    {
        if (_line.Length == 0 && !keepEmpty) return;
        string text = _line.ToString();
        int mark = ListMark.Read(text).Length;
        if (mark > 0) _item++;
        for (int i = _firstOfLine; i < _claims.Count; i++)
        {
            TextSpan span = WithoutQuotation(text, _claims[i].Span);
            _claims[i] = _claims[i] with { Group = GroupOf(_claims[i].Subject.Key), Span = span, Sentence = WithoutQuotation(text, SentenceAround(text, mark, span)) };
        }

        for (int i = _firstQuoteOfLine; i < _quotes.Count; i++)
        {
            _quotes[i] = _quotes[i] with { Span = WithoutQuotation(text, _quotes[i].Span), Group = _quoted[i].Key.Length > 0 ? GroupOf(_quoted[i].Key) : -1 };
        }

        (_firstOfLine, _firstQuoteOfLine) = (_claims.Count, _quotes.Count);
        _lines.Add(text);
        _line.Clear();
    }

    /// <summary>Writes the figure of a claim (or the words that make it, for one without figure).</summary>
    /// <param name="claim">The claim without its places.</param>
    /// <param name="before">What stands before the figure: a direction, a sign.</param>
    /// <param name="figure">The figure; empty if it has none.</param>
    /// <param name="after">What stands after it: the unit.</param>
    internal void Write(Claim claim, string before, string figure, string after)
    {
        int start = Column;
        _line.Append(before).Append(figure).Append(after);
        Add(claim with
        {
            Span = TextSpan.InLine(Line, start, Column - start),
            ValueSpan = figure.Length == 0 ? TextSpan.None : TextSpan.InLine(Line, start + before.Length, figure.Length),
        });
    }

    /// <summary>The claim that comes next begins here.</summary>
    internal void BeginExtent() => (_extentStart, _firstOfExtent) = (Column, _claims.Count);

    /// <summary>The claim ends here.</summary>
    internal void EndExtent()
    {
        var span = TextSpan.InLine(Line, _extentStart, Column - _extentStart);
        for (int i = _firstOfExtent; i < _claims.Count; i++) _claims[i] = _claims[i] with { Span = span };
        _extentStart = -1;
    }

    /// <summary>The parts of a whole begin.</summary>
    internal void BeginParts() => _frames.Push([]);

    /// <summary>The parts end: those of the kind, unit and measure of the whole, each subject once.</summary>
    /// <param name="key">Subject key of the whole, which was claimed before its first part.</param>
    /// <param name="measure">The whole's measure.</param>
    /// <param name="exhaustive">Whether they make up the whole.</param>
    internal void EndParts(string key, Measure measure, bool exhaustive)
    {
        List<int> claims = _frames.Pop();
        var parts = new List<int>();
        var others = new List<int>();
        int whole = claims.Count == 0 ? -1 : WholeBefore(claims, key, measure);
        foreach (int index in claims)
        {
            bool part = whole >= 0 && index != whole && _claims[index].Kind == _claims[whole].Kind && _claims[index].Unit == _claims[whole].Unit
                && _claims[index].Measure == measure && _claims[index].Subject.Key != key && !parts.Exists(p => _claims[p].Subject.Key == _claims[index].Subject.Key);
            (part ? parts : others).Add(index);
        }

        if (parts.Count > 0) _breakdowns.Add(new Breakdown(whole, [.. parts], exhaustive));
        if (_frames.TryPeek(out List<int>? outer)) outer.AddRange(others);
    }

    /// <summary>Writes a functional classification by its names and records that it is quoted.</summary>
    internal void Quote(FunctionalNames names, string text, QuotePlace? place, string key, string explanation)
    {
        int start = Column;
        _line.Append(text);
        if (place is not { } where) return;
        _quoted.Add((_quotes.Count, key));
        _quotes.Add(new QuotedClassification
        {
            Place = where,
            Class = NarrativeText.Plain(names.Class),
            SectionName = NarrativeText.Plain(names.Section),
            Items = names.Item.Length > 0 ? [NarrativeText.Plain(names.Item)] : [],
            Codes = [names.Code],
            Match = ClassificationMatch.Exact,
            Explanation = explanation,
            Section = _section,
            Span = TextSpan.InLine(Line, start, Column - start),
        });
    }

    private void Add(Claim claim)
    {
        int index = _claims.Count;
        _claims.Add(claim with { Index = index, Section = _section });
        if (_frames.TryPeek(out List<int>? frame)) frame.Add(index);
    }

    private int WholeBefore(List<int> claims, string key, Measure measure)
    {
        int first = claims.Find(i => _claims[i].Subject.Key != key && _claims[i].Measure == measure && _claims[i].Kind is ClaimKind.Amount or ClaimKind.Count or ClaimKind.Score);
        for (int i = first - 1; i >= 0 && _claims[i].Section == _section; i--)
        {
            if (_claims[i].Subject.Key == key && _claims[i].Measure == measure && _claims[i].Kind is ClaimKind.Amount or ClaimKind.Count or ClaimKind.Score) return i;
        }

        return -1;
    }

    private int GroupOf(string key)
    {
        if (!_groups.TryGetValue((_item, key), out int group)) _groups[(_item, key)] = group = ++_lastGroup;
        return group;
    }

    /// <summary>A stretch does not begin or end with a quotation mark.</summary>
    private static TextSpan WithoutQuotation(string line, TextSpan span)
    {
        int start = span.Column, end = span.EndColumn;
        while (start < end && NarrativeText.IsDropped(line[start])) start++;
        while (end > start && NarrativeText.IsDropped(line[end - 1])) end--;
        return TextSpan.InLine(span.Line, start, end - start);
    }

    private TextSpan SentenceAround(string line, int mark, TextSpan span)
    {
        if (mark > 0 && line.Length <= LongestItem) return TextSpan.InLine(Line, mark, line.Length - mark);
        int from = span.Column, to = span.EndColumn;
        while (from > mark && span.Column - from < LongestItem && line[from - 1] != '。') from--;
        while (to < line.Length && to - span.EndColumn < LongestItem && line[to - 1] != '。') to++;
        return TextSpan.InLine(Line, from, to - from);
    }
}
