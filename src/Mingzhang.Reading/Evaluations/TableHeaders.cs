using System.Collections.Immutable;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Recognises the two headers of an evaluation table by the words of their cells.</summary>
internal static class TableHeaders
{
    private const int MaxLabel = 40;

    /// <summary>The columns of an indicator header (一级指标 … 得分); default if the row is none.</summary>
    public static ImmutableArray<HeaderColumn> Indicators(List<TableCell> cells)
    {
        var found = ImmutableArray.CreateBuilder<HeaderColumn>(cells.Count + 3);
        bool name = false, value = false;
        foreach (TableCell cell in cells)
        {
            if (IndicatorRole(cell.Text) is not { } role || found.Any(c => c.Role == role && role != ColumnRole.Remark)) continue;
            found.Add(new HeaderColumn(role, cell.Column));
            name |= role == ColumnRole.Name;
            value |= role is ColumnRole.Target or ColumnRole.Actual or ColumnRole.Score or ColumnRole.Weight;
        }

        if (!name || !value) return default;
        Require(found, ColumnRole.Level2, ColumnRole.Name);
        Require(found, ColumnRole.Level1, ColumnRole.Level2);
        found.Insert(0, new HeaderColumn(ColumnRole.Block, 0));
        return found.ToImmutable();
    }

    /// <summary>The columns of a budget header (预算数, 执行数 …); default if the row is none.</summary>
    public static ImmutableArray<HeaderColumn> Budget(List<TableCell> cells)
    {
        var found = ImmutableArray.CreateBuilder<HeaderColumn>(cells.Count + 1);
        bool budget = false, executed = false;
        foreach (TableCell cell in cells)
        {
            if (BudgetRole(cell.Text) is not { } role || found.Any(c => c.Role == role)) continue;
            found.Add(new HeaderColumn(role, cell.Column));
            budget |= role == ColumnRole.Budget;
            executed |= role == ColumnRole.Executed;
        }

        if (!budget || !executed) return default;
        found.Insert(0, new HeaderColumn(ColumnRole.Name, -1));
        return found.ToImmutable();
    }

    /// <summary>Whether a row is the upper half of an indicator header in two rows: levels without any value.</summary>
    public static bool IsUpperHalf(List<TableCell> cells) =>
        cells.Exists(c => IndicatorRole(c.Text) == ColumnRole.Name) && !cells.Exists(c => IndicatorRole(c.Text) is ColumnRole.Target or ColumnRole.Actual or ColumnRole.Weight or ColumnRole.Score);

    internal static ColumnRole? IndicatorRole(string text)
    {
        if (text.Length > MaxLabel) return null;
        string label = PrintedText.Squeeze(text);
        if (label == "一级" || label.StartsWith("一级指标", StringComparison.Ordinal)) return ColumnRole.Level1;
        if (label == "二级" || label.StartsWith("二级指标", StringComparison.Ordinal)) return ColumnRole.Level2;
        if (label == "三级" || label.StartsWith("三级指标", StringComparison.Ordinal) || label is "指标名称" or "指标内容" or "具体指标" or "考核指标") return ColumnRole.Name;
        if (Has(label, "偏差") || Has(label, "原因") || label.StartsWith("备注", StringComparison.Ordinal) || Has(label, "标准") || Has(label, "解释") || Has(label, "说明") || Has(label, "完成率") || Has(label, "完成比例")) return ColumnRole.Remark;
        if (label.StartsWith("指标分类", StringComparison.Ordinal) || label.StartsWith("指标类", StringComparison.Ordinal) || label.StartsWith("指标性质", StringComparison.Ordinal) || label.StartsWith("指标属性", StringComparison.Ordinal)) return ColumnRole.Class;
        if (Has(label, "实际") || Has(label, "完成值") || Has(label, "完成情况") || Has(label, "完成指标值")) return ColumnRole.Actual;
        if (Has(label, "目标值") || Has(label, "指标值") || Has(label, "计划值") || Has(label, "预期值")) return ColumnRole.Target;
        if (Has(label, "得分") || Has(label, "评分") || Has(label, "自评分")) return ColumnRole.Score;
        if (Has(label, "分值") || Has(label, "权重")) return ColumnRole.Weight;
        return null;
    }

    private static ColumnRole? BudgetRole(string text)
    {
        if (text.Length > MaxLabel) return null;
        string label = PrintedText.Squeeze(text);
        if (label.StartsWith("备注", StringComparison.Ordinal)) return ColumnRole.Remark;
        if (Has(label, "执行率")) return Has(label, "得分") ? ColumnRole.Score : ColumnRole.Rate;
        if (Has(label, "得分")) return ColumnRole.Score;
        if (Has(label, "分值") || Has(label, "权重")) return ColumnRole.Weight;
        if (Has(label, "年初预算")) return ColumnRole.InitialBudget;
        if (Has(label, "预算执行") || Has(label, "预算管理")) return null;
        if (Has(label, "执行数") || Has(label, "支出数")) return ColumnRole.Executed;
        return Has(label, "预算数") || Has(label, "全年预算") || Has(label, "调整后预算") ? ColumnRole.Budget : null;
    }

    private static bool Has(string label, string word) => label.Contains(word, StringComparison.Ordinal);

    private static void Require(ImmutableArray<HeaderColumn>.Builder found, ColumnRole role, ColumnRole before)
    {
        if (found.Any(c => c.Role == role)) return;
        int at = 0;
        while (at < found.Count && found[at].Role != before) at++;
        found.Insert(at, new HeaderColumn(role, -1));
    }
}
