using Mingzhang.Core.Disclosures;
using static Mingzhang.Reading.Tests.Evaluations.EvaluationText;

namespace Mingzhang.Reading.Tests.Evaluations;

public class SpacedTableTests
{
    private const string Head = """
        2023 年度部门整体绩效自评表

        部门名称：市立图书馆 填报日期：2024年 4月 1日

        部门名称 市立图书馆

        基本支出总额 904.99万元 项目支出总额 127.50 万元

        预算执行情况

        （万元）

        （20分）

        预算数

        （A）
        执行数

        （B）
        执行率

        （B/A）
        得分

        （20 分*执行率）

        部门整体支出

        总额
        1032.49 1032.49 100% 20

        年度目标：

        （80分）

        办好讲座和展览，服务读者。

        年度

        绩效

        目标

        （80
        ）

        一级

        指标
        二级指标 三级指标

        年初目标值

        （A）
        实际完成值

        （B）
        得分


        """;

    [Fact]
    public void Money_goal_and_names_are_found_between_wrapped_labels()
    {
        Evaluation evaluation = Only(Head + "产出\n\n指标\n\n数量指标 讲座场次 ≥5 ≥10 4\n\n总分 97\n");

        Assert.Equal(EvaluationScope.Department, evaluation.Scope);
        Assert.Equal("市立图书馆", evaluation.Name.Text);
        Assert.Equal([904.99m, 127.50m], [evaluation.BasicExpenditure!.Figure!.Value.Value, evaluation.ProjectExpenditure!.Figure!.Value.Value]);
        Assert.Equal(["1032.49", "1032.49", "100%", "20"], [evaluation.Budget!.Text, evaluation.Executed!.Text, evaluation.Rate!.Text, evaluation.RateScore!.Text]);
        Assert.Equal("20分", evaluation.RateWeight!.Text);
        Assert.Equal("97", evaluation.Total!.Text);
        EvaluationBlock goal = Assert.Single(evaluation.Blocks);
        Assert.Equal((80m, "办好讲座和展览，服务读者。"), (goal.Weight!.Value.Value, goal.Goal));
    }

    [Fact]
    public void Wrapped_names_and_values_are_joined_and_level_one_follows_level_two()
    {
        Evaluation evaluation = Only(Head + """
            产出

            指标

            数量指标 年度重大讲座活动场次 ≥5 ≥10 4

            质量指标
            图书入库编目上架流转

            合格率
            ≥20 ≥20 3

            时效指标 新书上架及时性 按节点完成
            已按节点

            完成
            3

            数量指标
            在全市图书馆评比中综

            合排名
            力争前列

            同类馆中

            第二
            4
            社会效益指标 阅读氛围 明显提升 明显提升 3
             效益

            指标

            社会效益指标
            推动街道阅读空间建设

            进展情况

            较好

            进展情况

            较好
            3

            服务对象

            满意度指标
            读者满意度 ≥95% ≥95% 3

            总分 97
            """);

        Assert.Equal(
            [
                "产出指标/数量指标 年度重大讲座活动场次 ≥5 ≥10 4",
                "产出指标/质量指标 图书入库编目上架流转合格率 ≥20 ≥20 3",
                "产出指标/时效指标 新书上架及时性 按节点完成 已按节点完成 3",
                "产出指标/数量指标 在全市图书馆评比中综合排名 力争前列 同类馆中第二 4",
                "效益指标/社会效益指标 阅读氛围 明显提升 明显提升 3",
                "效益指标/社会效益指标 推动街道阅读空间建设 进展情况较好 进展情况较好 3",
                "满意度指标/服务对象满意度指标 读者满意度 ≥95% ≥95% 3",
            ],
            evaluation.Indicators.Select(Row));
        Assert.Empty(evaluation.Unread);
    }

    [Fact]
    public void A_page_number_between_rows_is_no_score()
    {
        Evaluation evaluation = Only(Head + "数量指标 讲座场次 ≥5 10 4\n\n— 23 —\n\n数量指标 展览场次 ≥2 2 3\n\n总分 97\n");

        Assert.Equal(["4", "3"], evaluation.Indicators.Select(i => i.Score!.Text));
    }

    [Fact]
    public void Boxes_in_the_text_are_read_as_ticks()
    {
        Evaluation evaluation = Only("2023年度图书采购项目自评表\n\n项目名称 图书采购\n\n项目类别 1、部门预算项目 √ 2、区级专项 □\n\n一级指标 二级指标 三级指标 年初目标值 实际完成值 得分\n\n产出指标 数量指标 购书数量 ≥5册 6册 4\n");

        Assert.Equal("图书采购", evaluation.Name.Text);
        Assert.Equal([("部门预算项目", true), ("区级专项", false)], Assert.Single(evaluation.TickBoxes).Options.Select(o => (o.Text, o.Ticked)));
    }
}
