using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Core.Tests.Findings;

public sealed class CheckResultTests
{
    private static readonly Edition Edition = new()
    {
        Id = "final-accounts/2023",
        Kind = DisclosureKind.FinalAccounts,
        Year = new(2023),
        Forms = [],
        Functional = Classification.Empty,
        Economic = Classification.Empty,
        Scoring = new("test", 20, 80, 150, [], ""),
    };

    [Fact]
    public void Findings_are_counted_by_severity_and_tests_by_how_they_ended()
    {
        Finding finding = new() { Rule = "a", Severity = Severity.Warning, Where = new(TextSpan.None, Address.Parse("01[27].1")) };
        CheckResult result = new(
            new Disclosure { Kind = DisclosureKind.FinalAccounts, Year = new FiscalYear(2023), Edition = Edition },
            [finding, finding, finding with { Severity = Severity.Error }],
            [new("a", Outcome.Passed, null, 40), new("a", Outcome.Failed, null, 3), new("b", Outcome.Passed, null, 2)]);
        Assert.Equal((1, 2, 0), (result.Count(Severity.Error), result.Count(Severity.Warning), result.Count(Severity.Info)));
        Assert.Equal((42, 3, 0), (result.Count(Outcome.Passed), result.Count(Outcome.Failed), result.Count(Outcome.NotRun)));
    }

    [Fact]
    public void The_scoring_policy_adds_up() => Assert.Equal(100, Edition.Scoring.Total);
}
