using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Tells the rows that are no entries: blank ones, totals, repeated headers, accounts of financial accounting. Each with why, so that nothing is left out silently.</summary>
internal sealed class RowFilter(ColumnMapping mapping, MappingBinding binding, RowConversion rows, FileProblems log)
{
    private readonly Subtotals _subtotals = new(mapping, binding, rows, log);
    private readonly string[] _keys = mapping.Kind == ImportKind.Ledger
        ? [LedgerColumns.Date.Name, FieldWords.Day, LedgerColumns.Account.Name]
        : [BudgetColumns.Functional.Name, BudgetColumns.Project.Name];

    /// <summary>Why a row is left out; null if it is an entry. Rows on which nothing stands give an empty text.</summary>
    internal Text? WhyNot(int row)
    {
        SheetCell[] cells = binding.Sheet.Rows[row];
        if (Array.TrueForAll(cells, c => c.IsBlank)) return "";
        bool keyed = _keys.Any(k => rows.Cell(row, k) is { IsBlank: false } key && !TotalRow.IsWord(key.Word));
        if ((binding.Sheet.IsTotal(row) && (!keyed || IsSummed(row))) || rows.IsTotal(row)) return new("合计、结转或表尾行", "a row of totals, carried over, or of the foot");
        if (binding.Columns.Values.All(c => binding.Sheet.At(row, c).Word is var word && (word.Length == 0 || word == SheetHeader.LastPart(binding.Headings[c]))) && binding.Columns.Values.Any(c => !binding.Sheet.At(row, c).IsBlank))
            return new("重复的表头", "the header repeated");
        if (mapping.Kind == ImportKind.Ledger && CodeCell.Account(rows.Cell(row, LedgerColumns.Account.Name).Text) is { Length: >= 4 } account && account[0] is >= '1' and <= '5')
            return new("财务会计科目，不属于预算会计", "an account of financial accounting");
        return _subtotals.WhyNot(row);
    }

    /// <summary>Whether a row that has a key sums others: its mark stands where entries have their summary or account name.</summary>
    private bool IsSummed(int row) => mapping.Kind == ImportKind.Ledger && TotalRow.IsWord(rows.Cell(row, LedgerColumns.Summary.Name).Word);
}
