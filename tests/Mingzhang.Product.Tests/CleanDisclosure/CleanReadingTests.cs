using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>Everything in the clean disclosure is read as it was written, in both layouts, and nothing is found wrong.</summary>
public sealed class CleanReadingTests
{
    public static TheoryData<string> Names => [CleanDocument.Tabbed.Name, CleanDocument.Spaced.Name];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_unread(string name)
    {
        Disclosure disclosure = Read(name);
        Assert.Empty(disclosure.Unread.Select(Describe));
        Assert.Empty(disclosure.Statements.SelectMany(s => s.Unread.Select(u => $"form {s.Form} {Describe(u)}")));
        Assert.Empty(disclosure.Evaluations.SelectMany(e => e.Unread.Select(Describe)));
        Assert.Equal(["01", "02", "03", "04", "05", "06", "07", "08", "09"], disclosure.Statements.Select(s => s.Form));
        Assert.All(disclosure.Statements, s => Assert.Equal(s.Form == "08" ? StatementState.Empty : StatementState.Read, s.State));
    }

    [Fact]
    public void Documents_of_a_year_on_the_forms_of_another_share_one_edition()
    {
        string later = CleanDocument.Tabbed.Text.Replace("2023", "2024", StringComparison.Ordinal);
        Edition edition = Pipeline.Disclosure("a.txt", later).Edition;
        Assert.Equal(("final-accounts/2023", 2024), (edition.Id, edition.Year.Value));
        Assert.Same(edition, Pipeline.Disclosure("b.txt", later).Edition);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_is_read_at_its_address(string name)
    {
        CleanDocument document = Document(name);
        Disclosure disclosure = Read(name);
        var written = document.Marks.Where(m => m.Kind.StartsWith("form ", StringComparison.Ordinal)).Select(m => $"{m.Id} {m.Text}");
        var read = disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{new Address(s.Form, r.Key, c.Column)} {c.Figure}")));
        Assert.Equal(written.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_evaluation_is_read_with_its_indicators(string name)
    {
        Disclosure disclosure = Read(name);
        Department department = new();
        SelfEvaluation[] written = [Scoring.Of(department), Scoring.Care(department), Scoring.Flood(department)];
        Assert.Equal(
            written.Select(e => $"{e.Budget} {e.Executed} {e.RateScore} {e.Total}"),
            disclosure.Evaluations.Select(e => $"{e.Budget?.Figure} {e.Executed?.Figure} {e.RateScore?.Figure} {e.Total?.Figure}"));
        Assert.Equal(
            written.SelectMany(e => e.Goals.SelectMany(g => g.Indicators.Select(i => $"{i.Level1}/{i.Level2}/{i.Name} {i.Target} {i.Actual} {i.Weight:0.##} {i.Score:0.##}"))),
            disclosure.Evaluations.SelectMany(e => e.Indicators.Select(i => $"{i.Level1}/{i.Level2}/{i.Name.Text} {i.Target?.Text} {i.Actual?.Text} {i.Weight?.Text} {i.Score?.Text}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_found_wrong(string name)
    {
        CheckResult result = Pipeline.Check(name, Document(name).Text);
        Assert.Empty(result.Findings.Where(Pipeline.IsLoud).Select(Pipeline.Describe));
        Assert.Empty(result.Findings.Where(f => f.Severity == Severity.Rounding).Select(Pipeline.Describe));
        Assert.True(result.Count(Outcome.Passed) > 300, $"{result.Count(Outcome.Passed)} tests passed");
    }

    private static CleanDocument Document(string name) => name == CleanDocument.Tabbed.Name ? CleanDocument.Tabbed : CleanDocument.Spaced;

    private static Disclosure Read(string name) => Pipeline.Disclosure(name, Document(name).Text);

    private static string Describe(Unread unread) => $"line {unread.Span.Line} {unread.Why}: {unread.Text}";
}
