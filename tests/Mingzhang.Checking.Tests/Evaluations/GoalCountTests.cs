using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Evaluations.Goals;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class GoalCountTests
{
    [Theory]
    [InlineData("2", null)]
    [InlineData("1", Severity.Warning)]
    [InlineData("3", Severity.Info)]
    public void The_declarations_that_come_with_the_text_are_counted(string said, Severity? severity)
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Count, "goals/projects", said, "个");
        GoalDeclaration[] goals = [.. ((string[])["档案数字化", "库房维修"]).Select(name => new GoalDeclaration { Scope = EvaluationScope.Project, Title = draft.Field("项目申报表"), Name = draft.Field(name) })];
        RuleLog log = new();

        new GoalCountRule().Check(new CheckContext(draft.Build() with { Goals = [.. goals] }), log);

        Assert.Equal(severity, log.Findings.SingleOrDefault()?.Severity);
    }
}
