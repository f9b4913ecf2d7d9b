using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books;

/// <summary>A file of <c>performance/</c>: a self-evaluation as filled in. Budget and outcome come from the accounts, scores from the policy.</summary>
public sealed record SelfEvaluation
{
    /// <summary>Department or project.</summary>
    public required EvaluationScope Scope { get; init; }

    /// <summary>The department's name, or the project's as published.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the project; empty for the department's.</summary>
    public string Project { get; init; } = "";

    /// <summary>Code of the unit that carries it out; empty for the department's.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The day on which it was filled in; null leaves it out.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>全年预算数 in 元; null takes it from the budget.</summary>
    public Amount? Budget { get; init; }

    /// <summary>执行数 in 元; null takes it from the ledger.</summary>
    public Amount? Executed { get; init; }

    /// <summary>The annual goals in order; one at least.</summary>
    public required ImmutableArray<GoalBlock> Goals { get; init; }

    /// <summary>Rows of tick boxes: label, all choices, the chosen one.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>年度总体目标与实施成效, for the summary.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>偏差大或目标未完成原因分析.</summary>
    public string Deviations { get; init; } = "";

    /// <summary>Problems found; empty if none are reported.</summary>
    public string Problems { get; init; } = "";

    /// <summary>改进措施及结果应用方案.</summary>
    public string Measures { get; init; } = "";

    /// <summary>Where it begins in its file.</summary>
    public FileLine Line { get; init; }

    /// <summary>Where <see cref="Outcome"/> stands.</summary>
    public FileLine OutcomeLine { get; init; }
}

/// <summary>An annual goal with its indicators.</summary>
/// <param name="Goal">Text of the goal.</param>
/// <param name="Indicators">In order.</param>
public sealed record GoalBlock(string Goal, ImmutableArray<FilledIndicator> Indicators);

/// <summary>An indicator as filled in.</summary>
public sealed record FilledIndicator
{
    /// <summary>一级指标: <c>产出指标</c>.</summary>
    public required string Level1 { get; init; }

    /// <summary>二级指标: <c>数量指标</c>.</summary>
    public required string Level2 { get; init; }

    /// <summary>三级指标.</summary>
    public required string Name { get; init; }

    /// <summary>分值.</summary>
    public required decimal Weight { get; init; }

    /// <summary>年初目标值 as printed: <c>≥95%</c>, <c>100 件</c>, <c>及时</c>.</summary>
    public required string Target { get; init; }

    /// <summary>实际完成值 as printed.</summary>
    public required string Actual { get; init; }

    /// <summary>得分; null for a quantitative one whose score the policy computes.</summary>
    public decimal? Score { get; init; }

    /// <summary>Where it stands in its file.</summary>
    public FileLine Line { get; init; }
}

/// <summary>A row of tick boxes.</summary>
/// <param name="Label">What is chosen: <c>项目属性</c>.</param>
/// <param name="Options">The choices in order.</param>
/// <param name="Chosen">The chosen one; one of <paramref name="Options"/>.</param>
public sealed record Choice(string Label, ImmutableArray<string> Options, string Chosen);
