using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Views;

/// <summary>The parts of a document by number, in its order; number 0 is the whole.</summary>
internal sealed class ChapterList
{
    private readonly List<Chapter> _chapters = [Chapter.Whole];
    private readonly Dictionary<Chapter, int> _numbers = new() { [Chapter.Whole] = 0 };
    private readonly Dictionary<Finding, int> _ofFindings = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _ofLines;

    public ChapterList(Disclosure disclosure, ImmutableArray<Finding> findings)
    {
        _ofLines = new int[disclosure.Source.Lines.Length + 1];

        // The chapter changes only where a part begins or has ended.
        HashSet<int> edges = [1];
        foreach (Statement statement in disclosure.Statements) Edge(statement.Heading.Line, statement.LastLine);
        foreach (Evaluation evaluation in disclosure.Evaluations) Edge(evaluation.Title.Span.Line, evaluation.LastLine);
        foreach (Section section in disclosure.Outline) Edge(section.Heading.Line, section.LastLine);
        int current = 0;
        for (int line = 1; line < _ofLines.Length; line++)
        {
            if (edges.Contains(line)) current = NumberOf(Chapter.AtLine(disclosure, line) ?? Chapter.Whole);
            _ofLines[line] = current;
        }

        foreach (Finding finding in findings) _ofFindings[finding] = NumberOf(Chapter.Of(disclosure, finding));

        void Edge(int first, int last)
        {
            edges.Add(first);
            edges.Add(last + 1);
        }
    }

    /// <summary>The parts as pages show them.</summary>
    public ImmutableArray<ChapterView> Views => [.. _chapters.Select(c => new ChapterView(ContractWriter.Name(c.Kind), c.Kind is ChapterKind.Section ? c.Label.Zh : "", c.Label, c.Title, c.Order))];

    /// <summary>The part that a finding belongs to.</summary>
    public int Of(Finding finding) => _ofFindings[finding];

    /// <summary>The part that a line belongs to.</summary>
    public int AtLine(int line) => _ofLines[line];

    private int NumberOf(Chapter chapter)
    {
        if (_numbers.TryGetValue(chapter, out int number)) return number;
        _chapters.Add(chapter);
        return _numbers[chapter] = _chapters.Count - 1;
    }
}
