using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Tests.Facts;

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
}
