using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Every figure that the explanations can name: cells of the forms, their budgets and last year's amounts, and the particulars.</summary>
internal sealed class FactBook
{
    private readonly Book _book;
    private readonly Wording _wording;
    private readonly Dictionary<string, Statement> _statements;
    private readonly Dictionary<string, Execution> _items;
    private readonly Execution _general;
    private readonly PriorCells _prior;
    private readonly Dictionary<(string Name, Measure Measure), Fact> _facts = [];
    private readonly Dictionary<string, string> _cellNames = [];

    internal FactBook(Book book, YearAccounts accounts, Wording wording, ImmutableArray<BookProblem>.Builder problems)
    {
        _book = book;
        _wording = wording;
        _statements = accounts.Statements.ToDictionary(s => s.Form);
        _items = accounts.Items.ToDictionary(i => i.Code);
        _general = accounts.General;
        _prior = new PriorCells(book);
        Names = new CodeNames(book.Edition, accounts);
        foreach (SubjectTerm term in book.Edition.Terms)
        {
            if (term.Address is { } address) _cellNames.TryAdd(address.ToString(), term.Words[0]);
            else if (term.Key is { } key) _cellNames.TryAdd(key, term.Words[0]);
        }

        Particulars(book, accounts, problems);
    }

    /// <summary>The names of functional codes.</summary>
    internal CodeNames Names { get; }

    /// <summary>The fact of a name outside lists: an address or a name of the vocabulary; null if it is not known.</summary>
    internal Fact? Find(string name, Measure measure) =>
        Address.TryParse(name, out Address address) ? Cell(address, measure) : _facts.GetValueOrDefault((name, measure));

    /// <summary>Adds a figure under a name.</summary>
    internal void Add(string key, ClaimKind kind, Printed figure, string unit, Measure measure = Measure.Final) =>
        _facts[(key, measure)] = new Fact(kind, SubjectOf(key), measure, figure, unit, "");

    /// <summary>Adds a text under a name.</summary>
    internal void Add(string name, string text) => _facts[(name, Measure.Final)] = Fact.Of(text);

    /// <summary>Adds a number of things.</summary>
    internal void Count(string key, int number, string unit) => Add(key, ClaimKind.Count, new Printed(number, 0), unit);

    /// <summary>Adds an amount of money.</summary>
    internal void Money(string key, Printed figure, Measure measure = Measure.Final) => Add(key, ClaimKind.Amount, figure, Word("money"), measure);

    /// <summary>A word of the wording data.</summary>
    internal string Word(string name) => _wording.Words.GetValueOrDefault(name, "");

    /// <summary>The key that the edition's terms give to a name within a family (<c>vehicles/</c>): the text can name it so; null if there is none.</summary>
    internal string? KeyOf(string family, string name) =>
        _book.Edition.Terms.FirstOrDefault(t => t.Key is { } key && key.StartsWith(family, StringComparison.Ordinal) && t.Words.Contains(name))?.Key;

    /// <summary>The names that the edition's terms have in a family.</summary>
    internal IEnumerable<string> Family(string family) =>
        _book.Edition.Terms.Where(t => t.Key is { } key && key.StartsWith(family, StringComparison.Ordinal)).Select(t => t.Words[0]);

    private Subject SubjectOf(string key) => new(_cellNames.GetValueOrDefault(key, key), null, key);

    private Fact? Cell(Address address, Measure measure)
    {
        Printed? figure = measure switch
        {
            Measure.PriorYear => _prior.Figure(address),
            Measure.InitialBudget => Execution(address)?.Initial,
            Measure.FullYearBudget => BudgetColumn(address) is { } column ? Figure(address with { Column = column }) : Execution(address)?.FullYear,
            _ => Figure(address),
        };
        return figure is { } known ? new Fact(ClaimKind.Amount, SubjectOf(address), measure, known, Word("money"), "") : null;
    }

    private Subject SubjectOf(Address address)
    {
        if (address.Row != Address.Total && FunctionalCode.TryParse(address.Row, out _))
        {
            FunctionalNames names = Names.Of(address.Row);
            return names.IsOnForms ? Subject.Of(names.Path, address) : new Subject(names.Path, null, "item/" + names.Path);
        }

        return Subject.Of(_cellNames.GetValueOrDefault(address.ToString(), address.ToString()), address);
    }

    /// <summary>The form of general public expenditure by functional code, of which the explanations speak code by code.</summary>
    internal string GeneralForm => _book.Edition.IdOf("general");

    // A blank cell of a form is a zero.
    private Printed? Figure(Address address) =>
        _statements.TryGetValue(address.Form, out Statement? statement) ? statement.Cell(address.Row, address.Column)?.Figure ?? new Printed(0, 2) : null;

    private Execution? Execution(Address address) =>
        address.Column != "1" || address.Form != GeneralForm ? null : address.Row == Address.Total ? _general : _items.GetValueOrDefault(address.Row);

    /// <summary>On a form that prints budget and outcome side by side, the budget's column.</summary>
    private string? BudgetColumn(Address address)
    {
        if (_book.Edition.Form(address.Form) is not { } form || form.Column(address.Column) is not { } outcome || outcome.Captions.Length < 2) return null;
        FormColumn? budget = form.Columns.FirstOrDefault(c => c.Captions.Length > 1 && c.Captions[0] != outcome.Captions[0] && c.Captions.AsSpan()[1..].SequenceEqual(outcome.Captions.AsSpan()[1..]));
        return budget?.Number;
    }

    private void Particulars(Book book, YearAccounts accounts, ImmutableArray<BookProblem>.Builder problems)
    {
        Add("year", book.Year.ToString());
        Add("lastYear", book.Year.Previous.ToString());
        Add("department", book.Department.Name);
        Add("date", book.Department.Published is { } day ? day.ToString(Word("date"), CultureInfo.InvariantCulture) : "");
        Add("contact", book.Department.Contact);
        Count("units", book.Department.Units.Length - 1, Word("pieces"));
        Money("agencyOperating", accounts.AgencyOperating.Final);
        Money("agencyOperating", accounts.AgencyOperating.Initial, Measure.InitialBudget);
        Money("agencyOperating", accounts.AgencyOperating.FullYear, Measure.FullYearBudget);
        Add("hasAgency", book.Department.Units.Any(u => u.Kind != UnitKind.PublicInstitution) ? "1" : "");
        Add("hasClassified", book.Projects.Any(p => p.Classified) ? "1" : "");
        Count("vehicles", book.Department.Units.Sum(u => u.Vehicles.Sum(v => v.Count)), Word("cars"));
        Count("equipment/100万元以上", book.Department.Units.Sum(u => u.LargeEquipment), Word("sets"));
        if (book.Particulars.Procurement is { } bought)
        {
            Money("procurement", bought.Total.PrintWan());
            Money("procurement/货物", bought.Goods.PrintWan());
            Money("procurement/工程", bought.Works.PrintWan());
            Money("procurement/服务", bought.Services.PrintWan());
            if (bought.SmallAndMedium is { } medium) Money("procurement/中小企业", medium.PrintWan());
            if (bought.Small is { } small) Money("procurement/小微企业", small.PrintWan());
            if (bought.GoodsSmallAndMedium is { } goods) Money("procurement/货物/中小企业", goods.PrintWan());
            if (bought.WorksSmallAndMedium is { } works) Money("procurement/工程/中小企业", works.PrintWan());
            if (bought.ServicesSmallAndMedium is { } services) Money("procurement/服务/中小企业", services.PrintWan());
        }

        if (book.Particulars.Overseas is { } abroad)
        {
            Count("overseas/团组", abroad.Groups, Word("pieces"));
            Count("overseas/人次", abroad.People, Word("people"));
        }

        if (book.Particulars.Cars is { } cars)
        {
            Count("cars/购置数", cars.Bought, Word("cars"));
            Count("cars/保有量", cars.Kept, Word("cars"));
        }

        if (book.Particulars.Reception is { } guests) Receptions(guests, problems);
    }

    private void Receptions(Reception guests, ImmutableArray<BookProblem>.Builder problems)
    {
        Count("reception/批次", guests.Batches - guests.ForeignBatches, Word("pieces"));
        Count("reception/人次", guests.People - guests.ForeignPeople, Word("people"));
        Count("reception/外事批次", guests.ForeignBatches, Word("pieces"));
        Count("reception/外事人次", guests.ForeignPeople, Word("people"));
        Printed foreign = guests.ForeignCost.PrintWan(), all = (ThreePublicCells.Of(_book.Edition).Reception is { } cell ? Figure(cell) : null) ?? new Printed(0, 2);
        if (foreign.Value > all.Value)
        {
            problems.Add(new BookProblem(Severity.Error, "book.particulars.reception", "particulars.yaml", guests.Line.Number, "reception.foreignCost",
                new($"外事接待费 {foreign} 万元大于账上的公务接待费 {all} 万元", $"foreign receptions of {foreign} 万元 exceed the {all} of the ledger"), new("核对外事接待费和账上的公务接待费", "check both amounts")));
            return;
        }

        Money("reception/外事", foreign);
        Money("reception/国内", new Printed(all.Value - foreign.Value, 2));
    }
}
