using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Tests.Claims;

public class PerformanceTests
{
    [Theory]
    [InlineData("全面开展绩效自评，共涉及项目3个，资金50万元，占一般公共预算项目支出总额的100%。")]
    [InlineData("全面开展绩效自评，共涉及3个项目，资金50万元，占一般公共预算项目支出总额的100%。")]
    [InlineData("全面开展绩效自评，其中，一级项目3个，二级项目7个，共涉及资金50万元，占一般公共预算项目支出总额的100%。")]
    public void What_was_evaluated_is_projects_money_and_share(string text) => Assert.Equal(
        ["Count evaluation/coverage/projects 3个", "Amount evaluation/coverage/money 50万元", "Share evaluation/coverage/money of 05[合计].3 100%"],
        ClaimText.Lines("explanations.performance.work", text));

    [Fact]
    public void The_departments_result_is_money_score_and_parts_of_the_score() => Assert.Equal(
        ["Amount evaluation/department/money 90万元", "Amount evaluation/department/money InitialBudget 80万元", "Score evaluation/department/score 97.5分", "Score evaluation/department/execution 18分", "Score evaluation/department/indicators 79.5分"],
        ClaimText.Lines("explanations.performance.department", "开展整体支出绩效自评，资金90万元（年初预算数80万元），整体支出绩效综合得分为97.5分，其中预算管理18分，年度指标管理79.5分。"));

    [Fact]
    public void A_projects_money_rate_score_and_quoted_results_are_claims_and_its_prose_is_not() => Assert.Equal(
        [
            "Amount evaluation/project/宣传/budget FullYearBudget 30万元", "Amount evaluation/project/宣传/executed 27万元", "Completion evaluation/project/宣传/executed vs FullYearBudget 90%", "Score evaluation/project/宣传/score 96分",
            "Count evaluation/project/宣传/indicator/走访次数 InitialBudget 3次", "Count evaluation/project/宣传/indicator/走访次数 11次", "Count evaluation/project/宣传/indicator/群众满意度 98%",
        ],
        ClaimText.Lines("explanations.performance.projects", "1.宣传项目绩效自评综述：项目全年预算数为30万元，执行数为27万元，完成预算的90%，得分96分。主要产出和效益：一是走访次数年初目标值为≥3次，实际完成11次；二是投入设备5万元；三是群众满意度达到98%。发现的问题：结余3万元。"));

    [Theory]
    [InlineData("一是险情处置用时年初目标值为≤30分钟，实际完成33分钟；二是其他。", "险情处置用时", "30分钟", "33分钟")]
    [InlineData("指标“五类档案整理数”年初目标值 60000 卷，实际完成值 100633 卷。", "五类档案整理数", "60000卷", "100633卷")]
    [InlineData("检修台数目标值为不少于46台，完成值为-46台。", "检修台数", "46台", "-46台")]
    [InlineData("检修台数年初目标值为46台，实际完成20余台。", "检修台数", "46台", "20台")]
    public void Targets_and_results_of_indicators_are_read_in_the_ways_that_they_are_told(string text, string name, string target, string actual) => Assert.Equal(
        [$"Count evaluation/project/宣传/indicator/{name} InitialBudget {target}", $"Count evaluation/project/宣传/indicator/{name} {actual}"],
        ClaimText.Lines("explanations.performance.projects", "1.宣传项目绩效自评综述：主要产出和效益：" + text).Select(l => l.Replace(" approximately", "").Replace("约", "")));

    [Theory]
    [InlineData("巡访户数年初目标值参照往年5户的要求设定。")]
    [InlineData("清退人数未达到年初目标值800人，主要原因是资产受限。")]
    [InlineData("检修台数年初目标值为5-10台，实际完成8台。")]
    public void What_is_no_target_with_its_result_is_no_claim(string text) =>
        Assert.Empty(ClaimText.Lines("explanations.performance.projects", "1.宣传项目绩效自评综述：主要产出和效益：" + text));

    [Fact]
    public void A_project_is_kept_under_the_name_of_its_table()
    {
        string[] lines = [.. ClaimText.Read("explanations.performance.projects", "1、甲局项目绩效自评综述：项目全年预算数为30.00万元，执行数为27万元。\n2、乙局宣传工作项目绩效自评综述：项目全年预算数为8万元，执行数为8万元。", [Table("甲局业务专项", 30m), Table("某区乙局宣传经费", 9m)])
            .Claims.Select(c => c.Subject.Key)];
        Assert.Equal(["evaluation/project/甲局业务专项/budget", "evaluation/project/甲局业务专项/executed", "evaluation/project/某区乙局宣传经费/budget", "evaluation/project/某区乙局宣传经费/executed"], lines);
    }

    [Fact]
    public void A_summary_among_the_attachments_gives_score_and_execution()
    {
        string[] lines = ClaimText.Lines("attachments", """
            2023年度宣传经费
            项目自评结果
            （摘要版）
            一、自评结论
            （一）自评得分
            某局2023年度宣传经费项目自评得分为98分。
            （二）绩效目标完成情况
            1.执行率情况
            2023年度宣传经费项目调整后预算数30.00万元，实际执行数27.00万元，预算执行率90%。
            2.完成的绩效目标
            2023年投入5万元。
            2023年度宣传经费项目自评表
            """);
        Assert.Equal(
            ["Score evaluation/project/宣传经费/score 98分", "Amount evaluation/project/宣传经费/budget FullYearBudget 30.00万元", "Amount evaluation/project/宣传经费/executed 27.00万元", "Completion evaluation/project/宣传经费/executed vs FullYearBudget 90%"],
            lines);
    }

    [Fact]
    public void Subordinate_units_are_counted_and_named() => Assert.Equal(
        ["Count units 2个", "Named units/某中心", "Named units/某展览馆"],
        ClaimText.Lines("overview.units", "部门决算由单位本级决算和2个下属单位决算组成。\n纳入编制范围的二级预算单位包括：\n1.某中心；\n2.某展览馆"));

    private static Evaluation Table(string name, decimal budget) => new()
    {
        Scope = EvaluationScope.Project,
        Title = new Field(name, TextSpan.None),
        Name = new Field(name, TextSpan.None),
        Budget = new Field("", TextSpan.None, new Printed(budget, 2)),
    };
}
