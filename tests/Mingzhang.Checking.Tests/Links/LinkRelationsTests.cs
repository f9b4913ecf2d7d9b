using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Links;
using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Tests.Links;

public sealed class LinkRelationsTests
{
    /// <summary>A budget whose general table has another number than that of the final accounts.</summary>
    private static Disclosure Budget()
    {
        Edition edition = Sample.Edition with
        {
            Kind = DisclosureKind.Budget,
            Forms = [.. Sample.Edition.Forms.Where(f => f.Subject == "general").Select(f => f with { Id = "B07", Title = "一般公共预算支出表" })],
            Relations = [],
        };
        Disclosure accounts = new Sample().Build();
        return accounts with { Kind = DisclosureKind.Budget, Edition = edition, Statements = [accounts.Statement("05")! with { Form = "B07" }] };
    }

    private static ImmutableArray<Finding> Check(Disclosure disclosure, Disclosure other, LinkKind kind)
    {
        var link = new LinkedDocument(new DocumentLink(kind, "other.txt", other.Kind, other.Year, other.Unit), other);
        CheckResult result = Checker.Check(disclosure, [link]);
        Assert.Equal("other.txt", Assert.Single(result.Links).File);
        return [.. result.Findings.Where(f => f.Rule.StartsWith("link.", StringComparison.Ordinal))];
    }

    private static Disclosure Quoting(string initial)
    {
        var sample = new Sample();
        sample.Claim(ClaimKind.Amount, "05[2013101].1", initial, with: c => c with { Measure = Measure.InitialBudget });
        return sample.Build();
    }

    [Fact]
    public void The_initial_budget_quoted_is_the_one_published()
    {
        Assert.Empty(Check(Quoting("60.00"), Budget(), LinkKind.Budget));

        Finding finding = Assert.Single(Check(Quoting("61.00"), Budget(), LinkKind.Budget));

        Assert.Equal(("link.initial-budget", "61.00", "60.00", Severity.Warning), (finding.Rule, finding.Stated, finding.Expected, finding.Severity));
        Assert.Contains("2023年预算公开", Sample.Say(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_rounding_explains_is_no_contradiction() =>
        Assert.All(Check(Quoting("60.0"), Budget(), LinkKind.Budget), f => Assert.Equal(Severity.Rounding, f.Severity));

    [Fact]
    public void A_units_figures_are_within_its_departments()
    {
        Disclosure department = new Sample().Build(), unit = department with { Scope = DisclosureScope.Unit };
        Assert.Empty(Check(unit, department, LinkKind.Department));
        Disclosure more = new Sample { ["06[30217].1"] = "3.00", ["06[30201].1"] = "12.00" }.Build() with { Scope = DisclosureScope.Unit };

        Finding finding = Assert.Single(Check(more, department, LinkKind.Department));

        Assert.Equal(("link.unit-within-department", "06[30217].1", "3.00"), (finding.Rule, finding.Where.Address.ToString(), finding.Stated));
    }
}
