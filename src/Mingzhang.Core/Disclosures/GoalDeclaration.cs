using System.Collections.Immutable;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Disclosures;

/// <summary>A declaration of performance goals that comes with a budget: 部门整体支出绩效目标申报表, 项目申报表 or 项目绩效目标表. What it says of persons is not kept.</summary>
public sealed record GoalDeclaration
{
    /// <summary>The whole department or one project.</summary>
    public required EvaluationScope Scope { get; init; }

    /// <summary>The table's title as printed.</summary>
    public required Field Title { get; init; }

    /// <summary>Name of the project or department inside the table; the title's where the table has none.</summary>
    public required Field Name { get; init; }

    /// <summary>Last line of the table.</summary>
    public int LastLine { get; init; }

    /// <summary>项目总预算.</summary>
    public Field? TotalBudget { get; init; }

    /// <summary>项目当年预算.</summary>
    public Field? YearBudget { get; init; }

    /// <summary>起始年度.</summary>
    public Field? StartYear { get; init; }

    /// <summary>终止年度.</summary>
    public Field? EndYear { get; init; }

    /// <summary>Unit of the amounts as printed (<c>万元</c>); null if none is printed.</summary>
    public string? AmountUnit { get; init; }

    /// <summary>Other labelled texts in order: 项目属性, 立项依据, 实施方案, 前两年预算及当年预算变动情况.</summary>
    public ImmutableArray<LabelledText> Particulars { get; init; } = [];

    /// <summary>The money by source, use, activity, purchase and project, in printed order.</summary>
    public ImmutableArray<GoalAmount> Amounts { get; init; } = [];

    /// <summary>The goals, in order.</summary>
    public ImmutableArray<Goal> Goals { get; init; } = [];

    /// <summary>The indicators, in order; lines of the form that were left blank are not among them.</summary>
    public ImmutableArray<GoalIndicator> Indicators { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Unread> Unread { get; init; } = [];
}

/// <summary>What an amount of a declaration is of.</summary>
public enum GoalAmountKind
{
    /// <summary>A source of money (收入构成, 项目资金来源).</summary>
    Source,

    /// <summary>A kind of expenditure (支出构成).</summary>
    Use,

    /// <summary>An activity with its cost (项目支出明细测算).</summary>
    Activity,

    /// <summary>A purchase (项目采购).</summary>
    Purchase,

    /// <summary>A project of the department (项目支出情况).</summary>
    Project,
}

/// <summary>An amount of a declaration.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Name">Its name as printed: <c>财政拨款</c>, <c>合计</c>.</param>
/// <param name="Amount">The year's amount; null if blank.</param>
/// <param name="Span">Where the row stands.</param>
public sealed record GoalAmount(GoalAmountKind Kind, string Name, Field? Amount, TextSpan Span)
{
    /// <summary>占比; null if blank or not printed.</summary>
    public Field? Share { get; init; }

    /// <summary>The amounts of the years before, in printed order; null where blank.</summary>
    public ImmutableArray<Field?> Earlier { get; init; } = [];

    /// <summary>Of a project the total budget over all years, of a purchase the quantity; null if blank.</summary>
    public Field? Other { get; init; }

    /// <summary>Whether it is a total (合计).</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether it is a part of the amount above it (其中).</summary>
    public bool IsPart { get; init; }
}

/// <summary>A goal.</summary>
/// <param name="Name">As printed: <c>年度绩效目标1</c>.</param>
/// <param name="Text">The goal; empty if it was left blank.</param>
/// <param name="IsAnnual">For the year; else for the long term.</param>
/// <param name="Span">Where.</param>
public sealed record Goal(string Name, string Text, bool IsAnnual, TextSpan Span);

/// <summary>An indicator of a goal.</summary>
public sealed record GoalIndicator
{
    /// <summary>一级指标; empty if the cell is lost.</summary>
    public string Level1 { get; init; } = "";

    /// <summary>二级指标; empty if the cell is lost.</summary>
    public string Level2 { get; init; } = "";

    /// <summary>三级指标.</summary>
    public required Field Name { get; init; }

    /// <summary>指标值, or 预期当年实现值; null if blank.</summary>
    public Field? Target { get; init; }

    /// <summary>The values of the years before (前年, 上年), in printed order; null where blank. Empty where the table has none.</summary>
    public ImmutableArray<Field?> Earlier { get; init; } = [];

    /// <summary>指标值确定依据: 历史标准, 计划标准, 行业标准; empty if blank.</summary>
    public string Basis { get; init; } = "";

    /// <summary>For the year; else for the long term.</summary>
    public bool IsAnnual { get; init; }

    /// <summary>Name of the goal that it belongs to as printed; empty if none is printed.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Where the row stands.</summary>
    public required TextSpan Span { get; init; }
}
