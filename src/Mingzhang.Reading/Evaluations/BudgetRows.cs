using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Reads the rows of money: the budget with its execution, the totals of basic and project expenditure, the remarks beside them.</summary>
internal sealed class BudgetRows(SourceText source, EvaluationDraft draft, IndicatorLevels levels)
{
    private static readonly BudgetCosts Costs = new();

    private RowPlacement? _columns;

    /// <summary>Takes a row if it is the budget's header.</summary>
    public bool Header(List<TableCell> cells)
    {
        ImmutableArray<HeaderColumn> columns = TableHeaders.Budget(cells);
        if (columns.IsDefault) return false;
        _columns = new RowPlacement(columns, Costs, levels);
        foreach (TableCell cell in cells)
        {
            draft.AmountUnit ??= UnitIn(cell.Text);
            draft.RateWeight ??= Points.FirstIn(source, cell.Span);
            Remark(cell);
        }

        return true;
    }

    /// <summary>Takes the first row of figures under the budget's header; further ones (其中：…) are its parts.</summary>
    public bool Row(List<TableCell> cells)
    {
        foreach (TableCell cell in cells) Remark(cell);
        if (_columns is null || draft.Budget is not null || draft.Executed is not null) return false;
        if (!cells.Exists(c => Quantity.TryParse(c.Text, out _))) return false;
        PlacedRow row = _columns.Place(cells);
        draft.InitialBudget ??= row[ColumnRole.InitialBudget]?.ToField();
        draft.Budget = row[ColumnRole.Budget]?.ToField();
        draft.Executed = row[ColumnRole.Executed]?.ToField();
        draft.Rate = row[ColumnRole.Rate]?.ToField();
        draft.RateScore = row[ColumnRole.Score]?.ToField();
        draft.RateWeight ??= row[ColumnRole.Weight]?.ToField();
        foreach (TableCell cell in row.Dropped) draft.AddUnread(cell.Span, UnreadReason.UnknownRow);
        if (cells.Exists(c => c.Text.Contains("整体支出", StringComparison.Ordinal))) draft.Whole = true;
        return true;
    }

    /// <summary>基本支出总额 and 项目支出总额, each with the figure behind it.</summary>
    public void Totals(List<TableCell> cells)
    {
        draft.Whole = true;
        for (int i = 0; i + 1 < cells.Count; i++)
        {
            string label = cells[i].Text;
            draft.AmountUnit ??= UnitIn(label);
            if (cells[i + 1].ToField() is not { Figure: not null } figure) continue;
            if (label.StartsWith("基本支出总额", StringComparison.Ordinal)) draft.Basic ??= figure;
            else if (label.StartsWith("项目支出总额", StringComparison.Ordinal)) draft.Project ??= figure;
        }
    }

    /// <summary>万元 or 元 in brackets or behind 单位：.</summary>
    public static string? UnitIn(string label) =>
        label.Contains("万元", StringComparison.Ordinal) ? "万元"
        : label.Contains("（元）", StringComparison.Ordinal) || label.Contains("(元)", StringComparison.Ordinal) || label.Contains("单位：元", StringComparison.Ordinal) ? "元"
        : null;

    /// <summary>年初预算数 in a remark with the figure behind it.</summary>
    private void Remark(TableCell cell)
    {
        const string Word = "年初预算数";
        if (draft.InitialBudget is not null || !cell.Text.Contains(Word, StringComparison.Ordinal)) return;
        string line = source.Lines[cell.Span.Line - 1];
        int at = line.IndexOf(Word, cell.Span.Column, cell.Span.EndColumn - cell.Span.Column, StringComparison.Ordinal);
        if (at < 0) return;
        int start = at + Word.Length;
        while (start < cell.Span.EndColumn && (char.IsWhiteSpace(line[start]) || line[start] is ':' or '：' or '为')) start++;
        int end = start;
        while (end < cell.Span.EndColumn && (char.IsAsciiDigit(line[end]) || line[end] is '.' or ',')) end++;
        if (!Printed.TryParse(line.AsSpan(start, end - start), out Printed figure)) return;
        string unit = line.AsSpan(end, cell.Span.EndColumn - end).TrimStart() is var rest && rest.StartsWith("万元") ? "万元" : rest.StartsWith("元") ? "元" : "";
        draft.InitialBudget = new Field(line[start..end], TextSpan.InLine(cell.Span.Line, start, end - start), figure, unit);
    }
}
