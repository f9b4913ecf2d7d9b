using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Reading.Evaluations;
using static Mingzhang.Reading.Tests.Evaluations.EvaluationText;

namespace Mingzhang.Reading.Tests.Evaluations;

public class TabbedTableTests
{
    [Fact]
    public void Levels_are_filled_down_over_merged_cells_and_their_points_kept_apart()
    {
        Evaluation evaluation = Only(ProjectHead + """
            |产出指标（50分）|数量指标（30分）|购书数量（20分）||≥500册|520册|20分
            |||讲座场次（10分）||4场|3场|7.5分
            ||时效指标（20分）|入库及时率（20分）||100%|100%|20分
            |效益 指 标（30分）|社会效益指标（30分）|读者人次提升度（30分）||提升|有效提升|30分
            总分|95.5分|||||
            """);

        Assert.Equal(
            ["产出指标/数量指标 购书数量 ≥500册 520册 20分", "产出指标/数量指标 讲座场次 4场 3场 7.5分", "产出指标/时效指标 入库及时率 100% 100% 20分", "效益指标/社会效益指标 读者人次提升度 提升 有效提升 30分"],
            evaluation.Indicators.Select(Row));
        Assert.Equal([20m, 10m, 20m, 30m], evaluation.Indicators.Select(i => i.Weight!.Figure!.Value.Value));
        Assert.Equal(new Printed(50, 0), evaluation.Indicators[0].Level1Weight);
        Assert.Equal(new Printed(30, 0), evaluation.Indicators[1].Level2Weight);
        Assert.Equal("95.5分", evaluation.Total!.Text);
        Assert.Equal(new Printed(95.5m, 1), evaluation.Total.Figure);
        Assert.True(evaluation.HasWeights && evaluation.HasScores);
        Assert.Empty(evaluation.Unread);
    }

    [Fact]
    public void The_budget_row_is_read_by_what_its_cells_hold()
    {
        Evaluation evaluation = Only(ProjectHead + "|产出指标|数量指标|购书数量||≥500册|520册|20分");

        Assert.Equal(1200.50m, evaluation.Budget!.Figure!.Value.Value);
        Assert.Equal(1080.45m, evaluation.Executed!.Figure!.Value.Value);
        Assert.Equal("90%", evaluation.Rate!.Text);
        Assert.Equal("18分", evaluation.RateScore!.Text);
        Assert.Equal("20分", evaluation.RateWeight!.Text);
        Assert.Equal("80分", evaluation.IndicatorWeight!.Text);
        Assert.Equal("万元", evaluation.AmountUnit);
        Assert.Equal("图书采购", evaluation.Name.Text);
    }

    [Fact]
    public void A_row_that_lost_blanks_at_a_page_end_is_placed_by_what_its_cells_hold()
    {
        Evaluation evaluation = Only(ProjectHead + """
            |产出指标|数量指标|购书数量||≥500册|520册|20分
            讲座场次|||4场|3场|7.5分||

            ||质量指标|图书完好率||≥98%|100%|20分
            """);

        Assert.Equal("产出指标/数量指标 讲座场次 4场 3场 7.5分", Row(evaluation.Indicators[1]));
        Assert.Equal("产出指标/质量指标 图书完好率 ≥98% 100% 20分", Row(evaluation.Indicators[2]));
    }

    [Fact]
    public void A_score_that_a_shifted_row_lost_is_unread_and_not_taken_from_another_cell()
    {
        Evaluation evaluation = Only(ProjectHead + """
            |产出指标|数量指标|购书数量||≥500册|520册|20分
            |||成本指标（8分）|成本控制率（8分）||100%|100%
            """);

        Indicator damaged = evaluation.Indicators[1];
        Assert.Equal("产出指标/成本指标 成本控制率 100% 100% -", Row(damaged));
        Assert.True(damaged.Damaged);
        Assert.Equal(UnreadReason.CellMissing, Assert.Single(evaluation.Unread).Why);
    }

    [Fact]
    public void A_row_that_lost_its_level_two_keeps_its_values_and_is_marked_damaged()
    {
        Evaluation evaluation = Only(ProjectHead + """
            |产出指标|数量指标|购书数量||≥500册|520册|20分
            |效益指标|阅读氛围|提升阅读氛围|逐步提升|5分|||
            """);

        Assert.Equal("效益指标/ 阅读氛围 提升阅读氛围 逐步提升 5分", Row(evaluation.Indicators[1]));
        Assert.Equal([false, true], evaluation.Indicators.Select(i => i.Damaged));
        Assert.Empty(evaluation.Unread);
    }

    [Fact]
    public void A_blank_target_in_its_place_is_blank_and_not_lost()
    {
        Evaluation evaluation = Only("""
            2023年度讲座项目自评表
            年度绩效目标|一级指标|二级指标|三级指标|年初目标值|实际完成值|分值|得分
            |产出指标|数量指标|讲座场次|≥3场|4|10|10
            |||办理文件||7347|5|5
            """);

        Assert.Equal("产出指标/数量指标 办理文件 - 7347 5", Row(evaluation.Indicators[1]));
        Assert.Equal("5", evaluation.Indicators[1].Weight!.Text);
        Assert.Empty(evaluation.Unread);
    }

    [Fact]
    public void The_rest_of_a_cell_cut_by_a_page_end_is_joined()
    {
        Evaluation evaluation = Only(ProjectHead + """
            |产出指标|数量指标|绩效监控覆盖||100%|100%|20分

            |||率||||
            |满意度指标（10分）|服务对象满意度指标（10|读者满意度（10分）||≥90%|95%|10分

            ||分)|||||
            """);

        Assert.Equal("绩效监控覆盖率", evaluation.Indicators[0].PlainName);
        Assert.Equal("服务对象满意度指标", evaluation.Indicators[1].Level2);
        Assert.Equal(new Printed(10, 0), evaluation.Indicators[1].Level2Weight);
    }

    [Fact]
    public void Several_goals_keep_their_points_and_their_indicators()
    {
        Evaluation evaluation = Only("""
            2023年度馆部门整体绩效自评表
            单位名称||市立图书馆|||||
            基本支出总额（万元）||1067.72|||项目支出总额（万元）||94.86|
            预算执行情况（万元）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）|备注 年初预算数1246.76万元，全年预算数1292.57万元|
            ||部门整体支出总额|1292.57|1162.58|89.9%|||
            年度目标1（60分）||办好讲座。|||||
            年度绩效指标|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|分值|得分
            |产出指标|数量指标|讲座场次|≥3场|4|60|60
            年度目标2||采购图书。|||||
            年度绩效指标（20分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|分值|得分
            |产出指标|数量指标|购书数量|≥3册|4|20|20
            总分||||||100|#REF!
            """);

        Assert.Equal(EvaluationScope.Department, evaluation.Scope);
        Assert.Equal("市立图书馆", evaluation.Name.Text);
        Assert.Equal([("年度目标1（60分）", 60m, "办好讲座。"), ("年度目标2", 20m, "采购图书。")], evaluation.Blocks.Select(b => (b.Name, b.Weight!.Value.Value, b.Goal)));
        Assert.Equal([0, 1], evaluation.Indicators.Select(i => i.Block));
        Assert.Equal("1246.76", evaluation.InitialBudget!.Text);
        Assert.Equal(1067.72m, evaluation.BasicExpenditure!.Figure!.Value.Value);
        Assert.Equal(94.86m, evaluation.ProjectExpenditure!.Figure!.Value.Value);
        Assert.Null(evaluation.RateScore);
        Assert.Equal("100", evaluation.TotalWeight!.Text);
        Assert.Equal("#REF!", evaluation.Total!.Text);
        Assert.Null(evaluation.Total.Figure);
    }

    [Fact]
    public void A_title_over_two_lines_is_joined_and_contents_lines_are_no_tables()
    {
        EvaluationReading reading = Read("""
            一、2023年度部门整体绩效自评表
            二、2023年度项目绩效自评表

            2023年度图书采购
            项目自评表
            预算执行情况||预算数（A）|执行数（B）|执行率（B/A）|得分
            ||年度资金总额|10.00|10.00|100%|20
            """);

        Assert.Equal("2023年度图书采购项目自评表", Assert.Single(reading.Evaluations).Title.Text);
    }

    [Fact]
    public void National_tables_in_Markdown_are_read_by_their_own_columns()
    {
        EvaluationReading reading = EvaluationText.Read(Core.Sources.SourceText.FromString("test.md", """
            项目支出绩效自评表

            | 项目名称 | 图书采购 | | | | | | |
            |---|---|---|---|---|---|---|---|
            | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
            | | 年度资金总额 | 100.00 | 95.00 | 90.00 | 10 | 94.74% | 9.47 |
            | | 其中：当年财政拨款 | 100.00 | 95.00 | 90.00 | — | 94.74% | — |
            | 年度总体目标 | 预期目标 | | | | 实际完成情况 | | |
            | | 采购十万册。 | | | | 采购十二万册。 | | |
            | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
            | | 成本指标 | 经济成本指标 | 指标1：采购成本 | ≤95万元 | 90万元 | 10 | 10 | |
            | | 产出指标 | 质量指标 | 合格率 | $\geq 98\%$ | 97% | 80 | 79 | 设备老化 |
            | 总分 | | | | | | 100 | 98.47 | |
            """));

        Evaluation evaluation = Assert.Single(reading.Evaluations);
        Assert.Equal(["成本指标/经济成本指标 采购成本 ≤95万元 90万元 10", "产出指标/质量指标 合格率 $\\geq 98\\%$ 97% 79"], evaluation.Indicators.Select(Row));
        Assert.Equal(["100.00", "95.00", "90.00", "10", "94.74%", "9.47"], new[] { evaluation.InitialBudget, evaluation.Budget, evaluation.Executed, evaluation.RateWeight, evaluation.Rate, evaluation.RateScore }.Select(f => f!.Text));
        Assert.Equal("采购十万册。", Assert.Single(evaluation.Blocks).Goal);
        Assert.Equal(("100", "98.47"), (evaluation.TotalWeight!.Text, evaluation.Total!.Text));
    }

    [Fact]
    public void A_second_project_below_one_title_is_a_table_of_its_own()
    {
        EvaluationReading reading = Read(ProjectHead + """
            |产出指标|数量指标|购书数量||≥500册|520册|20分
            项目名称||讲座
            |一级指标|二级指标|三级指标|年初目标值|实际完成值|得分
            |产出指标|数量指标|讲座场次|4场|3场|7.5
            """);

        Assert.Equal(["图书采购", "讲座"], reading.Evaluations.Select(e => e.Name.Text));
        Assert.Equal([1, 1], reading.Evaluations.Select(e => e.Indicators.Length));
    }

    [Fact]
    public void A_table_whose_header_is_lost_is_unread_and_not_passed_over()
    {
        Evaluation evaluation = Only("""
            2023年度图书采购项目自评表
            预算执行情况||预算数（A）|执行数（B）|执行率（B/A）|得分
            ||年度资金总额|10.00|10.00|100%|20
            产出指标|数量指标|购书数量|≥500册|520册|20
            """);

        Assert.Equal(UnreadReason.UnknownLayout, Assert.Single(evaluation.Unread).Why);
    }

    [Fact]
    public void The_score_table_of_a_summary_is_an_evaluation_without_targets()
    {
        Evaluation evaluation = Only("""
            2023年度图书馆整体绩效自评结果
            （摘要版）
            评价准则|权重|评价得分
            预算执行情况|20.00|19.00
            产出指标|50.00|48.50
            效益指标|30.00|30.00
            综合绩效|100.00|97.50
            """);

        Assert.Equal(EvaluationScope.Department, evaluation.Scope);
        Assert.Equal(["产出指标/ 产出指标 - - 48.50", "效益指标/ 效益指标 - - 30.00"], evaluation.Indicators.Select(Row));
        Assert.Equal(("19.00", "97.50"), (evaluation.RateScore!.Text, evaluation.Total!.Text));
    }
}
