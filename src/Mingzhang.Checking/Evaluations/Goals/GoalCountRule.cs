using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations.Goals;

/// <summary>How many projects the text says were given goals, against the declarations of projects that come with it: more than said is a mistake, fewer may be published elsewhere.</summary>
public sealed class GoalCountRule : IRule
{
    private const string Id = "goal.count";
    private const string Key = "goals/projects";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("文字所述设置绩效目标的项目数与所附项目申报表份数一致", "the text counts the declarations of projects that come with it"), "预算绩效管理情况；项目申报表",
            ("", "文字称设置绩效目标的项目 {stated} 个，所附项目申报表有 {expected} 份。", "The text says that {stated} projects were given goals; {expected} declarations of projects come with it.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        int declared = context.Disclosure.Goals.Count(g => g.Scope == EvaluationScope.Project);
        Claim? said = context.ClaimsOn(Key).FirstOrDefault(c => c is { Kind: ClaimKind.Count, Value: not null, Approximate: false });
        if (said is null || declared == 0) return;
        decimal stated = said.Value!.Value.Value;
        if (stated == declared)
        {
            log.Pass(Id);
            return;
        }

        Severity severity = declared > stated ? Severity.Warning : Severity.Info;
        Finding finding = context.Mark(Id, severity, said.Span) with { Stated = said.Value.ToString(), Expected = declared.ToString(CultureInfo.InvariantCulture) };
        finding = finding.Because(context.Disclosure.Goals.Where(g => g.Scope == EvaluationScope.Project).Select(g => context.EvidenceAt(g.Title.Span)));
        finding = finding.ShowingEqual("", said.Unit, said.As(new Text("文字", "the text"), context), Showing.Exact(new Text("所附项目申报表", "declarations of projects attached"), declared));
        if (severity is Severity.Info) log.PassWith(finding);
        else log.Fail(finding);
    }
}
