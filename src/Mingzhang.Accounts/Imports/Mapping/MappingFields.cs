using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>The fields of a mapping: their order, and which of them an import cannot do without.</summary>
internal static class MappingFields
{
    /// <summary>Id of the problem that a field has no source.</summary>
    internal const string NoSource = "import.no-source";

    /// <summary>The columns of the file that an import makes.</summary>
    internal static ImmutableArray<TableColumn> Columns(ImportKind kind) => kind switch
    {
        ImportKind.Ledger => LedgerColumns.All,
        ImportKind.Budget => BudgetColumns.All,
        _ => OpeningColumns.All,
    };

    /// <summary>The names that a mapping may have, in order.</summary>
    internal static IEnumerable<string> Names(ImportKind kind)
    {
        foreach (TableColumn column in Columns(kind))
        {
            yield return column.Name;
            if (kind != ImportKind.Ledger) continue;
            if (column == LedgerColumns.Date) { yield return FieldWords.Month; yield return FieldWords.Day; }
            if (column == LedgerColumns.Amount) { yield return FieldWords.Side; yield return FieldWords.Debit; yield return FieldWords.Credit; }
        }
    }

    /// <summary>Reports the fields that have no source and need one.</summary>
    internal static void CheckComplete(ColumnMapping mapping, FileProblems log)
    {
        bool Has(string name) => mapping.Source(name) is not null;
        IEnumerable<string> needed = mapping.Kind switch
        {
            ImportKind.Ledger => [LedgerColumns.Voucher.Name, LedgerColumns.Unit.Name, LedgerColumns.Account.Name, LedgerColumns.Fund.Name, LedgerColumns.Functional.Name, LedgerColumns.Purpose.Name],
            ImportKind.Budget => [BudgetColumns.Kind.Name, BudgetColumns.Unit.Name, BudgetColumns.Fund.Name, BudgetColumns.Functional.Name, BudgetColumns.Purpose.Name, BudgetColumns.Amount.Name],
            _ => [OpeningColumns.Unit.Name, OpeningColumns.Fund.Name, OpeningColumns.Kind.Name, OpeningColumns.Amount.Name],
        };
        foreach (string name in needed.Where(n => !Has(n))) Missing(name, log);
        if (mapping.Kind != ImportKind.Ledger) return;
        if (!Has(LedgerColumns.Date.Name) && !(Has(FieldWords.Month) && Has(FieldWords.Day))) Missing(LedgerColumns.Date.Name, log);
        if (!Has(LedgerColumns.Amount.Name) && !(Has(FieldWords.Debit) && Has(FieldWords.Credit))) Missing(LedgerColumns.Amount.Name, log);
        if (!Has(LedgerColumns.Economic.Name))
            log.Warning("import.no-economic", 0, LedgerColumns.Economic.Name, new("没有部门经济分类列", "no column has the economic codes"), new("支出没有经济分类就不能编制公开06表；在 mapping.yaml 中指定", "form 06 needs them; name the column in mapping.yaml"));
    }

    private static void Missing(string name, FileProblems log) =>
        log.Error(NoSource, 0, name, new($"没有找到“{name}”的列", $"no column was found for {name}"),
            new($"在 mapping.yaml 的 fields 中写明：{name}: {{column: 列号}} 或 {name}: {{value: 固定值}}", $"say in mapping.yaml under fields: {name}: {{column: LETTERS}} or {name}: {{value: CONSTANT}}"));
}
