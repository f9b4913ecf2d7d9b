using System.Collections.Frozen;

namespace Mingzhang.Core.Statutes;

/// <summary>The names that templates may use (docs/wording.md): what the program offers to the wording data.</summary>
public static class WordingVocabulary
{
    /// <summary>Placeholders with a verb, and how many operands each takes at least and at most.</summary>
    public static FrozenDictionary<string, (int Least, int Most)> Verbs { get; } = new Dictionary<string, (int, int)>
    {
        ["figure"] = (1, 1),
        ["change"] = (1, 1),
        ["growth"] = (1, 1),
        ["completion"] = (1, 1),
        ["share"] = (3, 3),
        ["none"] = (1, 1),
        ["reason"] = (2, 2),
        ["uses"] = (2, 2),
        ["quote"] = (0, 0),
        ["names"] = (0, 0),
        ["without"] = (2, 2),
        ["ordinal"] = (0, 2),
        ["missing"] = (2, 2),
    }.ToFrozenDictionary();

    /// <summary>Blocks, and how many operands each takes at least and at most.</summary>
    public static FrozenDictionary<string, (int Least, int Most)> Blocks { get; } = new Dictionary<string, (int, int)>
    {
        ["if"] = (1, 4),
        ["each"] = (1, 2),
        ["join"] = (1, 1),
        ["parts"] = (1, 2),
    }.ToFrozenDictionary();

    /// <summary>Lists of <c>{each}</c> with the names that each member has.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Lists { get; } = new Dictionary<string, FrozenSet<string>>
    {
        ["classes"] = Set("name", "code"),
        ["items"] = Set("name", "code"),
        ["fundItems"] = Set("name", "code"),
        ["capitalItems"] = Set("name", "code"),
        ["usedItems"] = Set("name", "code", "explanation"),
        ["personnelItems"] = Set("name", "code"),
        ["operatingItems"] = Set("name", "code"),
        ["projects"] = Set("name", "amount", "use"),
        ["units"] = Set("name"),
        ["vehicles"] = Set("name", "count"),
        ["overseasCosts"] = Set("name", "amount"),
        ["visits"] = Set("destination", "purpose", "groups", "people"),
        ["carCosts"] = Set("name", "amount"),
        ["glossary"] = Set("name", "explanation"),
        ["forms"] = Set("name", "number"),
        ["evaluations"] = Set("name", "unit", "date", "hasIndicators", "budget", "executed", "score", "rate", "problems", "measures", "outcome", "deviations"),
        ["departmentEvaluation"] = Set("name", "money", "unit", "date", "hasIndicators", "budget", "executed", "score", "execution", "indicators", "rate", "problems", "measures", "outcome", "deviations"),
        ["indicators"] = Set("name", "target", "actual", "measured"),
        ["prose"] = Set("text"),
        ["keyWork"] = Set("matter", "goal", "completion"),
    }.ToFrozenDictionary();

    /// <summary>Templates that speak of one member of a list.</summary>
    public static FrozenDictionary<string, string> MemberTemplates { get; } = new Dictionary<string, string>
    {
        ["title.contents.form"] = "forms",
        ["title.statement"] = "forms",
        ["title.evaluation.department"] = "departmentEvaluation",
        ["title.evaluation.project"] = "evaluations",
        ["evaluation.head"] = "evaluations",
        ["title.summary.department"] = "departmentEvaluation",
        ["title.summary.project"] = "evaluations",
        ["summary.mark"] = "evaluations",
        ["summary.department"] = "departmentEvaluation",
        ["summary.project"] = "evaluations",
    }.ToFrozenDictionary();

    /// <summary>Names that have a value everywhere.</summary>
    public static FrozenSet<string> Names { get; } = Set(
        "year", "lastYear", "department", "date", "contact", "several",
        "units", "agencyOperating", "procurement", "procurement/货物", "procurement/工程", "procurement/服务", "procurement/中小企业", "procurement/小微企业",
        "procurement/货物/中小企业", "procurement/工程/中小企业", "procurement/服务/中小企业",
        "vehicles", "equipment/100万元以上", "overseas/团组", "overseas/人次", "overseas/costs", "overseas/visit", "overseas/visits", "cars/购置数", "cars/保有量", "cars/costs",
        "reception/批次", "reception/人次", "reception/国内", "reception/外事", "reception/外事批次", "reception/外事人次",
        "evaluation/coverage/projects", "evaluation/coverage/money", "evaluation/listed/projects",
        "hasAgency", "hasDuties", "hasUseOfResults", "hasFund", "hasItems", "hasProjects", "hasEvaluations", "hasDepartmentEvaluation", "hasClassified", "hasKeyWork");

    /// <summary>Conditions of <c>{if}</c> before a name; <c>not</c> may stand before them. <c>ends</c> takes the ending before the name.</summary>
    public static FrozenSet<string> Conditions { get; } = Set("known", "level", "changed", "growth", "above", "complete", "ends");

    /// <summary>Sections of <c>prose.md</c> that <c>{each prose:NAME}</c> goes through.</summary>
    public static FrozenSet<string> Prose { get; } = Set("duties", "structure", "performanceWork", "useOfResults", "keyWork");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet();
}
