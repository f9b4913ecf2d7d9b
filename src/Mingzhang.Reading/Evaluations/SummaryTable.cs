using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Reads the score table of a summary (摘要版): 评价准则, 权重, 评价得分, one row for execution, each level one and the sum.</summary>
internal static class SummaryTable
{
    /// <summary>Reads the first such table of a stretch; leaves the draft empty if there is none.</summary>
    public static void Read(SourceText source, int first, int last, EvaluationDraft draft)
    {
        var cells = new List<TableCell>();
        (int Weight, int Score)? columns = null;
        for (int line = first; line <= last; line++)
        {
            if (!TableRows.Split(source.Lines[line - 1], line, cells))
            {
                if (columns is not null && !string.IsNullOrWhiteSpace(source.Lines[line - 1])) return;
                continue;
            }

            if (cells.Count == 0) continue;
            if (columns is not { } places)
            {
                columns = Header(cells);
                draft.HasWeights = draft.HasScores = columns is not null;
                continue;
            }

            Row(draft, cells, places);
            draft.LastLine = line;
        }
    }

    private static (int Weight, int Score)? Header(List<TableCell> cells)
    {
        int weight = -1, score = -1;
        foreach (TableCell cell in cells)
        {
            ColumnRole? role = TableHeaders.IndicatorRole(cell.Text);
            if (role is ColumnRole.Name or ColumnRole.Target or ColumnRole.Actual) return null;
            if (role == ColumnRole.Weight) weight = cell.Column;
            else if (role == ColumnRole.Score) score = cell.Column;
        }

        return weight >= 0 && score >= 0 ? (weight, score) : null;
    }

    private static void Row(EvaluationDraft draft, List<TableCell> cells, (int Weight, int Score) columns)
    {
        TableCell name = cells[0];
        Field? weight = FieldAt(cells, columns.Weight), score = FieldAt(cells, columns.Score);
        if (weight is null && score is null)
        {
            draft.AddUnread(name.Span.To(cells[^1].Span), UnreadReason.CellMissing);
        }
        else if (name.Text.Contains("预算", StringComparison.Ordinal) || name.Text.Contains("执行", StringComparison.Ordinal))
        {
            draft.RateWeight ??= weight;
            draft.RateScore ??= score;
        }
        else if (name.Text.Contains("综合", StringComparison.Ordinal) || name.Text is "合计" or "总分" or "总计" or "总得分")
        {
            draft.TotalWeight ??= weight;
            draft.Total ??= score;
        }
        else
        {
            draft.SetLevel1(name.Text);
            draft.Add(new Indicator { Name = name.ToField(), Weight = weight, Score = score, Span = name.Span.To(cells[^1].Span) });
        }
    }

    private static Field? FieldAt(List<TableCell> cells, int column)
    {
        foreach (TableCell cell in cells)
        {
            if (cell.Column == column && cell != cells[0]) return cell.ToField();
        }

        return null;
    }
}
