using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Accounts;

/// <summary>The files of <c>forms/accounts</c> (docs/forms.md). A row of a user's file takes the place of the program's with the same code.</summary>
internal static class AccountReading
{
    internal const string AccountsFile = "accounts/budgetary.csv";
    internal const string FundsFile = "accounts/funds.csv";
    internal const string PersonnelFile = "accounts/personnel.csv";

    /// <summary>The accounts and the rules on funds.</summary>
    /// <exception cref="StatuteException">A file is broken.</exception>
    internal static AccountChart Read(StatuteFiles files)
    {
        DataRow[] accounts = ByFirstCell(files, AccountsFile, "code,name,side,kind,feeds,source");
        DataRow[] funds = ByFirstCell(files, FundsFile, "prefix,funds,source");
        DataRow[] personnel = ByFirstCell(files, PersonnelFile, "class,source");
        return new AccountChart(accounts.Select(Account), [.. funds.Select(Rule)], [.. personnel.Select(r => r.Cells[0])]);
    }

    /// <summary>The rows in the order of their first cells; of several with the same one the last.</summary>
    private static DataRow[] ByFirstCell(StatuteFiles files, string path, string header)
    {
        var rows = new Dictionary<string, DataRow>();
        foreach ((string file, TextReader text) in files.Open(path))
        {
            using (text)
            {
                foreach (DataRow row in DataRow.Read(file, text, header)) rows[row.Digits(0)] = row;
            }
        }

        return [.. rows.Values.OrderBy(r => r.Cells[0], StringComparer.Ordinal)];
    }

    private static BudgetaryAccount Account(DataRow row)
    {
        if (row.Cells[0].Length != 4) throw row.Error(0, $"应是四位科目编码，不能是“{row.Cells[0]}”", $"an account code of four digits was expected, not \"{row.Cells[0]}\"");
        bool debit = row.Cells[2] switch
        {
            "debit" => true,
            "credit" => false,
            string other => throw row.Error(2, $"应为 debit 或 credit，不能是“{other}”", $"debit or credit was expected, not \"{other}\""),
        };
        AccountKind kind = row.Cells[3] switch
        {
            "income" => AccountKind.Income,
            "expenditure" => AccountKind.Expenditure,
            "cash" => AccountKind.Cash,
            "closing" => AccountKind.Closing,
            "surplus" => AccountKind.Surplus,
            "clearing" => AccountKind.Clearing,
            string other => throw row.Error(3, $"未知的 kind“{other}”，应为 income、expenditure、cash、closing、surplus 或 clearing", $"unknown kind \"{other}\"; expected income, expenditure, cash, closing, surplus or clearing"),
        };
        return new BudgetaryAccount(row.Cells[0], row.Cells[1], debit, kind, Feeds(row, kind));
    }

    private static FlowKind Feeds(DataRow row, AccountKind kind) => (kind, row.Cells[4]) switch
    {
        (AccountKind.Income, "appropriation") => FlowKind.Appropriation,
        (AccountKind.Income, "superior") => FlowKind.Superior,
        (AccountKind.Income, "undertaking") => FlowKind.Undertaking,
        (AccountKind.Income or AccountKind.Expenditure, "business") => FlowKind.Business,
        (AccountKind.Income, "subordinate") => FlowKind.Subordinate,
        (AccountKind.Income, "other") => FlowKind.Other,
        (AccountKind.Expenditure, "purpose") => FlowKind.Any,
        (AccountKind.Expenditure, "submitted") => FlowKind.Submitted,
        (AccountKind.Expenditure, "aid") => FlowKind.Aid,
        (not (AccountKind.Income or AccountKind.Expenditure), "") => FlowKind.Any,
        (_, string other) => throw row.Error(4, $"{row.Cells[3]} 科目的 feeds 不能是“{other}”", $"an account of kind {row.Cells[3]} cannot feed \"{other}\""),
    };

    private static FundRule Rule(DataRow row)
    {
        FundSet funds = FundSet.None;
        foreach (string word in row.Cells[1].Split('|'))
        {
            funds |= FillWords.Fund(word) is { } fund
                ? fund
                : throw row.Error(1, $"未知的资金性质“{word}”，应为 {FillWords.Funds} 之一", $"unknown fund \"{word}\"; expected one of {FillWords.Funds}");
        }

        return new FundRule(row.Cells[0], funds);
    }
}
