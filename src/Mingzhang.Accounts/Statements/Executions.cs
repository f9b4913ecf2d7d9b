using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Statements;

/// <summary>Budget against actual: by functional code of the general public budget, by project, for the whole, and 机关运行经费.</summary>
internal sealed class Executions
{
    private readonly Book _book;
    private readonly Dictionary<string, long> _projects = [];
    private readonly Dictionary<string, long> _generalProjects = [];
    private readonly Dictionary<string, (long Initial, long FullYear)> _itemBudgets = [];
    private readonly Dictionary<string, (long Initial, long FullYear)> _projectBudgets = [];
    private readonly Dictionary<string, (long Initial, long FullYear)> _generalProjectBudgets = [];
    private readonly HashSet<string> _classified;
    private (long Initial, long FullYear) _wholeBudget, _agencyBudget;
    private long _agency;

    internal Executions(Book book, MoneyReader reader)
    {
        _book = book;
        _classified = [.. book.Projects.Where(p => p.Classified).Select(p => p.Code)];
        foreach (BudgetLine line in book.Budget) AddBudget(line, reader.Of(line));
    }

    /// <summary>Takes an expenditure into account.</summary>
    internal void Add(Money money)
    {
        if (money.Flow != FillFlow.Expenditure) return;
        if (money.Kind == FlowKind.Project)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_projects, PublicCode(money.Project), out _) += money.Cents;
            if (money.Fund == Fund.GeneralPublic) CollectionsMarshal.GetValueRefOrAddDefault(_generalProjects, PublicCode(money.Project), out _) += money.Cents;
        }

        if (IsAgencyOperating(money)) _agency += money.Cents;
    }

    /// <summary>The accounts with printed forms.</summary>
    /// <param name="statements">The forms.</param>
    /// <param name="print">The figure of an amount in 分 that stands in none of them.</param>
    internal YearAccounts Of(ImmutableArray<Statement> statements, Func<long, Printed> print)
    {
        string itemForm = _book.Edition.IdOf("general"), wholeForm = _book.Edition.IdOf("expenditure");
        Statement? items = statements.FirstOrDefault(s => s.Form == itemForm), whole = statements.FirstOrDefault(s => s.Form == wholeForm);
        return new YearAccounts
        {
            Statements = statements,
            Items = [.. Codes(items).Select(code => Item(items, code, print))],
            General = Item(items, Address.Total, print),
            Projects = Projects(_projects, _projectBudgets, print),
            GeneralProjects = Projects(_generalProjects, _generalProjectBudgets, print),
            Whole = FromForm(whole, Address.Total, Address.Total, _wholeBudget, print),
            AgencyOperating = new Execution("", "机关运行经费", print(_agencyBudget.Initial), print(_agencyBudget.FullYear), print(_agency), print(_agency), print(0)),
        };
    }

    private void AddBudget(BudgetLine line, Money money)
    {
        (long Initial, long FullYear) amounts = (line.Kind == BudgetKind.Initial ? money.Cents : 0, money.Cents);
        Increase(ref _wholeBudget, amounts);
        if (IsAgencyOperating(money)) Increase(ref _agencyBudget, amounts);
        if (line.Purpose == Purpose.Project) Increase(ref CollectionsMarshal.GetValueRefOrAddDefault(_projectBudgets, PublicCode(line.Project), out _), amounts);
        if (line.Fund != Fund.GeneralPublic) return;
        if (line.Purpose == Purpose.Project) Increase(ref CollectionsMarshal.GetValueRefOrAddDefault(_generalProjectBudgets, PublicCode(line.Project), out _), amounts);
        Increase(ref CollectionsMarshal.GetValueRefOrAddDefault(_itemBudgets, Address.Total, out _), amounts);
        for (int length = line.Functional.Length; length >= 3; length -= 2)
            Increase(ref CollectionsMarshal.GetValueRefOrAddDefault(_itemBudgets, line.Functional[..length], out _), amounts);
    }

    private static void Increase(ref (long Initial, long FullYear) sum, (long Initial, long FullYear) amounts) =>
        sum = (sum.Initial + amounts.Initial, sum.FullYear + amounts.FullYear);

    /// <summary>公用经费: basic expenditure of the general public budget that is not personnel's, where the unit's is 机关运行经费.</summary>
    private bool IsAgencyOperating(Money money) =>
        money is { Agency: true, Fund: Fund.GeneralPublic, Kind: FlowKind.Basic, Economic.Length: >= 3 } && !_book.Edition.Accounts.PersonnelClasses.Contains(money.Economic[..3]);

    private string PublicCode(string project) => _classified.Contains(project) ? YearAccounts.ClassifiedProjects : project;

    private IEnumerable<string> Codes(Statement? items) =>
        (items?.Rows.Select(r => r.Key) ?? []).Union(_itemBudgets.Where(b => b.Value != default).Select(b => b.Key)).Where(k => k != Address.Total).Order(StringComparer.Ordinal);

    private Execution Item(Statement? items, string code, Func<long, Printed> print) =>
        FromForm(items, code, code == Address.Total ? code : _book.Edition.Functional.Find(code)?.Name ?? "", _itemBudgets.GetValueOrDefault(code), print);

    private static Execution FromForm(Statement? form, string row, string name, (long Initial, long FullYear) budget, Func<long, Printed> print)
    {
        StatementRow? found = form?.Row(row);
        Printed Figure(string column) => found?.Cell(column)?.Figure ?? print(0);
        return new Execution(row, name, print(budget.Initial), print(budget.FullYear), Figure("1"), Figure("2"), Figure("3"));
    }

    private ImmutableArray<Execution> Projects(Dictionary<string, long> spent, Dictionary<string, (long Initial, long FullYear)> budgets, Func<long, Printed> print) =>
        [.. spent.Where(p => p.Value != 0).Select(p => p.Key).Union(budgets.Keys).Order(StringComparer.Ordinal).Select(code => Project(code, spent.GetValueOrDefault(code), budgets.GetValueOrDefault(code), print))];

    private Execution Project(string code, long spent, (long Initial, long FullYear) budget, Func<long, Printed> print)
    {
        string name = code == YearAccounts.ClassifiedProjects ? "" : _book.Projects.FirstOrDefault(p => p.Code == code)?.Name ?? "";
        return new Execution(code, name, print(budget.Initial), print(budget.FullYear), print(spent), print(0), print(spent));
    }
}
