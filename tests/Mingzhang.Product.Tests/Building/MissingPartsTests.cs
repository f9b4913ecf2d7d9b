using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Product.Tests.Building;

/// <summary>What a book does not say is left out of the text or reported, never invented.</summary>
public sealed class MissingPartsTests
{
    private static readonly Book Book = BookVariants.Fixture;
    private static readonly YearAccounts Accounts = AccountsCompiler.Compile(Book);

    [Fact]
    public void A_reason_that_nobody_wrote_is_a_warning_that_names_the_heading_to_write()
    {
        Composition composition = DisclosureComposer.Compose(Book with { Prose = Book.Prose with { Reasons = Book.Prose.Reasons.Remove("2070101") } }, Accounts);
        BookProblem problem = Assert.Single(composition.Problems);
        Assert.Equal((Severity.Warning, "book.reason-missing", "prose.md", "2070101"), (problem.Severity, problem.Id, problem.File, problem.Column));
        Assert.Contains("文化和旅游/行政运行", problem.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("## 2070101", problem.Remedy.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain(composition.Disclosure.Source.Lines, l => l.Contains("行政运行（项）。年初预算", StringComparison.Ordinal) && l.Contains("原因", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_last_year_nothing_is_compared()
    {
        Book first = Book with { Prior = null };
        Disclosure disclosure = RoundTrip.AssertSame(first, Accounts);
        Assert.DoesNotContain(disclosure.Claims, c => c.Basis == Measure.PriorYear);
    }

    [Fact]
    public void The_same_amount_as_last_year_is_level_and_has_no_growth()
    {
        Book again = Book with { Prior = BookVariants.Prior(Book) };
        Disclosure disclosure = RoundTrip.AssertSame(again, Accounts);
        Assert.All(disclosure.Claims.Where(c => c.Basis == Measure.PriorYear), c => Assert.Equal((ClaimKind.Change, Direction.Level), (c.Kind, c.Direction)));
        Assert.Contains(disclosure.Source.Lines, l => l.Contains("收、支总计各持平", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_was_not_read_last_year_is_not_taken_for_nothing()
    {
        var fund = new Core.Forms.Address("04", "2", "1");
        PriorYear prior = BookVariants.Prior(Book);
        prior = prior with { Cells = prior.Cells.Remove(fund), PartialForms = ["04"] };
        Disclosure disclosure = RoundTrip.AssertSame(Book with { Prior = prior }, Accounts);
        Assert.DoesNotContain(disclosure.Claims, c => c.Subject.Address == fund && c.Kind == ClaimKind.Change);
        Assert.Contains(disclosure.Claims, c => c.Subject.Address == new Core.Forms.Address("04", "32", "1") && c.Kind == ClaimKind.Change);
    }

    [Fact]
    public void A_change_on_nothing_has_no_growth_rate()
    {
        PriorYear none = BookVariants.Prior(Book);
        none = none with { Cells = none.Cells.ToImmutableDictionary(c => c.Key, _ => new Core.Figures.Printed(0, 2)) };
        Disclosure disclosure = RoundTrip.AssertSame(Book with { Prior = none }, Accounts);
        Assert.Contains(disclosure.Claims, c => c is { Kind: ClaimKind.Change, Basis: Measure.PriorYear });
        Assert.DoesNotContain(disclosure.Claims, c => c is { Kind: ClaimKind.Growth, Basis: Measure.PriorYear });
    }

    [Fact]
    public void Particulars_that_are_not_known_are_reported_and_not_said_to_be_nothing()
    {
        Composition composition = DisclosureComposer.Compose(Book with { Particulars = new Particulars() }, Accounts);
        Assert.Equal(["cars", "overseas", "procurement", "reception"], composition.Problems.Select(p => p.Column).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(composition.Disclosure.Claims, c => c.Subject.Key.StartsWith("procurement", StringComparison.Ordinal));
        RoundTrip.AssertSame(Book with { Particulars = new Particulars() }, Accounts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    public void Visits_abroad_are_listed_one_by_one_from_two_on(int visits)
    {
        string[] purposes = ["", "参加图书馆业务交流", "考察2个书展"];
        var overseas = new Overseas(visits, visits * 3, []) { Visits = [.. Enumerable.Range(0, visits).Select(i => new OverseasVisit(i % 2 == 0 ? "新加坡、日本" : "", purposes[i % 3], 1, 3, []))] };
        Disclosure disclosure = RoundTrip.AssertSame(Book with { Particulars = Book.Particulars with { Overseas = overseas } }, Accounts);
        Assert.Equal(visits > 1 ? 2 * visits : 0, disclosure.Claims.Count(c => c.Subject.Key.StartsWith("overseas/团组/", StringComparison.Ordinal) || c.Subject.Key.StartsWith("overseas/人次/", StringComparison.Ordinal)));
        Assert.Contains(disclosure.Source.Lines, l => l.Contains("新加坡、日本", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_public_institution_has_no_subordinate_units_and_no_agency_operating_cost()
    {
        BudgetUnit unit = Book.Department.Units[0] with { Kind = UnitKind.PublicInstitution };
        Disclosure disclosure = RoundTrip.AssertSame(Book with { Department = Book.Department with { Units = [unit] } }, Accounts);
        Assert.Contains(disclosure.Claims, c => c is { Kind: ClaimKind.None, Subject.Key: "units" });
        Assert.Contains(disclosure.Claims, c => c is { Kind: ClaimKind.None, Subject.Key: "agencyOperating" });
    }

    [Fact]
    public void A_classified_project_is_named_nowhere()
    {
        string name = Book.Projects[0].Name;
        Book book = Book with { Projects = [Book.Projects[0] with { Classified = true }, .. Book.Projects.Skip(1)] };
        Assert.Contains(DisclosureComposer.Compose(book, AccountsCompiler.Compile(book)).Problems, p => p is { Severity: Severity.Error, Id: "book.classified-named" });
        book = book with { Prose = book.Prose with { Glossary = [] } };
        Assert.DoesNotContain(DisclosureComposer.Compose(book, AccountsCompiler.Compile(book)).Problems, p => p.Id == "book.classified-named");
        Disclosure disclosure = RoundTrip.AssertSame(book, AccountsCompiler.Compile(book));
        Assert.DoesNotContain(disclosure.Source.Lines, l => l.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain(disclosure.Evaluations, e => e.Name.Text == name);
        Assert.Contains(disclosure.Source.Lines, l => l.Contains("不包括涉密项目", StringComparison.Ordinal));
    }

    [Fact]
    public void An_amount_that_somebody_wrote_into_a_use_is_a_warning()
    {
        Book book = Book with { Prose = Book.Prose with { Uses = Book.Prose.Uses.SetItem("208", "发放补贴12.5万元") } };
        BookProblem problem = Assert.Single(DisclosureComposer.Compose(book, Accounts).Problems);
        Assert.Equal(("book.prose-amount", "prose.md", "208"), (problem.Id, problem.File, problem.Column));
        Assert.Contains("12.5万元", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_use_of_vehicles_that_the_explanations_do_not_know_is_an_error_with_the_names_to_use()
    {
        BudgetUnit unit = Book.Department.Units[0] with { Vehicles = [new CountOf("班车", 1)] };
        BookProblem problem = Assert.Single(DisclosureComposer.Compose(Book with { Department = Book.Department with { Units = [unit, Book.Department.Units[1]] } }, Accounts).Problems);
        Assert.Equal((Severity.Error, "book.unit.vehicle-use"), (problem.Severity, problem.Id));
        Assert.Contains("应急保障用车", problem.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_that_are_not_what_the_ledger_has_are_an_error_and_left_out()
    {
        Particulars particulars = Book.Particulars with { Cars = Book.Particulars.Cars! with { Costs = [new("燃料费", Core.Figures.Amount.FromYuan(1))] } };
        Composition composition = DisclosureComposer.Compose(Book with { Particulars = particulars }, Accounts);
        Assert.Equal("book.particulars.costs", Assert.Single(composition.Problems).Id);
        Assert.DoesNotContain(composition.Disclosure.Claims, c => c.Subject.Key.StartsWith("cars/cost", StringComparison.Ordinal));
    }
}
