using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>The columns of <c>opening.csv</c> (docs/books.md).</summary>
internal static class OpeningColumns
{
    internal static readonly TableColumn Unit = new("单位", "unit", Required: true);
    internal static readonly TableColumn Fund = new("资金性质", "fund", Required: true);
    internal static readonly TableColumn Functional = new("功能分类", "functional", Required: true);
    internal static readonly TableColumn Project = new("项目", "project", Required: true);
    internal static readonly TableColumn Kind = new("类型", "kind", Required: true);
    internal static readonly TableColumn Amount = new("金额", "amount", Required: true);

    /// <summary>All of them, in the order in which the program writes them.</summary>
    internal static readonly ImmutableArray<TableColumn> All = [Unit, Fund, Functional, Project, Kind, Amount];
}
