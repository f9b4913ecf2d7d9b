using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims;

namespace Mingzhang.Reading.Tests.Claims;

public sealed class BudgetClaimTests
{
    private static string[] Jiangsu(string topic, string text) => BudgetText.Lines(BudgetText.Jiangsu, topic, text);

    private static string[] Wuhan(string topic, string text) => BudgetText.Lines(BudgetText.Wuhan, topic, text);

    [Fact]
    public void Totals_of_income_and_expenditure_change_on_last_year() => Assert.Equal(
        ["Amount B01[8].1 820.50万元", "Change B01[8].1 vs PriorYear 20.50万元 Up", "Growth B01[8].1 vs PriorYear 2.56% Up"],
        Jiangsu("explanations.totals", "某厅2019年度收入、支出预算总计820.50万元，与上年相比收、支预算总计各增加20.50万元，增长2.56%。其中："));

    [Fact]
    public void Classes_are_lines_of_the_form_of_totals_and_make_up_the_expenditure()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Jiangsu, "explanations.totals", """
            （二）支出预算总计820.50万元。包括：
            1．公共安全（类）支出800.50万元，主要用于人员支出。与上年相比增加20.50万元，增长2.63%。主要原因是增加人员。
            2．住房保障（类）支出20万元，主要用于住房公积金。与上年相比无变化。
            此外，基本支出预算数为620.50万元。与上年相比减少10万元，减少1.59%。
            """);

        Assert.Equal(
            ["Amount B01[46].3 820.50万元", "Amount B01[14].2 800.50万元", "Change B01[14].2 vs PriorYear 20.50万元 Up", "Growth B01[14].2 vs PriorYear 2.63% Up",
             "Amount B01[29].2 20万元", "Change B01[29].2 vs PriorYear Level", "Amount B01[41].3 620.50万元", "Change B01[41].3 vs PriorYear 10万元 Down", "Growth B01[41].3 vs PriorYear 1.59% Down"],
            reading.Claims.Select(ClaimText.Line));
        Breakdown whole = Assert.Single(reading.Breakdowns, b => b.Parts.Length == 2);
        Assert.True(whole.Exhaustive);
        Assert.Equal(["B01[14].2", "B01[29].2"], whole.Parts.Select(p => reading.Claims[p].Subject.Key));
    }

    [Fact]
    public void What_is_part_of_a_part_is_no_part_beside_it()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Jiangsu, "explanations.totals", """
            （一）收入预算总计820.50万元。包括：
            1．财政拨款收入预算总计820.50万元。
            一般公共预算收入预算820.50万元，与上年预算数一致。
            """);

        Assert.DoesNotContain(reading.Breakdowns, b => b.Parts.Length > 1);
    }

    [Fact]
    public void Items_below_the_heading_of_a_class_are_cells_of_the_form_by_function() => Assert.Equal(
        ["Amount B05[合计].1 820.50万元", "Share B05[合计].1 of B03[1].1 100%", "Amount B05[2040601].1 620.50万元", "Change B05[2040601].1 vs PriorYear 2.50万元 Up", "Amount B05[2040602].1 180万元"],
        Jiangsu("explanations.appropriated", """
            某厅2019年财政拨款预算支出820.50万元，占本年支出合计的100%。
            其中：
            （一）公共安全（类）
            1．司法（款）行政运行（项）支出620.50万元，与上年相比增加2.50万元。
            2．司法（款）一般行政管理事务（项）支出180万元。
            """));

    [Fact]
    public void Economic_items_are_those_of_the_form_that_the_section_speaks_of() => Assert.Equal(
        ["Amount B06[合计].1 620.50万元", "Amount appropriationBasic/personnel 600万元", "Named B06[30101].1", "Named B06[30108].1", "Amount appropriationBasic/operating 20.50万元", "Named B06[30201].1"],
        Jiangsu("explanations.appropriatedBasic", """
            某厅2019年度财政拨款基本支出预算620.50万元，其中：
            （一）人员经费600万元。主要包括：基本工资、机关事业单位养老保险缴费。
            （二）公用经费20.50万元。主要包括：办公费。
            """));

    [Theory]
    [InlineData("与上年一致")]
    [InlineData("与上年预算数一致")]
    [InlineData("与上年相比无变化")]
    [InlineData("与上年持平")]
    public void A_budget_that_stays_the_same_is_level(string words) =>
        Assert.Contains(Jiangsu("explanations.threePublic", $"1．因公出国（境）费预算支出16万元，{words}。"), line => line.StartsWith("Change B09[1].3 vs ", StringComparison.Ordinal) && line.EndsWith("Level", StringComparison.Ordinal));

    [Fact]
    public void Labels_of_a_chart_are_no_sentences()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Jiangsu, "explanations.expenditure", """
            本年支出预算合计820.50万元，其中：
            基本支出620.50万元，占75.62%；
            项目支出200万元，占24.38%。
            项目支出, 24.38%
            基本支出,
            75.62%
            基本支出 项目支出
            支出预算图
            结转下年资金0万元。
            """);

        Assert.Equal(6, reading.Claims.Length);
        Assert.Empty(reading.Unread);
    }

    [Fact]
    public void Staff_is_counted_by_kinds_within_posts_staff_and_the_retired()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Wuhan, "overview.staff",
            "某局共有编制20人，其中：行政编制12人，事业编制8人（其中：参照公务员法管理2人）。在职实有人数18人，其中：行政11人，事业7人。离退休人员5人，其中：离休1人，退休4人。");

        Assert.Equal(
            ["Count staff/编制 20人", "Count staff/编制/行政编制 12人", "Count staff/编制/事业编制 8人", "Count staff/编制/事业编制/参照公务员法管理 2人", "Count staff/在职 18人",
             "Count staff/在职/行政 11人", "Count staff/在职/事业 7人", "Count staff/离退休 5人", "Count staff/离退休/离休 1人", "Count staff/离退休/退休 4人"],
            reading.Claims.Select(ClaimText.Line));
        Assert.Equal(3, reading.Breakdowns.Count(b => b.Exhaustive && b.Parts.Length == 2));
    }

    [Fact]
    public void This_years_budget_and_what_was_carried_over_divide_the_budget()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Wuhan, "explanations.general",
            "2023年一般公共预算财政拨款支出预算90万元，其中：当年预算80万元，比2022年预算减少5万元，下降5.88%；上年结转10万元。");

        Breakdown breakdown = Assert.Single(reading.Breakdowns);
        Assert.True(breakdown.Exhaustive);
        Assert.Equal(["general/当年预算", "general/上年结转"], breakdown.Parts.Select(p => reading.Claims[p].Subject.Key));
        Assert.Contains("Change general/当年预算 vs PriorBudget 5万元 Down", reading.Claims.Select(ClaimText.Line));
    }

    [Fact]
    public void Projects_that_a_budget_lists_are_parts_of_its_project_expenditure() => Assert.Equal(
        ["Amount B05[合计].7 30.50万元", "Change B05[合计].7 vs PriorBudget 2万元 Down", "Amount projects/档案数字化项目 30万元", "Amount projects/党建活动经费项目 0.50万元"],
        Wuhan("explanations.general", """
            （二）项目支出30.50万元，比2022年预算减少2万元，主要原因：压减开支。其中2023年安排主要用于
            （1）档案数字化项目30万元。用于档案扫描；
            （2）党建活动经费项目0.50万元。
            """));

    [Fact]
    public void The_rule_that_opens_a_sentence_does_not_hide_its_amounts() => Assert.Equal(
        ["Amount procurement 20万元", "Amount procurement/货物 20万元"],
        Wuhan("explanations.procurement", "按照现行政府采购管理规定，2023年部门预算中纳入政府采购预算支出合计20万元。包括：货物类20万元。"));
}
