using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class IndicatorScoreRuleTests
{
    [Theory]
    [InlineData("整理卷数|4|≥1000卷|2067|4")]
    [InlineData("新增户数|1.5分|15家|10家|1分")]
    [InlineData("认定家数|1分|550家|518家|0.94分")]
    [InlineData("召开全区性会议|3|≤10次|12次|2.5")]
    [InlineData("普发性文件数量|3|100件以内|73|3")]
    [InlineData("安全事故|5|0起|0起|5")]
    [InlineData("服务质量|5|提升|有效提升|4.5")]
    [InlineData("整治工作|5|明显改善|尚未改善|1")]
    public void A_score_by_the_policy_passes(string row) => Assert.Empty(Check(row));

    [Theory]
    [InlineData("整理卷数|4|≥1000卷|2067卷|5", "above-weight", Severity.Error)]
    [InlineData("新增户数|1.5|15家|10家|1.5", "missed-full", Severity.Warning)]
    [InlineData("新增户数|1.5|15家|10家|1.2", "", Severity.Warning)]
    [InlineData("整理卷数|4|≥1000卷|1200卷|3", "met-less", Severity.Warning)]
    [InlineData("召开全区性会议|3|≤10次|12次|3", "missed-full", Severity.Warning)]
    [InlineData("培训完成率|10|95%|83%|8.77", "rounded", Severity.Rounding)]
    [InlineData("服务质量|5|提升|提升|2", "reached-low", Severity.Info)]
    public void A_score_against_the_policy_is_found(string row, string variant, Severity severity)
    {
        Finding finding = Assert.Single(Check(row));

        Assert.Equal((variant, severity), (finding.Variant, finding.Severity));
    }

    [Fact]
    public void A_missed_target_names_the_score_that_the_policy_gives() => Assert.Equal("0.94", Assert.Single(Check("认定家数|1|550家|518家|1.00")).Expected);

    [Fact]
    public void A_whole_score_may_be_rounded_only_where_the_table_prints_no_decimals()
    {
        Assert.Empty(Check("认定家数|1|550家|518家|1", "户数|2|10户|8户|2"));
        Assert.Equal("missed-full", Assert.Single(Check("认定家数|1|550家|518家|0.94", "户数|2|10户|8户|2")).Variant);
    }

    [Fact]
    public void Targets_met_and_scored_less_are_one_finding_a_table()
    {
        Finding finding = Assert.Single(Check("卷数|2|≥10卷|20卷|1", "件数|2|≥10件|30件|1"));

        Assert.Single(finding.Evidence);
    }

    [Theory]
    [InlineData("驻点时间|1|第一轮60天/第二轮60天|第一轮67天/第二轮52天|0.5")]
    [InlineData("特急电报|4|≤1小时|100%|4")]
    [InlineData("卷数|4||7347|4")]
    public void Values_that_cannot_be_divided_are_not_tested(string row) => Assert.Empty(Check(row));

    private static IReadOnlyList<Finding> Check(params string[] rows)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", indicators: [.. rows.Select(r => draft.Indicator(r))]);
        return draft.Check(new IndicatorScoreRule());
    }
}
