using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Tests.Drafts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Tests.Evaluations;

public sealed class WeightsRuleTests
{
    [Fact]
    public void Weights_that_make_up_every_heading_pass() => Assert.Empty(Check(d =>
    [
        d.Indicator("卷数|26||", "产出指标", "数量指标", "40", "26"), d.Indicator("质量|14||", "产出指标", "质量指标", "40", "14"), d.Indicator("效益|40||", "效益指标", "社会效益指标", "40", "40"),
    ]));

    [Fact]
    public void The_lowest_heading_that_does_not_add_up_is_the_finding()
    {
        Finding finding = Assert.Single(Check(d =>
        [
            d.Indicator("卷数|24||", "产出指标", "数量指标", "40", "26"), d.Indicator("质量|14||", "产出指标", "质量指标", "40", "14"), d.Indicator("效益|40||", "效益指标", "社会效益指标", "40", "40"),
        ]));

        Assert.Equal((Severity.Error, "26", "24"), (finding.Severity, finding.Stated, finding.Expected));
    }

    [Fact]
    public void Two_headings_that_differ_by_the_same_points_have_one_row_between_them()
    {
        Finding finding = Assert.Single(Check(d =>
        [
            d.Indicator("卷数|24||", "产出指标", "数量指标", "40", "26"), d.Indicator("质量|16||", "产出指标", "质量指标", "40", "14"), d.Indicator("效益|40||", "效益指标", "社会效益指标", "40", "40"),
        ]));

        Assert.Equal(("moved", Severity.Info), (finding.Variant, finding.Severity));
        Assert.Equal([(26m, 24m), (14m, 16m)], finding.Computations.Select(c => (c.LeftValue, c.RightValue!.Value)));
    }

    [Fact]
    public void A_weight_that_is_not_printed_is_what_its_siblings_leave()
    {
        Finding finding = Assert.Single(Check(d =>
        [
            d.Indicator("卷数|25||", "产出指标", "数量指标", "40", "40"), d.Indicator("件数|||", "产出指标", "数量指标", "40", "40"), d.Indicator("效益|40||", "效益指标", "社会效益指标", "40", "40"),
        ]));

        Assert.Equal(("unprinted", "15", Severity.Info), (finding.Variant, finding.Expected, finding.Severity));
    }

    [Fact]
    public void Weights_without_headings_make_a_hundred_with_the_execution()
    {
        Assert.Empty(Check(d => [d.Indicator("卷数|50||"), d.Indicator("质量|30||")]));
        Assert.Equal(("total", "101"), Assert.Single(Check(d => [d.Indicator("卷数|50||"), d.Indicator("质量|31||")])) is var f ? (f.Variant, f.Expected) : default);
    }

    [Fact]
    public void A_table_that_lacks_a_row_by_weights_and_total_is_said_to_lack_it()
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", "10.00", "10.00", "100%", "20", "98",
            draft.Indicator("卷数|30|||30", "产出指标", "数量指标", "40", "30"), draft.Indicator("效益|40|||38", "效益指标", "社会效益指标", "40", "40"));

        Finding finding = Assert.Single(draft.Check(new WeightsRule()));

        Assert.Equal(("row-missing", Severity.Warning), (finding.Variant, finding.Severity));
        Assert.Empty(draft.Check(new TotalRule()));
    }

    private static IReadOnlyList<Finding> Check(Func<Draft, Indicator[]> rows)
    {
        var draft = new Draft();
        draft.Table(EvaluationScope.Project, "馆藏整理项目自评表", "馆藏整理项目", indicators: rows(draft));
        return draft.Check(new WeightsRule());
    }
}
