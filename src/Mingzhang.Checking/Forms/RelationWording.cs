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
            "{cell}为 {stated}，应为 {expected}（{places}）",
            "{cell} is {stated} and should be {expected} ({places})")),
        new(SidesDiffer, new Text(
            "{at}不符合“{meaning}”：{left} 与 {right} 相差 {difference}",
            "{at} breaks “{meaning}”: {left} and {right} differ by {difference}")),
        new(RoundingDifference, new Text(
            "{at}：{left} 与 {right} 相差 {difference}，为四舍五入的尾差（{meaning}）",
            "{at}: {left} and {right} differ by {difference}, which rounding explains ({meaning})")),
        new(UnlikelyRounding, new Text(
            "{at}：{left} 与 {right} 相差 {difference}，四舍五入虽可解释，但可能性很小（{meaning}）",
            "{at}: {left} and {right} differ by {difference}, which rounding can explain but hardly does ({meaning})")),
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
