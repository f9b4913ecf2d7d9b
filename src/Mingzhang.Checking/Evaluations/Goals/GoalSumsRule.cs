using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations.Goals;

/// <summary>Within a declaration of goals: totals are the sums of their parts, for the years before as well; shares are those of the total; a project's budget is its sources and its costs.</summary>
public sealed class GoalSumsRule : IRule
{
    private const string Sum = "goal.sum", Share = "goal.share", Budget = "goal.budget", Balance = "goal.balance";
    private const string Declaration = "部门整体支出绩效目标申报表；项目申报表（含绩效目标）";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Sum, Severity.Error, new("绩效目标申报表的合计等于各项之和", "totals of a declaration of goals are the sums of their parts"), Declaration,
            ("", "“{name}”{part}合计为 {stated}，各项之和为 {expected}。", "The total of {partEn} of “{name}” is {stated}; its parts make {expected}."),
            ("earlier", "“{name}”{part}以前年度合计为 {stated}，各项之和为 {expected}。", "The total of {partEn} of an earlier year of “{name}” is {stated}; its parts make {expected}.")),
        Define.Rule(Share, Severity.Warning, new("绩效目标申报表的占比等于该项金额占合计的比例", "shares of a declaration of goals are those of the total"), Declaration,
            ("", "“{item}”占比印为 {stated}，按金额应为 {expected}。", "The share of “{item}” is printed as {stated}; the amounts make {expected}.")),
        Define.Rule(Budget, Severity.Error, new("项目当年预算等于资金来源合计和支出明细之和", "a project's budget is its sources of money and its costs"), Declaration,
            ("", "“{name}”资金来源合计 {expected} 与项目当年预算 {stated} 不一致。", "“{name}” has a budget of {stated} and sources of {expected}."),
            ("costs", "“{name}”支出明细之和 {expected} 与项目当年预算 {stated} 不一致。", "“{name}” has a budget of {stated} and costs of {expected}."),
            ("text", "“{name}”预算变动情况写明当年预算 {expected} 万元，与项目当年预算 {stated} 不一致。", "“{name}” has a budget of {stated}; its remark on budgets of the years has {expected} 万元."),
            ("total", "“{name}”项目当年预算 {stated} 大于项目总预算 {expected}。", "The year's budget of “{name}”, {stated}, is more than its total budget of {expected}.")),
        Define.Rule(Balance, Severity.Error, new("部门收入构成与支出构成一致", "a department's sources and uses of money agree"), Declaration,
            ("", "收入构成合计为 {stated}，支出构成合计为 {uses}。", "Sources make {stated}, uses {uses}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (GoalDeclaration declaration in context.Disclosure.Goals)
        {
            CheckPart(context, log, declaration, GoalAmountKind.Source, "收入", "sources");
            CheckPart(context, log, declaration, GoalAmountKind.Use, "支出", "uses");
            if (declaration.Scope == EvaluationScope.Project) CheckBudget(context, log, declaration);
            else CheckBalance(context, log, declaration);
        }
    }

    private static void CheckPart(CheckContext context, RuleLog log, GoalDeclaration declaration, GoalAmountKind kind, string part, string partEn)
    {
        string unit = declaration.AmountUnit ?? context.Disclosure.AmountUnit;
        ImmutableArray<GoalAmount> parts = [.. declaration.Amounts.Where(a => a.Kind == kind && !a.IsTotal && !a.IsPart)];
        if (declaration.Amounts.FirstOrDefault(a => a.Kind == kind && a.IsTotal) is not { } total || parts.IsEmpty) return;
        Compare(total.Amount, [.. parts.Select(p => p.Amount)], "");
        for (int year = 0; year < total.Earlier.Length; year++) Compare(total.Earlier[year], [.. parts.Select(p => year < p.Earlier.Length ? p.Earlier[year] : null)], "earlier");
        foreach (GoalAmount item in parts) CheckShare(context, log, item, total);

        void Compare(Field? whole, ImmutableArray<Field?> fields, string variant)
        {
            // A total without any part, and parts without their total, are blanks of the form, not sums.
            if (whole?.Figure is not { } figure || fields.All(f => f is null)) return;
            if (fields.Any(GoalFigures.IsUnknown)) log.NotRun(Sum, Reasons.CellUnread);
            else if (GoalFigures.Of(context, whole).Overlaps(GoalFigures.Sum(context, fields))) log.Pass(Sum);
            else
            {
                log.Fail((context.Mark(Sum, Severity.Error, whole, variant) with { Expected = GoalFigures.Printed(fields) })
                    .With("name", declaration.Name.Text).With("part", new Text(part, part)).With("partEn", new Text(partEn, partEn)).Because(fields.OfType<Field>().Select(f => f.AsEvidence()))
                    .ShowingSum(new Text($"{part}合计 = 各项之和", $"total of {partEn} = sum of its parts"), unit, whole.As(new Text("合计", "total"), GoalFigures.Of(context, whole)),
                        [.. fields.Select((f, i) => (Field: f, parts[i].Name)).Where(f => f.Field is not null).Select(f => f.Field!.As(f.Name, GoalFigures.Of(context, f.Field)))]));
            }
        }
    }

    private static void CheckShare(CheckContext context, RuleLog log, GoalAmount item, GoalAmount total)
    {
        if (item.Share?.Figure is not { } share || item.Amount?.Figure is not { } || total.Amount?.Figure is not { Value: > 0 }) return;
        if (Interval.Divide(GoalFigures.Of(context, item.Amount), GoalFigures.Of(context, total.Amount)) is not { } part) return;
        if ((part * 100m).Overlaps(context.IntervalOf(share))) log.Pass(Share);
        else
        {
            log.Fail((context.Mark(Share, Severity.Warning, item.Share) with { Expected = Figures.Percent(item.Amount.Figure!.Value.Value / total.Amount.Figure!.Value.Value, share.Decimals) })
                .With("item", item.Name).Because(item.Amount.AsEvidence(item.Name), total.Amount.AsEvidence(total.Name))
                .ShowingPercent(new Text("占比 = 该项 ÷ 合计", "share = item ÷ total"), item.Share.As(new Text($"“{item.Name}”占比", $"share of “{item.Name}”"), context.IntervalOf(share)), item.Amount.As(item.Name, GoalFigures.Of(context, item.Amount)), total.Amount.As(total.Name, GoalFigures.Of(context, total.Amount))));
        }
    }

    private static void CheckBudget(CheckContext context, RuleLog log, GoalDeclaration declaration)
    {
        if (declaration.YearBudget is not { Figure: { } } budget) return;
        Interval year = GoalFigures.Of(context, budget);
        if (declaration.Amounts.FirstOrDefault(a => a is { Kind: GoalAmountKind.Source, IsTotal: true }) is { Amount: { Figure: not null } sources })
            Judge(GoalFigures.Of(context, sources).Overlaps(year), "", sources.Text, sources);
        ImmutableArray<Field?> costs = [.. declaration.Amounts.Where(a => a.Kind == GoalAmountKind.Activity && !a.IsTotal).Select(a => a.Amount)];
        if (!costs.IsEmpty && costs.All(c => c?.Figure is not null)) Judge(GoalFigures.Sum(context, costs).Overlaps(year), "costs", GoalFigures.Printed(costs), costs[0]!, [.. costs.Select(c => c!.As(new Text("支出明细", "cost"), GoalFigures.Of(context, c)))]);
        foreach (LabelledText remark in declaration.Particulars.Where(p => p.Label.Contains("预算变动", StringComparison.Ordinal)))
        {
            if ((declaration.AmountUnit ?? context.Disclosure.AmountUnit) == "万元" && BudgetOfYear(remark.Text.Text, context.Disclosure.Year.Value) is { } said)
                Judge(context.IntervalOf(said with { Decimals = Math.Max(said.Decimals, 2) }).Overlaps(year), "text", said.ToString(), remark.Text);
        }

        if (declaration.TotalBudget is { Figure: { } } total) Judge(GoalFigures.Of(context, total).High >= year.Low, "total", total.Text, total);

        void Judge(bool holds, string variant, string expected, Field field, ImmutableArray<ComputedFigure> costs = default)
        {
            if (holds)
            {
                log.Pass(Budget);
                return;
            }

            Finding finding = (context.Mark(Budget, Severity.Error, budget, variant) with { Expected = expected }).With("name", declaration.Name.Text).Because(field.AsEvidence());
            string unit = declaration.AmountUnit ?? context.Disclosure.AmountUnit;
            ComputedFigure left = budget.As(new Text("项目当年预算", "the project's budget of the year"), year);
            log.Fail(variant switch
            {
                "costs" => finding.ShowingSum(new Text("项目当年预算 = 支出明细之和", "the project's budget = its costs"), unit, left, costs),
                "total" => finding.ShowingAtMost(new Text("项目当年预算不超过项目总预算", "the year's budget is within the total budget"), unit, left, field.As(new Text("项目总预算", "total budget"), GoalFigures.Of(context, field))),
                "text" => Printed.TryParse(expected, out Printed said) ? finding.ShowingEqual("", unit, left, Showing.Exact(new Text("预算变动情况所述", "its remark on budgets"), said.Value, field.Span)) : finding,
                _ => finding.ShowingEqual(new Text("项目当年预算 = 资金来源合计", "the project's budget = its sources"), unit, left, field.As(new Text("资金来源合计", "sources"), GoalFigures.Of(context, field))),
            });
        }
    }

    /// <summary>The amount in 万元 that a remark gives for the budget of a year: <c>2023年提预算70万</c>; null where it gives none.</summary>
    private static Printed? BudgetOfYear(string text, int year)
    {
        const int Reach = 8;
        string wanted = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        int at = text.IndexOf(wanted, StringComparison.Ordinal);
        int word = at < 0 ? -1 : text.IndexOf("预算", at, Math.Min(Reach + 2, text.Length - at), StringComparison.Ordinal);
        if (word < 0 || text.AsSpan(at + wanted.Length, word - at - wanted.Length).ContainsAnyInRange('0', '9')) return null;
        int start = word + 2;
        while (start < text.Length && start < word + Reach && !char.IsAsciiDigit(text[start])) start++;
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
        return end < text.Length && text[end] == '万' && Printed.TryParse(text.AsSpan(start, end - start), out Printed figure) ? figure : null;
    }

    private static void CheckBalance(CheckContext context, RuleLog log, GoalDeclaration declaration)
    {
        (Interval Value, string Printed, Field Field)? income = Whole(context, declaration, GoalAmountKind.Source), uses = Whole(context, declaration, GoalAmountKind.Use);
        if (income is not { } a || uses is not { } b) return;
        if (a.Value.Overlaps(b.Value)) log.Pass(Balance);
        else log.Fail((context.Mark(Balance, Severity.Error, a.Field) with { Stated = a.Printed }).With("uses", b.Printed).Because(b.Field.AsEvidence(new Text("支出构成", "uses")))
            .ShowingRelation(ComputationKind.Sum, Core.Forms.Comparison.Equal, "", declaration.AmountUnit ?? context.Disclosure.AmountUnit, Terms(GoalAmountKind.Source), Terms(GoalAmountKind.Use)));

        // The total where it is printed, else what it is summed up from.
        ImmutableArray<ComputedFigure> Terms(GoalAmountKind kind) => declaration.Amounts.FirstOrDefault(t => t.Kind == kind && t is { IsTotal: true, Amount.Figure: not null }) is { } total
            ? [Term(total)] : [.. declaration.Amounts.Where(t => t.Kind == kind && t is { IsTotal: false, IsPart: false, Amount: not null }).Select(Term)];

        ComputedFigure Term(GoalAmount amount) => amount.Amount!.As(amount.Name, GoalFigures.Of(context, amount.Amount));
    }

    /// <summary>The total of sources or uses, printed or summed up.</summary>
    internal static (Interval Value, string Printed, Field Field)? Whole(CheckContext context, GoalDeclaration declaration, GoalAmountKind kind)
    {
        ImmutableArray<GoalAmount> amounts = [.. declaration.Amounts.Where(a => a.Kind == kind)];
        if (amounts.FirstOrDefault(a => a.IsTotal)?.Amount is { Figure: { } } total) return (GoalFigures.Of(context, total), total.Text, total);
        ImmutableArray<Field?> parts = [.. amounts.Where(a => !a.IsTotal && !a.IsPart).Select(a => a.Amount)];
        return parts.Any(GoalFigures.IsUnknown) || parts.FirstOrDefault(p => p is not null) is not { } first ? null : (GoalFigures.Sum(context, parts), GoalFigures.Printed(parts), first);
    }
}
