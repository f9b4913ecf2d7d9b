using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>The columns of <c>budget.csv</c> (docs/books.md).</summary>
internal static class BudgetColumns
{
    internal static readonly TableColumn Kind = new("类型", "kind", Required: true);
    internal static readonly TableColumn Document = new("文号", "document", Required: false);
    internal static readonly TableColumn Unit = new("单位", "unit", Required: true);
    internal static readonly TableColumn Fund = new("资金性质", "fund", Required: true);
    internal static readonly TableColumn Functional = new("功能分类", "functional", Required: true);
    internal static readonly TableColumn Economic = new("部门经济分类", "economic", Required: false);
    internal static readonly TableColumn Project = new("项目", "project", Required: true);
    internal static readonly TableColumn Purpose = new("支出性质", "purpose", Required: true);
    internal static readonly TableColumn Amount = new("金额", "amount", Required: true);

    /// <summary>All of them, in the order in which the program writes them.</summary>
    internal static readonly ImmutableArray<TableColumn> All = [Kind, Document, Unit, Fund, Functional, Economic, Project, Purpose, Amount];
}
