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

    /// <summary>Cells of one column, or totals of one form, are left blank.</summary>
    public const string LeftBlank = "blank";

    /// <summary>Cells of a form are filled in with 元 under a heading of 万元.</summary>
    public const string InYuan = "yuan";

    /// <summary>Several figures of a form differ by the same amount.</summary>
    public const string SameDifference = "same";

    private static readonly ImmutableDictionary<string, Text> Wordings = ImmutableDictionary.CreateRange(new KeyValuePair<string, Text>[]
    {
        new(OneWrong, new Text(
            "{cell}为 {stated}，应为 {expected}（{places}）",
            "{cell} is {stated} and should be {expected} ({places})")),
        new(SidesDiffer, new Text(
            "{at}不符合“{meaning}”：{left} 与 {right} 相差 {difference}",
            "{at} breaks “{meaning}”: {left} and {right} differ by {difference}")),
        new(LeftBlank, new Text(
            "{form}有 {count} 处应有数而为空：{cells}（{meaning}）",
            "{form} leaves {count} cells blank that should have a figure: {cells} ({meaning})")),
        new(InYuan, new Text(
            "{form}有 {count} 处恰为应填数的一万倍，疑以元填列：{cells}",
            "{count} cells of {form} are exactly ten thousand times what they should be, as if filled in with 元: {cells}")),
        new(SameDifference, new Text(
            "{form}有 {count} 处相差的都是 {difference}，疑该数填错了行或栏、漏计或重计：{cells}（{meaning}）",
            "{count} figures of {form} differ by the same {difference}, which seems to stand in a wrong row or column, or to be left out or counted twice: {cells} ({meaning})")),
        new(RoundingDifference, new Text(
            "{at}：{left} 与 {right} 相差 {difference}，为四舍五入的尾差（{meaning}）{again}",
            "{at}: {left} and {right} differ by {difference}, which rounding explains ({meaning}){again}")),
        new(UnlikelyRounding, new Text(
            "{at}：{left} 与 {right} 相差 {difference}，四舍五入虽可解释，但可能性很小（{meaning}）{again}",
            "{at}: {left} and {right} differ by {difference}, which rounding can explain but hardly does ({meaning}){again}")),
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
