namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>The thirteenth section of the explanations: performance.</summary>
internal sealed class PerformanceSection(Department department, Layout layout, Figures figures)
{
    public void Write()
    {
        SelfEvaluation overall = Scoring.Of(department);
        layout.Heading("十三、预算绩效情况说明");
        layout.Heading("（一）预算绩效管理工作开展情况");
        layout.Paragraph($"根据预算绩效管理要求，我部门组织对{Department.Year}年度一般公共预算项目支出全面开展绩效自评，共涉及项目{Count("evaluation/coverage/projects", 2)}个，资金{Money("evaluation/coverage/money", department.Project)}，占一般公共预算项目支出总额的{figures.Mark("text share", "evaluation/coverage/money/share", layout.Percent(1m))}。从绩效评价情况来看，各项目按计划推进。");
        layout.Heading("（二）部门整体支出自评结果");
        layout.Paragraph($"我部门组织对本部门开展整体支出绩效自评，资金{Money("evaluation/department/money", overall.Executed)}。从评价情况来看，整体支出绩效综合得分为{Score("evaluation/department/score", overall.Total)}分，其中预算执行{Score("evaluation/department/execution", overall.RateScore)}分，年度指标{Score("evaluation/department/indicators", overall.IndicatorScore)}分。");
        layout.Heading("（三）项目支出自评结果");
        layout.Paragraph($"我部门在{Department.Year}年度部门决算中反映所有项目绩效自评结果（不包括涉密项目），共涉及{Count("evaluation/project/count", 2)}个一级项目。");
        Project(1, Scoring.Care(department), "汛期整改用时偏长", "提前安排汛前检修");
        Project(2, Scoring.Flood(department), "夜间处置用时偏长", "增配夜间抢险力量");
        layout.Heading("（四）绩效自评结果应用情况");
        layout.Paragraph("我部门将自评结果用于完善管理和编制下一年度预算，结果较好的项目优先安排，问题整改情况纳入年度考核。");
    }

    private void Project(int number, SelfEvaluation project, string problem, string measure)
    {
        IEnumerable<string> results = project.Goals.SelectMany(g => g.Indicators)
            .Where(i => char.IsAsciiDigit(i.Actual[0]))
            .Select((i, n) => $"{StatutoryText.Ordinal(n + 1)}是{i.Name}年初目标值为{Value(project, "target", i.Name, i.Target)}，实际完成{Value(project, "actual", i.Name, i.Actual)}");
        layout.Paragraph($"{number}.{project.Name}项目绩效自评综述：项目全年预算数为{Money($"evaluation/project/{project.Key}/budget", project.Budget)}，执行数为{Money($"evaluation/project/{project.Key}/executed", project.Executed)}，完成预算的{figures.Mark("text completion", $"evaluation/project/{project.Key}/rate", layout.Percent(project.Rate))}，项目绩效综合得分为{Score($"evaluation/project/{project.Key}/score", project.Total)}分。主要产出和效益是：{string.Join("；", results)}。发现的问题及原因：{problem}。下一步改进措施：{measure}。");
    }

    private string Value(SelfEvaluation project, string kind, string indicator, string value)
    {
        int from = value.AsSpan().IndexOfAnyInRange('0', '9'), to = value.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return value[..from] + figures.Mark($"text {kind}", $"{project.Key}/{indicator}/{kind}", value[from..to]) + value[to..];
    }

    private string Money(string id, decimal wan) => figures.Mark("text amount", id, layout.Money(wan)) + "万元";

    private string Score(string id, decimal score) => figures.Mark("text score", id, layout.Money(score));

    private string Count(string id, int count) => figures.Mark("text count", id, count.ToString());
}
