using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class IndicatorValuesRuleTests
{
    [Fact]
    public void Lengths_of_time_answered_in_percent_are_one_finding_a_table()
    {
        Finding finding = Assert.Single(Check("特提件|4|≤1小时|100%|4", "特急件|4|≤3天|100%|4", "加急件|4|≤5天|100%|4"));

        Assert.Equal(("evaluation.indicator-units", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Equal(2, finding.Evidence.Length);
    }

    [Theory]
    [InlineData("卷数|4|≥100卷|2067|4")]
    [InlineData("人数|4|≥400人|420人次|4")]
    [InlineData("满意度|4|≥98%|100|4")]
    [InlineData("响应时间|4|≤3天|2天|4")]
    public void Values_in_the_same_terms_pass(string row) => Assert.DoesNotContain(Check(row), f => f.Rule == "evaluation.indicator-units");

    [Theory]
    [InlineData("录入条数|4|≥100条|120件|4", "")]
    [InlineData("覆盖范围|2|一线单位|100%|2", "words")]
    [InlineData("采购执行率||2.8万元|2.7万元|", "rate-in-money")]
    public void Values_in_other_terms_are_found(string row, string variant) => Assert.Equal(variant, Assert.Single(Check(row), f => f.Rule == "evaluation.indicator-units").Variant);

    [Fact]
    public void A_blank_target_with_a_score_is_a_warning()
    {
        Finding finding = Assert.Single(Check("办理文件|3||7347|3"));

        Assert.Equal(("evaluation.indicator-target", Severity.Warning, "3"), (finding.Rule, finding.Severity, finding.Stated));
    }

    [Fact]
    public void A_range_as_outcome_is_worth_a_look() => Assert.Equal(("evaluation.indicator-actual", Severity.Info), Assert.Single(Check("调研报告||≥1|≥1|3")) is var f ? (f.Rule, f.Severity) : default);

    [Fact]
    public void Targets_exceeded_by_half_and_more_are_one_finding_with_all_rows()
    {
        Finding finding = Assert.Single(Check("培训人数|4|≥100|1000|4", "文稿篇数|4|≥20|240|4", "卷数|4|≥100|149|4", "会议|4|≤10|2|4"));

        Assert.Equal("evaluation.exceeded", finding.Rule);
        Assert.Single(finding.Evidence);
    }

    [Fact]
    public void A_row_with_a_lost_cell_is_said_to_be_damaged_and_not_wrong()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", indicators: draft.Indicator("保密意识|5||逐步提高|5") with { Damaged = true });

        Finding finding = Assert.Single(draft.Check(new IndicatorValuesRule()));

        Assert.Equal(("cell", Severity.Info), (finding.Variant, finding.Severity));
    }

    private static IReadOnlyList<Finding> Check(params string[] rows)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", indicators: [.. rows.Select(r => draft.Indicator(r))]);
        return draft.Check(new IndicatorValuesRule());
    }
}
