using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Forms;

/// <summary>The definition of a rule that is a relation: its title and wordings are made from the data.</summary>
internal static class RelationWording
{
    /// <summary>One figure is singled out: <c>{cell}</c> is <c>{stated}</c> and should be <c>{expected}</c>.</summary>
    public const string OneWrong = "";

    /// <summary>The two sides differ, and it is not known which figure is wrong.</summary>
    public const string SidesDiffer = "sides";

    /// <summary>The sides differ by rounding.</summary>
    public const string RoundingDifference = "rounding";

    /// <summary>The sides differ by rounding, though more than is likely.</summary>
    public const string UnlikelyRounding = "unlikely";

    private static readonly ImmutableDictionary<string, Text> Wordings = ImmutableDictionary.CreateRange(new KeyValuePair<string, Text>[]
    {
        new(OneWrong, new Text(
            "{cell} 为 {stated}，应为 {expected}（{places}）",
            "{cell} is {stated} and should be {expected} ({places})")),
        new(SidesDiffer, new Text(
            "{at}“{formula}”不成立：{left} 与 {right} 相差 {difference}",
            "{at} does not satisfy “{formula}”: {left} against {right}, difference {difference}")),
        new(RoundingDifference, new Text(
            "{at}“{formula}”有尾差：{left} 与 {right} 相差 {difference}，四舍五入可以解释",
            "{at} “{formula}”: {left} against {right}, a rounding difference of {difference}")),
        new(UnlikelyRounding, new Text(
            "{at}“{formula}”：{left} 与 {right} 相差 {difference}，四舍五入虽可解释，但可能性很小",
            "{at} “{formula}”: {left} against {right}, a difference of {difference} that rounding can explain but hardly does")),
    });

    /// <summary>The definition of the rule for a relation.</summary>
    public static RuleDefinition Define(Relation relation) => new()
    {
        Id = relation.Id,
        Title = new Text(relation.Meaning.Length > 0 ? relation.Meaning : relation.Text, relation.MeaningEn.Length > 0 ? relation.MeaningEn : relation.Text),
        Severity = relation.Severity,
        Formula = relation.Text,
        Source = relation.Source,
        Wordings = Wordings,
    };
}
