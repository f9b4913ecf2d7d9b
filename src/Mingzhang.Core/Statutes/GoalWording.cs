using System.Collections.Immutable;

namespace Mingzhang.Core.Statutes;

/// <summary>The captions of a declaration of goals (goals.yaml). Amounts are captioned without their unit.</summary>
public sealed record GoalWording
{
    /// <summary>No captions.</summary>
    public static GoalWording None { get; } = new();

    /// <summary>部门（单位）名称.</summary>
    public string Department { get; init; } = "";

    /// <summary>项目名称.</summary>
    public string Project { get; init; } = "";

    /// <summary>项目总预算.</summary>
    public string TotalBudget { get; init; } = "";

    /// <summary>项目当年预算.</summary>
    public string YearBudget { get; init; } = "";

    /// <summary>起始年度.</summary>
    public string StartYear { get; init; } = "";

    /// <summary>终止年度.</summary>
    public string EndYear { get; init; } = "";

    /// <summary>Sources of money: 资金来源.</summary>
    public string Sources { get; init; } = "";

    /// <summary>Kinds of expenditure: 支出构成.</summary>
    public string Uses { get; init; } = "";

    /// <summary>The department's projects: 项目支出情况.</summary>
    public string Projects { get; init; } = "";

    /// <summary>Activities with their costs: 项目支出明细测算.</summary>
    public string Activities { get; init; } = "";

    /// <summary>Purchases: 项目采购.</summary>
    public string Purchases { get; init; } = "";

    /// <summary>What an amount is of: 名称.</summary>
    public string Entry { get; init; } = "";

    /// <summary>How many are purchased: 数量.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>A project's budget over all years: 总预算.</summary>
    public string AllYears { get; init; } = "";

    /// <summary>Amounts of the years before, whose order is the document's own: 以前年度.</summary>
    public string Earlier { get; init; } = "";

    /// <summary>The year's amount: 当年金额.</summary>
    public string Year { get; init; } = "";

    /// <summary>占比.</summary>
    public string Share { get; init; } = "";

    /// <summary>绩效指标.</summary>
    public string Indicators { get; init; } = "";

    /// <summary>一级指标, 二级指标, 三级指标.</summary>
    public ImmutableArray<string> Levels { get; init; } = ["", "", ""];

    /// <summary>The years before, from the earliest: 前年, 上年.</summary>
    public ImmutableArray<string> Before { get; init; } = ["", ""];

    /// <summary>指标值.</summary>
    public string Target { get; init; } = "";

    /// <summary>指标值确定依据.</summary>
    public string Basis { get; init; } = "";
}
