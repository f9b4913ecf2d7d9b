using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Reads an evaluation whose rows are lines with separated cells.</summary>
internal sealed class TabbedTable(SourceText source, EvaluationDraft draft, IndicatorLevels levels)
{
    private const int FewestCells = 4;

    private static readonly IndicatorCosts IndicatorCosts = new();

    private readonly BudgetRows _budget = new(source, draft, levels);
    private readonly List<TableCell> _cells = [], _upperHalf = [];
    private RowPlacement? _indicators;
    private readonly List<TextSpan> _passedOver = [];
    private bool _goalFollows, _closed, _total;

    /// <summary>Reads a line of the table's stretch; lines that are no rows are passed over.</summary>
    public void Line(int number)
    {
        string line = source.Lines[number - 1];
        if (!TableRows.Split(line, number, _cells) || _cells.Count == 0) return;
        if (Header(number) || Head(line, number)) return;
        string first = PrintedText.Squeeze(_cells[0].Text);
        if (_indicators is not null && !_closed && IsTotal(first)) Total(number);
        else if (IsClosing(first))
        {
            if (_cells.Count == 2) draft.AddRemark(first, _cells[1].ToField());
            _closed = EndsAt(number);
        }
        else if (_indicators is not null && !_closed) IndicatorRow(number);
        else if (_indicators is null && _budget.Row(_cells)) EndsAt(number);
        else if (_indicators is null && _cells.Count >= FewestCells) _passedOver.Add(_cells[0].Span.To(_cells[^1].Span));
    }

    /// <summary>Notes the rows of a table whose indicators' header was not found.</summary>
    public void End()
    {
        if (draft.Indicators.Count > 0 || !draft.HasTable) return;
        foreach (TextSpan row in _passedOver) draft.AddUnread(row, UnreadReason.UnknownLayout);
    }

    private bool Header(int number)
    {
        if (_upperHalf.Count > 0)
        {
            List<TableCell> lower = [.. _cells];
            _cells.InsertRange(0, _upperHalf.Where(u => !lower.Exists(c => c.Column == u.Column)));
            _cells.Sort(static (a, b) => a.Column.CompareTo(b.Column));
            _upperHalf.Clear();
            if (TableHeaders.Indicators(_cells).IsDefault)
            {
                _cells.Clear();
                _cells.AddRange(lower);
            }
        }
        else if (TableHeaders.IsUpperHalf(_cells))
        {
            _upperHalf.AddRange(_cells);
            return EndsAt(number);
        }

        ImmutableArray<HeaderColumn> columns = TableHeaders.Indicators(_cells);
        if (!columns.IsDefault)
        {
            TableCell first = _cells[0];
            if (GoalLabels.IsGoalOrIndicators(first.Text)) draft.OpenBlock(first.Text, "", first.Span);
            _indicators = new RowPlacement(columns, IndicatorCosts, levels);
            draft.HasScores |= _indicators.Has(ColumnRole.Score);
            draft.HasWeights |= _indicators.Has(ColumnRole.Weight);
            _closed = _total = false;
            return EndsAt(number);
        }

        return _budget.Header(_cells) && EndsAt(number);
    }

    /// <summary>Rows above the indicators that begin with a label: names, amounts, choices, goals.</summary>
    private bool Head(string line, int number)
    {
        TableCell first = _cells[0];
        string label = PrintedText.Squeeze(first.Text).TrimEnd(':', '：');
        Field? second = _cells.Count > 1 ? _cells[1].ToField() : null;
        if (label == "项目名称") draft.ProjectName ??= second;
        else if (label is "单位名称" or "部门名称" or "部门（单位）名称" or "部门(单位)名称") draft.UnitName ??= second;
        else if (label.StartsWith("基本支出总额", StringComparison.Ordinal)) _budget.Totals(_cells);
        else if (IsResponsible(label)) Responsible();
        else if (TickBoxes.IsLabel(label) && _cells.Count > 1) draft.AddTicks(label, line.AsSpan(_cells[1].Span.Column), _cells[1].Span.To(_cells[^1].Span));
        else if (GoalLabels.IsGoal(first.Text) && !_closed && IsGoalRow()) Goal();
        else if (_goalFollows && _indicators is null) GoalText();
        else return false;
        return EndsAt(number);
    }

    private static bool IsResponsible(string label) => label is "主管部门" or "主管单位" or "项目实施单位" or "实施单位";

    /// <summary>主管部门 and 项目实施单位, each with the name behind it.</summary>
    private void Responsible()
    {
        for (int i = 0; i + 1 < _cells.Count; i++)
        {
            string label = PrintedText.Squeeze(_cells[i].Text).TrimEnd(':', '：');
            if (IsResponsible(label) && !IsResponsible(PrintedText.Squeeze(_cells[i + 1].Text).TrimEnd(':', '：'))) draft.AddParticular(label, _cells[i + 1].ToField());
        }
    }

    /// <summary>A goal's row has its text beside the label; a row of indicators behind a repeated label has several cells.</summary>
    private bool IsGoalRow() => _cells.Count <= 2 || (_indicators is null && !_cells.Skip(1).Any(c => levels.IsFirst(c.Text)));

    private void Goal()
    {
        string goal = _cells.Count > 1 ? _cells[1].Text : "";
        _goalFollows = goal is "" or "预期目标" or "年初设定目标" or "年初设定的目标" or "预期绩效目标";
        draft.OpenBlock(_cells[0].Text, _goalFollows ? "" : goal, _cells[0].Span.To(_cells[^1].Span));
    }

    private void GoalText()
    {
        draft.SetGoal(_cells[0].Text, _cells[0].Span);
        _goalFollows = false;
    }

    private void IndicatorRow(int number)
    {
        DropRepeatedLevel();
        PlacedRow row = _indicators!.Place(_cells);
        TextSpan span = _cells[0].Span.To(_cells[^1].Span);
        bool values = row[ColumnRole.Target] is not null || row[ColumnRole.Actual] is not null || row[ColumnRole.Weight] is not null || row[ColumnRole.Score] is not null;
        if (_total && (draft.HasScores ? row[ColumnRole.Score] : row[ColumnRole.Actual]) is null) return;
        if (!values && _cells.Count == 1 && draft.Join(_cells[0]))
        {
            EndsAt(number);
            return;
        }

        if (row[ColumnRole.Block] is { } block) draft.OpenBlock(block.Text, "", block.Span);
        if (row[ColumnRole.Level1] is { } level1) draft.SetLevel1(level1.Text);
        if (row[ColumnRole.Level2] is { } level2) draft.SetLevel2(level2.Text);
        if (row[ColumnRole.Name] is not { } name)
        {
            if (values && !Complete(row, span)) draft.AddUnread(span, UnreadReason.CellMissing);
            EndsAt(number);
            return;
        }

        bool lost = !row.Aligned && Lacks(row);
        bool levelLost = !row.Aligned && _indicators.Has(ColumnRole.Level2) && draft.Level2.Length == 0;
        if (lost || row.Dropped.Count > 0) draft.AddUnread(span, row.Dropped.Count > 0 ? UnreadReason.UnknownRow : UnreadReason.CellMissing);
        draft.Add(new Indicator
        {
            Name = name.ToField(),
            Weight = row[ColumnRole.Weight]?.ToField(),
            Target = row[ColumnRole.Target]?.ToField(),
            Actual = row[ColumnRole.Actual]?.ToField(),
            Score = row[ColumnRole.Score]?.ToField(),
            Damaged = lost || levelLost || row.Dropped.Count > 0,
            Span = span,
        });
        EndsAt(number);
    }

    /// <summary>A label of level one printed twice side by side is one label over a merged cell.</summary>
    private void DropRepeatedLevel()
    {
        if (_cells.Count > 4 && _cells[0].Text == _cells[1].Text && levels.IsFirst(_cells[0].Text)) _cells.RemoveAt(0);
    }

    /// <summary>The rest of a row that a page end cut through: fills what the last indicator lacks.</summary>
    private bool Complete(PlacedRow row, TextSpan span)
    {
        if (draft.Indicators.Count == 0) return false;
        Indicator last = draft.Indicators[^1];
        bool fits = (row[ColumnRole.Target] is null || last.Target is null) && (row[ColumnRole.Actual] is null || last.Actual is null)
            && (row[ColumnRole.Weight] is null || last.Weight is null) && (row[ColumnRole.Score] is null || last.Score is null);
        if (!fits) return false;
        draft.ReplaceLast(last with
        {
            Target = last.Target ?? row[ColumnRole.Target]?.ToField(),
            Actual = last.Actual ?? row[ColumnRole.Actual]?.ToField(),
            Weight = last.Weight ?? row[ColumnRole.Weight]?.ToField(),
            Score = last.Score ?? row[ColumnRole.Score]?.ToField(),
            Damaged = true,
            Span = last.Span.To(span),
        });
        return true;
    }

    private bool Lacks(PlacedRow row)
    {
        foreach (ColumnRole role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Target, ColumnRole.Actual, ColumnRole.Weight, ColumnRole.Score])
        {
            if (_indicators!.Has(role) && row[role] is null) return true;
        }

        return false;
    }

    private void Total(int number)
    {
        Field? weight = Points.FieldIn(source, _cells[0].Span);
        List<Field> figures = [.. _cells.Skip(1).Select(c => c.ToField()).Where(f => f.Figure is not null || f.Text is ['#', ..] || f.Text.Length <= 12)];
        if (figures.Count > 1)
        {
            draft.TotalWeight ??= figures[0];
            draft.Total ??= figures[1];
        }
        else if (figures.Count == 1)
        {
            draft.Total ??= figures[0];
        }

        draft.TotalWeight ??= weight;
        _total = true;
        EndsAt(number);
    }

    private static bool IsTotal(string label)
    {
        Points.Split(label, out string plain, out _);
        return plain.TrimEnd(':', '：') is "总分" or "合计" or "总计" or "总得分" or "合计得分" or "综合得分" or "自评总分" or "自评得分";
    }

    private static bool IsClosing(string label) =>
        label.Length <= 40 && (label.StartsWith("偏差", StringComparison.Ordinal) || label.StartsWith("改进措施", StringComparison.Ordinal)
        || label.StartsWith("相关建议", StringComparison.Ordinal) || label.StartsWith("未完成", StringComparison.Ordinal) || label.StartsWith("备注", StringComparison.Ordinal)
        || label.StartsWith("填报", StringComparison.Ordinal) || label.StartsWith("填表", StringComparison.Ordinal) || label.StartsWith("自评结论", StringComparison.Ordinal) || label is "注" or "说明");

    private bool EndsAt(int number)
    {
        draft.LastLine = number;
        return true;
    }
}
