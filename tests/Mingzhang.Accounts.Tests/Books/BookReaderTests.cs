using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class BookReaderTests
{
    private static readonly Book Book = Reading.Of(BookCopy.Original) is var reading && reading.Problems.IsEmpty
        ? reading.Book!
        : throw new InvalidOperationException(string.Join('\n', reading.Problems.Select(p => p.Shown())));

    [Fact]
    public void The_department_has_its_units_with_staff_and_vehicles()
    {
        Assert.Equal("澄湾区文化服务局", Book.Department.Name);
        Assert.Equal(["801001", "801002"], Book.Department.Units.Select(u => u.Code));
        BudgetUnit office = Book.Department.Units[0];
        Assert.Equal(UnitKind.Administrative, office.Kind);
        Assert.Equal((StaffCount[])[new("行政编制", 18, 16), new("工勤编制", 2, 1)], office.Staff);
        Assert.Equal((CountOf[])[new("机要通信用车", 1), new("应急保障用车", 1)], office.Vehicles);
        Assert.Equal((0, 9, 1), (office.RetiredCadres, office.Retired, office.LargeEquipment));
        Assert.Equal(new DateOnly(2024, 9, 20), Book.Department.Published);
    }

    [Fact]
    public void The_ledger_has_every_entry()
    {
        Assert.Equal(60, Book.Ledger.Count);
        LedgerEntry entry = Book.Ledger[3];
        Assert.Equal((new DateOnly(2023, 3, 28), "0002", "801001", "7101"), (entry.Date, entry.Voucher, entry.Unit, entry.Account));
        Assert.Equal((Fund.GeneralPublic, "2070101", "30101", "50101", Purpose.Basic), (entry.Fund, entry.Functional, entry.Economic, entry.GovernmentEconomic, entry.Purpose));
        Assert.Equal(1186432.10m, entry.Amount.Yuan);
    }

    [Fact]
    public void The_opening_balances_are_read()
    {
        Assert.Equal(new OpeningBalance("801001", Fund.GeneralPublic, "2070109", "P02", Surplus: false, Amount.FromYuan(35000)), Book.Openings[0]);
        Assert.Equal(new OpeningBalance("801002", Fund.UnitOwn, "", "", Surplus: true, Amount.FromYuan(12000)), Book.Openings[^1]);
    }

    [Fact]
    public void The_budget_has_initial_lines_and_adjustments()
    {
        Assert.Equal(
            [BudgetKind.Initial, BudgetKind.CarriedOver, BudgetKind.Added, BudgetKind.Cut, BudgetKind.Moved],
            Book.Budget.Select(b => b.Kind).Distinct());
        Assert.Equal(-1500m, Book.Budget.First(b => b.Kind == BudgetKind.Moved).Amount.Yuan);
        Assert.Equal("澄财预〔2023〕45号", Book.Budget.Single(b => b.Kind == BudgetKind.Cut).Document);
    }

    [Fact]
    public void Projects_come_in_order_of_their_codes()
    {
        Assert.Equal(["P01", "P02", "P03"], Book.Projects.Select(p => p.Code));
        Assert.Equal(("全民阅读推广", "801002", "特定目标类", "常年性"), (Book.Projects[0].Name, Book.Projects[0].Unit, Book.Projects[0].Category, Book.Projects[0].Attribute));
    }

    [Fact]
    public void Particulars_that_are_given_are_known()
    {
        Assert.Equal((0, 2), (Book.Particulars.Cars!.Bought, Book.Particulars.Cars.Kept));
        Assert.Equal(27640.30m, Book.Particulars.Cars.Costs.Sum(c => c.Amount.Yuan));
        Assert.Equal(1276025.35m, Book.Particulars.Procurement!.Total.Yuan);
        Assert.Equal(796420m, Book.Particulars.Procurement.Small!.Value.Yuan);
        Assert.Equal((700365m, 0m, 420000m), (Book.Particulars.Procurement.GoodsSmallAndMedium!.Value.Yuan, Book.Particulars.Procurement.WorksSmallAndMedium!.Value.Yuan, Book.Particulars.Procurement.ServicesSmallAndMedium!.Value.Yuan));
    }

    [Fact]
    public void The_departments_evaluation_comes_first()
    {
        Assert.Equal([EvaluationScope.Department, EvaluationScope.Project, EvaluationScope.Project, EvaluationScope.Project], Book.Performance.Select(p => p.Scope));
        Assert.Equal("澄湾区文化服务局", Book.Performance[0].Name);
        SelfEvaluation first = Book.Performance[1];
        Assert.Equal(("全民阅读推广", "P01", "801002"), (first.Name, first.Project, first.Unit));
        Assert.Equal(("≥8000册", "8216册", 30m, (decimal?)null), (first.Goals[0].Indicators[0].Target, first.Goals[0].Indicators[0].Actual, first.Goals[0].Indicators[0].Weight, first.Goals[0].Indicators[0].Score));
        Assert.Equal("常年性项目", first.Choices[1].Chosen);
    }

    [Fact]
    public void Last_years_figures_are_known_by_address()
    {
        Assert.Equal(2022, Book.Prior!.Year.Value);
        Assert.Equal(2023, Book.Prior.EditionYear.Value);
        Assert.Equal(Printed.Parse("6.50"), Book.Prior.Cells[Address.Parse("01[60].2")]);
    }

    [Fact]
    public void Prose_is_taken_apart_by_its_sections()
    {
        Assert.Equal(3, Book.Prose.Duties.Length);
        Assert.Equal("人员变动", Book.Prose.Reasons["2070101"]);
        Assert.Equal("更新社区健身设施", Book.Prose.Uses["2296003"]);
        Assert.Equal(new KeyWork("群众文化活动", "全年举办群众文化活动60场以上", "已完成，举办64场"), Book.Prose.KeyWork[0]);
        Assert.Equal(2, Book.Prose.KeyWork.Length);
        Assert.Single(Book.Prose.KeyWorkText);
        Assert.Equal("全民阅读推广", Assert.Single(Book.Prose.Glossary).Term);
    }
}
