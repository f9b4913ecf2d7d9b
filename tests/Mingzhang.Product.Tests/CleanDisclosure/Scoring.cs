namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>An indicator of an evaluation: target and actual value as printed, weight and, where both are quantities, their ratio.</summary>
internal sealed record ScoredIndicator(string Level1, string Level2, string Name, string Target, string Actual, decimal Weight, decimal Ratio = 1m)
{
    /// <summary>Points: the weight times the ratio, never above the weight.</summary>
    public decimal Score => decimal.Round(Weight * Math.Min(1m, Ratio), 2, MidpointRounding.AwayFromZero);
}

/// <summary>A goal with its indicators.</summary>
internal sealed record Goal(string Text, IReadOnlyList<ScoredIndicator> Indicators)
{
    public decimal Weight => Indicators.Sum(i => i.Weight);
}

/// <summary>A self-evaluation with its result.</summary>
internal sealed record SelfEvaluation(string Key, string Name, decimal Budget, decimal Executed, IReadOnlyList<Goal> Goals)
{
    public decimal Rate => Executed / Budget;

    public decimal RateScore => decimal.Round(20m * Rate, 2, MidpointRounding.AwayFromZero);

    public decimal IndicatorScore => Goals.Sum(g => g.Indicators.Sum(i => i.Score));

    public decimal Total => RateScore + IndicatorScore;
}

/// <summary>The evaluations of the invented department. Every indicator of a project stands in the department's table too.</summary>
internal static class Scoring
{
    private const string Output = "产出指标";
    private const string Effect = "效益指标";
    private const string Satisfaction = "满意度指标";

    public static SelfEvaluation Of(Department department) => new("department", "部门整体", 1420.00m, department.Expenditure,
    [
        new("河湖巡查与堤防闸站管护落实到位，险情处置及时，水环境质量稳中向好。", [Patrols(8), Repairs(8), Defects(10), Response(8), Volunteers(8), Water(8)]),
        new("防汛准备充分，值守有序，沿河居民防汛意识增强。", [Drills(6), OnDuty(8), Awareness(8), Residents(8)]),
    ]);

    public static SelfEvaluation Care(Department department) => new("care", "河湖长制与堤防闸站管护", 318.60m, department.Project - Flood(department).Executed,
        [new("巡查、检修和整改按计划完成。", [Patrols(15), Repairs(15), Defects(20), Water(15), Residents(15)])]);

    public static SelfEvaluation Flood(Department department) => new("flood", "防汛值守与物资储备", 64.90m, department.Items.Single(i => i.Name == "防汛").Project,
        [new("演练、值守和险情处置按预案完成。", [Drills(20), OnDuty(20), Response(20), Awareness(20)])]);

    private static ScoredIndicator Patrols(decimal weight) => new(Output, "数量指标", "河湖巡查次数", "≥1200次", "1268次", weight);

    private static ScoredIndicator Repairs(decimal weight) => new(Output, "数量指标", "闸站设备检修台数", "≥46台", "46台", weight);

    private static ScoredIndicator Defects(decimal weight) => new(Output, "质量指标", "堤防隐患整改率", "≥95%", "93%", weight, 93m / 95m);

    private static ScoredIndicator Response(decimal weight) => new(Output, "时效指标", "险情处置平均用时", "≤30分钟", "33分钟", weight, 30m / 33m);

    private static ScoredIndicator Volunteers(decimal weight) => new(Effect, "社会效益指标", "护河志愿服务参与度", "逐步提高", "逐步提高", weight);

    private static ScoredIndicator Water(decimal weight) => new(Effect, "生态效益指标", "水质达标断面比例", "≥90%", "92%", weight);

    private static ScoredIndicator Drills(decimal weight) => new(Output, "数量指标", "防汛演练场次", "≥6场", "6场", weight);

    private static ScoredIndicator OnDuty(decimal weight) => new(Output, "质量指标", "值守到岗率", "100%", "100%", weight);

    private static ScoredIndicator Awareness(decimal weight) => new(Effect, "社会效益指标", "群众防汛意识", "有效增强", "有效增强", weight);

    private static ScoredIndicator Residents(decimal weight) => new(Satisfaction, "服务对象满意度指标", "沿河居民满意度", "≥90%", "94%", weight);
}
