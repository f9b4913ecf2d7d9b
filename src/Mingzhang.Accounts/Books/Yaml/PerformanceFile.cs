using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>Reads a file of <c>performance/</c>.</summary>
internal static class PerformanceFile
{
    private static readonly Terms<EvaluationScope> Scopes = new(
        (EvaluationScope.Department, ["部门整体", "整体", "department"]), (EvaluationScope.Project, ["项目", "project"]));

    internal static SelfEvaluation Read(Fields fields, Department? department, ImmutableArray<Project>? projects, ScoringPolicy? policy)
    {
        EvaluationScope scope = fields.Term("scope", Scopes);
        Project? project = scope == EvaluationScope.Project ? ProjectOf(fields, projects) : null;
        string name = fields.Text("name");
        string unit = fields.Text("unit");
        UnitReference.Check(fields, unit, department?.Units.Select(u => u.Code).ToHashSet());
        var read = new SelfEvaluation
        {
            Scope = scope,
            Name = name.Length > 0 ? name : project?.Name ?? department?.Name ?? "",
            Project = fields.Text("project"),
            Unit = unit.Length > 0 || scope == EvaluationScope.Department ? unit : project?.Unit ?? "",
            Date = fields.Date("date"),
            Budget = fields.Amount("budget"),
            Executed = fields.Amount("executed"),
            Goals = [.. fields.Maps("goals").Select(Goal)],
            Choices = [.. fields.Maps("choices").Select(Choose)],
            Outcome = fields.Text("outcome"),
            Deviations = fields.Text("deviations"),
            Problems = fields.Text("problems"),
            Measures = fields.Text("measures"),
            Line = fields.Line,
            OutcomeLine = fields.LineOf("outcome"),
        };
        if (read.Goals.IsEmpty)
            fields.Error("book.performance.goals", "goals", new("没有年度绩效目标", "there is no annual goal"), new("至少填写一个目标及其指标", "fill in one goal with its indicators at least"));
        CheckWeights(fields, read, policy);
        fields.Done();
        return read;
    }

    private static Project? ProjectOf(Fields fields, ImmutableArray<Project>? projects)
    {
        string code = fields.Need("project");
        if (code.Length == 0 || projects is not { } known) return null;
        if (known.FirstOrDefault(p => p.Code == code) is { } project) return project;
        Core.Findings.Text question = Problems.Nearest.Question(code, known.Select(p => p.Code));
        fields.Error("book.value.project", "project", new($"未知的项目“{code}”{question.Zh}", $"unknown project \"{code}\"{question.En}"), new("填写 projects/ 中项目的代码", "use the code of a project in projects/"));
        return null;
    }

    private static GoalBlock Goal(Fields fields)
    {
        var read = new GoalBlock(fields.Need("goal"), [.. fields.Maps("indicators").Select(Indicator)]);
        if (read.Indicators.IsEmpty)
            fields.Error("book.performance.indicators", "indicators", new("目标没有指标", "the goal has no indicator"), new("至少填写一个指标", "fill in one at least"));
        fields.Done();
        return read;
    }

    private static FilledIndicator Indicator(Fields fields)
    {
        fields.Need("weight");
        var read = new FilledIndicator
        {
            Level1 = fields.Need("level1"), Level2 = fields.Need("level2"), Name = fields.Need("name"), Weight = fields.Number("weight") ?? 0,
            Target = fields.Need("target"), Actual = fields.Need("actual"), Score = fields.Number("score"), Line = fields.Line,
        };
        if (read.Score > read.Weight)
            fields.Error("book.performance.score", "score", new($"得分 {read.Score} 大于分值 {read.Weight}", $"the score {read.Score} is more than the weight {read.Weight}"), new("得分不得超过分值", "a score is at most the weight"));
        fields.Done();
        return read;
    }

    private static Choice Choose(Fields fields)
    {
        var read = new Choice(fields.Need("label"), fields.Texts("options"), fields.Need("chosen"));
        if (read.Chosen.Length > 0 && !read.Options.Contains(read.Chosen))
        {
            Core.Findings.Text question = Problems.Nearest.Question(read.Chosen, read.Options);
            fields.Error("book.performance.choice", "chosen", new($"“{read.Chosen}”不在选项中{question.Zh}", $"\"{read.Chosen}\" is not among the options{question.En}"),
                new($"应为 {string.Join('、', read.Options)} 之一", $"use one of {string.Join('、', read.Options)}"));
        }

        fields.Done();
        return read;
    }

    private static void CheckWeights(Fields fields, SelfEvaluation read, ScoringPolicy? policy)
    {
        decimal sum = read.Goals.Sum(g => g.Indicators.Sum(i => i.Weight));
        if (policy is null || read.Goals.IsEmpty || sum == policy.IndicatorWeight) return;
        fields.Error("book.performance.weights", "goals", new($"指标分值合计 {sum}，应为 {policy.IndicatorWeight}", $"the weights sum to {sum}, not to {policy.IndicatorWeight}"),
            new($"调整分值，使其合计 {policy.IndicatorWeight}（预算执行另占 {policy.ExecutionWeight} 分）", $"make them sum to {policy.IndicatorWeight}; execution has the other {policy.ExecutionWeight}"));
    }
}
