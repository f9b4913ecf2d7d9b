using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Tests.Statements;

public sealed class AccountsCompilerTests
{
    private const string Item = "2010301";

    [Fact]
    public void Income_and_expenditure_stand_in_their_lines_and_totals()
    {
        YearAccounts accounts = Compile(2023, Income("6001", 100_000), Income("6609", 20_000) with { Fund = Fund.UnitOwn }, Paid("30101", 80_000), Paid("30201", 10_000));
        Assert.Equal("10.00", Cell(accounts, "01", "1", "1"));
        Assert.Equal("2.00", Cell(accounts, "01", "8", "1"));
        Assert.Equal("12.00", Cell(accounts, "01", "27", "1"));
        Assert.Equal("9.00", Cell(accounts, "01", "32", "2"));
        Assert.Equal("3.00", Cell(accounts, "01", "60", "2"));
        Assert.Equal("12.00", Cell(accounts, "01", "62", "2"));
        Assert.Equal("12.00", Cell(accounts, "02", "合计", "1"));
        Assert.Equal("9.00", Cell(accounts, "03", Item, "2"));
        Assert.Equal("1.00", Cell(accounts, "04", "60", "3"));
        Assert.Equal("9.00", Cell(accounts, "05", "201", "1"));
        Assert.Equal("8.00", Cell(accounts, "06", "人员经费合计", "1"));
        Assert.Equal("1.00", Cell(accounts, "06", "公用经费合计", "1"));
    }

    [Fact]
    public void The_edition_of_2024_has_other_line_numbers()
    {
        YearAccounts accounts = Compile(2024, Income("6001", 100_000), Paid("30101", 80_000));
        Assert.Equal("10.00", Cell(accounts, "01", "30", "1"));
        Assert.Equal("8.00", Cell(accounts, "01", "31", "2"));
        Assert.Equal("2.00", Cell(accounts, "01", "59", "2"));
        Assert.Equal("10.00", Cell(accounts, "01", "60", "2"));
    }

    [Fact]
    public void What_units_pay_each_other_is_in_no_form()
    {
        LedgerEntry aid = Income("7501", 50_000) with { Fund = Fund.UnitOwn, Counterparty = "3" };
        YearAccounts accounts = Compile(2023, Income("6001", 100_000), aid, aid with { Account = "6201", Unit = "3", Counterparty = "1" });
        Assert.Null(Cell(accounts, "01", "4", "1"));
        Assert.Null(Cell(accounts, "03", "合计", "6"));
        Assert.Equal("10.00", Cell(accounts, "01", "27", "1"));
    }

    [Fact]
    public void Subsidies_from_outside_the_department_stay()
    {
        YearAccounts accounts = Compile(2023, Income("6201", 50_000) with { Fund = Fund.UnitOwn });
        Assert.Equal("5.00", Cell(accounts, "01", "4", "1"));
    }

    [Fact]
    public void Forms_with_nothing_in_them_are_empty_with_their_sentence()
    {
        YearAccounts accounts = Compile(2023, Income("6001", 100_000));
        Statement funds = accounts.Statements.Single(s => s.Form == "07");
        Assert.Equal(StatementState.Empty, funds.State);
        Assert.Equal("本部门当年无政府性基金预算财政拨款收入支出。", funds.Notes[^1].Text);
        Assert.Equal(["合计"], funds.Rows.Select(r => r.Key));
        Assert.Equal(StatementState.Read, accounts.Statements.Single(s => s.Form == "01").State);
    }

    [Fact]
    public void Government_funds_carry_over_from_opening_to_closing_balance()
    {
        Book book = BookOf(2023, Income("6001", 100_000) with { Fund = Fund.GovernmentFund, Functional = "2120803" }, Paid("30905", 70_000) with { Fund = Fund.GovernmentFund, Functional = "2120803", Purpose = Purpose.Project, Project = "P1" }) with
        {
            Openings = [new OpeningBalance("1", Fund.GovernmentFund, "2120803", "P1", false, Amount.FromYuan(5_000))],
        };
        YearAccounts accounts = AccountsCompiler.Compile(book);
        Assert.Equal(["0.50", "10.00", "7.00", null, "7.00", "3.50"], "123456".Select(c => Cell(accounts, "07", "2120803", $"{c}")));
        Assert.Equal("3.50", Cell(accounts, "04", "60", "4"));
    }

    [Fact]
    public void Surplus_used_and_distributed_are_lines_of_their_own()
    {
        LedgerEntry surplus = Income("8202", -30_000) with { Fund = Fund.UnitOwn, Functional = "" };
        YearAccounts accounts = Compile(2023, Income("6101", 20_000) with { Fund = Fund.UnitOwn }, surplus, surplus with { Account = "8301", Amount = Amount.FromYuan(8_000) });
        Assert.Equal("3.00", Cell(accounts, "01", "28", "1"));
        Assert.Equal("0.80", Cell(accounts, "01", "59", "2"));
        Assert.Equal("4.20", Cell(accounts, "01", "60", "2"));
        Assert.Equal("5.00", Cell(accounts, "01", "31", "1"));
    }

    [Fact]
    public void The_three_public_expenses_have_the_full_years_budget_beside_the_outcome()
    {
        BudgetLine line = new() { Kind = BudgetKind.Initial, Unit = "1", Fund = Fund.GeneralPublic, Functional = Item, Economic = "30217", Purpose = Purpose.Basic, Amount = Amount.FromYuan(20_000) };
        Book book = BookOf(2023, Paid("30217", 9_000), Paid("30231", 31_000)) with { Budget = [line, line with { Kind = BudgetKind.Cut, Document = "1", Amount = Amount.FromYuan(5_000) }] };
        YearAccounts accounts = AccountsCompiler.Compile(book);
        Assert.Equal("1.50", Cell(accounts, "09", "1", "6"));
        Assert.Equal("1.50", Cell(accounts, "09", "1", "1"));
        Assert.Equal("0.90", Cell(accounts, "09", "1", "12"));
        Assert.Equal("3.10", Cell(accounts, "09", "1", "9"));
        Assert.Equal("4.00", Cell(accounts, "09", "1", "7"));
        Assert.Equal(new Printed(2.00m, 2), accounts.General.Initial);
        Assert.Equal(new Printed(1.50m, 2), accounts.General.FullYear);
        Assert.Equal(new Printed(4.00m, 2), accounts.AgencyOperating.Final);
    }

    [Fact]
    public void Classified_projects_are_one_line_without_a_name()
    {
        LedgerEntry secret = Paid("30201", 10_000) with { Purpose = Purpose.Project, Project = "P3" };
        YearAccounts accounts = Compile(2023, secret, secret with { Project = "P1" });
        Assert.Equal(["P1", YearAccounts.ClassifiedProjects], accounts.Projects.Select(p => p.Code));
        Assert.Equal("", accounts.Projects[^1].Name);
    }

    [Fact]
    public void Captions_are_those_of_the_classification_in_force()
    {
        YearAccounts accounts = Compile(2023, Paid("30108", 10_000) with { Functional = "2080505" });
        Assert.Equal("行政事业单位养老支出", accounts.Statements.Single(s => s.Form == "03").Row("20805")!.Caption);
    }

    [Fact]
    public void Economic_codes_that_are_seldom_printed_stand_in_form_06_only_with_a_figure()
    {
        Assert.Null(Compile(2023, Paid("30201", 100)).Statements.Single(s => s.Form == "06").Row("31006"));
        Assert.Equal("0.01", Cell(Compile(2023, Paid("31006", 100)), "06", "31006", "1"));
    }

    private static LedgerEntry Income(string account, decimal yuan) => new()
    {
        Date = new DateOnly(2023, 3, 1), Voucher = "1", Unit = "1", Account = account, Fund = Fund.GeneralPublic, Functional = Item, Amount = Amount.FromYuan(yuan),
    };

    private static LedgerEntry Paid(string economic, decimal yuan) => Income("7101", yuan) with { Economic = economic, Purpose = Purpose.Basic };

    private static Book BookOf(int year, params LedgerEntry[] entries) => RandomBook.Make(0, 0, year) with { Ledger = new Ledger(entries), Openings = [], Budget = [] };

    private static YearAccounts Compile(int year, params LedgerEntry[] entries) => AccountsCompiler.Compile(BookOf(year, entries));

    private static string? Cell(YearAccounts accounts, string form, string row, string column) => accounts.Statements.Single(s => s.Form == form).Cell(row, column)?.Text;
}
