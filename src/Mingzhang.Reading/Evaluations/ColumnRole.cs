namespace Mingzhang.Reading.Evaluations;

/// <summary>What a column of an evaluation table holds.</summary>
internal enum ColumnRole
{
    /// <summary>年度绩效目标 (80分), 年度绩效指标: the label beside the indicators.</summary>
    Block,

    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标.</summary>
    Name,

    /// <summary>指标分类: a kind, not a value.</summary>
    Class,

    /// <summary>年初目标值 (A).</summary>
    Target,

    /// <summary>实际完成值 (B).</summary>
    Actual,

    /// <summary>分值, 权重.</summary>
    Weight,

    /// <summary>得分.</summary>
    Score,

    /// <summary>备注, 偏差原因, 评分标准 and other text.</summary>
    Remark,

    /// <summary>年初预算数.</summary>
    InitialBudget,

    /// <summary>预算数 (A).</summary>
    Budget,

    /// <summary>执行数 (B).</summary>
    Executed,

    /// <summary>执行率 (B/A).</summary>
    Rate,
}

/// <summary>A column of a table as its header shows it.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Column">Its column, 0-based; −1 if the header does not show it.</param>
internal readonly record struct HeaderColumn(ColumnRole Role, int Column);
