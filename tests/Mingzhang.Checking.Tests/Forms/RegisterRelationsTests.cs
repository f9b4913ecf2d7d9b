using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Checking.Tests.Forms;

/// <summary>Sums of registers: entries with sub-totals, and entries whose total is not printed.</summary>
public sealed class RegisterRelationsTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    private static readonly ImmutableArray<StatementRow> Purchases =
    [
        Row("合计", null, "1", "100.00"), Row("1", "合计", "1", "60.00"), Row("2", "1", "1", "60.00"), Row("3", "2", "1", "35.00"), Row("4", "2", "1", "25.00"), Row("5", "合计", "1", "40.00"),
    ];

    [Fact]
    public void A_register_that_adds_up_on_every_level_passes() => Assert.Empty(Findings("jiangsu", 2019, "form.B12.hierarchy", Form("B12", Purchases)));

    [Fact]
    public void An_item_that_its_parts_do_not_make_up_is_an_error()
    {
        Finding finding = Assert.Single(Findings("jiangsu", 2019, "form.B12.hierarchy", Form("B12", Purchases.SetItem(4, Row("4", "2", "1", "24.00")))));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.StartsWith("B12[", finding.Where.Address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_without_a_printed_total_are_summed_up_against_another_form()
    {
        Statement general = Form("B05", [Row("合计", null, "1", "130.64", "2", "0.00", "7", "130.64")]);
        ImmutableArray<StatementRow> projects = [Row("1", "合计", "1", "60.00", "2", "60.00"), Row("2", "合计", "1", "70.00", "2", "70.00"), Row("3", "合计", "1", "0.64", "2", "0.64")];
        Assert.Empty(Findings("wuhan", 2023, "cross.B05-B10.projects", general, Form("B10", projects)));
        Assert.Single(Findings("wuhan", 2023, "cross.B05-B10.projects", general, Form("B10", projects.RemoveAt(1))));
    }

    [Fact]
    public void A_total_that_is_not_printed_is_unknown_and_not_nothing()
    {
        CheckResult result = Check("jiangsu", 2019, Form("B12", Purchases.RemoveAt(0)), Form("B01", [Row("46", null, "3", "10.00")]));
        Assert.Equal(Outcome.NotRun, result.Outcomes.First(r => r.Rule == "cross.B01-B12.procurement").Outcome);
    }

    private static IEnumerable<Finding> Findings(string place, int year, string rule, params Statement[] forms) => Check(place, year, forms).Findings.Where(f => f.Rule == rule);

    private static CheckResult Check(string place, int year, params Statement[] forms)
    {
        Edition edition = Statutes.Edition(DisclosureKind.Budget, new FiscalYear(year), place)!;
        return Checker.Check(new Disclosure { Kind = DisclosureKind.Budget, Year = new FiscalYear(year), Edition = edition, Statements = [.. forms] });
    }

    private static Statement Form(string form, ImmutableArray<StatementRow> rows) =>
        new() { Form = form, Title = form, Heading = TextSpan.None, State = StatementState.Read, AmountUnit = "万元", Rows = rows };

    private static StatementRow Row(string key, string? parent, params string[] cells) => new()
    {
        Key = key,
        Caption = key,
        Parent = parent,
        Span = TextSpan.None,
        Cells = [.. cells.Chunk(2).Select(c => new Cell(c[0], Printed.Parse(c[1]), c[1], TextSpan.None))],
    };
}
