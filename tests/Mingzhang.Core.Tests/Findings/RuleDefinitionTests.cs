using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Tests.Findings;

public sealed class RuleDefinitionTests
{
    private static readonly RuleDefinition Rule = new()
    {
        Id = "form.01.27",
        Title = new("本年收入合计等于各项收入之和", "total income is the sum of its lines"),
        Severity = Severity.Error,
        Wordings = ImmutableDictionary<string, Text>.Empty
            .Add("", new("写为 {stated}，应为 {expected}（{formula}）。", "states {stated}, should be {expected} ({formula})."))
            .Add("unknown", new("写为 {stated}。", "states {stated}.")),
    };

    private static readonly Finding Finding = new()
    {
        Rule = Rule.Id,
        Severity = Severity.Error,
        Where = new(TextSpan.None),
        Stated = "1162.58",
        Expected = "1162.85",
        Arguments = Arguments.Empty.With("formula", "27=1+…+8"),
    };

    [Fact]
    public void The_sentence_is_made_in_either_language()
    {
        Assert.Equal("写为 1162.58，应为 1162.85（27=1+…+8）。", Rule.Say(Finding, "zh"));
        Assert.Equal("states 1162.58, should be 1162.85 (27=1+…+8).", Rule.Say(Finding, "en"));
    }

    [Fact]
    public void A_variant_has_its_own_wording_and_an_unknown_one_the_usual() =>
        Assert.Equal(("写为 1162.58。", Rule.Say(Finding, "zh")), (Rule.Say(Finding with { Variant = "unknown" }, "zh"), Rule.Say(Finding with { Variant = "other" }, "zh")));

    [Fact]
    public void A_placeholder_without_value_leaves_nothing_behind() =>
        Assert.Equal("写为 ，应为 （）。", Rule.Say(Finding with { Stated = null, Expected = null, Arguments = Arguments.Empty }, "zh"));

    [Theory]
    [InlineData("无占位", "无占位")]
    [InlineData("{stated", "{stated")]
    [InlineData("a}{stated}", "a}1162.58")]
    [InlineData("{}", "")]
    public void A_wording_with_stray_braces_is_kept_as_it_stands(string wording, string sentence) =>
        Assert.Equal(sentence, (Rule with { Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new(wording, wording)) }).Say(Finding, "zh"));
}
