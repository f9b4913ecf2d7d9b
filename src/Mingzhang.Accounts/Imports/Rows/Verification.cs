using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Mapping;

namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Reads the rows that an import made with the readers of the book's files, so that nothing is imported that a build would refuse.</summary>
internal static class Verification
{
    private const int Most = 10_000;

    /// <summary>The problems, each with the place of the row in the rows given (from 2, the header being row 1).</summary>
    internal static IEnumerable<BookProblem> Check(byte[] csv, ImportKind kind, ImportContext context)
    {
        var log = new FileProblems("", Most);
        ImmutableArray<TableColumn> columns = MappingFields.Columns(kind);
        if (CsvTable.Read(csv, columns, int.MaxValue, log) is { } table)
        {
            var names = new BookNames(context.Department, context.Projects, context.Edition);
            switch (kind)
            {
                case ImportKind.Budget:
                    BudgetFile.Read(table, names, log);
                    break;
                case ImportKind.Opening:
                    OpeningFile.Read(table, names, log);
                    break;
                default:
                    CheckLedger(table, names, context, log);
                    break;
            }
        }

        return log.All();
    }

    /// <summary>The file's text: header and rows, UTF-8, cells quoted where they must be.</summary>
    internal static byte[] Write(ImportKind kind, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', MappingFields.Columns(kind).Select(c => c.Name)).Append('\n');
        foreach (string[] row in rows) text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string cell)
    {
        cell = cell.ReplaceLineEndings(" ");
        return cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private static void CheckLedger(CsvTable table, BookNames names, ImportContext context, FileProblems log)
    {
        var row = new RowReader(table, names, log);
        foreach ((int, string[]) cells in table.Rows)
        {
            row.MoveTo(cells);
            string date = row.Text(LedgerColumns.Date), account = row.Text(LedgerColumns.Account);
            if (!DateText.TryRead(date, out DateOnly day))
                row.Error("import.date", LedgerColumns.Date, new($"“{date}”不是日期", $"\"{date}\" is no date"), new("改成日期，如 2023-05-04", "make it a date like 2023-05-04"));
            else if (day.Year != context.Year.Value)
                row.Error("import.date", LedgerColumns.Date, new($"日期 {date} 不在 {context.Year} 年内", $"{date} is not within {context.Year}"), new($"只导入 {context.Year} 年的分录", $"import the entries of {context.Year} only"));
            if (row.Text(LedgerColumns.Voucher).Length == 0)
                row.Error("import.voucher", LedgerColumns.Voucher, new("没有凭证号", "the voucher number is missing"), new("填写凭证号", "fill it in"));
            if (context.Edition.Accounts.Find(account) is null)
                row.Error("import.account", LedgerColumns.Account, new($"不认识的预算会计科目“{account}”", $"unknown account of budgetary accounting \"{account}\""), new("改正科目代码（6、7、8 开头，前四位为总账科目）", "correct the code (four digits that begin with 6, 7 or 8, and those of sub-accounts)"));
            row.Unit(LedgerColumns.Unit);
            row.Term(LedgerColumns.Fund, BookTerms.Funds);
            row.Functional(LedgerColumns.Functional, mayBeBlank: true);
            row.Economic(LedgerColumns.Economic);
            row.Project(LedgerColumns.Project);
            row.Term(LedgerColumns.Purpose, BookTerms.Purposes);
            row.Amount(LedgerColumns.Amount, mayBeNegative: true);
        }
    }
}
