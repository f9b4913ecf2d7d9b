using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// What the text (十三, 摘要版) says of the department's evaluation against its tables: the score wherever it is stated, its two parts,
/// and the money. Of several places the one that stands alone is the finding.
/// </summary>
public sealed class DepartmentStatementsRule : IRule
{
    private const string Score = "evaluation.text-score";
    private const string Money = "evaluation.text-amount";
    private const string Prefix = "evaluation/department/";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Score, Severity.Error, new("文字所述自评得分与自评表一致", "scores in the text agree with the evaluation tables"), "部门决算情况说明 十三（二）（三）",
            ("", "自评得分此处为 {stated}，{other}为 {expected}。", "The score is {stated} here, {expected} in {otherEn}."),
            ("execution", "文字所述预算执行得分 {stated} 与自评表的 {expected} 不一致。", "The execution score of {stated} in the text differs from {expected} in the table."),
            ("rounded-rate", "预算执行得分 {stated} 按已舍入的执行率 {rate} 计算，按未舍入的执行率应为 {expected}。", "The execution score {stated} was computed from the rounded rate {rate}; the unrounded rate gives {expected}."),
            ("indicators", "文字所述指标得分 {stated} 与自评表各指标得分之和 {expected} 不一致。", "The indicators' score of {stated} in the text differs from their sum {expected} in the table."),
            ("project", "项目“{name}”的自评得分此处为 {stated}，自评表为 {expected}。", "The score of “{name}” is {stated} here, {expected} in its table.")),
        Define.Rule(Money, Severity.Error, new("文字所述自评金额与自评表一致", "amounts of evaluations in the text agree with the tables"), "部门决算情况说明 十三",
            ("", "整体支出自评资金 {stated} 万元与整体绩效自评表的预算数 {budget}、执行数 {executed} 都不一致。", "{stated} 万元 said to be evaluated agrees with neither budget {budget} nor executed {executed} of the department's table."),
            ("initial", "自评的年初预算数此处为 {stated} 万元，自评表备注为 {expected}。", "The initial budget of the evaluation is {stated} 万元 here, {expected} in the table's remark."),
            ("project", "项目“{name}”的{what}此处为 {stated} 万元，自评表为 {expected}。", "{whatEn} of “{name}” is {stated} 万元 here, {expected} in its table."),
            ("yuan", "项目“{name}”自评表的{what} {stated} 是以元计的数，表头为万元；文字为 {expected} 万元。", "{whatEn} of “{name}” in the table, {stated}, is in 元 under a heading of 万元; the text says {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        CheckScore(context, log);
        Evaluation? table = context.Disclosure.Evaluations.FirstOrDefault(e => e.Scope == EvaluationScope.Department && !ProjectNames.IsSummary(e));
        foreach (Claim claim in context.ClaimsOn(Prefix + "execution")) CheckExecution(context, log, table, claim);
        foreach (Claim claim in context.ClaimsOn(Prefix + "indicators")) CheckIndicators(context, log, table, claim);
        foreach (Claim claim in context.ClaimsOn(Prefix + "money")) CheckMoney(context, log, table, claim);
    }

    private sealed record Statement(Printed Value, TextSpan Span, string Zh, string En, bool Shown);

    private static void CheckScore(CheckContext context, RuleLog log)
    {
        List<Statement> statements = [];
        foreach (Claim claim in context.ClaimsOn(Prefix + "score"))
        {
            if (claim.Value is { } value) statements.Add(new Statement(value, claim.Span, "文字", "the text", true));
        }

        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (evaluation.Scope != EvaluationScope.Department || !evaluation.HasScores) continue;
            bool summary = ProjectNames.IsSummary(evaluation);
            if (evaluation.Total is { Figure: { } total } field) statements.Add(new Statement(total, field.Span, summary ? "摘要版得分表" : "自评表总分", "the evaluation table", true));
            else if (EvaluationScores.Computed(context, evaluation) is { } computed) statements.Add(new Statement(computed, evaluation.Title.Span, "自评表各项得分之和", "the sum of the table's scores", false));
        }

        if (statements.Count < 2)
        {
            log.NotRun(Score, Reasons.NoTable);
            return;
        }

        // A total that its own table contradicts and the text does not is told by the rule of totals.
        Evaluation? odd = context.Disclosure.Evaluations.FirstOrDefault(e => e is { Scope: EvaluationScope.Department, HasScores: true, Total.Figure: not null } && EvaluationScores.Computed(context, e) is { } sum && sum.Value != e.Total!.Figure!.Value.Value);
        if (odd is not null && EvaluationScores.Computed(context, odd) is { } own && statements.Where(s => s.Span != odd.Total!.Span).All(s => context.IntervalOf(s.Value).Contains(own.Value)))
        {
            log.Pass(Score, statements.Count - 1);
            return;
        }

        // The value that most places agree on; of two the table's, which comes with its reckoning.
        Statement right = statements.OrderByDescending(s => statements.Count(o => Agree(context, o, s))).ThenBy(s => s.Zh == "文字").First();
        List<Statement> wrong = [.. statements.Where(s => s.Shown && !Agree(context, s, right))];
        log.Pass(Score, statements.Count - wrong.Count);
        if (wrong.Count == 0) return;
        Finding finding = (context.Mark(Score, Severity.Error, wrong[0].Span) with { Stated = wrong[0].Value.ToString(), Expected = right.Value.ToString() })
            .With("other", right.Zh).With("otherEn", right.En);
        log.Fail(finding.Because(statements.Where(s => s != wrong[0]).Select(s => new Evidence(new Place(s.Span), s.Value.ToString(), new Text(s.Zh, s.En)))).ShowingStated(context, "分"));
    }

    private static bool Agree(CheckContext context, Statement a, Statement b) => context.IntervalOf(a.Value).Overlaps(context.IntervalOf(b.Value));

    private static void CheckExecution(CheckContext context, RuleLog log, Evaluation? table, Claim claim)
    {
        if (claim.Value is not { } stated) return;
        if (table is { RateScore.Figure: { } printed })
        {
            if (context.IntervalOf(printed).Overlaps(context.IntervalOf(stated))) log.Pass(Score);
            else log.Fail((Mark(context, Score, Severity.Error, claim, "execution") with { Expected = printed.ToString() }).Because(table.RateScore.AsEvidence(new Text("自评表得分", "the table's score"))).ShowingStated(context, "分"));
            return;
        }

        if (table is not { Budget: { Figure: { } budget } budgetField, Executed: { Figure: { } executed } executedField } || budget.Value <= 0)
        {
            log.NotRun(Score, Reasons.NoTable);
            return;
        }

        decimal weight = ExecutionScore.Weight(context, table);
        Interval said = context.IntervalOf(stated);
        if (ExecutionScore.Allowed(context, weight, budget, executed).Overlaps(said))
        {
            log.Pass(Score);
            return;
        }

        bool fromRate = table.Rate?.Figure is { } rate && ExecutionScore.FromRate(weight, rate).Overlaps(said);
        Finding finding = (Mark(context, Score, fromRate ? Severity.Rounding : Severity.Error, claim, fromRate ? "rounded-rate" : "execution") with
        {
            Expected = ExecutionScore.Exact(weight, budget, executed, stated.Decimals).ToString(),
        }).With("rate", table.Rate?.Text ?? "").Because(executedField.AsEvidence(new Text("执行数", "executed")), budgetField.AsEvidence(new Text("预算数", "budget")))
            .ShowingPoints(new Text("预算执行得分 = 分值 × 执行数 ÷ 预算数", "score = points × executed ÷ budget"), claim.As(new Text("文字所述预算执行得分", "score for execution in the text"), context), Showing.Exact(new Text("预算执行分值", "points for execution"), weight), executedField.As(new Text("执行数", "executed"), context), budgetField.As(new Text("预算数", "budget"), context));
        if (fromRate) log.PassWith(finding);
        else log.Fail(finding);
    }

    private static void CheckIndicators(CheckContext context, RuleLog log, Evaluation? table, Claim claim)
    {
        if (claim.Value is not { } stated) return;
        if (table is null || EvaluationScores.Sum(table) is not (var sum, true))
        {
            log.NotRun(Score, table is null ? Reasons.NoTable : Reasons.ScoresMissing);
            return;
        }

        if (context.IntervalOf(stated).Contains(sum)) log.Pass(Score);
        // The text has what the table's total leaves to the indicators: a score of the table is wrong, which is told there.
        else if (table is { Total.Figure: { } total, RateScore.Figure: { } rate } && total.Value - rate.Value == stated.Value) log.Pass(Score);
        else log.Fail((Mark(context, Score, Severity.Error, claim, "indicators") with { Expected = Figures.Plain(sum) })
            .ShowingSum(new Text("指标得分 = 自评表各指标得分之和", "the indicators' score = sum of the table's scores"), "分", claim.As(new Text("文字所述指标得分", "score in the text"), context),
                [.. table.Indicators.Where(i => i.Score?.Figure is not null).Select(i => Showing.Exact(i.Name.Text, i.Score!.Figure!.Value.Value, i.Score.Span))]));
    }

    private static void CheckMoney(CheckContext context, RuleLog log, Evaluation? table, Claim claim)
    {
        if (claim is not { Value: { } stated, Kind: ClaimKind.Amount }) return;
        if (table is null || (table.Budget?.Figure is null && table.Executed?.Figure is null))
        {
            log.NotRun(Money, Reasons.NoTable);
            return;
        }

        Interval said = context.IntervalOf(stated);
        if (claim.Measure == Measure.InitialBudget)
        {
            InitialBudgets.Compare(context, log, Money, claim, table);
            return;
        }

        if (Is(table.Budget) || Is(table.Executed)) log.Pass(Money);
        else
        {
            Finding finding = Mark(context, Money, Severity.Warning, claim, "").With("budget", table.Budget?.Text ?? "—").With("executed", table.Executed?.Text ?? "—");
            if (table.Budget is { } budget) finding = Against(finding, budget, new Text("预算数", "budget"));
            if (table.Executed is { } executed) finding = Against(finding, executed, new Text("执行数", "executed"));
            log.Fail(finding);
        }

        Finding Against(Finding finding, Field field, Text name)
        {
            finding = finding.Because(field.AsEvidence(name));
            return field.Figure is null ? finding : finding.ShowingEqual(new Text("自评资金 = 自评表" + name.Zh, $"money evaluated = {name.En} of the table"), claim.Unit, claim.As(new Text("文字所述自评资金", "money in the text"), context), field.As(name, context));
        }

        bool Is(Field? field) => field?.Figure is { } figure && context.IntervalOf(figure).Overlaps(said);
    }

    private static Finding Mark(CheckContext context, string rule, Severity severity, Claim claim, string variant) =>
        context.Mark(rule, severity, claim.Span, variant) with { Stated = claim.Value?.ToString() };
}
