using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>The subjects of evaluations (docs/claims.md) under the names that readers know.</summary>
internal static class EvaluationSubjects
{
    /// <summary>The subject of a key such as <c>evaluation/department/money</c>.</summary>
    internal static Subject Of(string key) => new(NameOf(key[(key.LastIndexOf('/') + 1)..]), null, key);

    private static string NameOf(string last) => last switch
    {
        "money" => "自评资金",
        "budget" => "全年预算数",
        "executed" => "执行数",
        "execution" => "预算执行得分",
        "indicators" => "绩效指标得分",
        "score" => "自评得分",
        "projects" => "项目个数",
        "merged" => "合并后的项目个数",
        _ => last,
    };
}
