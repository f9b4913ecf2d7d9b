using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Evaluations;
using Mingzhang.Reading.Evaluations.Goals;
using Mingzhang.Reading.Outlines;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Evaluations;

/// <summary>Declarations of performance goals that come with budgets.</summary>
public sealed class GoalReaderTests
{
    internal static readonly Edition Wuhan = StatuteBook.Load().Edition(DisclosureKind.Budget, new FiscalYear(2023), "wuhan")!;

    internal const string Project = """
        附件 3
        部门项目申报表(含绩效目标)
        申报日期：2022年11月  单位：万元
        项目名称		园林养护专项经费		项目编码
        项目主管部门		某园林局		项目执行单位		某园林局
        项目负责人		某人		联系电话		00000000
        项目属性		常年性项目
        起始年度		2023		终止年度		2025
        项目立项依据		依照上级要求
        项目总预算		90		项目当年预算		30
        项目前两年预算及当年预算变动情况		2022年预算28万
        项目资金来源		来源项目				金额
        		合计				30
        		一般公共预算财政拨款				25
        		其中：申请当年预算拨款				25
        		单位资金				5
        项目支出明细测算
        项目活动	活动内容表述	支出经济分类	金额	测算依据及说明			备注
        补植			20	据实
        修剪			10	据实
        项目采购
        品名		数量		金额
        树苗		400		12
        项目绩效总目标
        名称		目标说明
        长期绩效目标1		绿地常绿
        .....
        年度绩效目标1		完成养护
        .....
        长期绩效目标表
        目标名称	一级指标	二级指标	三级指标	指标值	指标值确定依据
        长期绩效目标1	成本指标	经济成本 指标
        		社会成本 指标
        	产出指标	数量指标	补植株数	每年400株	计划标准
        		质量指标	成活率	≥95%	行业标准
        ____指标
        满意度	服务对象	居民满意度	90%
        	指标	满意度 指标
        年度绩效目标表
        目标名称	一级指标	二级指标	三级指标	指标值			指标值确定依据
        				前年	上年	预计当年 实现
        年度绩效目标1	产出指标	数量指标	补植株数	380株	390株	400株	历史标准
        		时效指标	完成时间		及时	及时
        """;

    internal const string Department = """
        附件 4
        部门整体支出绩效目标申报表
        填报日期：2022年11月  单位：万元
        部门(单位)名称	某园林局
        填报人	某人		联系电话	00000000
        部门总体资金情况	总体资金情况		当年金额	占比	近两年收支金额
        					2022 年	2021 年
        	收入构成	财政拨款	95	95%	90	80
        		单位资金	5	5%
        		合 计	100	100%	90	80
        	支出构成	人员类项目支出	70		60	55
        		运转类项目支出	30		30	25
        		合 计	100	100%	90	80
        部门职能概述	绿地养护
        项目支出情况	项目名称	支出项目类别	项目总预算	项目本年度预算	项目主要支出方向和用途
        	园林养护	本年支出项目	90	30	养护
        整体绩效总目标	长期目标(截止 2023 年)			年度目标
        长期目标：	绿地常绿
        长期绩效指标	一级指标	二级指标	三级指标	指标值		指标值确定依据
        	产出指标	数量指标	绿地面积	100公顷		计划标准
        		____指标
        	年度目标 1：	完成养护
        年度绩效指标	一级指标	二级指标	三级指标	指标值			指标值确定依据
        				近两年指标值		预期当年实现值
        				____前__年	____上__年
        	产出指标	数量指标	补植株数	380株	390株	400株	历史标准
        """;

    [Fact]
    public void A_project_declares_its_budget_money_costs_and_purchases()
    {
        GoalDeclaration goal = Assert.Single(Read(Project));
        Assert.Equal((EvaluationScope.Project, "园林养护专项经费", "90", "30", "2023", "2025", "万元"),
            (goal.Scope, goal.Name.Text, goal.TotalBudget!.Text, goal.YearBudget!.Text, goal.StartYear!.Text, goal.EndYear!.Text, goal.AmountUnit));
        Assert.Equal(
            ["Source 合计 30", "Source 一般公共预算财政拨款 25", "Source 其中：申请当年预算拨款 25", "Source 单位资金 5", "Activity 补植 20", "Activity 修剪 10", "Purchase 树苗 12"],
            goal.Amounts.Select(a => $"{a.Kind} {a.Name} {a.Amount?.Text}"));
        Assert.Equal("400", goal.Amounts[^1].Other!.Text);
        Assert.Equal([true, false, false, false], goal.Amounts.Take(4).Select(a => a.IsTotal));
        Assert.True(goal.Amounts[2].IsPart);
    }

    [Fact]
    public void Persons_are_not_kept() =>
        Assert.DoesNotContain(Read(Project).Concat(Read(Department)).SelectMany(g => g.Particulars), p => p.Text.Text.Contains("某人", StringComparison.Ordinal) || p.Text.Text.Contains("0000", StringComparison.Ordinal));

    [Fact]
    public void Indicators_have_their_levels_the_values_of_earlier_years_the_target_and_its_basis()
    {
        GoalDeclaration goal = Assert.Single(Read(Project));
        Assert.Equal(["长期绩效目标1 绿地常绿 False", "年度绩效目标1 完成养护 True"], goal.Goals.Select(g => $"{g.Name} {g.Text} {g.IsAnnual}"));
        Assert.Equal(
            [
                "长期绩效目标1 产出指标/数量指标/补植株数 [] 每年400株 计划标准", "长期绩效目标1 产出指标/质量指标/成活率 [] ≥95% 行业标准", "长期绩效目标1 满意度/服务对象满意度指标/居民满意度 [] 90% ",
                "年度绩效目标1 产出指标/数量指标/补植株数 [380株,390株] 400株 历史标准", "年度绩效目标1 产出指标/时效指标/完成时间 [,及时] 及时 ",
            ],
            goal.Indicators.Select(i => $"{i.Goal} {i.Level1}/{i.Level2}/{i.Name.Text} [{string.Join(',', i.Earlier.Select(e => e?.Text))}] {i.Target?.Text} {i.Basis}"));
    }

    [Fact]
    public void A_department_declares_sources_and_uses_with_shares_and_earlier_years_and_its_projects()
    {
        GoalDeclaration goal = Assert.Single(Read(Department));
        Assert.Equal((EvaluationScope.Department, "某园林局"), (goal.Scope, goal.Name.Text));
        Assert.Equal(
            ["Source 财政拨款 95 95% [90,80]", "Source 单位资金 5 5% [,]", "Source 合计 100 100% [90,80]", "Use 人员类项目支出 70  [60,55]", "Use 运转类项目支出 30  [30,25]", "Use 合计 100 100% [90,80]", "Project 园林养护 30  []"],
            goal.Amounts.Select(a => $"{a.Kind} {a.Name} {a.Amount?.Text} {a.Share?.Text} [{string.Join(',', a.Earlier.Select(e => e?.Text))}]"));
        Assert.Equal(["长期目标 产出指标 绿地面积 100公顷", "年度目标1 产出指标 补植株数 400株"], goal.Indicators.Select(i => $"{i.Goal} {i.Level1} {i.Name.Text} {i.Target!.Text}"));
    }

    [Fact]
    public void Declarations_of_goals_are_no_evaluations()
    {
        SourceText text = SourceText.FromString("x.txt", Project + "\n" + Department);
        Outline outline = OutlineReader.Read(text, Wuhan);
        ImmutableArray<GoalDeclaration> goals = GoalReader.Read(text, outline, Wuhan);
        Assert.Equal(2, goals.Length);
        Assert.Empty(EvaluationReader.Read(text, outline, Wuhan, goals).Evaluations);
    }

    internal static ImmutableArray<GoalDeclaration> Read(string text)
    {
        SourceText source = SourceText.FromString("x.txt", text);
        return GoalReader.Read(source, OutlineReader.Read(source, Wuhan), Wuhan);
    }
}
