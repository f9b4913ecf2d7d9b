using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Statutes;

namespace Mingzhang.Checking.Tests.Engine;

public sealed class RuleBookTests
{
    [Fact]
    public void Every_rule_class_is_listed()
    {
        var listed = RuleBook.RulesFor(Sample.Edition).Select(r => r.GetType()).ToHashSet();

        Assert.DoesNotContain(typeof(IRule).Assembly.GetTypes(), t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRule)) && !listed.Contains(t));
    }

    [Fact]
    public void Rule_ids_are_unique_and_every_rule_has_wordings_in_both_languages()
    {
        var definitions = RuleBook.DefinitionsFor(Sample.Edition);

        Assert.Equal(definitions.Length, definitions.Select(d => d.Id).Distinct().Count());
        Assert.All(definitions, d => Assert.All(d.Wordings.Values, w => Assert.True(w.Zh.Length > 0 && w.En.Length > 0)));
        Assert.All(definitions, d => Assert.True(d.Title.Zh.Length > 0 && d.Title.En.Length > 0));
    }

    [Fact]
    public void The_rules_of_an_edition_are_compiled_once() =>
        Assert.Equal(RuleBook.RulesFor(Sample.Edition), RuleBook.RulesFor(Sample.Edition));

    [Fact]
    public void A_budget_is_held_against_its_own_explanation_and_forms()
    {
        var definitions = RuleBook.DefinitionsFor(StatuteBook.Load().Edition(DisclosureKind.Budget, new FiscalYear(2023), "wuhan")!);

        Assert.DoesNotContain(definitions, d => d.Source.Contains("部门决算情况说明", StringComparison.Ordinal) || (d.Id.StartsWith("narrative.", StringComparison.Ordinal) && d.Title.Zh.Contains("决算表", StringComparison.Ordinal)));
        Assert.Equal("部门预算编制说明", definitions.Single(d => d.Id == "narrative.amount").Source);
    }
}
