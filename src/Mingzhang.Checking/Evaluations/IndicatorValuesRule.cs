using System.Buffers;
using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// What stands in the columns of target and actual value: values that can be compared, filled in, as outcomes and not as copied targets.
/// One finding a table for each kind of fault, with all its rows.
/// </summary>
public sealed class IndicatorValuesRule : IRule
{
    private const string Units = "evaluation.indicator-units";
    private const string Target = "evaluation.indicator-target";
    private const string Actual = "evaluation.indicator-actual";
    private const string Exceeded = "evaluation.exceeded";
    private const int NamesShown = 4;
    private static readonly SearchValues<char> Signs = SearchValues.Create("≥≤><＞＜≧≦");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Units, Severity.Warning, new("指标的目标值与完成值计量口径一致", "target and actual value of an indicator are in the same terms"), "自评表备注：得分=权重*B/A 或 权重*A/B",
            ("", "{count} 个指标的目标值与实际完成值计量口径不一致，无法按 A、B 相除计分：{names}（如目标值 {target}，完成值 {actual}）。", "{count} indicators state target and actual value in different terms, so the score cannot be computed: {names} (target {target}, actual {actual})."),
            ("rate-in-money", "{count} 个以“率”命名的指标，目标值和完成值填的是金额：{names}（如 {target}）。", "{count} indicators named as rates are filled with amounts: {names} ({target})."),
            ("words", "{count} 个指标的目标值是文字、完成值是数字，口径不一致：{names}（如目标值“{target}”，完成值 {actual}）。", "{count} indicators have a target in words and a figure as outcome: {names} (“{target}”, {actual}).")),
        Define.Rule(Target, Severity.Warning, new("指标填有年初目标值", "indicators have a target"), "自评表 年初目标值（A）",
            ("", "指标“{names}”年初目标值为空，却评得 {stated} 分，无法核对。", "Indicator “{names}” has no target and is still scored {stated}."),
            ("unscored", "指标“{names}”年初目标值为空。", "Indicator “{names}” has no target.")),
        Define.Rule(Actual, Severity.Info, new("实际完成值填写实际数", "the actual value is the outcome itself"), "自评表 实际完成值（B）",
            ("", "{count} 个指标的实际完成值填的是“≥”“≤”区间而不是实际数：{names}（如目标值 {target}，完成值 {actual}）。", "{count} indicators give a range as actual value instead of the outcome: {names} (target {target}, actual {actual})."),
            ("blank", "{count} 个指标的实际完成值为空：{names}。", "{count} indicators have no actual value: {names}."),
            ("cell", "{count} 个指标行比表头少一格，目标值与完成值缺一，可能是提取所致：{names}。", "{count} rows have fewer cells than the header, perhaps lost in extraction: {names}."),
            ("level", "{count} 个指标行比表头少一格，没有二级指标，可能是提取所致：{names}。", "{count} rows have fewer cells than the header and no level two, perhaps lost in extraction: {names}.")),
        Define.Rule(Exceeded, Severity.Info, new("完成值未远超目标值", "results do not exceed their targets by far"), "预算绩效管理：偏差大的指标应说明原因",
            ("", "{count} 个指标的完成值达到目标值的 {limit}% 以上，目标值设置偏低：{names}（如目标值 {target}，完成值 {actual}）。", "{count} indicators reached {limit} % of their targets or more; the targets were set too low: {names} (target {target}, actual {actual}).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        IndicatorReadings readings = IndicatorReadings.Of(context);
        ImmutableArray<Evaluation> evaluations = context.Disclosure.Evaluations;
        for (int table = 0; table < evaluations.Length; table++)
        {
            if (!evaluations[table].Indicators.IsEmpty) Check(context, log, evaluations[table].Indicators, readings[table]);
        }
    }

    private static void Check(CheckContext context, RuleLog log, ImmutableArray<Indicator> indicators, ReadOnlySpan<IndicatorReading> readings)
    {
        List<(string Rule, string Variant, List<Indicator> Rows)> faults = [];
        decimal limit = context.Edition.Scoring.ExceededRemarkPercent;
        Held held = new();
        for (int row = 0; row < indicators.Length; row++) Judge(readings[row], indicators[row], limit, faults, held);
        log.Pass(Units, held.Units);
        log.Pass(Target, held.Target);
        log.Pass(Actual, held.Actual);
        log.Pass(Exceeded, held.Exceeded);
        log.NotRun(Exceeded, Reasons.NotComparable, held.NotComparable);
        foreach ((string rule, string variant, List<Indicator> rows) in faults) Report(context, log, rule, variant, rows, limit);
    }

    private static void Judge(in IndicatorReading reading, Indicator indicator, decimal limit, List<(string Rule, string Variant, List<Indicator> Rows)> faults, Held held)
    {
        if (reading is not { Target: { } target, Actual: { } actual })
        {
            if (indicator.Damaged) Add(Actual, "cell");
            else if (reading.Target is not null) Add(Actual, "blank");
            else if (reading.Actual is not null) Add(Target, indicator.Score?.Figure is null ? "unscored" : "");
            return;
        }

        if (indicator is { Damaged: true, Level2: "" }) Add(Actual, "level");
        held.Target++;
        if (IndicatorValue.Contradictory(target, actual)) Add(Units, "");
        else if (target.IsText && actual.IsPercent) Add(Units, "words");
        else if (target.IsMoney && actual.IsMoney && indicator.PlainName.EndsWith('率')) Add(Units, "rate-in-money");
        else held.Units++;

        if (actual is { Bound: not Bound.None, Figure: not null } && target.Figure is not null && HasSign(indicator.Actual!.Text)) Add(Actual, "");
        else held.Actual++;

        if (target.IsLimit || IndicatorAttainment.Ratio(target, actual) is not { } ratio) held.NotComparable++;
        else if (ratio * 100 >= limit) Add(Exceeded, "");
        else held.Exceeded++;

        void Add(string rule, string variant)
        {
            foreach ((string known, string knownVariant, List<Indicator> rows) in faults)
            {
                if (known != rule || knownVariant != variant) continue;
                rows.Add(indicator);
                return;
            }

            faults.Add((rule, variant, [indicator]));
        }
    }

    /// <summary>How many tests of a table held, or could not be made.</summary>
    private sealed class Held
    {
        internal int Units { get; set; }

        internal int Target { get; set; }

        internal int Actual { get; set; }

        internal int Exceeded { get; set; }

        internal int NotComparable { get; set; }
    }

    private static void Report(CheckContext context, RuleLog log, string rule, string variant, List<Indicator> rows, decimal limit)
    {
        Indicator first = rows[0];
        Severity severity = (rule, variant) switch
        {
            (Units, "words") => Severity.Info,
            (Units, _) => Severity.Warning,
            (Target, "") => Severity.Warning,
            _ => Severity.Info,
        };
        Finding finding = context.Mark(rule, severity, first.Span, variant) with
        {
            Stated = rule == Target ? first.Score?.Text : string.Join('、', rows.Select(r => r.Actual?.Text).Where(t => !string.IsNullOrEmpty(t)).Distinct()),
        };
        finding = finding.With("count", Figures.Plain(rows.Count)).With("names", Named(rows)).With("limit", Figures.Plain(limit))
            .With("target", first.Target?.Text ?? "").With("actual", first.Actual?.Text ?? "")
            .Because(rows.Skip(1).Select(r => context.EvidenceAt(r.Span, r.PlainName)));
        if (rule == Exceeded) finding = rows.Take(NamesShown).Aggregate(finding, (f, row) => Attained(context, f, row, limit));
        if (severity == Severity.Info) log.PassWith(finding);
        else log.Fail(finding);
    }

    /// <summary>With how far a row is beyond the limit.</summary>
    private static Finding Attained(CheckContext context, Finding finding, Indicator row, decimal limit)
    {
        if (IndicatorValue.Read(row.Actual) is not { Figure: { } actual } || IndicatorValue.Read(row.Target) is not { Figure: { } target }) return finding;
        return finding.ShowingPercent(
            new Text($"“{row.PlainName}”完成值达到目标值的 {Figures.Plain(limit)}%", $"“{row.PlainName}” reached {Figures.Plain(limit)} % of its target"), Showing.Exact(new Text("偏差大的界限", "limit of what is usual"), limit),
            Showing.Exact(new Text("完成值", "actual value"), actual.Value, row.Actual!.Span), Showing.Exact(new Text("目标值", "target"), target.Value, row.Target!.Span), Core.Forms.Comparison.AtMost);
    }

    private static string Named(List<Indicator> rows) =>
        string.Join('、', rows.Take(NamesShown).Select(r => r.PlainName)) + (rows.Count > NamesShown ? "等" : "");

    private static bool HasSign(string text) => text.AsSpan().ContainsAny(Signs);
}
