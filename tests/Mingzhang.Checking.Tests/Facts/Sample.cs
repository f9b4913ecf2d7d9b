using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Checking.Tests.Facts;

/// <summary>A small sound disclosure of 2023 whose cells and claims a test changes.</summary>
internal sealed class Sample
{
    private static readonly Edition Edition2023 = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    private readonly Dictionary<Address, string> _cells = [];
    private readonly List<string> _lines = [];
    private readonly List<Claim> _claims = [];
    private readonly List<Breakdown> _breakdowns = [];
    private readonly List<Section> _outline = [];
    private readonly Dictionary<string, Func<Statement, Statement>> _changes = [];

    public Sample()
    {
        Cells("01", "1.1 75.00", "27.1 75.00", "31.1 75.00", "32.2 70.00", "50.2 5.00", "58.2 75.00", "62.2 75.00");
        foreach (string form in (string[])["02", "03", "05"])
        {
            bool income = form == "02";
            Row(form, "合计", "75.00", income ? "75.00" : "65.00", income ? null : "10.00");
            Row(form, "201", "70.00", income ? "70.00" : "60.00", income ? null : "10.00");
            Row(form, "20131", "70.00", income ? "70.00" : "60.00", income ? null : "10.00");
            Row(form, "2013101", "60.00", "60.00", null);
            Row(form, "2013102", "10.00", income ? "10.00" : null, income ? null : "10.00");
            Row(form, "221", "5.00", "5.00", null);
            Row(form, "22102", "5.00", "5.00", null);
            Row(form, "2210201", "5.00", "5.00", null);
        }

        Cells("04", "1.1 75.00", "27.1 75.00", "32.1 75.00", "33.2 70.00", "33.3 70.00", "51.2 5.00", "51.3 5.00", "59.2 75.00", "59.3 75.00", "64.2 75.00", "64.3 75.00");
        Cells("06", "301.1 50.00", "30101.1 45.00", "30113.1 5.00", "302.1 15.00", "30201.1 13.00", "30217.1 2.00", "人员经费合计.1 50.00", "公用经费合计.1 15.00");
        Cells("09", "1.1 3.00", "1.6 3.00", "1.7 2.00", "1.12 2.00");
    }

    public static Edition Edition => Edition2023;

    public IReadOnlyCollection<Address> Addresses => _cells.Keys;

    public string this[string address]
    {
        get => _cells[Address.Parse(address)];
        set => _cells[Address.Parse(address)] = value;
    }

    public Sample Blank(string address)
    {
        _cells.Remove(Address.Parse(address));
        return this;
    }

    public Sample Change(string form, Func<Statement, Statement> change)
    {
        _changes[form] = change;
        return this;
    }

    public Sample Topic(string id, string topic)
    {
        _outline.Add(new Section(id, topic, default, 1, 10_000, topic));
        return this;
    }

    public Sample Line(string text)
    {
        _lines.Add(text);
        return this;
    }

    /// <summary>Adds a claim with a line of text of its own; a subject is an address or a key.</summary>
    public int Claim(ClaimKind kind, string subject, string? value, string unit = "万元", int group = 0, string section = "三/五(三)", Func<Claim, Claim>? with = null)
    {
        string text = $"{subject}{kind}{value}{unit}";
        _lines.Add(text);
        var claim = new Claim
        {
            Index = _claims.Count,
            Kind = kind,
            Subject = Subject(subject),
            Value = value is null ? null : Printed.Parse(value),
            Unit = unit,
            Group = group == 0 ? 1000 + _claims.Count : group,
            Section = section,
            Span = TextSpan.InLine(_lines.Count, 0, text.Length),
        };
        _claims.Add(with is null ? claim : with(claim));
        return claim.Index;
    }

    public static Subject Subject(string subject) =>
        Address.TryParse(subject, out Address address) ? Core.Disclosures.Subject.Of($"科目{address.Row}", address) : new Subject("事项" + subject, null, subject);

    public Sample Parts(int whole, bool exhaustive, params int[] parts)
    {
        _breakdowns.Add(new Breakdown(whole, [.. parts], exhaustive));
        return this;
    }

    public Disclosure Build()
    {
        var lines = new List<string>(_lines);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (FormDefinition form in Edition.Forms)
        {
            lines.Add(form.Title);
            var heading = TextSpan.InLine(lines.Count, 0, form.Title.Length);
            var rows = ImmutableArray.CreateBuilder<StatementRow>();
            foreach (IGrouping<string, KeyValuePair<Address, string>> row in _cells.Where(c => c.Key.Form == form.Id).GroupBy(c => c.Key.Row))
            {
                string text = row.Key;
                var cells = ImmutableArray.CreateBuilder<Cell>();
                foreach ((Address address, string figure) in row)
                {
                    cells.Add(new Cell(address.Column, Printed.TryParse(figure, out Printed printed) ? printed : null, figure, TextSpan.InLine(lines.Count + 1, text.Length + 1, figure.Length)));
                    text += "\t" + figure;
                }

                lines.Add(text);
                rows.Add(new StatementRow { Key = row.Key, Caption = row.Key, Span = TextSpan.InLine(lines.Count, 0, text.Length), Cells = cells.ToImmutable() });
            }

            var statement = new Statement { Form = form.Id, Title = form.Title, Heading = heading, State = rows.Count > 0 ? StatementState.Read : StatementState.Empty, Rows = rows.ToImmutable() };
            statements.Add(_changes.TryGetValue(form.Id, out Func<Statement, Statement>? change) ? change(statement) : statement);
        }

        return new Disclosure
        {
            Kind = DisclosureKind.FinalAccounts,
            Year = new FiscalYear(2023),
            Edition = Edition,
            Source = new SourceText("sample.txt", [.. lines], []),
            Statements = statements.ToImmutable(),
            Claims = [.. _claims],
            Breakdowns = [.. _breakdowns],
            Outline = [.. _outline],
        };
    }

    /// <summary>The findings of the rules under test: those on facts, forms and the explanations.</summary>
    public IReadOnlyList<Finding> Findings(Disclosure? prior = null) => [.. Check(prior).Findings.Where(f => IsOurs(f.Rule))];

    public CheckResult Check(Disclosure? prior = null) => Checker.Check(Build(), prior);

    public static string Say(Finding finding) => RuleBook.DefinitionsFor(Edition).First(d => d.Id == finding.Rule).Say(finding, "zh");

    private static bool IsOurs(string rule) =>
        rule.StartsWith("form.", StringComparison.Ordinal) || rule.StartsWith("cross.", StringComparison.Ordinal) || rule.StartsWith("facts.", StringComparison.Ordinal)
        || rule.StartsWith("prior.", StringComparison.Ordinal) || rule.StartsWith("narrative.", StringComparison.Ordinal);

    private void Cells(string form, params string[] cells)
    {
        foreach (string cell in cells)
        {
            string[] parts = cell.Split('.', ' ');
            _cells[new Address(form, parts[0], parts[1])] = cell[(cell.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }
    }

    private void Row(string form, string key, params string?[] figures)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            if (figures[i] is { } figure) _cells[new Address(form, key, (i + 1).ToString(CultureInfo.InvariantCulture))] = figure;
        }
    }
}
