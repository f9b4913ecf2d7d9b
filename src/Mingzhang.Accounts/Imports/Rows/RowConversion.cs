using System.Globalization;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Imports.Mapping;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>
/// Turns the rows of a sheet into rows of the book's file. What only a spreadsheet has is settled here (dates as numbers, debit and credit, codes with
/// names); whether the values are right is for the reader of the book's file to say.
/// </summary>
internal sealed class RowConversion(ColumnMapping mapping, MappingBinding binding, ImportContext context, FileProblems log)
{
    private readonly HashSet<string> _units = [.. context.Department.Units.SelectMany(u => new[] { u.Code, u.Name })];
    private readonly HashSet<string> _projects = [.. context.Projects.SelectMany(p => new[] { p.Code, p.Name })];
    private int _row;
    private bool _sound;

    /// <summary>The cells of a row for the book's file, in the order of its columns; null if it cannot be taken, with problems in the log.</summary>
    internal string[]? Convert(int row)
    {
        _row = row;
        _sound = true;
        string[] cells = [.. MappingFields.Columns(mapping.Kind).Select(Value)];
        return _sound ? cells : null;
    }

    /// <summary>The cell that feeds a field in a row; blank if none does. Cells inside merged ranges have the range's text, but amounts only once.</summary>
    internal SheetCell Cell(int row, string field) => binding.Columns.TryGetValue(field, out int column) ? binding.Sheet.Covering(row, column) : default;

    /// <summary>
    /// Whether a row of a budget or of opening balances is captioned as a sum (人员经费小计), whatever code stands in it. Entries of a ledger are not
    /// judged so: their summary may well end in 合计.
    /// </summary>
    internal bool IsTotal(int row) => mapping.Kind != ImportKind.Ledger
        && Array.Exists(binding.Sheet.Rows[row], c => c.Value is string && TotalRow.IsCaption(c.Word) && !_projects.Contains(c.Text));

    /// <summary>The name of a field's column as a person finds it: letters and heading.</summary>
    internal string Place(string field) =>
        binding.Columns.TryGetValue(field, out int column) ? $"{Sheet.Letters(column)} {binding.Headings[column]}".TrimEnd() : field;

    private string Value(TableColumn column)
    {
        if (mapping.Kind == ImportKind.Ledger && column == LedgerColumns.Date) return Date();
        if (column.Name == LedgerColumns.Amount.Name) return AmountText();
        FieldSource? source = mapping.Source(column.Name);
        if (source is null) return "";
        if (source.Kind == SourceKind.Constant) return source.Value;
        if (source.Kind == SourceKind.ByProject) return ByProject();
        SheetCell cell = Sound(column.Name);
        if (source.Values.TryGetValue(cell.Text, out string? meaning)) return meaning;
        return column.Name switch
        {
            "单位" or "对方单位" => Unit(cell),
            "项目" => Project(cell),
            "科目" => CodeCell.Account(cell.Text),
            "功能分类" or "部门经济分类" or "政府经济分类" => CodeCell.Leading(cell.Text),
            "资金性质" => Term(cell, BookTerms.Funds),
            "支出性质" => Term(cell, BookTerms.Purposes),
            _ => cell.Text,
        };
    }

    private static string Term<T>(SheetCell cell, Terms<T> terms)
        where T : struct => terms.TryRead(cell.Word, out T value) || terms.TryRead(CodeCell.Name(cell.Word), out value) ? terms.Write(value) : cell.Text;

    private string Unit(SheetCell cell) => CodeCell.Known(cell, _units) is not { } known ? cell.Text
        : context.Department.Unit(known) is { } unit ? unit.Code : context.Department.Units.First(u => u.Name == known).Code;

    private string Project(SheetCell cell)
    {
        if (cell.IsBlank || cell.Word is "-" or "—" or "无") return "";
        string? known = CodeCell.Known(cell, _projects);
        if (known is null) return cell.Text;
        return context.Projects.FirstOrDefault(p => p.Code == known)?.Code ?? context.Projects.First(p => p.Name == known).Code;
    }

    private string Date()
    {
        if (mapping.Source(LedgerColumns.Date.Name) is { } source)
        {
            if (source.Kind == SourceKind.Constant) return source.Value;
            SheetCell cell = Sound(source.Field);
            return DateCell.TryRead(cell, out DateOnly date) ? Written(date) : cell.Text;
        }

        SheetCell month = Sound(FieldWords.Month), day = Sound(FieldWords.Day);
        if (int.TryParse(month.Word, out int m) && int.TryParse(day.Word, out int d) && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(context.Year.Value, m))
            return Written(new DateOnly(context.Year.Value, m, d));
        Reject("import.date", FieldWords.Month, new($"“{month.Text}”月“{day.Text}”日不是日期", $"month \"{month.Text}\" and day \"{day.Text}\" are no date"), new("改正月、日", "correct month and day"));
        return "";
    }

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string ByProject()
    {
        // 经营支出, 上缴上级支出 and 对附属单位补助支出 are not divided, nor are balances.
        BudgetaryAccount? account = mapping.Kind == ImportKind.Ledger ? context.Edition.Accounts.Find(CodeCell.Account(Cell(_row, LedgerColumns.Account.Name).Text)) : null;
        bool divided = mapping.Kind != ImportKind.Ledger || account is { Kind: AccountKind.Expenditure, Feeds: FlowKind.Any } or { Kind: AccountKind.Income, Feeds: FlowKind.Appropriation };
        if (!divided) return "";
        return BookTerms.Purposes.Write(Project(Cell(_row, LedgerColumns.Project.Name)).Length > 0 ? Books.Purpose.Project : Books.Purpose.Basic);
    }

    private string AmountText()
    {
        if (mapping.Source(LedgerColumns.Amount.Name) is { Kind: SourceKind.Constant } constant) return constant.Value;
        if (mapping.Source(LedgerColumns.Amount.Name) is not null && mapping.Source(FieldWords.Side) is null)
            return Amount(LedgerColumns.Amount.Name, mayBeBlank: false).ToString();
        (Amount debit, Amount credit) = DebitAndCredit();
        if (!_sound) return "";
        string code = CodeCell.Account(Sound(LedgerColumns.Account.Name).Text);
        if (context.Edition.Accounts.Find(code) is { } account) return (account.Debit ? debit - credit : credit - debit).ToString();
        Reject("import.account", LedgerColumns.Account.Name, new($"不认识的科目“{code}”，不知道余额方向", $"unknown account \"{code}\": its usual side is not known"), new("改正科目；只导入预算会计科目（6、7、8 开头）", "correct the account; only accounts of budgetary accounting are imported"));
        return "";
    }

    private (Amount Debit, Amount Credit) DebitAndCredit()
    {
        if (mapping.Source(FieldWords.Side) is not null)
        {
            Amount amount = Amount(LedgerColumns.Amount.Name, mayBeBlank: false);
            SheetCell side = Sound(FieldWords.Side);
            if (side.Word is "借" or "借方") return (amount, Core.Figures.Amount.Zero);
            if (side.Word is "贷" or "贷方") return (Core.Figures.Amount.Zero, amount);
            Reject("import.side", FieldWords.Side, new($"方向“{side.Text}”不是借或贷", $"the side \"{side.Text}\" is neither 借 nor 贷"), new("填写借或贷", "fill in 借 or 贷"));
            return default;
        }

        Amount debit = Amount(FieldWords.Debit, mayBeBlank: true), credit = Amount(FieldWords.Credit, mayBeBlank: true);
        if (_sound && debit != Core.Figures.Amount.Zero && credit != Core.Figures.Amount.Zero)
            Reject("import.sides", FieldWords.Debit, new($"借方 {debit} 和贷方 {credit} 同时有数", $"both debit {debit} and credit {credit} are given"), new("拆成两行，每行只有一方", "make two rows of it"));
        else if (_sound && Cell(_row, FieldWords.Debit).IsBlank && Cell(_row, FieldWords.Credit).IsBlank)
            Reject("import.amount", FieldWords.Debit, new("借方和贷方都没有数", "neither debit nor credit is given"), new("填写金额，或删去这一行", "fill in the amount, or delete the row"));
        return (debit, credit);
    }

    private Amount Amount(string field, bool mayBeBlank)
    {
        if (binding.Columns.TryGetValue(field, out int column) && binding.Sheet.IsCovered(_row, column))
        {
            Reject("import.merged", field, new("金额在合并单元格内，不知道属于哪一行", "the amount stands in a merged cell: which row it belongs to is not known"), new("取消合并，每行填写自己的金额", "unmerge it and give each row its own amount"));
            return default;
        }

        SheetCell cell = Sound(field);
        if (!_sound) return default;
        if (cell.IsBlank && !mayBeBlank)
            Reject("import.amount", field, new("没有金额", "the amount is missing"), new("填写金额，或删去这一行", "fill in the amount, or delete the row"));
        if (AmountCell.TryRead(cell, mapping.InWan, out Amount amount)) return amount;
        Reject("import.amount", field, AmountCell.WhyNot(cell), new("改成数字，最多两位小数", "make it a number with two decimals at most"));
        return default;
    }

    private SheetCell Sound(string field)
    {
        SheetCell cell = Cell(_row, field);
        if (cell.Fault is { } fault)
        {
            Reject("import.fault", field, new($"单元格是{fault.Reason.Zh}", $"the cell is {fault.Reason.En}"), new("在表格软件中打开、重新计算并保存，或粘贴为数值", "open the file in a spreadsheet program, recalculate and save it, or paste the values"));
            return default;
        }

        return cell;
    }

    private void Reject(string id, string field, Text message, Text remedy)
    {
        _sound = false;
        log.Error(id, _row + 1, Place(field), message, remedy);
    }
}
