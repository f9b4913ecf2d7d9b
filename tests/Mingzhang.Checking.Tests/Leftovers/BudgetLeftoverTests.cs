using Mingzhang.Checking.Completeness;
using Mingzhang.Checking.Leftovers;
using Mingzhang.Checking.Narrative;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Leftovers;

public sealed class BudgetLeftoverTests
{
    [Theory]
    [InlineData("南湖区档案馆本级", true)]
    [InlineData("江城市南湖区档案馆", true)]
    [InlineData("本单位", true)]
    [InlineData("南湖区水务局本级", false)]
    public void Three_public_expenses_are_spent_by_the_department_itself(string unit, bool right)
    {
        Draft draft = new Draft().Section("三/九", "explanations.threePublic", "九、“三公”经费", $"公务接待费开支单位为{unit}。");

        if (right) Assert.Empty(draft.Check(new SpendingUnitRule()));
        else Assert.Equal((Severity.Warning, unit), (draft.Check(new SpendingUnitRule()).Single().Severity, draft.Check(new SpendingUnitRule()).Single().Stated));
    }

    [Theory]
    [InlineData("落实中央八项规定**精神**，压减开支。", 1)]
    [InlineData("**一、主要职责**", 0)]
    [InlineData("落实中央八项规定精神。", 0)]
    public void Marks_of_markup_inside_a_sentence_are_worth_a_look(string line, int findings) =>
        Assert.Equal(findings, new Draft().Section("三/九", "explanations.threePublic", "九、“三公”经费", line).Check(new MarkupRule()).Count);

    [Theory]
    [InlineData("（一）收入", "（二）支出", "")]
    [InlineData("（八）收入", "（九）支出", "（一）")]
    [InlineData("（一）收入", "（三）支出", "（二）")]
    public void Items_of_a_section_are_numbered_from_one(string first, string second, string missing)
    {
        IReadOnlyList<Finding> findings = new Draft().Section("三/三", "explanations.totals", "三、收支情况", first, second).Check(new SubSectionNumbersRule());

        if (missing.Length == 0) Assert.Empty(findings);
        else Assert.Equal(missing, Assert.Single(findings).Expected);
    }

    [Theory]
    [InlineData("公务接待费5万元，比上年增加1万元，主要原因：严格控制公务接待费支出，厉行节约。", 1)]
    [InlineData("公务接待费5万元，比上年增加1万元，主要原因：严格控制支出的同时新增一次会议。", 0)]
    [InlineData("公务接待费5万元，比上年增加1万元。严格控制公务接待费支出。", 0)]
    public void An_increase_explained_by_saving_alone_is_worth_a_look(string sentence, int findings)
    {
        var draft = new Draft();
        Claim claim = draft.Claim(ClaimKind.Change, "09[1].12", "1", sentence: sentence);
        int end = sentence.IndexOf("万元，主要", StringComparison.Ordinal) is > 0 and int reason ? reason : sentence.IndexOf("万元。", StringComparison.Ordinal);
        draft.With(claim, c => c with { Direction = Direction.Up, Basis = Measure.PriorYear, Span = c.Span with { EndColumn = end + 2 } });

        Assert.Equal(findings, draft.Check(new ReasonRule()).Count);
    }

    [Fact]
    public void Economic_items_are_named_as_their_form_names_them()
    {
        Draft draft = new Draft().Codes("06", "30108 机关事业单位基本养老保险缴费 5.00", "30213 维修（护）费 1.00");
        foreach ((string cell, string name) in ((string, string)[])[("06[30108].1", "机关事业单位养老保险缴费"), ("06[30213].1", "维修护费")])
        {
            Claim claim = draft.Claim(ClaimKind.Named, cell, "0", sentence: name);
            draft.With(claim, c => c with { Subject = c.Subject with { Name = name }, Value = null });
        }

        Assert.Equal("机关事业单位养老保险缴费", Assert.Single(draft.Check(new EconomicNamesRule())).Stated);
    }

    [Fact]
    public void Forms_that_are_said_to_be_elsewhere_are_not_called_missing()
    {
        Draft draft = new Draft().Section("二", "forms", "第二部分 部门决算表", "具体公开表样附后");

        Assert.DoesNotContain(draft.Check(new PartsRule()), f => f.Rule == "completeness.form" && f.Severity == Severity.Error);
        Assert.Contains(draft.Check(new PartsRule()), f => f is { Rule: "completeness.form", Severity: Severity.Info, Variant: "apart" });
    }
}
