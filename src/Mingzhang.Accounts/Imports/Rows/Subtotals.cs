using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>
/// Rows of a budget or of opening balances that sum up a 类 or 款: their code is shorter than an entry's, and the rows below that begin with it are
/// its parts. Only a row whose amount is their sum is one; any other row with such a code stays an entry, and is rejected as one. A row of a 项
/// without economic code is one too if the rows below give exactly its amount by economic codes: taking both would count the money twice.
/// </summary>
internal sealed class Subtotals(ColumnMapping mapping, MappingBinding binding, RowConversion rows, FileProblems log)
{
    private static readonly TableColumn[] Shared = [BudgetColumns.Kind, BudgetColumns.Document, BudgetColumns.Unit, BudgetColumns.Fund, BudgetColumns.Functional, BudgetColumns.Project];

    /// <summary>Why a row is no entry; null if it is one.</summary>
    internal Text? WhyNot(int row)
    {
        if (mapping.Kind == ImportKind.Ledger) return null;
        if (IsDivided(row)) return new($"{Code(row, BudgetColumns.Functional)} 的小计行，下面各行按经济分类列出同一金额", $"the subtotal of {Code(row, BudgetColumns.Functional)}: the rows below give its amount by economic codes");
        if (CodeOf(row) is not { } code || !TryAmount(row, out Amount own)) return null;
        (Amount sum, int parts) = Parts(row, code);
        if (parts == 0) return null;
        string written = code.Economic.Length > 0 ? code.Economic : code.Functional;
        if (sum == own) return new($"{written} 的小计行，等于下面 {parts} 行之和", $"the subtotal of {written}, the sum of {parts} rows below");
        log.Warning("import.subtotal", row + 1, rows.Place(BudgetColumns.Amount.Name),
            new($"{written} 的金额 {own} 元不是下面 {parts} 行之和 {sum} 元，不能作为小计行略去", $"the amount of {written}, {own}, is not the sum of the {parts} rows below, {sum}: it cannot be left out as a subtotal"),
            new("核对这一行和下面各行的金额", "check the amounts of this row and of those below"));
        return null;
    }

    private (Amount Sum, int Rows) Parts(int row, (string Functional, string Economic) code)
    {
        Amount sum = Amount.Zero;
        int parts = 0;
        for (int below = row + 1; below < binding.Sheet.Rows.Count; below++)
        {
            if (Array.TrueForAll(binding.Sheet.Rows[below], c => c.IsBlank) || rows.IsTotal(below)) continue;
            (string functional, string economic) = (Code(below, BudgetColumns.Functional), Code(below, BudgetColumns.Economic));
            bool within = code.Economic.Length > 0
                ? functional == code.Functional && economic.StartsWith(code.Economic, StringComparison.Ordinal) && economic != code.Economic
                : functional.StartsWith(code.Functional, StringComparison.Ordinal) && functional != code.Functional;
            if (!within) break;
            if (CodeOf(below) is not null || IsDivided(below)) continue;
            if (!TryAmount(below, out Amount amount)) return (Amount.Zero, 0);
            sum += amount;
            parts++;
        }

        return (sum, parts);
    }

    /// <summary>Whether a row without economic code is followed by several that have one, are alike otherwise, and sum to it.</summary>
    private bool IsDivided(int row)
    {
        string functional = Code(row, BudgetColumns.Functional);
        if (functional.Length != 7 || Code(row, BudgetColumns.Economic).Length > 0 || !TryAmount(row, out Amount own)) return false;
        Amount sum = Amount.Zero;
        int parts = 0;
        for (int below = row + 1; below < binding.Sheet.Rows.Count && Array.TrueForAll(Shared, c => rows.Cell(below, c.Name).Word == rows.Cell(row, c.Name).Word); below++)
        {
            string economic = Code(below, BudgetColumns.Economic);
            if (economic.Length == 3) continue;
            if (economic.Length == 0 || !TryAmount(below, out Amount amount)) break;
            sum += amount;
            parts++;
        }

        return parts > 1 && sum == own;
    }

    /// <summary>The codes of a row that can be no entry's: a functional one of 类 or 款, or an economic one of 类; null if they can.</summary>
    private (string Functional, string Economic)? CodeOf(int row)
    {
        string functional = Code(row, BudgetColumns.Functional), economic = Code(row, BudgetColumns.Economic);
        if (functional.Length is 3 or 5 && functional[0] == '2') return (functional, "");
        return economic.Length == 3 && economic[0] == '3' ? (functional, economic) : null;
    }

    private string Code(int row, TableColumn column) => CodeCell.Leading(rows.Cell(row, column.Name).Text) is var code && code.All(char.IsAsciiDigit) ? code : "";

    private bool TryAmount(int row, out Amount amount)
    {
        SheetCell cell = rows.Cell(row, BudgetColumns.Amount.Name);
        return AmountCell.TryRead(cell, mapping.InWan, out amount) && !cell.IsBlank;
    }
}
