using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Disclosures;

/// <summary>What a self-evaluation is about.</summary>
public enum EvaluationScope
{
    /// <summary>The whole department (整体支出).</summary>
    Department,

    /// <summary>One project.</summary>
    Project,
}

/// <summary>A printed field: its characters, its place, and the figure and unit it begins with, if any.</summary>
/// <param name="Text">Characters as printed, joined where wrapped.</param>
/// <param name="Span">Where.</param>
/// <param name="Figure">The figure, without sign words and unit; null if the field is text.</param>
/// <param name="Unit">What follows the figure: <c>%</c>, <c>分</c>, <c>次</c>; empty if nothing.</param>
/// <param name="Bound">Its sign (≥, ≤) where the field was read as one quantity; null where it was not.</param>
public sealed record Field(string Text, TextSpan Span, Printed? Figure = null, string Unit = "", Bound? Bound = null);

/// <summary>A self-evaluation table (整体绩效自评表, 项目自评表) or the score table of its summary (摘要版).</summary>
public sealed record Evaluation
{
    /// <summary>Department or project.</summary>
    public required EvaluationScope Scope { get; init; }

    /// <summary>The table's title as printed.</summary>
    public required Field Title { get; init; }

    /// <summary>Name of the project or unit inside the table; the title's where the table has none.</summary>
    public required Field Name { get; init; }

    /// <summary>Last line of the table.</summary>
    public int LastLine { get; init; }

    /// <summary>预算数 (A), in 万元: the adjusted full-year budget.</summary>
    public Field? Budget { get; init; }

    /// <summary>执行数 (B), in 万元.</summary>
    public Field? Executed { get; init; }

    /// <summary>执行率 (B/A), in percent.</summary>
    public Field? Rate { get; init; }

    /// <summary>得分 (20分×执行率).</summary>
    public Field? RateScore { get; init; }

    /// <summary>Points for execution as printed beside the row (<c>20分</c>).</summary>
    public Field? RateWeight { get; init; }

    /// <summary>Points for all indicators together as printed (<c>年度绩效目标（80分）</c>).</summary>
    public Field? IndicatorWeight { get; init; }

    /// <summary>总分.</summary>
    public Field? Total { get; init; }

    /// <summary>The sum of weights printed in the row of the total.</summary>
    public Field? TotalWeight { get; init; }

    /// <summary>基本支出总额, in 万元.</summary>
    public Field? BasicExpenditure { get; init; }

    /// <summary>项目支出总额, in 万元.</summary>
    public Field? ProjectExpenditure { get; init; }

    /// <summary>年初预算数 named in the remarks, in 万元.</summary>
    public Field? InitialBudget { get; init; }

    /// <summary>Unit of the amounts as printed: <c>万元</c>, <c>元</c>; null if none is printed.</summary>
    public string? AmountUnit { get; init; }

    /// <summary>The annual goals with their points (<c>年度目标1（60分）</c>), in order.</summary>
    public ImmutableArray<EvaluationBlock> Blocks { get; init; } = [];

    /// <summary>The indicators in printed order.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>Labelled texts above the money, in order: 主管部门, 项目实施单位.</summary>
    public ImmutableArray<LabelledText> Particulars { get; init; } = [];

    /// <summary>Labelled texts below the total, in order: 偏差大或目标未完成原因分析, 改进措施及结果应用方案.</summary>
    public ImmutableArray<LabelledText> Remarks { get; init; } = [];

    /// <summary>Rows of tick boxes (项目类别, 项目属性, 项目类型).</summary>
    public ImmutableArray<TickBoxRow> TickBoxes { get; init; } = [];

    /// <summary>Whether a column of weights (分值, 权重) is printed, or weights stand inside the names.</summary>
    public bool HasWeights { get; init; }

    /// <summary>Whether a column of scores (得分) is printed.</summary>
    public bool HasScores { get; init; }

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Unread> Unread { get; init; } = [];
}

/// <summary>A goal that indicators belong to.</summary>
/// <param name="Name">As printed: <c>年度目标1（60分）</c>.</param>
/// <param name="Weight">Its points; null if none are printed.</param>
/// <param name="Goal">The text of the goal; empty if none.</param>
/// <param name="Span">Where.</param>
public sealed record EvaluationBlock(string Name, Printed? Weight, string Goal, TextSpan Span);

/// <summary>An indicator of a self-evaluation.</summary>
public sealed record Indicator
{
    /// <summary>一级指标 without its points: <c>产出指标</c>.</summary>
    public string Level1 { get; init; } = "";

    /// <summary>Points printed with level 1 (<c>产出指标（13分）</c>).</summary>
    public Printed? Level1Weight { get; init; }

    /// <summary>二级指标 without its points: <c>数量指标</c>; empty if the cell is lost.</summary>
    public string Level2 { get; init; } = "";

    /// <summary>Points printed with level 2.</summary>
    public Printed? Level2Weight { get; init; }

    /// <summary>三级指标 with the weight inside it as printed, if there: <c>派遣人员到岗率(4分)</c>.</summary>
    public required Field Name { get; init; }

    /// <summary>分值; null if not printed.</summary>
    public Field? Weight { get; init; }

    /// <summary>年初目标值 (A); null if the cell is blank.</summary>
    public Field? Target { get; init; }

    /// <summary>实际完成值 (B); null if the cell is blank.</summary>
    public Field? Actual { get; init; }

    /// <summary>得分; null if blank.</summary>
    public Field? Score { get; init; }

    /// <summary>Index into <see cref="Evaluation.Blocks"/>; −1 if the table has none.</summary>
    public int Block { get; init; } = -1;

    /// <summary>The row has fewer cells than the table's header; the placement follows the other rows.</summary>
    public bool Damaged { get; init; }

    /// <summary>Where the row stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name without the weight inside it.</summary>
    public string PlainName { get; init; } = "";
}

/// <summary>A text of a table beside its label.</summary>
/// <param name="Label">The label as printed.</param>
/// <param name="Text">The text.</param>
public sealed record LabelledText(string Label, Field Text);

/// <summary>A row of tick boxes.</summary>
/// <param name="Label">What is chosen: <c>项目类别</c>.</param>
/// <param name="Options">The choices in order.</param>
/// <param name="Span">Where.</param>
public sealed record TickBoxRow(string Label, ImmutableArray<TickBox> Options, TextSpan Span);

/// <summary>One choice.</summary>
/// <param name="Text">Its text without number and box.</param>
/// <param name="Ticked">Whether it is ticked.</param>
public sealed record TickBox(string Text, bool Ticked);

/// <summary>A row of the key-work table of part four.</summary>
/// <param name="Number">序号, filled down over merged cells.</param>
/// <param name="Matter">重要事项, filled down.</param>
/// <param name="Goal">工作内容及目标.</param>
/// <param name="Completion">完成情况.</param>
/// <param name="Span">Where.</param>
public sealed record KeyWorkRow(string Number, string Matter, string Goal, string Completion, TextSpan Span);
