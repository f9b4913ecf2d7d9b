using Mingzhang.Checking.Forms;
using Mingzhang.Checking.Leftovers;
using Mingzhang.Checking.Narrative;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Leftovers;

/// <summary>Slips of the pen that no form shows.</summary>
public sealed class SlipsTests
{
    [Theory]
    [InlineData("项目39个（其中，评级为优的39个。", 1)]
    [InlineData("项目39个（其中，评级为优的39个）。", 0)]
    [InlineData("1)项目39个；2)项目2个。", 0)]
    [InlineData("（一）开展情况（见附件(1)）", 0)]
    public void A_bracket_that_is_not_closed_is_worth_a_look(string line, int findings) =>
        Assert.Equal(findings, new Draft().Section("三/十三", "explanations.performance", "十三、绩效", line, "下一段。").Check(new BracketsRule()).Count);

    [Fact]
    public void A_bracket_is_closed_on_the_next_line() =>
        Assert.Empty(new Draft().Section("三/十三", "explanations.performance", "十三、绩效", "项目39个（其中，评级为", "优的39个）。").Check(new BracketsRule()));

    [Theory]
    [InlineData("房屋8013平方米（其中甲7998平方米，乙105平方米）。", "8103")]
    [InlineData("房屋8103平方米（其中甲7998平方米，乙105平方米）。", null)]
    [InlineData("房屋9000平方米（其中甲7998平方米，乙105平方米）。", null)]
    [InlineData("房屋8013平方米（其中甲7998平方米，乙105间）。", null)]
    public void Digits_exchanged_against_the_parts_in_brackets_are_told(string line, string? expected) =>
        Assert.Equal(expected, new Draft().Section("三/十三", "explanations.performance", "十三、绩效", line).Check(new BracketedPartsRule()).SingleOrDefault()?.Expected);

    [Theory]
    [InlineData("301\t2\t津贴补贴", 1)]
    [InlineData("301\t02\t津贴补贴", 0)]
    public void A_code_that_lacks_the_zero_which_other_rows_print_is_worth_a_look(string line, int findings)
    {
        Draft draft = new();
        TextSpan heading = draft.Line("基本支出表"), first = draft.Line("301\t01\t基本工资"), second = draft.Line(line);
        draft.Form(new Statement
        {
            Form = "06", Title = "基本支出表", Heading = heading, State = StatementState.Read, LastLine = second.Line,
            Rows = [new StatementRow { Key = "30101", Span = first }, new StatementRow { Key = "30102", Span = second }],
        });

        IReadOnlyList<Finding> told = draft.Check(new CodeDigitsRule());

        Assert.Equal(findings, told.Count);
        Assert.All(told, f => Assert.Equal("30102", f.Expected));
    }
}
