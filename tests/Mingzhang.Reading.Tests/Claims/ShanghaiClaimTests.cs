using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims;

namespace Mingzhang.Reading.Tests.Claims;

public sealed class ShanghaiClaimTests
{
    private static string[] Plan(string text) => BudgetText.Lines(BudgetText.Shanghai, "explanations.plan", text);

    [Fact]
    public void Income_and_expenditure_change_on_last_years_budget_and_divide_by_fund()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Shanghai, "explanations.plan", """
            2024年，某区某局收入预算820.50万元，其中：财政拨款收入820.50万元，比2023年预算增加20.50万元；事业收入0万元；其他收入0万元。
            支出预算820.50万元，其中：财政拨款支出预算820.50万元，比2023年预算增加20.50万元。财政拨款支出预算中，一般公共预算拨款支出预算800.50万元，比2023年预算增加0.50万元；政府性基金拨款支出预算20万元，与2023年预算持平；国有资本经营预算拨款支出预算0万元，与2023年预算持平。
            """);

        Assert.Equal(
            ["Amount B02[合计].1 820.50万元", "Amount B02[合计].2 820.50万元", "Change B02[合计].2 vs PriorBudget 20.50万元 Up", "Amount B02[合计].3 0万元", "Amount B02[合计].5 0万元"],
            reading.Claims.Take(5).Select(ClaimText.Line));
        Assert.All(reading.Claims.Where(c => c.Kind == ClaimKind.Change), c => Assert.Equal(2023, c.BasisYear));
        Breakdown funds = Assert.Single(reading.Breakdowns, b => b.Parts.Length == 3 && reading.Claims[b.Whole].Subject.Key.StartsWith("B04", StringComparison.Ordinal));
        Assert.Equal(["800.50", "20", "0"], funds.Parts.Select(p => reading.Claims[p].Value.ToString()));
    }

    [Fact]
    public void A_comparison_with_the_budgets_own_year_is_a_claim_that_names_that_year()
    {
        Claim change = BudgetText.Read(BudgetText.Shanghai, "explanations.plan", "收入预算820.50万元，其中：财政拨款收入820.50万元，比2024年预算增加20.50万元。").Claims.Single(c => c.Kind == ClaimKind.Change);

        Assert.Equal((Measure.PriorBudget, 2024), (change.Basis, change.BasisYear));
    }

    [Theory]
    [InlineData("1. “公共安全支出（类）司法（款）行政运行（项）”800.50万元，主要用于行政运行。")]
    [InlineData("1、公共安全支出（204类）司法（06款）行政运行（01项）800.50万元。主要用于：行政单位的基本支出。")]
    public void Items_have_last_years_execution_this_years_budget_and_their_growth(string item) => Assert.Equal(
        ["Amount B05[2040601].1 800.50万元", "Amount B05[2040601].1 PriorYear 700.50万元", "Amount B05[2040601].1 800.50万元", "Growth B05[2040601].1 vs PriorYear 14.28% Up"],
        Plan(item + "2023年当年预算执行数为700.50万元，2024年预算安排800.50万元，比2023年预算执行数增加14.28%。主要原因是：人员增加。"));

    [Fact]
    public void Classifications_may_be_joined_with_hyphens() => Assert.Equal(
        ["Amount B05[2040602].1 1020.50万元"],
        Plan("2. “公共安全支出-司法-一般行政管理事务”科目1,020.50万元，主要用于项目支出。"));

    [Fact]
    public void Printed_codes_are_kept_and_decide_where_a_name_is_no_longer_in_force()
    {
        ClaimReading reading = BudgetText.Read(BudgetText.Shanghai, "explanations.plan", "1、安全与公共秩序支出（204类）司法（06款）行政运行（01项）800.50万元。");

        QuotedClassification quote = Assert.Single(reading.QuotedClassifications);
        Assert.Equal(("2040601", "2040601"), (quote.PrintedCode, quote.Codes[0]));
        Assert.Equal("B05[2040601].1", reading.Claims[0].Subject.Key);
    }

    [Fact]
    public void Three_public_expenses_go_on_behind_a_reason() => Assert.Equal(
        ["Amount B09[1].1 47.91万元", "Change B09[1].1 vs PriorBudget 25万元 Up", "Amount B09[1].4 46.56万元", "Change B09[1].4 vs PriorBudget 25万元 Up",
         "Amount B09[1].5 25万元", "Change B09[1].5 vs PriorBudget 25万元 Up", "Amount B09[1].6 21.56万元", "Change B09[1].6 vs PriorBudget Level"],
        BudgetText.Lines(BudgetText.Shanghai, "explanations.threePublic", """
            2024年“三公”经费预算数为47.91万元，比2023年预算增加25万元。其中：
            （一）公务用车购置及运行费46.56万元，比2023年预算增加25万元，主要原因是购置公务用车。其中：公务用车购置费25万元，比2023年预算增加25万元，主要原因是购置公务用车；公务用车运行费21.56万元，比2023年预算持平，主要原因是费用保持不变。
            """));

    [Fact]
    public void Vehicles_to_be_bought_are_not_those_in_use() => Assert.Equal(
        ["Count vehicles 7辆", "Count vehicles/执法执勤用车 3辆", "Count vehicles/其他用车 4辆", "Count purchases/vehicles 1辆", "Count purchases/vehicles/执法执勤用车 0辆", "Count purchases/vehicles/其他用车 1辆"],
        BudgetText.Lines(BudgetText.Shanghai, "explanations.assets", """
            截至2023年8月31日，某区某局共有车辆7辆，其中：执法执勤用车3辆、其他用车4辆。
            2024年部门预算安排购置车辆1辆，其中：执法执勤用车0辆、其他用车1辆。
            """));

    [Fact]
    public void Procurement_reserved_for_small_firms_is_no_part_of_the_kinds() => Assert.Equal(
        ["Amount procurement 1662.44万元", "Amount procurement/货物 93.98万元", "Amount procurement/工程 815.87万元", "Amount procurement/服务 752.59万元",
         "Amount procurement/reserved/中小企业 664.98万元", "Amount procurement/reserved/小微企业 465.49万元"],
        BudgetText.Lines(BudgetText.Shanghai, "explanations.procurement", """
            2024年本部门政府采购预算1662.44万元，其中：政府采购货物预算93.98万元、政府采购工程预算815.87万元、政府采购服务预算752.59万元。
            2024年本部门面向中小企业预留政府采购项目预算金额664.98万元，其中，预留给小型和微型企业的政府采购项目预算为465.49万元。
            """));

    [Fact]
    public void Goals_follow_up_and_evaluation_have_projects_money_and_grades() => Assert.Equal(
        ["Count goals/projects 39个", "Amount goals/money 4415.48万元", "Count monitoring/projects 38个", "Amount monitoring/money 4400万元", "Count evaluation/coverage/projects 39个",
         "Amount evaluation/coverage/money 4415.48万元", "Score evaluation/average 99.33分", "Count evaluation/grades/优 38个", "Count evaluation/grades/不合格 1个", "Count evaluation/problems 2个", "Count evaluation/problems/fixed 1个", "Count evaluation/problems/open 1个"],
        ClaimText.Lines("explanations.goals", "编报绩效目标的2023年度项目39个，涉及预算金额4415.48万元；绩效跟踪评价的2023年度项目38个，涉及预算金额4400万元；绩效自评的2023年度项目39个，涉及预算金额4415.48万元，平均得分99.33分（其中，绩效评级为“优”的项目38个；绩效评级为“不合格”的项目1个。绩效自评中共发现问题2个，已经完成整改的1个，正在整改的1个）。"));

    [Fact]
    public void What_small_firms_won_is_told_from_what_was_reserved_for_them() => Assert.Equal(
        ["Amount procurement/reserved/中小企业 21.07万元", "Amount procurement/reserved/小微企业 11.07万元", "Amount procurement/won/reserved/中小企业 20.07万元", "Amount procurement/won/reserved/小微企业 10.07万元", "Amount procurement/won/other/中小企业 1.00万元"],
        ClaimText.Lines("explanations.procurement", "2023年度本部门面向中小企业预留政府采购项目预算金额21.07万元，面向小微企业预留政府采购项目预算金额11.07万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额20.07万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额10.07万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额1.00万元。"));

    [Fact]
    public void A_figure_without_its_unit_is_unread_for_that_reason()
    {
        const string Text = "一般公共预算财政拨款支出746.50万元。与2022年度相比，一般公共预算财政拨款支出增加93.20万元，增长13.95。";
        Unread found = Assert.Single(ClaimText.Read("explanations.general.total", Text).Unread, u => u.Why == UnreadReason.UnitMissing);
        Assert.EndsWith("增长13.95", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_leaves_out_the_last_character_of_its_unit_is_read()
    {
        var read = ClaimText.Read("explanations.general.total", "一般公共预算财政拨款支出746.50万（含上年结转）。");
        Assert.DoesNotContain(read.Unread, u => u.Why == UnreadReason.UnitMissing);
        Assert.Contains(ClaimText.Lines("explanations.general.total", "一般公共预算财政拨款支出746.50万（含上年结转）。"), l => l.Contains("746.50万元", StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_year_or_a_count_lacks_no_unit() =>
        Assert.DoesNotContain(ClaimText.Read("explanations.general.total", "一般公共预算财政拨款支出746.50万元。与2022年度相比，增加93.20万元，增长13.95%，涉及 3 个单位。").Unread, u => u.Why == UnreadReason.UnitMissing);
}
