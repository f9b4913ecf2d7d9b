using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Accounts.Tests.Statements;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Checks;

public sealed class BookChecksTests
{
    private static readonly LedgerEntry Paid = new()
    {
        Date = new DateOnly(2023, 3, 1), Voucher = "1", Unit = "1", Account = "7101", Fund = Fund.GeneralPublic, Functional = "2010301", Economic = "30201",
        Purpose = Purpose.Basic, Amount = Amount.FromYuan(100),
    };

    private static readonly LedgerEntry Received = Paid with { Account = "6001", Economic = "" };
    private static readonly LedgerEntry Cash = Paid with { Account = "8001", Functional = "", Economic = "", Purpose = Purpose.None };
    private static readonly BudgetLine Budgeted = new() { Kind = BudgetKind.Initial, Unit = "1", Fund = Fund.GeneralPublic, Functional = "2010301", Purpose = Purpose.Basic, Amount = Amount.FromYuan(100) };

    [Fact]
    public void Direct_payment_balances() => Assert.Empty(Check(Received, Paid));

    [Fact]
    public void Income_alone_needs_no_other_side() => Assert.Empty(Check(Received));

    [Fact]
    public void An_unbalanced_voucher_is_named_with_its_row_and_difference()
    {
        BookProblem problem = Assert.Single(Check(Received, Paid with { Voucher = "2", Amount = Amount.FromYuan(90) }, Received with { Voucher = "2" }));
        Assert.Equal(("book.ledger.unbalanced", 3, Severity.Error), (problem.Id, problem.Row, problem.Severity));
        Assert.Contains("相差 -10.00", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_cash_is_kept_every_voucher_must_balance()
    {
        LedgerEntry spent = Paid with { Voucher = "2" };
        Assert.Empty(Check(Received, Cash, spent, Cash with { Voucher = "2", Amount = Amount.FromYuan(-100) }));
        Assert.Equal("book.ledger.unbalanced", Assert.Single(Check(Received, Cash, spent)).Id);
    }

    [Fact]
    public void Vouchers_that_close_the_year_are_refused() =>
        Assert.Contains(Check(Received, Received with { Voucher = "2", Amount = Amount.FromYuan(-100) }, Cash with { Voucher = "2", Account = "8101" }), p => p.Id == "book.ledger.closing-voucher");

    [Theory]
    [InlineData("8101", 40, 0)]
    [InlineData("8101", 41, 1)]
    [InlineData("8102", 40, 0)]
    public void Closing_balances_that_are_stated_must_be_the_computed_ones(string account, int yuan, int problems) =>
        Assert.Equal(problems, Check(Received, Paid with { Voucher = "2", Amount = Amount.FromYuan(60) }, Cash with { Voucher = "3", Account = account, Amount = Amount.FromYuan(yuan) }).Count(p => p.Id == "book.ledger.closing"));

    [Fact]
    public void Money_that_was_not_there_is_a_warning()
    {
        BookProblem problem = Assert.Single(Check(Paid));
        Assert.Equal(("book.ledger.overdrawn", Severity.Warning), (problem.Id, problem.Severity));
    }

    [Fact]
    public void A_code_that_only_government_funds_pay_refuses_other_appropriations() => Refuses("book.ledger.fund-code", Severity.Error, Paid with { Functional = "2120803", Economic = "30201" });

    [Fact]
    public void Government_funds_on_a_general_code_are_doubtful() => Refuses("book.ledger.fund-code", Severity.Warning, Paid with { Fund = Fund.GovernmentFund });

    [Fact]
    public void Appropriated_income_needs_an_appropriated_fund() => Refuses("book.ledger.fund-account", Severity.Error, Received with { Fund = Fund.UnitOwn });

    [Fact]
    public void Expenditure_needs_a_functional_code() => Refuses("book.ledger.functional", Severity.Error, Paid with { Functional = "" });

    [Fact]
    public void Expenditure_needs_an_economic_code() => Refuses("book.ledger.economic", Severity.Error, Paid with { Economic = "" });

    [Fact]
    public void Expenditure_is_basic_or_a_project() => Refuses("book.ledger.purpose", Severity.Error, Paid with { Purpose = Purpose.None });

    [Fact]
    public void Project_expenditure_needs_a_project() => Refuses("book.ledger.project", Severity.Error, Paid with { Purpose = Purpose.Project });

    [Fact]
    public void Basic_expenditure_has_no_project() => Refuses("book.ledger.project", Severity.Error, Paid with { Project = "P1" });

    [Fact]
    public void Wages_in_a_project_of_another_category_are_doubtful()
    {
        Book book = BookOf(Received with { Voucher = "2" }, Paid with { Economic = "30101", Purpose = Purpose.Project, Project = "P1" });
        book = book with { Projects = [new Project { Code = "P1", Name = "甲", Unit = "1", Category = "运转类" }] };
        Assert.Equal(("book.ledger.personnel", Severity.Warning), (BookChecks.Check(book).Single().Id, BookChecks.Check(book).Single().Severity));
        Assert.Empty(BookChecks.Check(book with { Projects = [new Project { Code = "P1", Name = "甲", Unit = "1", Category = "人员类" }] }));
    }

    [Fact]
    public void The_same_mistake_in_many_entries_is_one_problem_with_their_number()
    {
        LedgerEntry wrong = Paid with { Purpose = Purpose.None };
        BookProblem problem = Check(Received with { Amount = Amount.FromYuan(300) }, wrong, wrong with { Summary = "二" }, wrong with { Summary = "三" }).Single(p => p.Id == "book.ledger.purpose");
        Assert.Equal(3, problem.Row);
        Assert.Contains("共 3 笔", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_stands_twice_is_doubtful()
    {
        LedgerEntry income = Received with { Amount = Amount.FromYuan(200) };
        BookProblem problem = Assert.Single(Check(income, Paid, Paid));
        Assert.Equal(("book.ledger.repeated", 4, Severity.Warning), (problem.Id, problem.Row, problem.Severity));
        Assert.Empty(Check(income, Paid, Paid with { Summary = "另一笔" }));
    }

    [Fact]
    public void A_voucher_that_stands_twice_is_refused()
    {
        BookProblem problem = Assert.Single(Check(Received, Paid, Received with { Voucher = "2" }, Paid with { Voucher = "2" }, Received, Paid));
        Assert.Equal(("book.ledger.repeated-voucher", 6, Severity.Error), (problem.Id, problem.Row, problem.Severity));
    }

    [Fact]
    public void Both_units_must_know_what_one_paid_the_other()
    {
        LedgerEntry aid = Paid with { Account = "7501", Fund = Fund.UnitOwn, Economic = "", Purpose = Purpose.None, Counterparty = "3" };
        LedgerEntry taken = aid with { Account = "6201", Unit = "3", Counterparty = "1" };
        Assert.DoesNotContain(Check(aid, taken), p => p.Id == "book.ledger.internal");
        Assert.Contains(Check(aid, taken with { Amount = Amount.FromYuan(99) }), p => p.Id == "book.ledger.internal" && p.Severity == Severity.Error);
        Assert.Contains(Check(aid), p => p.Id == "book.ledger.internal");
    }

    [Fact]
    public void A_unit_does_not_pay_itself() => Refuses("book.ledger.counterparty", Severity.Error, Paid with { Counterparty = "1" });

    [Theory]
    [InlineData(-40, 0)]
    [InlineData(-30, 1)]
    public void What_a_document_moves_sums_to_nothing(int yuan, int problems)
    {
        BudgetLine moved = Budgeted with { Kind = BudgetKind.Moved, Document = "一号", Amount = Amount.FromYuan(40) };
        Assert.Equal(problems, CheckBudget(Budgeted, moved, moved with { Functional = "2010302", Amount = Amount.FromYuan(yuan) }).Count(p => p.Id == "book.budget.moved"));
    }

    [Fact]
    public void Spending_beyond_the_full_years_budget_is_a_warning()
    {
        Assert.Empty(CheckBudget(Budgeted));
        BookProblem problem = Assert.Single(CheckBudget(Budgeted, Budgeted with { Kind = BudgetKind.Cut, Document = "一号", Amount = Amount.FromYuan(1) }));
        Assert.Equal(("book.budget.exceeded", Severity.Warning), (problem.Id, problem.Severity));
    }

    [Fact]
    public void Spending_beyond_the_budget_has_the_line_of_the_budget_or_else_of_the_entry()
    {
        BudgetLine low = Budgeted with { Amount = Amount.FromYuan(1), Line = new(7) };
        BookProblem budgeted = Assert.Single(CheckBudget(low, low with { Line = new(8) })), unbudgeted = Assert.Single(CheckBudget(Budgeted with { Functional = "2010302" }));
        Assert.Equal(("budget.csv", 7, "ledger.csv", 3), (budgeted.File, budgeted.Row, unbudgeted.File, unbudgeted.Row));
    }

    [Fact]
    public void A_line_does_not_make_two_budget_lines_unequal() => Assert.Equal(Budgeted, Budgeted with { Line = new(7) });

    [Fact]
    public void A_project_budget_needs_its_project() => Assert.Contains(CheckBudget(Budgeted, Budgeted with { Purpose = Purpose.Project }), p => p.Id == "book.budget.project");

    [Fact]
    public void Opening_balances_of_government_funds_need_a_functional_code() =>
        Assert.Contains(BookChecks.Check(BookOf(Received, Paid) with { Openings = [new OpeningBalance("1", Fund.GovernmentFund, "", "", false, Amount.FromYuan(5))] }), p => p.Id == "book.opening.functional");

    [Fact]
    public void Amounts_beyond_all_bounds_are_refused()
    {
        BudgetLine huge = Budgeted with { Amount = Amount.FromYuan(9_000_000_000_000_000m) };
        Assert.Equal("book.amounts", Assert.Single(CheckBudget(huge, huge)).Id);
    }

    private static void Refuses(string id, Severity severity, LedgerEntry entry) => Assert.Contains(Check(entry), p => p.Id == id && p.Severity == severity && p.Row == 2);

    private static ImmutableArray<BookProblem> Check(params LedgerEntry[] entries) => BookChecks.Check(BookOf(entries));

    private static ImmutableArray<BookProblem> CheckBudget(params BudgetLine[] budget) => BookChecks.Check(BookOf(Received, Paid) with { Budget = [.. budget] });

    private static Book BookOf(params LedgerEntry[] entries) => RandomBook.Make(0, 0) with { Ledger = new Ledger(entries), Openings = [], Budget = [] };
}
