using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;

namespace Mingzhang.Reading.Tests.Evaluations;

/// <summary>Declarations of goals as tables.</summary>
public sealed class GoalGridTests
{
    [Fact]
    public void A_project_is_laid_out_with_its_money_and_goal_by_goal_its_indicators()
    {
        string[] rows = Rows(GoalReaderTests.Project);
        Assert.Equal("项目名称 | 园林养护专项经费×7", rows[0]);
        Assert.Contains("项目总预算（万元） | 90×3 | 项目当年预算（万元） | 30×3", rows);
        Assert.Contains("起始年度 | 2023×3 | 终止年度 | 2025×3", rows);
        Assert.Contains("名称×5 | 数量 | 当年金额（万元）", rows.Select(r => r.Replace("项目采购 | ", "", StringComparison.Ordinal)));
        int goal = Array.IndexOf(rows, "年度绩效目标1 | 完成养护×7");
        Assert.Equal(
            ["绩效指标 | 一级指标 | 二级指标 | 三级指标 | 前年 | 上年 | 指标值 | 指标值确定依据", "产出指标 | 数量指标 | 补植株数 | 380株 | 390株 | 400株 | 历史标准", "时效指标 | 完成时间 |  | 及时 | 及时 | "],
            rows[(goal + 1)..(goal + 4)]);
    }

    [Fact]
    public void A_department_is_laid_out_with_sources_and_uses_and_no_order_is_said_of_earlier_years()
    {
        string[] rows = Rows(GoalReaderTests.Department);
        Assert.Contains("资金来源 | 名称×3 | 以前年度（万元）×2 | 当年金额（万元） | 占比", rows);
        Assert.Contains("财政拨款×3 | 90 | 80 | 95 | 95%", rows);
        Assert.Contains("园林养护×5 | 90 | 30", rows);
    }

    [Theory]
    [InlineData(GoalReaderTests.Project)]
    [InlineData(GoalReaderTests.Department)]
    public void Every_place_of_the_table_is_covered_once(string text)
    {
        Grid grid = GoalGrid.Of(Assert.Single(GoalReaderTests.Read(text)), GoalReaderTests.Wuhan);
        int[] covered = new int[grid.Rows.Length];
        for (int row = 0; row < grid.Rows.Length; row++)
        {
            foreach (GridCell cell in grid.Rows[row].Cells)
            {
                for (int below = row; below < row + cell.RowSpan; below++) covered[below] += cell.ColumnSpan;
            }
        }

        Assert.All(covered, c => Assert.Equal(grid.Columns, c));
        Assert.DoesNotContain(grid.Rows.SelectMany(r => r.Cells), c => c.Text.Contains("某人", StringComparison.Ordinal));
    }

    private static string[] Rows(string text) =>
        [.. GoalGrid.Of(Assert.Single(GoalReaderTests.Read(text)), GoalReaderTests.Wuhan).Rows.Select(r => string.Join(" | ", r.Cells.Select(c => c.Text + (c.ColumnSpan > 1 ? $"×{c.ColumnSpan}" : ""))))];
}
