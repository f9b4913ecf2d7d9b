using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Leftovers;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Leftovers;

public sealed class LeftoverRulesTests
{
    [Theory]
    [InlineData("2023年度部门名称政府采购支出总额17.93万元", "leftover.placeholder", Severity.Error, "部门名称")]
    [InlineData("支出 12.00 万元，比上年增加 #DIV/0!", "leftover.error-cell", Severity.Error, "#DIV/0!")]
    [InlineData("（请按部门一级项目个数公开）", "leftover.prompt", Severity.Warning, "（请按部门一级项目个数公开）")]
    [InlineData("等收入以外的各项收入。（该项请依据部门收入的实际情况解释）", "leftover.prompt", Severity.Warning, "（该项请依据部门收入的实际情况解释）")]
    [InlineData("（十八）其他专用名词。", "leftover.prompt", Severity.Warning, "其他专用名词。")]
    [InlineData("比上年增加 ____ 万元", "leftover.placeholder", Severity.Warning, "____")]
    [InlineData("主要用于于车辆燃油", "leftover.doubled", Severity.Info, "于于")]
    public void What_the_template_or_the_spreadsheet_left_is_found(string line, string rule, Severity severity, string quote)
    {
        Finding finding = Assert.Single(Text(line).Check(new LeftoversRule()));

        Assert.Equal((rule, severity, quote), (finding.Rule, finding.Severity, finding.Quote));
    }

    [Theory]
    [InlineData("部门名称：江城市南湖区档案馆")]
    [InlineData("部门名称 江城市南湖区档案馆")]
    [InlineData("项目名称\t馆藏整理项目")]
    [InlineData("严格执行重大事项请示报告制度，请各单位落实")]
    [InlineData("改革的的确确见效，多元元素融合，XXL 号")]
    public void Ordinary_text_passes(string line) => Assert.Empty(Text(line).Check(new LeftoversRule()));

    [Fact]
    public void The_error_in_a_total_is_left_to_the_totals_own_rule()
    {
        Draft draft = Text("各指标如下");
        draft.Table(EvaluationScope.Department, "整体绩效自评表", "某局", total: "#REF!");

        Assert.Empty(draft.Check(new LeftoversRule()));
    }

    [Theory]
    [InlineData("截至 2022 年 12 月 31 日，共有车辆 8 辆", "", "2023")]
    [InlineData("与 2021 年度相比，收、支总计减少", "compared", "2022")]
    public void A_date_outside_its_year_is_an_error(string line, string variant, string expected)
    {
        Finding finding = Assert.Single(Text(line).Check(new DatesRule()));

        Assert.Equal((variant, expected, Severity.Error), (finding.Variant, finding.Expected, finding.Severity));
    }

    [Theory]
    [InlineData("截至 2023 年 12 月 31 日，共有车辆 8 辆")]
    [InlineData("截至2022年6月，完成整理")]
    [InlineData("与 2022 年度相比，减少 3 万元")]
    [InlineData("填报日期：2024年5月23日")]
    [InlineData("填报日期：2023 年 12 月 30 日")]
    public void Dates_in_their_year_pass(string line) => Assert.Empty(Text(line).Check(new DatesRule()));

    [Fact]
    public void An_evaluation_dated_before_its_year_ended_is_a_warning() =>
        Assert.Equal(("filled", Severity.Warning), Assert.Single(Text("填报日期：2023 年 5 月 23 日").Check(new DatesRule())) is var f ? (f.Variant, f.Severity) : default);

    [Fact]
    public void A_title_of_another_year_is_an_error()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "2022年度馆藏整理项目自评表", "馆藏整理项目");

        Assert.Equal(("title", "2022"), Assert.Single(draft.Check(new DatesRule())) is var f ? (f.Variant, f.Stated) : default);
    }

    [Theory]
    [InlineData("江城市南湖区档案馆", "指市级财政当年拨付的资金，是指市直部门", "区级财政、区直部门")]
    [InlineData("江城市红山区委办公室", "指市级财政当年拨付的资金", "区级财政")]
    [InlineData("江城市南湖区档案馆", "由市级预算主管部门按规定报送", "区级预算主管部门")]
    [InlineData("江城市财政局", "指区级财政当年拨付的资金", "市级财政")]
    [InlineData("江城市南湖区档案馆", "指区级财政当年拨付的资金，是指区直部门", null)]
    [InlineData("江城市市场监督管理局", "指市级财政当年拨付的资金", null)]
    [InlineData("江城市社区服务中心", "指市级财政当年拨付的资金", null)]
    public void The_glossary_names_the_units_own_level(string unit, string text, string? expected)
    {
        Draft draft = new Draft { Unit = unit }.Section("五", "glossary", "第五部分 名词解释", text);

        Assert.Equal(expected, draft.Check(new LevelRule()).SingleOrDefault()?.Expected);
    }

    [Fact]
    public void A_section_that_ends_in_an_enumeration_is_worth_a_look()
    {
        var draft = new Draft();
        draft.Section("三/二", "explanations.income", "二、收入决算情况说明", "其中：财政拨款收入 75.00 万元，占本年收入 100%；", "图2：收入决算结构");
        draft.Section("三/三", "explanations.expenditure", "三、支出决算情况说明", "项目支出 10.00 万元。");

        Assert.Equal("；", Assert.Single(draft.Check(new SentenceEndRule())).Stated);
    }

    [Fact]
    public void A_list_of_staff_is_worth_a_look_and_its_names_are_not_printed()
    {
        Finding finding = Assert.Single(Text("组长：某甲").Check(new PersonalDataRule()));

        Assert.Equal(("组长：", Severity.Info), (finding.Quote, finding.Severity));
        Assert.Empty(Text("评价组成员由三人组成").Check(new PersonalDataRule()));
    }

    private static Draft Text(string line) => new Draft().Section("三/十一", "explanations.procurement", "十一、政府采购支出说明", line);
}
