using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Checks;

/// <summary>Codes of an entry that must fit together. Each combination that occurs is looked at once, whatever the number of its entries.</summary>
internal sealed class CombinationChecks
{
    private const FundSet Funds = FundSet.GovernmentFund | FundSet.StateCapital;

    private readonly Book _book;
    private readonly Ledger _ledger;
    private readonly HashSet<string> _economicCodes;
    private readonly HashSet<string> _classes;
    private readonly Dictionary<string, string> _projectCategories;
    private readonly Dictionary<int, List<(Severity Severity, string Id, TableColumn Column, Text Message, Text Remedy)>> _found = [];

    private CombinationChecks(Book book)
    {
        _book = book;
        _ledger = book.Ledger;
        _economicCodes = [.. book.Edition.Forms.SelectMany(f => f.Codes).SelectMany(c => (c.OtherCodes.IsDefault ? [] : c.OtherCodes).Append(c.Key))];
        _classes = [.. book.Edition.Forms.SelectMany(f => f.Lines).Where(l => l.Class is not null).Select(l => l.Class!)];
        _projectCategories = book.Projects.ToDictionary(p => p.Code, p => p.Category);
    }

    internal static void Check(Book book, FileProblems log)
    {
        var checks = new CombinationChecks(book);
        for (int i = 0; i < book.Ledger.Combinations.Count; i++) checks.Look(i, book.Ledger.Combinations.Keys[i]);
        checks.Report(log);
    }

    private void Look(int number, Combination entry)
    {
        if (_book.Edition.Accounts.Find(_ledger.Dimensions.Accounts[entry.Account]) is not { } account) return;
        if (account.Kind is not (AccountKind.Income or AccountKind.Expenditure))
        {
            if (entry.Counterparty != 0) Error(number, "book.ledger.counterparty", LedgerColumns.Counterparty, new("只有收入和支出有对方单位", "only income and expenditure have a counterparty"), new("删去对方单位", "delete it"));
            return;
        }

        string functional = _ledger.Dimensions.Functional[entry.Functional];
        if (functional.Length == 0) Error(number, "book.ledger.functional", LedgerColumns.Functional, new("收入和支出缺少功能分类", "income or expenditure without a functional code"), new("填写项级科目（7 位）", "give the code of an item (7 digits)"));
        else Function(number, functional, entry.Fund);
        if (entry.Counterparty != 0 && _ledger.Dimensions.Counterparties[entry.Counterparty] == _ledger.Dimensions.Units[entry.Unit])
            Error(number, "book.ledger.counterparty", LedgerColumns.Counterparty, new("对方单位是本单位", "the counterparty is the unit itself"), new("填写付款或收款的另一单位，或留空", "name the other unit, or leave it blank"));
        if (account.Kind == AccountKind.Income) Income(number, account, entry.Fund);
        else Expenditure(number, account, entry);
    }

    private void Function(int number, string functional, Fund fund)
    {
        if (_classes.Count > 0 && !_classes.Contains(functional[..3]))
            Error(number, "book.ledger.class", LedgerColumns.Functional, new($"公开表没有 {functional[..3]} 类的行", $"the forms have no line for class {functional[..3]}"), new("核对功能分类", "check the code"));
        var own = (FundSet)(1 << (int)fund);
        FundSet allowed = _book.Edition.Accounts.Allowed(functional);
        if ((own & FundSet.Appropriated) == FundSet.None || (allowed & own) != FundSet.None) return;
        // A code that only another fund pays is wrong; a fund's money on a code that no rule names may be a new code.
        bool certain = (allowed & Funds) != FundSet.None;
        Add(number, certain ? Severity.Error : Severity.Warning, "book.ledger.fund-code", LedgerColumns.Fund,
            new($"{BookTerms.Funds.Write(fund)}不能用于功能分类 {functional}", $"{BookTerms.Funds.Write(fund)} does not pay for {functional}"),
            new("核对资金性质和功能分类（forms/accounts/funds.csv）", "check fund and code (forms/accounts/funds.csv)"));
    }

    private void Income(int number, BudgetaryAccount account, Fund fund)
    {
        bool appropriated = ((FundSet)(1 << (int)fund) & FundSet.Appropriated) != FundSet.None;
        if (appropriated == (account.Feeds == FlowKind.Appropriation)) return;
        Error(number, "book.ledger.fund-account", LedgerColumns.Fund,
            new($"{account.Code} {account.Name}的资金性质不能是{BookTerms.Funds.Write(fund)}", $"income of {account.Code} cannot be {BookTerms.Funds.Write(fund)}"),
            new("财政拨款预算收入对应三项财政拨款，其他收入对应财政专户管理资金或单位资金", "6001 goes with the three appropriated funds, other income with 财政专户 or 单位资金"));
    }

    private void Expenditure(int number, BudgetaryAccount account, Combination entry)
    {
        if (account.Feeds != FlowKind.Any) return;
        string economic = _ledger.Dimensions.Economic[entry.Economic], project = _ledger.Dimensions.Projects[entry.Project];
        if (entry.Purpose == Purpose.None) Error(number, "book.ledger.purpose", LedgerColumns.Purpose, new("支出缺少支出性质", "expenditure that is neither basic nor a project"), new("写 基本支出 或 项目支出", "write 基本支出 or 项目支出"));
        if (entry.Purpose == Purpose.Project && project.Length == 0) Error(number, "book.ledger.project", LedgerColumns.Project, new("项目支出缺少项目", "project expenditure without a project"), new("填写项目代码", "give the project's code"));
        if (entry.Purpose == Purpose.Basic && project.Length > 0) Error(number, "book.ledger.project", LedgerColumns.Project, new($"基本支出不能有项目“{project}”", $"basic expenditure with the project \"{project}\""), new("改为项目支出，或删去项目", "make it project expenditure, or delete the project"));
        if (economic.Length == 0)
        {
            Error(number, "book.ledger.economic", LedgerColumns.Economic, new("支出缺少部门经济分类", "expenditure without an economic code"), new("填写款级科目（5 位）", "give the code of an item (5 digits)"));
            return;
        }

        if (entry is { Purpose: Purpose.Basic, Fund: Fund.GeneralPublic } && _economicCodes.Count > 0 && !_economicCodes.Contains(economic))
            Error(number, "book.ledger.economic", LedgerColumns.Economic, new($"公开06表没有经济分类 {economic}", $"form 06 has no economic code {economic}"), new("核对科目；表样中没有的科目用 --forms 补上", "check the code; add a code that the form lacks with --forms"));
        if (entry.Purpose == Purpose.Project && _book.Edition.Accounts.PersonnelClasses.Contains(economic[..3]) && _projectCategories.GetValueOrDefault(project, "") is { Length: > 0 } and not "人员类")
            Add(number, Severity.Warning, "book.ledger.personnel", LedgerColumns.Economic,
                new($"{economic} 属于人员经费，一般列基本支出或人员类项目，这里列在项目“{project}”", $"{economic} is personnel expenditure, usually basic or of a 人员类 project; here it is the project \"{project}\""),
                new("核对经济分类和支出性质", "check code and purpose"));
    }

    private void Error(int number, string id, TableColumn column, Text message, Text remedy) => Add(number, Severity.Error, id, column, message, remedy);

    private void Add(int number, Severity severity, string id, TableColumn column, Text message, Text remedy)
    {
        if (!_found.TryGetValue(number, out List<(Severity, string, TableColumn, Text, Text)>? list)) _found.Add(number, list = []);
        list.Add((severity, id, column, message, remedy));
    }

    private void Report(FileProblems log)
    {
        if (_found.Count == 0) return;
        var places = new Dictionary<int, (int First, int Count)>();
        ReadOnlySpan<int> combinations = _ledger.Rows.Combinations;
        for (int i = 0; i < combinations.Length; i++)
        {
            if (!_found.ContainsKey(combinations[i])) continue;
            places[combinations[i]] = places.TryGetValue(combinations[i], out (int First, int Count) place) ? (place.First, place.Count + 1) : (i, 1);
        }

        foreach ((int number, (int first, int count)) in places)
        {
            foreach ((Severity severity, string id, TableColumn column, Text message, Text remedy) in _found[number])
            {
                Text all = count == 1 ? message : new($"{message.Zh}（同样的分录共 {count} 笔，此为第一笔）", $"{message.En} (the first of {count} such entries)");
                log.Add(new BookProblem(severity, id, log.File, _ledger.LineOf(first), column.Name, all, remedy));
            }
        }
    }
}
