using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;

namespace Mingzhang.Publishing.Documents;

/// <summary>
/// Derives the pieces of a disclosure from its outline, its tables and its text: tables are laid out anew from what was understood of them,
/// all other lines stand as they are.
/// </summary>
internal sealed class DocumentBlocks
{
    private readonly Disclosure _disclosure;
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly Dictionary<int, Section> _headings = [];
    private readonly Dictionary<int, Statement> _statements = [];
    private readonly Dictionary<int, Evaluation> _evaluations = [];
    private readonly Dictionary<int, GoalDeclaration> _goals = [];
    private readonly SortedDictionary<int, Chart> _charts = [];
    private readonly Anchors _anchors;
    private readonly int _keyWorkFirst, _keyWorkLast;
    private int _chartNumber, _summaryNumber;

    private DocumentBlocks(Disclosure disclosure)
    {
        _disclosure = disclosure;
        _anchors = new Anchors(disclosure);
        foreach (Section section in disclosure.Outline) _headings.TryAdd(section.Heading.Line, section);
        foreach (Statement statement in disclosure.Statements.Where(s => s.State != StatementState.Unread && disclosure.Edition.Form(s.Form) is not null)) _statements.TryAdd(statement.Heading.Line, statement);
        foreach (Evaluation evaluation in disclosure.Evaluations.Where(IsTable)) _evaluations.TryAdd(evaluation.Title.Span.Line, evaluation);
        foreach (GoalDeclaration goals in disclosure.Goals.Where(g => g.Title.Span.IsSome)) _goals.TryAdd(goals.Title.Span.Line, goals);
        ImmutableDictionary<string, Chart> charts = Charts.Of(disclosure);
        foreach (Section section in disclosure.Outline)
        {
            if (section.Topic is { } topic && charts.TryGetValue(topic, out Chart? chart)) _charts.TryAdd(section.LastLine, chart);
        }

        if (disclosure.KeyWork is [var first, ..])
        {
            _keyWorkFirst = Math.Max(1, first.Span.Line);
            _keyWorkLast = disclosure.KeyWork.Max(r => r.Span.EndLine);
            while (_keyWorkFirst > 1 && IsRow(disclosure.Source.Lines[_keyWorkFirst - 2])) _keyWorkFirst--;
        }
    }

    /// <summary>The pieces in reading order.</summary>
    public static ImmutableArray<Block> Of(Disclosure disclosure) => new DocumentBlocks(disclosure).Derive();

    private ImmutableArray<Block> Derive()
    {
        int line = Opening();
        int count = _disclosure.Source.Lines.Length;
        while (line <= count)
        {
            int next = At(line);
            foreach ((_, Chart chart) in _charts.Where(c => c.Key >= line && c.Key < next).ToList()) _blocks.Add(new ChartBlock(++_chartNumber, chart));
            line = next;
        }

        return _blocks.ToImmutable();
    }

    /// <summary>Cover and contents; the first line behind them.</summary>
    private int Opening()
    {
        int first = _headings.Keys.Concat(_statements.Keys).Concat(_evaluations.Keys).Concat(_goals.Keys).DefaultIfEmpty(_disclosure.Source.Lines.Length + 1).Min();
        ContentsEntry[] entries = [.. _disclosure.Contents.Where(e => e.Span.IsSome && e.Span.Line < first)];
        int title = entries.Length == 0 ? first : entries[0].Span.Line;
        while (title > 1 && entries.Length > 0 && !IsContentsTitle(Line(title)) && title > entries[0].Span.Line - 4) title--;
        bool titled = entries.Length > 0 && IsContentsTitle(Line(title));
        int cover = entries.Length == 0 ? first : titled ? title : entries[0].Span.Line;
        ImmutableArray<string> lines = [.. Enumerable.Range(1, cover - 1).Select(Line).Where(l => l.Length > 0)];
        if (!lines.IsEmpty) _blocks.Add(new CoverBlock(lines));
        if (entries.Length == 0) return first;
        _blocks.Add(new ContentsBlock(titled ? Line(title) : "目 录", [.. entries.Select(Entry)]));
        return Math.Max(entries.Max(e => e.Span.EndLine) + 1, cover);
    }

    private ContentsLine Entry(ContentsEntry entry)
    {
        string text = _disclosure.Source.Quote(entry.Span).Replace('\t', ' ').Trim();
        int end = text.Length;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '.' or '…' or '·' or ' ' or '-' or '—')) end--;
        bool part = entry.Number.Contains("部分", StringComparison.Ordinal);
        return new ContentsLine(end == 0 ? text : text[..end], part ? 1 : 2, _anchors.Of(entry));
    }

    /// <summary>Adds what stands at a line; the first line behind it.</summary>
    private int At(int line)
    {
        if (_statements.TryGetValue(line, out Statement? statement)) return Form(statement);
        if (_evaluations.TryGetValue(line, out Evaluation? evaluation)) return Table(evaluation);
        if (_goals.TryGetValue(line, out GoalDeclaration? goals)) return Table(goals);
        if (_headings.TryGetValue(line, out Section? section))
        {
            string heading = _disclosure.Source.Quote(section.Heading).Replace("\n", "", StringComparison.Ordinal).Trim();
            _blocks.Add(new HeadingBlock(LevelOf(section), heading, _anchors.Of(section)));
            return Math.Max(section.Heading.EndLine, line) + 1;
        }

        if (line >= _keyWorkFirst && line <= _keyWorkLast)
        {
            _blocks.Add(new TableBlock("重点工作完成情况", KeyWorkGrid.Of(_disclosure.KeyWork), TableKind.KeyWork) { Lines = (_keyWorkFirst, _keyWorkLast) });
            return _keyWorkLast + 1;
        }

        if (IsRow(_disclosure.Source.Lines[line - 1])) return PlainTable(line);
        if (Line(line) is { Length: > 0 } text) _blocks.Add(IsSummary(text) ? new HeadingBlock(3, text, $"summary-{++_summaryNumber}") : Paragraph(line, text, IsNote(text)));
        return line + 1;
    }

    private int Form(Statement statement)
    {
        var form = _disclosure.Edition.Form(statement.Form)!;
        string year = _disclosure.Year.Value.ToString(CultureInfo.InvariantCulture);
        // A form without rows may be taken to reach further than it does.
        int next = _goals.Keys.Where(line => line > statement.Heading.EndLine).Append(Math.Max(statement.LastLine, statement.Heading.EndLine) + 1).Min();
        _blocks.Add(new StatementBlock(
            statement with { Notes = [.. statement.Notes.Where(n => n.Span.Line < next)], LastLine = next - 1 },
            form,
            StatementGrid.Of(form, statement),
            $"{year}年度{statement.Title}",
            $"公开{statement.Form}表",
            $"部门：{_disclosure.Unit}",
            $"金额单位：{statement.AmountUnit ?? _disclosure.AmountUnit}",
            Anchors.Of(statement)));
        return next;
    }

    /// <summary>A self-evaluation: its title as a heading, the lines that are no rows as they are, the table where its first row stands.</summary>
    private int Table(Evaluation evaluation)
    {
        _blocks.Add(new HeadingBlock(2, evaluation.Title.Text, _anchors.Of(evaluation), IsEvaluation: true));
        TableBlock table = new(evaluation.Title.Text, EvaluationGrid.Of(evaluation, _disclosure.Edition), TableKind.Evaluation) { Lines = (evaluation.Title.Span.EndLine + 1, evaluation.LastLine) };
        int first = evaluation.Title.Span.EndLine + 1, last = Math.Max(evaluation.LastLine, first);
        bool tabbed = Enumerable.Range(first, last - first + 1).Any(n => n <= _disclosure.Source.Lines.Length && IsRow(_disclosure.Source.Lines[n - 1]));
        bool added = false;
        for (int line = first; line <= last && line <= _disclosure.Source.Lines.Length; line++)
        {
            if (!tabbed || IsRow(_disclosure.Source.Lines[line - 1]))
            {
                if (!added) _blocks.Add(table);
                added = true;
            }
            else if (Line(line) is { Length: > 0 } text)
            {
                _blocks.Add(Paragraph(line, text, isNote: true));
            }
        }

        return last + 1;
    }

    /// <summary>A declaration of goals: its title with the name of the project, and the table of what was understood; who is responsible for it is not repeated.</summary>
    private int Table(GoalDeclaration goals)
    {
        string title = goals.Title.Text.Contains(goals.Name.Text, StringComparison.Ordinal) ? goals.Title.Text : $"{goals.Title.Text}：{goals.Name.Text}";
        _blocks.Add(new HeadingBlock(2, title, _anchors.Of(goals)));
        _blocks.Add(new TableBlock(title, GoalGrid.Of(goals, _disclosure.Edition), TableKind.Goals) { Lines = (goals.Title.Span.EndLine + 1, goals.LastLine) });
        return Math.Max(goals.LastLine, goals.Title.Span.EndLine) + 1;
    }

    /// <summary>Whether a line is the title of the results of a self-evaluation: 2023年度…绩效自评结果（摘要版）.</summary>
    private static bool IsSummary(string text) => text.EndsWith("自评结果（摘要版）", StringComparison.Ordinal);

    /// <summary>Whether a line is a note under the self-evaluation just above: 备注：1.…, then 2.… and so on.</summary>
    private bool IsNote(string text) =>
        _blocks is [.., TableBlock { Kind: TableKind.Evaluation }] ? text.StartsWith("备注", StringComparison.Ordinal) || text.StartsWith('注')
        : _blocks is [.., ParagraphBlock { IsNote: true }] && text.Length > 2 && char.IsAsciiDigit(text[0]) && text[1] is '.' or '．' or '、';

    /// <summary>Rows of a table that is none of those known.</summary>
    private int PlainTable(int line)
    {
        var rows = new List<string[]>();
        int next = line;
        while (next <= _disclosure.Source.Lines.Length && IsRow(_disclosure.Source.Lines[next - 1])) rows.Add(_disclosure.Source.Lines[next++ - 1].Split('\t'));
        int columns = rows.Max(r => r.Length);
        ImmutableArray<GridRow> lines = [.. rows.Select(r => new GridRow([.. Enumerable.Range(0, columns).Select(c => new GridCell(c < r.Length ? r[c].Trim() : "", c, CellRole.Text))]))];
        _blocks.Add(new TableBlock("表格", new Grid(columns, 0, lines, [.. Enumerable.Repeat(1, columns)]), TableKind.Other) { Lines = (line, next - 1) });
        return next;
    }

    private ParagraphBlock Paragraph(int line, string text, bool isNote)
    {
        string all = _disclosure.Source.Lines[line - 1];
        return new ParagraphBlock(text, isNote) { Line = line, Column = all.Length - all.TrimStart().Length };
    }

    /// <summary>A line without its blanks; tabs are blanks outside tables.</summary>
    private string Line(int line) => _disclosure.Source.Lines[line - 1].Replace('\t', ' ').Trim();

    private static int LevelOf(Section section) => section.Id.Contains('(', StringComparison.Ordinal) ? 3 : section.Id.Contains('/', StringComparison.Ordinal) ? 2 : 1;

    /// <summary>A table of its own; the score table inside a summary stays as the text has it.</summary>
    private static bool IsTable(Evaluation evaluation) =>
        evaluation.Title.Span.IsSome && evaluation.Indicators.Length > 0 && !evaluation.Title.Text.Contains("结果", StringComparison.Ordinal) && !evaluation.Title.Text.Contains("摘要", StringComparison.Ordinal);

    private static bool IsRow(string line) => line.AsSpan().Trim().Contains('\t') || (line is ['\t', ..] && !string.IsNullOrWhiteSpace(line));

    private static bool IsContentsTitle(string line) => line.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Trim('#', '*') == "目录";
}
