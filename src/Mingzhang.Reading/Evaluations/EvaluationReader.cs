using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Finds the self-evaluation tables of a document by their titles and headers and reads them.</summary>
internal static class EvaluationReader
{
    private const int FewestRows = 4, MostLinesBetween = 10;

    /// <summary>The self-evaluations in document order.</summary>
    /// <param name="text">The document.</param>
    /// <param name="outline">Where the contents page ends.</param>
    /// <param name="edition">The rules of its year, with the tree of indicators.</param>
    /// <param name="goals">Declarations of goals, which look alike and are none.</param>
    /// <param name="statements">The forms, in whose heads names of projects stand as well.</param>
    public static EvaluationReading Read(SourceText text, Outline outline, Edition edition, ImmutableArray<GoalDeclaration> goals = default, ImmutableArray<Statement> statements = default)
    {
        IndicatorLevels levels = IndicatorLevels.Of(edition);
        List<int> starts = Starts(text, outline);
        if (!goals.IsDefaultOrEmpty) starts.RemoveAll(line => goals.Any(g => g.Title.Span.Line <= line && line <= g.LastLine));
        if (!statements.IsDefaultOrEmpty) starts.RemoveAll(line => statements.Any(s => !s.Rows.IsEmpty && s.Heading.Line < line && line <= s.Rows[^1].Span.EndLine));
        var evaluations = ImmutableArray.CreateBuilder<Evaluation>();
        var unread = ImmutableArray.CreateBuilder<Unread>();
        for (int i = 0; i < starts.Count; i++)
        {
            int last = i + 1 < starts.Count ? starts[i + 1] - 1 : text.Lines.Length;
            EvaluationDraft draft = EvaluationTitles.IsSummary(text.Lines[starts[i] - 1]) ? ReadSummary(text, starts[i], last) : ReadTable(text, starts[i], last, levels);
            if (draft.HasTable) evaluations.Add(draft.Finish());
            else if (RowsBelow(text, draft.Title.Span.EndLine, last) is { IsSome: true } rows) unread.Add(new Unread(rows, text.Quote(rows), UnreadReason.UnknownLayout));
        }

        return new EvaluationReading(evaluations.ToImmutable(), unread.ToImmutable());
    }

    /// <summary>The rows right below a title that no table was read from; none if there are fewer than a table has.</summary>
    private static TextSpan RowsBelow(SourceText text, int title, int last)
    {
        int first = title + 1;
        while (first <= last && first <= title + MostLinesBetween && !TableRows.IsRow(text.Lines[first - 1])) first++;
        int end = first;
        while (end <= last && TableRows.IsRow(text.Lines[end - 1])) end++;
        return end - first >= FewestRows && first <= title + MostLinesBetween ? new TextSpan(first, 0, end - 1, text.Lines[end - 2].Length) : TextSpan.None;
    }

    private static EvaluationDraft ReadSummary(SourceText text, int first, int last)
    {
        var draft = new EvaluationDraft(text, EvaluationTitles.At(text, first));
        SummaryTable.Read(text, first + 1, last, draft);
        return draft;
    }

    private static EvaluationDraft ReadTable(SourceText text, int first, int last, IndicatorLevels levels)
    {
        var draft = new EvaluationDraft(text, EvaluationTitles.At(text, first));
        var table = new TabbedTable(text, draft, levels);
        for (int line = first; line <= last; line++) table.Line(line);
        table.End();
        if (draft.Indicators.Count > 0 || draft.Budget is not null) return draft;
        var spaced = new EvaluationDraft(text, draft.Title);
        new SpacedTable(text, spaced, levels).Read(draft.Title.Span.EndLine, last);
        return spaced.HasTable ? spaced : draft;
    }

    /// <summary>
    /// Lines where a table or a summary begins: titles; and the row of the name where a table has no title of its own, which
    /// shows by indicators between it and the last beginning.
    /// </summary>
    private static List<int> Starts(SourceText text, Outline outline)
    {
        var starts = new List<int>();
        bool indicators = true;
        for (int line = 1; line <= text.Lines.Length; line++)
        {
            if (!outline.IsBody(line)) continue;
            string content = text.Lines[line - 1];
            if (EvaluationTitles.IsTitle(content) || EvaluationTitles.IsSummary(content) || (indicators && EvaluationTitles.IsNameRow(content)))
            {
                starts.Add(line);
                indicators = false;
            }

            indicators |= content.Contains("三级指标", StringComparison.Ordinal);
        }

        return starts;
    }
}
