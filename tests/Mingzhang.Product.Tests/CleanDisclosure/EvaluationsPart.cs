namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>Part six: the self-evaluation tables.</summary>
internal sealed class EvaluationsPart(Department department, Layout layout, Figures figures)
{
    public void Write()
    {
        layout.Heading($"{(layout.Tabbed ? "" : " ")}第六部分 附件");
        Table(Scoring.Of(department), $"{Department.Year}年度{Department.Name}整体绩效自评表");
        Table(Scoring.Care(department), $"{Department.Year}年度{Scoring.Care(department).Name}项目自评表");
        Table(Scoring.Flood(department), $"{Department.Year}年度{Scoring.Flood(department).Name}项目自评表");
    }

    private void Table(SelfEvaluation evaluation, string title)
    {
        layout.Heading(title);
        layout.Heading($"单位名称：{Department.Name} 填报日期：2024年4月18日");
        if (evaluation.Key == "department")
        {
            layout.Row("单位名称", Department.Name);
            layout.Row("基本支出总额（万元）", Mark(evaluation, "amount", "basic", department.AllBasic.ToString("0.00")), "项目支出总额（万元）", Mark(evaluation, "amount", "project", department.AllProject.ToString("0.00")));
        }
        else
        {
            layout.Row("项目名称", evaluation.Name);
            layout.Row("主管部门", Department.Name, "项目实施单位", Department.Name);
            layout.Row("项目类别", "1、部门预算项目 √ 2、区级专项 □ 3、上级转移支付项目 □");
            layout.Row("项目属性", "1、持续性项目 √ 2、新增性项目 □");
            layout.Row("项目类型", "1、常年性项目 √ 2、延续性项目 □ 3、一次性项目 □");
        }

        Execution(evaluation);
        string[] header = ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "分值", "得分"];
        for (int i = 0; i < evaluation.Goals.Count; i++)
        {
            Goal goal = evaluation.Goals[i];
            string label = evaluation.Goals.Count == 1 ? "年度绩效目标（80分）" : $"年度绩效目标{i + 1}（{goal.Weight}分）";
            layout.Row(label, goal.Text);
            if (layout.Tabbed) layout.Row(["年度绩效指标", .. header]);
            else layout.Row(header);
            Indicators(evaluation, goal);
        }

        if (layout.Tabbed) layout.Row("总分", "", "", "", "", "", "100", Mark(evaluation, "total", "total", evaluation.Total.ToString("0.00")));
        else layout.Row("总分", "100", Mark(evaluation, "total", "total", evaluation.Total.ToString("0.00")));
        layout.Row("偏差大或目标未完成原因分析", "隐患整改和险情处置受连续降雨影响，个别工作用时偏长。");
        layout.Row("改进措施及结果应用方案", "提前安排汛前检修，结果用于下一年度预算编制。");
        layout.Line();
        layout.Heading("备注：1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。");
        layout.Heading("2.定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。");
    }

    private void Execution(SelfEvaluation evaluation)
    {
        string label = evaluation.Key == "department" ? "部门整体支出总额" : "年度财政资金总额";
        string[] cells =
        [
            Mark(evaluation, "amount", "budget", evaluation.Budget.ToString("0.00")),
            Mark(evaluation, "amount", "executed", evaluation.Executed.ToString("0.00")),
            Mark(evaluation, "rate", "rate", decimal.Round(100 * evaluation.Rate, 1, MidpointRounding.AwayFromZero).ToString("0.0") + "%"),
            Mark(evaluation, "rate score", "rateScore", evaluation.RateScore.ToString("0.00")),
        ];
        if (layout.Tabbed)
        {
            layout.Row("预算执行情况（万元）（20分）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）");
            layout.Row(["", label, .. cells]);
        }
        else
        {
            foreach (string line in new[] { "预算执行情况", "（万元）", "（20分）", "", "预算数", "（A）", "执行数", "（B）", "执行率", "（B/A）", "得分", "（20分*执行率）", "" }) layout.Line(line);
            layout.Row([label, .. cells]);
            layout.Line();
        }
    }

    private void Indicators(SelfEvaluation evaluation, Goal goal)
    {
        string level1 = "", level2 = "";
        foreach (ScoredIndicator indicator in goal.Indicators)
        {
            string first = indicator.Level1 == level1 ? "" : indicator.Level1, second = first.Length == 0 && indicator.Level2 == level2 ? "" : indicator.Level2;
            (level1, level2) = (indicator.Level1, indicator.Level2);
            string[] cells =
            [
                indicator.Name,
                Value(evaluation, "target", indicator.Name, indicator.Target),
                Value(evaluation, "actual", indicator.Name, indicator.Actual),
                Mark(evaluation, "weight", $"{indicator.Name}/weight", indicator.Weight.ToString("0")),
                Mark(evaluation, "score", $"{indicator.Name}/score", indicator.Score.ToString("0.##")),
            ];
            if (layout.Tabbed) layout.Row(["", first, second, .. cells]);
            else layout.Row([first, indicator.Level2, .. cells]);
        }
    }

    private string Value(SelfEvaluation evaluation, string kind, string indicator, string value)
    {
        int digits = value.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0) return value;
        int end = value.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return value[..digits] + Mark(evaluation, kind, $"{indicator}/{kind}", value[digits..end]) + value[end..];
    }

    private string Mark(SelfEvaluation evaluation, string kind, string id, string text) =>
        figures.Mark($"evaluation {kind}", $"{evaluation.Key}/{id}", text);
}
