using System.Collections.Immutable;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Facts;

/// <summary>The rules on the figures of the whole document together.</summary>
internal static class JointRules
{
    /// <summary>Relations that hold one by one and not together.</summary>
    public static readonly RuleDefinition Joint = new()
    {
        Id = "facts.joint",
        Title = new Text("各关系的尾差能同时由四舍五入解释", "The rounding differences of all relations can be explained together"),
        Severity = Severity.Warning,
        Source = "四舍五入的区间算术",
        Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
            "{cell} {stated}：{count} 个关系的尾差逐个可由四舍五入解释，合在一起没有任何数能同时满足",
            "{cell} {stated}: rounding explains the differences of {count} relations one by one, yet no value satisfies all of them together")),
    };

    /// <summary>The document cuts digits off instead of rounding.</summary>
    public static readonly RuleDefinition Truncated = new()
    {
        Id = "facts.truncated",
        Title = new Text("数字四舍五入而不是截去尾数", "Figures are rounded, not cut off"),
        Severity = Severity.Info,
        Source = "公开表金额单位转换按四舍五入",
        Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
            "全文的数只有按截去尾数理解才前后一致（{count} 处按四舍五入不成立），以下按截尾核对",
            "the figures agree only if digits are cut off instead of rounded ({count} places contradict rounding); the rest is checked that way")),
    };

    /// <summary>One amount counted in at some places and left out at others.</summary>
    public static readonly RuleDefinition Counted = new()
    {
        Id = "facts.counted",
        Title = new Text("同一笔金额在各表和文字中或都计入、或都不计入", "An amount is counted in everywhere or nowhere"),
        Severity = Severity.Error,
        Source = "各表之间、表与文字之间的勾稽关系",
        Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
            "{count} 处相差的都是 {amount}（{name}）：有的数计入了它，有的没有。涉及{cells}",
            "{count} places differ by {amount} ({name}): some figures count it in, others do not. They are {cells}")),
    };
}
