using System.Collections.Immutable;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Links;

/// <summary>The rules between final accounts and budget of a year, and between a unit and its department.</summary>
internal static class LinkRules
{
    /// <summary>The initial budget that final accounts quote against the budget published.</summary>
    public static readonly FactRule InitialBudget = Rule(
        "link.initial-budget", new("决算中的年初预算数与当年公开的部门预算一致", "The initial budget that final accounts quote is the one published"), "《地方预决算公开操作规程》：决算与年初预算对照", Severity.Warning,
        new("“{subject}”年初预算写为 {stated} {unit}，{place}为 {expected}", "the initial budget of “{subject}” is given as {stated}; {place} has {expected}"));

    /// <summary>Last year's execution that a budget quotes against the final accounts published.</summary>
    public static readonly FactRule PriorExecution = Rule(
        "link.prior-execution", new("预算中引用的上年执行数与上年决算公开一致", "Last year's execution that a budget quotes is that of the final accounts"), "部门预算编制说明与上年部门决算对照", Severity.Info,
        new("“{subject}”上年执行数写为 {stated} {unit}，{place}为 {expected}", "last year's execution of “{subject}” is given as {stated}; {place} has {expected}"));

    /// <summary>A unit's figures against its department's.</summary>
    public static readonly FactRule WithinDepartment = Rule(
        "link.unit-within-department", new("单位的数不大于其所属部门的汇总数", "A unit's figure is at most its department's"), "部门预决算由所属各单位预决算汇总编成", Severity.Error,
        new("本单位“{cell}” {stated}，大于{place} {expected}", "this unit's “{cell}” is {stated}, more than {place} {expected}"));

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<FactRule> All = [InitialBudget, PriorExecution, WithinDepartment];

    /// <summary>A rule between documents.</summary>
    /// <param name="id">Rule id.</param>
    /// <param name="title">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="severity">How grave a violation is.</param>
    /// <param name="wording">The sentence of a violation.</param>
    /// <param name="rounding">That of a difference which rounding explains; null for the wording with that remark.</param>
    internal static FactRule Rule(string id, Text title, string source, Severity severity, Text wording, Text? rounding = null) => new(new RuleDefinition
    {
        Id = id,
        Title = title,
        Severity = severity,
        Source = source,
        Wordings = ImmutableDictionary<string, Text>.Empty
            .Add("", wording)
            .Add("rounding", rounding ?? new Text(wording.Zh + "，四舍五入可以解释", wording.En + ", which rounding explains")),
    });
}
