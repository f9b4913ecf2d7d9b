using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// An indicator that stands in the department's evaluation and in one project's is the same thing measured once: its target and outcome
/// are the same, and without printed weights so is its score. One finding for each pair of tables.
/// </summary>
public sealed class RepeatedIndicatorRule : IRule
{
    private const string Rule = "evaluation.repeated-indicator";
    private const int NamesShown = 4;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("同一指标在整体表与项目表中的目标值、完成值一致", "an indicator has the same target and outcome in the department's and the project's table"), "部门整体绩效自评表；项目自评表",
            ("", "{count} 个指标在部门整体表与项目表“{project}”中的目标值或完成值不同：{names}（如 {target} / {actual}，项目表为 {otherTarget} / {otherActual}）。", "{count} indicators differ in target or outcome between the department's table and “{project}”: {names} ({target} / {actual} against {otherTarget} / {otherActual})."),
            ("score", "{count} 个指标在部门整体表与项目表“{project}”中目标值、完成值相同而得分不同，未列分值，无法判断：{names}（如 {score}、{otherScore}）。", "{count} indicators have the same target and outcome but another score in “{project}”, and no weights are printed: {names} ({score}, {otherScore}).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        Dictionary<string, (int Project, Indicator Indicator)?> elsewhere = OfProjects(context);
        foreach (Evaluation department in context.Disclosure.Evaluations)
        {
            if (department.Scope == EvaluationScope.Department && !department.Indicators.IsEmpty && !ProjectNames.IsSummary(department)) Check(context, log, department, elsewhere);
        }
    }

    /// <summary>
    /// The indicators of the project tables by name; null for a name in several tables: it is summed up for the department (备注 2), so it
    /// may differ from each of them.
    /// </summary>
    private static Dictionary<string, (int Project, Indicator Indicator)?> OfProjects(CheckContext context)
    {
        var byName = new Dictionary<string, (int, Indicator)?>(IndicatorReadings.Of(context).Count);
        ImmutableArray<Evaluation> evaluations = context.Disclosure.Evaluations;
        for (int i = 0; i < evaluations.Length; i++)
        {
            if (evaluations[i].Scope != EvaluationScope.Project || ProjectNames.IsSummary(evaluations[i])) continue;
            foreach (Indicator indicator in evaluations[i].Indicators)
            {
                string name = Names.Squeeze(indicator.PlainName);
                if (!byName.TryAdd(name, (i, indicator))) byName[name] = null;
            }
        }

        return byName;
    }

    private static void Check(CheckContext context, RuleLog log, Evaluation department, Dictionary<string, (int Project, Indicator Indicator)?> elsewhere)
    {
        var own = new Dictionary<string, Indicator?>(department.Indicators.Length);
        foreach (Indicator indicator in department.Indicators)
        {
            string name = Names.Squeeze(indicator.PlainName);
            if (!own.TryAdd(name, indicator)) own[name] = null;
        }

        var pairs = new List<(int Project, Indicator Own, Indicator Other)>();
        foreach ((string name, Indicator? mine) in own)
        {
            if (mine is { Damaged: false } && elsewhere.GetValueOrDefault(name) is { Indicator.Damaged: false } other) pairs.Add((other.Project, mine, other.Indicator));
        }

        foreach (var project in pairs.OrderBy(p => p.Other.Span).GroupBy(p => p.Project)) Compare(context, log, department, context.Disclosure.Evaluations[project.Key], [.. project.Select(p => (p.Own, p.Other))]);
    }

    private static void Compare(CheckContext context, RuleLog log, Evaluation department, Evaluation project, ImmutableArray<(Indicator Own, Indicator Other)> pairs)
    {
        List<(Indicator Own, Indicator Other)> values = [], scores = [];
        foreach ((Indicator mine, Indicator other) in pairs)
        {
            if (Differ(mine.Target, other.Target) || Differ(mine.Actual, other.Actual)) values.Add((mine, other));
            else if (!department.HasWeights && !project.HasWeights && mine.Score?.Figure is { } a && other.Score?.Figure is { } b && a.Value != b.Value) scores.Add((mine, other));
            else log.Pass(Rule);
        }

        if (values.Count > 0) log.Fail(Mark(context, project, values, Severity.Warning, ""));
        if (scores.Count > 0) log.PassWith(Mark(context, project, scores, Severity.Info, "score"));
    }

    /// <summary>With the values of both tables where they differ.</summary>
    private static Finding Against(Finding finding, Indicator indicator, Text what, Field? own, Field? other)
    {
        if (IndicatorValue.Read(own) is not { Figure: { } a } value || IndicatorValue.Read(other) is not { Figure: { } b } || a.Value == b.Value) return finding;
        return finding.ShowingEqual(
            new Text($"“{indicator.PlainName}”{what.Zh}两表一致", $"both tables have one {what.En} for “{indicator.PlainName}”"), value.Unit, Showing.Exact(new Text("部门整体表", "the department's table"), a.Value, own!.Span), Showing.Exact(new Text("项目表", "the project's table"), b.Value, other!.Span));
    }

    private static bool Differ(Field? a, Field? b)
    {
        if (IndicatorValue.Read(a) is not { } x || IndicatorValue.Read(b) is not { } y) return false;
        return x.Figure is { } f && y.Figure is { } g && (f.Value != g.Value || IndicatorValue.Contradictory(x, y));
    }

    private static Finding Mark(CheckContext context, Evaluation project, List<(Indicator Own, Indicator Other)> pairs, Severity severity, string variant)
    {
        (Indicator own, Indicator other) = pairs[0];
        Finding finding = context.Mark(Rule, severity, own.Span, variant) with
        {
            Stated = variant.Length == 0 ? own.Actual?.Text : own.Score?.Text,
            Arguments = Arguments.Empty
                .With("count", Figures.Plain(pairs.Count)).With("project", project.Name.Text.Trim())
                .With("names", string.Join('、', pairs.Take(NamesShown).Select(p => p.Own.PlainName)) + (pairs.Count > NamesShown ? "等" : ""))
                .With("target", own.Target?.Text ?? "").With("actual", own.Actual?.Text ?? "").With("score", own.Score?.Text ?? "")
                .With("otherTarget", other.Target?.Text ?? "").With("otherActual", other.Actual?.Text ?? "").With("otherScore", other.Score?.Text ?? ""),
        };
        foreach ((Indicator mine, Indicator theirs) in pairs.Take(NamesShown))
        {
            finding = variant.Length > 0 ? Against(finding, mine, new Text("得分", "score"), mine.Score, theirs.Score) : Against(Against(finding, mine, new Text("目标值", "target"), mine.Target, theirs.Target), mine, new Text("完成值", "outcome"), mine.Actual, theirs.Actual);
        }

        return finding.Because(pairs.Select(p => context.EvidenceAt(p.Other.Span, new Text("项目表 " + p.Other.PlainName, "project table: " + p.Other.PlainName))))
            .Because(pairs.Skip(1).Select(p => context.EvidenceAt(p.Own.Span, new Text("整体表 " + p.Own.PlainName, "department table: " + p.Own.PlainName))));
    }
}
