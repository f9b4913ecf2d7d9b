using System.Collections.Immutable;

namespace Mingzhang.Core.Forms;

/// <summary>Which money of the accounts a cell shows.</summary>
public enum FillFlow
{
    /// <summary>Not stated here: a column or line that only narrows what the other states.</summary>
    None,

    /// <summary>本年收入.</summary>
    Income,

    /// <summary>本年支出.</summary>
    Expenditure,

    /// <summary>年初结转和结余.</summary>
    Opening,

    /// <summary>年末结转和结余: opening, income and surplus used, less expenditure and surplus distributed.</summary>
    Closing,

    /// <summary>使用非财政拨款结余（含专用结余）.</summary>
    SurplusUsed,

    /// <summary>结余分配.</summary>
    SurplusDistributed,

    /// <summary>全年预算: initial budget, adjustments and what was carried over.</summary>
    Budget,
}

/// <summary>Budgets that money belongs to, as a set.</summary>
[Flags]
public enum FundSet
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>一般公共预算.</summary>
    GeneralPublic = 1,

    /// <summary>政府性基金预算.</summary>
    GovernmentFund = 2,

    /// <summary>国有资本经营预算.</summary>
    StateCapital = 4,

    /// <summary>财政拨款: the three of them.</summary>
    Appropriated = 7,

    /// <summary>财政专户管理资金.</summary>
    SpecialAccount = 8,

    /// <summary>单位资金.</summary>
    UnitOwn = 16,

    /// <summary>All money.</summary>
    All = 31,
}

/// <summary>Kinds of income and expenditure that the forms tell apart.</summary>
public enum FlowKind
{
    /// <summary>Every kind. For an expenditure account: basic or project, as the entry says.</summary>
    Any,

    /// <summary>财政拨款收入.</summary>
    Appropriation,

    /// <summary>上级补助收入.</summary>
    Superior,

    /// <summary>事业收入.</summary>
    Undertaking,

    /// <summary>经营收入 or 经营支出.</summary>
    Business,

    /// <summary>附属单位上缴收入.</summary>
    Subordinate,

    /// <summary>其他收入.</summary>
    Other,

    /// <summary>基本支出.</summary>
    Basic,

    /// <summary>项目支出.</summary>
    Project,

    /// <summary>上缴上级支出.</summary>
    Submitted,

    /// <summary>对附属单位补助支出.</summary>
    Aid,
}

/// <summary>How the ledger fills a column or line of a form. Where a line and a column both say something, both count.</summary>
/// <param name="Flow">Which money; none narrows only.</param>
/// <param name="Funds">Of which budgets.</param>
/// <param name="Kind">Of which kind.</param>
/// <param name="Items">Only these economic items; empty for all.</param>
public sealed record Fill(FillFlow Flow, FundSet Funds, FlowKind Kind, ImmutableArray<string> Items)
{
    /// <summary>This and another together: the line's flow before the column's, and what both allow.</summary>
    public static Fill Join(Fill line, Fill column) => new(
        line.Flow != FillFlow.None ? line.Flow : column.Flow,
        line.Funds & column.Funds,
        line.Kind != FlowKind.Any ? line.Kind : column.Kind,
        line.Items.IsEmpty ? column.Items : line.Items);
}
