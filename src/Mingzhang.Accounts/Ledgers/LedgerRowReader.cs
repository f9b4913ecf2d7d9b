using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Reads a row of the ledger in every way in which it may be written, or reports each cell that cannot be read.</summary>
internal sealed class LedgerRowReader(BookNames names, Edition edition, int year, FileProblems log)
{
    /// <summary>The entry of a row; null if it cannot be used.</summary>
    internal LedgerEntry? Read(int[] places, int line, string[] cells)
    {
        var row = new RowReader(CsvTable.Of(LedgerColumns.All, places), names, log);
        row.MoveTo((line, cells));
        if (!DateText.TryRead(row.Text(LedgerColumns.Date), out DateOnly date) || date.Year != year)
            row.Error("book.ledger.date", LedgerColumns.Date, new($"日期“{row.Text(LedgerColumns.Date)}”不是 {year} 年内的日期", $"\"{row.Text(LedgerColumns.Date)}\" is no date within {year}"), new($"写成 {year}-05-04 的形式；其他年度的分录移到它的年度", $"write it like {year}-05-04; move entries of other years to their year"));
        string voucher = row.Text(LedgerColumns.Voucher);
        if (voucher.Length == 0) row.Error("book.ledger.voucher", LedgerColumns.Voucher, new("缺少凭证号", "the voucher's number is missing"), new("填写凭证号", "fill in the number"));
        var entry = new LedgerEntry
        {
            Date = date,
            Voucher = voucher,
            Unit = row.Unit(LedgerColumns.Unit),
            Account = Account(row),
            Fund = row.Term(LedgerColumns.Fund, BookTerms.Funds),
            Functional = row.Functional(LedgerColumns.Functional, mayBeBlank: true),
            Economic = row.Economic(LedgerColumns.Economic),
            GovernmentEconomic = Government(row),
            Project = row.Project(LedgerColumns.Project),
            Purpose = row.Term(LedgerColumns.Purpose, BookTerms.Purposes),
            Counterparty = row.Text(LedgerColumns.Counterparty).Length == 0 ? "" : row.Unit(LedgerColumns.Counterparty),
            Amount = row.Amount(LedgerColumns.Amount, mayBeNegative: true),
            Summary = row.Text(LedgerColumns.Summary),
        };
        if (row.Sound && Math.Abs(entry.Amount.Yuan) * 100 > LedgerFields.MaxCents)
            row.Error("book.ledger.amount", LedgerColumns.Amount, new($"金额 {entry.Amount} 过大", $"the amount {entry.Amount} is too large"), new("核对金额：以元为单位，不超过一千亿元", "check it: amounts are in 元, up to 100 000 000 000"));
        return row.Sound ? entry : null;
    }

    private string Account(RowReader row)
    {
        string account = Widths.Narrow(row.Text(LedgerColumns.Account));
        if (edition.Accounts.Find(account) is null)
            row.Error("book.ledger.account", LedgerColumns.Account, account.Length == 0 ? new("缺少科目", "the account is missing") : new($"未知的科目“{account}”", $"unknown account \"{account}\""),
                new("写预算会计科目：6、7、8 开头的四位编码，明细科目接在后面（如 710101）；财务会计科目（1 至 5 开头）不列入", "write an account of budgetary accounting: four digits beginning with 6, 7 or 8, further digits for sub-accounts; leave out financial accounting (1 to 5)"));
        return account;
    }

    private static string Government(RowReader row)
    {
        string code = Widths.Narrow(row.Text(LedgerColumns.GovernmentEconomic));
        if (code.Length > 0 && !(EconomicCode.TryParse(code, out EconomicCode economic) && economic.IsGovernment))
            row.Error("book.ledger.government", LedgerColumns.GovernmentEconomic, new($"“{code}”不是政府经济分类科目", $"\"{code}\" is no economic code of the government's side"), new("写 5 开头的编码，如 50201，或留空", "write a code beginning with 5, like 50201, or leave it blank"));
        return code;
    }
}
