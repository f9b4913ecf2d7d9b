using System.Collections.Immutable;

namespace Mingzhang.Core.Statutes;

/// <summary>The captions that a self-evaluation table prints (evaluation.yaml).</summary>
public sealed record EvaluationWording
{
    /// <summary>No captions.</summary>
    public static EvaluationWording None { get; } = new();

    /// <summary>单位名称.</summary>
    public string Unit { get; init; } = "";

    /// <summary>项目名称.</summary>
    public string Project { get; init; } = "";

    /// <summary>主管部门.</summary>
    public string Supervisor { get; init; } = "";

    /// <summary>项目实施单位.</summary>
    public string Executor { get; init; } = "";

    /// <summary>基本支出总额, without the unit.</summary>
    public string Basic { get; init; } = "";

    /// <summary>项目支出总额, without the unit.</summary>
    public string Projects { get; init; } = "";

    /// <summary>预算执行情况, without unit and points.</summary>
    public string Execution { get; init; } = "";

    /// <summary>What the department's money is called: 部门整体支出总额.</summary>
    public string DepartmentMoney { get; init; } = "";

    /// <summary>What a project's money is called: 年度财政资金总额.</summary>
    public string ProjectMoney { get; init; } = "";

    /// <summary>预算数（A）.</summary>
    public string Budget { get; init; } = "";

    /// <summary>执行数（B）.</summary>
    public string Executed { get; init; } = "";

    /// <summary>执行率（B/A）.</summary>
    public string Rate { get; init; } = "";

    /// <summary>得分（20分*执行率), with <c>{points}</c> for the points: <c>20分</c>.</summary>
    public string RateScore { get; init; } = "";

    /// <summary>年度绩效目标, without number and points.</summary>
    public string Goal { get; init; } = "";

    /// <summary>年度绩效指标.</summary>
    public string Indicators { get; init; } = "";

    /// <summary>一级指标, 二级指标, 三级指标.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>年初目标值（A）.</summary>
    public string Target { get; init; } = "";

    /// <summary>实际完成值（B）.</summary>
    public string Actual { get; init; } = "";

    /// <summary>分值.</summary>
    public string Weight { get; init; } = "";

    /// <summary>得分.</summary>
    public string Score { get; init; } = "";

    /// <summary>总分.</summary>
    public string Total { get; init; } = "";

    /// <summary>偏差大或目标未完成原因分析.</summary>
    public string Deviations { get; init; } = "";

    /// <summary>改进措施及结果应用方案.</summary>
    public string Measures { get; init; } = "";

    /// <summary>The notes under the table, in order.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
