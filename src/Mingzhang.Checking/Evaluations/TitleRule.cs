using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The title of a project's evaluation names the project inside it.</summary>
public sealed class TitleRule : IRule
{
    private const string Rule = "evaluation.name";
    private const double Alike = 0.6;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("项目自评表的标题与表内项目名称一致", "the title of a project's evaluation names the project inside"), "项目自评表 表题、项目名称",
            ("", "项目自评表标题写“{stated}”，表内项目名称是“{expected}”。", "The title says “{stated}”, the project inside is “{expected}”."),
            ("other-project", "项目自评表标题写“{stated}”，那是另一个项目；表内项目名称是“{expected}”。", "The title says “{stated}”, which is another project; the table is about “{expected}”."),
            ("wording", "项目自评表标题与表内项目名称写法不一致：“{title}”“{stated}”。", "Title and table write the project's name differently: “{title}”, “{stated}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (evaluation.Scope == EvaluationScope.Project && evaluation.Name.Span != evaluation.Title.Span && evaluation.Name.Text.Length > 0) Check(context, log, evaluation);
        }
    }

    private static void Check(CheckContext context, RuleLog log, Evaluation evaluation)
    {
        string title = ProjectNames.Bare(evaluation.Title.Text), name = Names.Squeeze(evaluation.Name.Text), bare = ProjectNames.Bare(evaluation.Name.Text);
        if (title.Length == 0 || title.EndsWith(bare, StringComparison.Ordinal) || bare.EndsWith(title, StringComparison.Ordinal))
        {
            bool filler = title.Length > 0 && title == bare && !Names.Squeeze(evaluation.Title.Text).Contains(name, StringComparison.Ordinal)
                && !name.Contains(title + "项目", StringComparison.Ordinal);
            if (filler) log.PassWith(Mark(context, evaluation, Severity.Info, "wording"));
            else log.Pass(Rule);
            return;
        }

        if (ProjectNames.Same(title, bare) || Names.Likeness(title, bare) >= Alike)
        {
            log.PassWith(Mark(context, evaluation, Severity.Info, "wording"));
            return;
        }

        Evidence? other = OtherProject(context, evaluation, title);
        Finding finding = Mark(context, evaluation, other is null ? Severity.Warning : Severity.Error, other is null ? "" : "other-project");
        log.Fail(other is null ? finding : finding.Because(other));
    }

    private static Finding Mark(CheckContext context, Evaluation evaluation, Severity severity, string variant) =>
        (context.Mark(Rule, severity, variant == "wording" ? evaluation.Name.Span : evaluation.Title.Span, variant) with
        {
            // Which of two ways of writing is the right one is not known.
            Stated = variant == "wording" ? evaluation.Name.Text.Trim() : evaluation.Title.Text.Trim(),
            Expected = variant == "wording" ? null : evaluation.Name.Text.Trim(),
        }).With("title", evaluation.Title.Text.Trim())
            .Because(variant == "wording" ? evaluation.Title.AsEvidence(new Text("表题", "title of the table")) : evaluation.Name.AsEvidence(new Text("项目名称", "project name")));

    // The project that the title names: listed in the text, or the subject of another table.
    private static Evidence? OtherProject(CheckContext context, Evaluation evaluation, string title)
    {
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim.Subject.Key.StartsWith("projects/", StringComparison.Ordinal) && ProjectNames.Bare(claim.Subject.Name) == title) return claim.AsEvidence();
        }

        foreach (Evaluation other in context.Disclosure.Evaluations)
        {
            if (other != evaluation && other.Name.Span != other.Title.Span && ProjectNames.Bare(other.Name.Text) == title) return other.Name.AsEvidence(new Text("另一张自评表", "another evaluation table"));
        }

        return null;
    }
}
