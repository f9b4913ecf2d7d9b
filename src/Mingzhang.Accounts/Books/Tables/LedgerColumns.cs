using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>The columns of <c>ledger.csv</c> (docs/books.md).</summary>
internal static class LedgerColumns
{
    internal static readonly TableColumn Date = new("日期", "date", Required: true);
    internal static readonly TableColumn Voucher = new("凭证号", "voucher", Required: true);
    internal static readonly TableColumn Unit = new("单位", "unit", Required: true);
    internal static readonly TableColumn Account = new("科目", "account", Required: true);
    internal static readonly TableColumn Fund = new("资金性质", "fund", Required: true);
    internal static readonly TableColumn Functional = new("功能分类", "functional", Required: true);
    internal static readonly TableColumn Economic = new("部门经济分类", "economic", Required: true);
    internal static readonly TableColumn GovernmentEconomic = new("政府经济分类", "governmentEconomic", Required: false);
    internal static readonly TableColumn Project = new("项目", "project", Required: true);
    internal static readonly TableColumn Purpose = new("支出性质", "purpose", Required: true);
    internal static readonly TableColumn Counterparty = new("对方单位", "counterparty", Required: false);
    internal static readonly TableColumn Amount = new("金额", "amount", Required: true);
    internal static readonly TableColumn Summary = new("摘要", "summary", Required: false);

    /// <summary>All of them, in the order in which the program writes them.</summary>
    internal static readonly ImmutableArray<TableColumn> All =
        [Date, Voucher, Unit, Account, Fund, Functional, Economic, GovernmentEconomic, Project, Purpose, Counterparty, Amount, Summary];
}
