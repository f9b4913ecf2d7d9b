using Mingzhang.Checking.Particulars;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Particulars;

public sealed class ParticularRulesTests
{
    [Theory]
    [InlineData("3", "48.19", null)]
    [InlineData("0", "48.19", Severity.Warning)]
    [InlineData("3", "0.00", Severity.Info)]
    public void The_number_of_cars_bought_and_their_cost_go_together(string cars, string cost, Severity? severity)
    {
        Draft draft = ThreePublic(("10", cost));
        draft.Claim(ClaimKind.Count, "cars/购置数", cars, "辆");

        Assert.Equal(severity, draft.Check(new CountsRule()).SingleOrDefault()?.Severity);
    }

    [Fact]
    public void A_group_has_at_least_one_person()
    {
        Draft draft = ThreePublic(("12", "1.19"));
        draft.Claim(ClaimKind.Count, "reception/批次", "67", "个");
        draft.Claim(ClaimKind.Count, "reception/人次", "6", "人次");

        Assert.Equal("particulars.persons", Assert.Single(draft.Check(new CountsRule())).Rule);
    }

    [Theory]
    [InlineData("8", "8", false)]
    [InlineData("7", "8", false)]
    [InlineData("9", "8", true)]
    public void Cars_at_public_cost_are_among_all_vehicles(string kept, string all, bool found)
    {
        var draft = new Draft();
        draft.Claim(ClaimKind.Count, "cars/保有量", kept, "辆");
        draft.Claim(ClaimKind.Count, "vehicles", all, "辆");

        Assert.Equal(found, draft.Check(new CountsRule()).Any(f => f.Rule == "particulars.vehicles"));
    }

    [Theory]
    [InlineData("3", null)]
    [InlineData("4", "3")]
    public void Groups_listed_one_by_one_make_up_the_persons(string persons, string? expected)
    {
        var draft = new Draft();
        draft.Section("三/九(二)", "explanations.threePublic.items", "（二）具体情况", "（1）赴日本交流团组1个，1人次；", "（2）赴埃及交流团组 1 个，2 人次；");
        draft.Claim(ClaimKind.Count, "overseas/团组", "2", "个");
        draft.Claim(ClaimKind.Count, "overseas/人次", persons, "人次");

        Assert.Equal(expected, draft.Check(new OverseasListRule()).SingleOrDefault()?.Expected);
    }

    private static Draft ThreePublic(params (string Column, string Figure)[] cells)
    {
        var draft = new Draft();
        TextSpan span = draft.Line(string.Join('\t', cells.Select(c => c.Figure)));
        return draft.Form(new Statement
        {
            Form = "09",
            Title = "财政拨款“三公”经费支出决算表",
            Heading = span,
            State = StatementState.Read,
            Rows = [new StatementRow { Key = "1", Span = span, Cells = [.. cells.Select(c => new Cell(c.Column, Printed.Parse(c.Figure), c.Figure, span))] }],
        });
    }
}
