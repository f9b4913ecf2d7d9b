using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Html;

/// <summary>A stretch of one line that a finding marks.</summary>
/// <param name="Start">First character, 0-based.</param>
/// <param name="End">One past the last.</param>
/// <param name="Finding">Number of the finding, from 1.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="IsEvidence">The stretch supports the finding; it is not the place of it.</param>
/// <param name="IsFirst">The finding's first stretch: it carries the number.</param>
internal readonly record struct TextMark(int Start, int End, int Finding, Severity Severity, bool IsEvidence, bool IsFirst);

/// <summary>The marks of every line of a document.</summary>
internal sealed class TextMarks
{
    private readonly Dictionary<int, List<TextMark>> _byLine = [];
    private readonly HashSet<int> _pinned = [];

    public TextMarks(SourceText source, IReadOnlyList<Finding> findings)
    {
        for (int i = 0; i < findings.Count; i++)
        {
            Add(source, findings[i].Where.Span, i + 1, findings[i].Severity, isEvidence: false);
            foreach (Evidence evidence in findings[i].Evidence) Add(source, evidence.Place.Span, i + 1, findings[i].Severity, isEvidence: true);
        }
    }

    /// <summary>Whether a finding has characters in the text.</summary>
    public bool IsPinned(int finding) => _pinned.Contains(finding);

    /// <summary>The marks that overlap a stretch of a line, cut to it.</summary>
    public IEnumerable<TextMark> In(int line, int start, int end)
    {
        if (!_byLine.TryGetValue(line, out List<TextMark>? marks)) yield break;
        foreach (TextMark mark in marks)
        {
            if (mark.Start < end && mark.End > start)
                yield return mark with { Start = Math.Max(mark.Start, start), End = Math.Min(mark.End, end), IsFirst = mark.IsFirst && mark.Start >= start };
        }
    }

    private void Add(SourceText source, TextSpan span, int finding, Severity severity, bool isEvidence)
    {
        if (!span.IsSome) return;
        bool first = !isEvidence;
        for (int line = span.Line; line <= span.EndLine && line <= source.Lines.Length; line++)
        {
            string text = source.Lines[line - 1];
            int start = line == span.Line ? Math.Min(span.Column, text.Length) : 0;
            int end = line == span.EndLine ? Math.Min(span.EndColumn, text.Length) : text.Length;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            if (start >= end) continue;
            if (!_byLine.TryGetValue(line, out List<TextMark>? marks)) _byLine[line] = marks = [];
            marks.Add(new TextMark(start, end, finding, severity, isEvidence, first));
            if (first) _pinned.Add(finding);
            first = false;
        }
    }
}
