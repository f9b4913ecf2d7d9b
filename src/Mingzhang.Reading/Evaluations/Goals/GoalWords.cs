using System.Collections.Frozen;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>What a labelled cell of a declaration holds.</summary>
internal enum GoalLabel
{
    Name,
    TotalBudget,
    YearBudget,
    StartYear,
    EndYear,
    Particular,

    /// <summary>Persons, telephones, addresses: not kept.</summary>
    Personal,
}

/// <summary>The part of a declaration that its rows are in.</summary>
internal enum GoalPart
{
    Head,
    Sources,
    Uses,
    Activities,
    Purchases,
    Projects,
    GoalTexts,
    LongTermIndicators,
    AnnualIndicators,
}

/// <summary>The captions of declarations of goals, without blanks, brackets and colons.</summary>
internal static class GoalWords
{
    private static readonly FrozenDictionary<string, GoalLabel> Labels = new Dictionary<string, GoalLabel>
    {
        ["项目名称"] = GoalLabel.Name, ["部门单位名称"] = GoalLabel.Name, ["部门名称"] = GoalLabel.Name, ["单位名称"] = GoalLabel.Name,
        ["项目总预算"] = GoalLabel.TotalBudget, ["项目总投入"] = GoalLabel.TotalBudget,
        ["项目当年预算"] = GoalLabel.YearBudget, ["当年预算"] = GoalLabel.YearBudget, ["项目年度预算"] = GoalLabel.YearBudget, ["年度资金总额"] = GoalLabel.YearBudget,
        ["起始年度"] = GoalLabel.StartYear, ["项目起始年度"] = GoalLabel.StartYear, ["终止年度"] = GoalLabel.EndYear, ["项目终止年度"] = GoalLabel.EndYear,
        ["项目编码"] = GoalLabel.Particular, ["项目主管部门"] = GoalLabel.Particular, ["主管部门"] = GoalLabel.Particular, ["项目执行单位"] = GoalLabel.Particular, ["实施单位"] = GoalLabel.Particular,
        ["项目实施单位"] = GoalLabel.Particular, ["项目属性"] = GoalLabel.Particular, ["项目类别"] = GoalLabel.Particular, ["项目类型"] = GoalLabel.Particular, ["支出项目类别"] = GoalLabel.Particular,
        ["项目立项依据"] = GoalLabel.Particular, ["立项依据"] = GoalLabel.Particular, ["项目实施方案"] = GoalLabel.Particular, ["实施方案"] = GoalLabel.Particular,
        ["项目前两年预算及当年预算变动情况"] = GoalLabel.Particular, ["部门职能概述"] = GoalLabel.Particular, ["年度工作任务"] = GoalLabel.Particular,
        ["项目负责人"] = GoalLabel.Personal, ["联系电话"] = GoalLabel.Personal, ["填报人"] = GoalLabel.Personal, ["联系人"] = GoalLabel.Personal, ["单位地址"] = GoalLabel.Personal, ["邮政编码"] = GoalLabel.Personal,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, GoalPart> Parts = new Dictionary<string, GoalPart>
    {
        ["收入构成"] = GoalPart.Sources, ["项目资金来源"] = GoalPart.Sources, ["资金来源"] = GoalPart.Sources, ["支出构成"] = GoalPart.Uses,
        ["项目支出明细测算"] = GoalPart.Activities, ["项目采购"] = GoalPart.Purchases, ["项目支出情况"] = GoalPart.Projects,
        ["项目绩效总目标"] = GoalPart.GoalTexts, ["整体绩效总目标"] = GoalPart.GoalTexts, ["项目绩效目标"] = GoalPart.GoalTexts,
        ["长期绩效目标表"] = GoalPart.LongTermIndicators, ["长期绩效指标"] = GoalPart.LongTermIndicators,
        ["年度绩效目标表"] = GoalPart.AnnualIndicators, ["年度绩效指标"] = GoalPart.AnnualIndicators,
    }.ToFrozenDictionary();

    /// <summary>A caption as it is compared.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('（' or '）' or '(' or ')' or ':' or '：')));

    /// <summary>What a label means; null if a text is none.</summary>
    internal static GoalLabel? LabelOf(string plain) => Labels.TryGetValue(plain, out GoalLabel label) ? label : null;

    /// <summary>The part that a caption begins; null if a text begins none.</summary>
    internal static GoalPart? PartOf(string plain) => Parts.TryGetValue(plain, out GoalPart part) ? part : null;

    /// <summary>Whether a text names a goal: <c>长期绩效目标1</c>, <c>年度目标 2：</c>.</summary>
    internal static bool IsGoalName(string plain)
    {
        if (!plain.StartsWith("长期", StringComparison.Ordinal) && !plain.StartsWith("年度", StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> rest = plain.AsSpan(2);
        if (rest.StartsWith("绩效")) rest = rest[2..];
        return rest.StartsWith("目标") && rest.Length <= 5 && !rest[2..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>A prompt of the form that was left standing: <c>____指标</c>, <c>.....</c>, <c>……</c>.</summary>
    internal static bool IsPrompt(string text) => text.Length > 0 && (text.Contains("__", StringComparison.Ordinal) || text.AsSpan().IndexOfAnyExcept('.', '…', '。') < 0);
}
