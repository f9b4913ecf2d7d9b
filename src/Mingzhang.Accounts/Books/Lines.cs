using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books;

/// <summary>A line of <c>ledger.csv</c>: one entry of budgetary accounting (预算会计).</summary>
public sealed record LedgerEntry
{
    /// <summary>日期.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>凭证号; entries of one unit with the same date and number are one voucher.</summary>
    public required string Voucher { get; init; }

    /// <summary>单位: the code of a unit of <c>unit.yaml</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>科目: a code of <c>forms/accounts</c>, 6xxx income, 7xxx expenditure, 8xxx balances; more digits name a sub-account.</summary>
    public required string Account { get; init; }

    /// <summary>资金性质.</summary>
    public required Fund Fund { get; init; }

    /// <summary>功能分类 to 项; empty on balance accounts that have none.</summary>
    public string Functional { get; init; } = "";

    /// <summary>部门预算支出经济分类 to 款; empty where there is none.</summary>
    public string Economic { get; init; } = "";

    /// <summary>政府预算支出经济分类; empty where there is none.</summary>
    public string GovernmentEconomic { get; init; } = "";

    /// <summary>项目: a project's code; empty for basic expenditure and income not bound to a project.</summary>
    public string Project { get; init; } = "";

    /// <summary>支出性质.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>对方单位: the unit of the same department that pays or is paid; empty otherwise. Consolidation eliminates it.</summary>
    public string Counterparty { get; init; } = "";

    /// <summary>金额 in 元, positive on the account's usual side (income and closing balances credit; expenditure and 8001 资金结存 debit).</summary>
    public required Amount Amount { get; init; }

    /// <summary>摘要.</summary>
    public string Summary { get; init; } = "";
}

/// <summary>A line of <c>opening.csv</c>: money brought forward.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Fund">资金性质.</param>
/// <param name="Functional">功能分类 to 项; empty where the money is bound to none.</param>
/// <param name="Project">Project code; empty if none.</param>
/// <param name="Surplus">True for 结余 (left over), false for 结转 (kept for its purpose).</param>
/// <param name="Amount">In 元.</param>
public sealed record OpeningBalance(string Unit, Fund Fund, string Functional, string Project, bool Surplus, Amount Amount)
{
    /// <summary>Where it stands in <c>opening.csv</c>.</summary>
    public FileLine Line { get; init; }
}

/// <summary>类型 of a budget line.</summary>
public enum BudgetKind
{
    /// <summary>年初: the initial budget.</summary>
    Initial,

    /// <summary>追加.</summary>
    Added,

    /// <summary>调减; its amount is positive and is taken away.</summary>
    Cut,

    /// <summary>调剂: moved between lines; the amounts of one document number sum to nothing.</summary>
    Moved,

    /// <summary>结转: brought forward from the year before.</summary>
    CarriedOver,
}

/// <summary>A line of <c>budget.csv</c>.</summary>
public sealed record BudgetLine
{
    /// <summary>类型.</summary>
    public required BudgetKind Kind { get; init; }

    /// <summary>文号 of an adjustment; empty for the initial budget.</summary>
    public string Document { get; init; } = "";

    /// <summary>Unit code.</summary>
    public required string Unit { get; init; }

    /// <summary>资金性质.</summary>
    public required Fund Fund { get; init; }

    /// <summary>功能分类 to 项.</summary>
    public required string Functional { get; init; }

    /// <summary>部门预算支出经济分类 to 款; empty where the budget does not go so far.</summary>
    public string Economic { get; init; } = "";

    /// <summary>Project code; empty for basic expenditure.</summary>
    public string Project { get; init; } = "";

    /// <summary>支出性质.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>In 元; negative only for the giving side of 调剂.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Where it stands in <c>budget.csv</c>.</summary>
    public FileLine Line { get; init; }

    /// <summary>What the line does to the full-year budget.</summary>
    public Amount Effect => Kind == BudgetKind.Cut ? -Amount : Amount;
}
