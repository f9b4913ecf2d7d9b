using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Yaml;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>The lists that templates go through.</summary>
internal sealed class FactLists
{
    private static readonly List<Member> None = [];

    private readonly Dictionary<string, List<Member>> _lists = [];
    private readonly FactBook _facts;
    private readonly YearAccounts _accounts;
    private readonly ImmutableArray<BookProblem>.Builder _problems;

    internal FactLists(Book book, YearAccounts accounts, FactBook facts, Wording wording, ImmutableArray<BookProblem>.Builder problems)
    {
        _problems = problems;
        _facts = facts;
        _accounts = accounts;
        _lists["classes"] = Codes(book.Edition.IdOf("general"), "1", 3);
        _lists["items"] = [.. accounts.Items.Where(i => i.Code.Length == 7 && (i.Initial.Value != 0 || i.Final.Value != 0)).Select(i => Code(i.Code))];
        _lists["fundItems"] = Codes(book.Edition.IdOf("governmentFund"), "3", 7);
        _lists["capitalItems"] = Codes(book.Edition.IdOf("stateCapital"), "1", 7);
        _lists["usedItems"] = [.. facts.Names.Printed.Where(c => c.Length == 7).Select(c => Explained(c, wording))];
        _lists["personnelItems"] = Economic(book.Edition, personnel: true);
        _lists["operatingItems"] = Economic(book.Edition, personnel: false);
        _lists["projects"] = Projects(book);
        _lists["units"] = [.. book.Department.Units.Select(u => new Member(u.Code, new() { ["name"] = Fact.Named(u.Name, new Subject(u.Name, null, "units/" + NarrativeText.Plain(u.Name))) }))];
        _lists["vehicles"] = Vehicles(book.Department);
        var three = ThreePublicCells.Of(book.Edition);
        _lists["overseasCosts"] = Costs("overseas/cost/", "overseas/costs", three.Overseas, book.Particulars.Overseas?.Costs ?? [], book.Particulars.Overseas?.Line);
        _lists["visits"] = Visits(book.Particulars.Overseas?.Visits ?? []);
        _lists["carCosts"] = Costs("cars/cost/", "cars/costs", three.CarsRunning, book.Particulars.Cars?.Costs ?? [], book.Particulars.Cars?.Line);
        _lists["glossary"] = Glossary(book.Prose, wording);
        _lists["forms"] = [.. book.Edition.Forms.Select(f => new Member(f.Id, new() { ["name"] = Fact.Of(f.Title), ["number"] = Fact.Of(f.Id.TrimStart('0')) }))];
        Prose("duties", book.Prose.Duties);
        Prose("structure", book.Prose.Structure);
        Prose("performanceWork", book.Prose.PerformanceWork);
        Prose("useOfResults", book.Prose.UseOfResults);
        Prose("keyWork", book.Prose.KeyWorkText);
        _lists["keyWork"] = [.. book.Prose.KeyWork.Select(k => new Member("", new() { ["matter"] = Fact.Of(k.Matter), ["goal"] = Fact.Of(k.Goal), ["completion"] = Fact.Of(k.Completion) }))];
        facts.Add("hasDuties", book.Prose.Duties.IsEmpty ? "" : "1");
        facts.Add("hasUseOfResults", book.Prose.UseOfResults.IsEmpty ? "" : "1");
        facts.Add("hasFund", Rows(book.Edition.IdOf("governmentFund")).Any(r => r.Cells.Any(c => c.Figure is { Value: not 0 })) ? "1" : "");
        facts.Add("hasItems", _lists["items"].Count > 0 ? "1" : "");
        facts.Add("hasProjects", _lists["projects"].Count > 0 ? "1" : "");
        facts.Add("hasKeyWork", book.Prose.KeyWork.IsEmpty && book.Prose.KeyWorkText.IsEmpty ? "" : "1");
    }

    /// <summary>The members of a list.</summary>
    internal List<Member> Of(string name) => _lists.GetValueOrDefault(name, None);

    /// <summary>Sets a list.</summary>
    internal void Set(string name, List<Member> members) => _lists[name] = members;

    private void Prose(string name, ImmutableArray<string> paragraphs) => _lists["prose:" + name] = [.. paragraphs.Select(p => new Member("", new() { ["text"] = Fact.Of(p) }))];

    private List<Member> Codes(string form, string column, int length) =>
    [
        .. Rows(form).Where(r => r.Key.Length == length && char.IsAsciiDigit(r.Key[0]) && r.Cell(column)?.Figure is { Value: not 0 }).Select(r => Code(r.Key)),
    ];

    private Member Code(string code)
    {
        FunctionalNames names = _facts.Names.Of(code);
        return new Member(code, new() { ["name"] = Fact.Of(names.Path), ["code"] = Fact.Of(code) }, names);
    }

    private Member Explained(string code, Wording wording)
    {
        Member member = Code(code);
        string name = member.Names!.Item;
        member.Facts["name"] = Fact.Of(name);
        member.Facts["explanation"] = Fact.Of(wording.Explanations.GetValueOrDefault(code) ?? wording.Explanations.GetValueOrDefault(name) ?? Neutral(name));
        return member;
    }

    private string Neutral(string name)
    {
        bool spending = _facts.Word("spending") is { Length: > 0 } word && name.EndsWith(word, StringComparison.Ordinal);
        return _facts.Word(spending ? "explanationOfSpending" : "explanation").Replace("$1", name, StringComparison.Ordinal);
    }

    private List<Member> Economic(Edition edition, bool personnel)
    {
        string form = edition.IdOf("basic");
        var members = new List<Member>();
        foreach (StatementRow row in Rows(form).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (row.Key.Length != 5 || edition.Accounts.IsPersonnel(row.Key) != personnel || row.Cell("1")?.Figure is not { Value: not 0 }) continue;
            string name = row.Caption.Trim();
            bool only = Rows(form).Count(r => r.Key.Length == 5 && r.Caption.Trim() == name && r.Cell("1")?.Figure is { Value: not 0 }) == 1;
            Subject subject = only ? Subject.Of(name, new Address(form, row.Key, "1")) : new Subject(name, null, "economic/" + NarrativeText.Plain(name));
            members.Add(new Member(row.Key, new() { ["name"] = Fact.Named(name, subject), ["code"] = Fact.Of(row.Key) }));
        }

        return members;
    }

    // A classified project is never named, and its amount is no line of its own.
    private List<Member> Projects(Book book)
    {
        var members = new List<Member>();
        var byCode = book.Projects.ToDictionary(p => p.Code);
        ImmutableArray<Execution> projects = _accounts.GeneralProjects.IsDefault ? _accounts.Projects : _accounts.GeneralProjects;
        foreach (Execution project in projects)
        {
            if (project.Final.Value == 0 || !byCode.TryGetValue(project.Code, out Project? known) || known.Classified) continue;
            members.Add(new Member(project.Code, new() { ["name"] = Fact.Of(known.Name), ["use"] = Fact.Of(known.Use), ["amount"] = new Fact(ClaimKind.Amount, new Subject(known.Name, null, "projects/" + NarrativeText.Plain(known.Name)), Measure.Final, project.Final, _facts.Word("money"), "") }));
        }

        return members;
    }

    private List<Member> Vehicles(Department department)
    {
        var members = new List<Member>();
        foreach (IGrouping<string, CountOf> use in department.Units.SelectMany(u => u.Vehicles).GroupBy(v => v.Name))
        {
            int count = use.Sum(v => v.Count);
            if (count == 0) continue;
            string? key = _facts.KeyOf("vehicles/", use.Key);
            if (key is null)
            {
                _problems.Add(new BookProblem(Severity.Error, "book.unit.vehicle-use", DepartmentFile.Name, use.First().Line.Number, "vehicles", new($"没有“{use.Key}”这一车辆用途", $"there is no use of vehicles named “{use.Key}”"),
                    new($"可用的名称：{string.Join('、', _facts.Family("vehicles/"))}", $"names: {string.Join(", ", _facts.Family("vehicles/"))}")));
            }

            Subject subject = new(use.Key, null, key ?? "vehicles/" + use.Key);
            members.Add(new Member("", new() { ["name"] = Fact.Of(use.Key), ["count"] = new Fact(ClaimKind.Count, subject, Measure.Final, new Printed(count, 0), _facts.Word("cars"), "") }));
        }

        return members;
    }

    private List<Member> Visits(ImmutableArray<OverseasVisit> visits)
    {
        _facts.Add("overseas/visit", visits.Length == 1 ? "1" : "");
        _facts.Add("overseas/visits", visits.Length > 1 ? "1" : "");
        return [.. visits.Select((v, i) => new Member("", new()
        {
            ["destination"] = Fact.Of(v.Destination), ["purpose"] = Fact.Of(v.Purpose),
            ["groups"] = Numbered("overseas/团组/", v.Groups, _facts.Word("pieces"), i + 1), ["people"] = Numbered("overseas/人次/", v.People, _facts.Word("people"), i + 1),
        }))];
    }

    private static Fact Numbered(string family, int count, string unit, int number) =>
        new(ClaimKind.Count, new Subject($"团组{number}", null, family + number.ToString(CultureInfo.InvariantCulture)), Measure.Final, new Printed(count, 0), unit, "");

    /// <summary>Costs by kind; none of them where one has a name that the explanations do not know, or where they are not what the ledger has.</summary>
    private List<Member> Costs(string family, string flag, Address? whole, ImmutableArray<AmountOf> costs, FileLine? line)
    {
        var members = new List<Member>();
        Printed sum = Amount.FromYuan(costs.Sum(c => c.Amount.Yuan)).PrintWan(), spent = _facts.Find(whole?.ToString() ?? "", Measure.Final)?.Figure ?? new Printed(0, 2);
        if (!costs.IsEmpty && sum.Value != spent.Value)
        {
            Particular(line, flag, $"分项费用合计 {sum} 万元，账上支出为 {spent} 万元", $"the costs by kind sum to {sum} 万元; the ledger has {spent}");
            costs = [];
        }

        foreach (AmountOf cost in costs)
        {
            if (cost.Amount.Yuan == 0) continue;
            if (_facts.KeyOf(family, cost.Name) is not { } key)
            {
                Particular(line, flag, $"说明中没有“{cost.Name}”这一费用名称", $"the explanations have no cost named “{cost.Name}”");
                members.Clear();
                break;
            }

            members.Add(new Member("", new() { ["name"] = Fact.Of(cost.Name), ["amount"] = new Fact(ClaimKind.Amount, new Subject(cost.Name, null, key), Measure.Final, cost.Amount.PrintWan(), _facts.Word("money"), "") }));
        }

        _facts.Add(flag, members.Count.ToString(CultureInfo.InvariantCulture).TrimStart('0'));
        return members;
    }

    private void Particular(FileLine? line, string field, string zh, string en) => _problems.Add(new BookProblem(
        Severity.Error, "book.particulars.costs", "particulars.yaml", line?.Number ?? 0, field.Replace('/', '.'), new(zh, en), new("更正分项费用，或删去后只写总数", "correct the costs by kind, or leave them out")));

    private List<Member> Glossary(Prose prose, Wording wording)
    {
        var own = prose.Glossary.ToDictionary(g => g.Term, g => g.Explanation);
        var members = new List<Member>();
        foreach (GlossaryTerm term in wording.Glossary)
        {
            if (term.When.Length > 0 && _facts.Find(term.When, Measure.Final) is not { IsSome: true }) continue;
            members.Add(Term(term.Term, own.GetValueOrDefault(term.Term, term.Explanation)));
            own.Remove(term.Term);
        }

        members.AddRange(prose.Glossary.Where(g => own.ContainsKey(g.Term)).Select(g => Term(g.Term, g.Explanation)));
        return members;
    }

    private static Member Term(string term, string explanation) => new("", new() { ["name"] = Fact.Of(term), ["explanation"] = Fact.Of(explanation) });

    private IEnumerable<StatementRow> Rows(string form) => _accounts.Statements.Where(s => s.Form == form).SelectMany(s => s.Rows);
}
