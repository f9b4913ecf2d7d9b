using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Evaluations;

/// <summary>
/// The amounts of the department's evaluation against the forms: 执行数 = 本年支出合计, 基本支出总额 and 项目支出总额 = the columns of form 03 or 05.
/// </summary>
public sealed class FormAmountsRule : IRule
{
    private const string Rule = "evaluation.form-amounts";
    private const decimal YuanPerWan = 10_000m;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("整体绩效自评表的执行数、基本支出、项目支出与决算表一致", "executed amount, basic and project expenditure of the department's evaluation agree with the forms"), "部门整体绩效自评表；公开03、公开05",
            ("", "整体绩效自评表{name} {stated} 与决算表的 {expected} 不一致。", "{nameEn} in the department's evaluation is {stated}; the form has {expected}."),
            ("includes-closing", "整体绩效自评表执行数 {stated} 与本年支出合计 {expected} 不一致：它等于支出总计，含年末结转和结余。", "The executed amount {stated} is not this year's expenditure of {expected}: it equals the grand total with the closing balance."),
            ("yuan", "整体绩效自评表{name} {stated} 是以元计的数，表头为万元，应为 {expected}。", "{nameEn} in the department's evaluation, {stated}, is in 元 under a heading of 万元; it should read {expected}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Evaluation evaluation in context.Disclosure.Evaluations)
        {
            if (evaluation.Scope != EvaluationScope.Department) continue;
            Compare(context, log, evaluation.Executed, "执行数", "The executed amount", "1");
            Compare(context, log, evaluation.BasicExpenditure, "基本支出总额", "Basic expenditure", "2");
            Compare(context, log, evaluation.ProjectExpenditure, "项目支出总额", "Project expenditure", "3");
        }
    }

    private static void Compare(CheckContext context, RuleLog log, Field? field, string name, string nameEn, string column)
    {
        if (field is not { Figure: { } figure }) return;
        Interval stated = context.IntervalOf(figure);
        Address address = new(context.Edition.IdOf("expenditure"), Address.Total, column);
        CellReading main = context.Read(address), general = context.Read(context.Edition.IdOf("general"), Address.Total, column);
        if (main.State != CellState.Figure)
        {
            log.NotRun(Rule, Reasons.NoForm);
            return;
        }

        if (Agrees(context, main, stated) || Agrees(context, general, stated))
        {
            log.Pass(Rule);
            return;
        }

        bool grand = column == "1" && EqualsGrandTotal(context, figure);
        bool yuan = Math.Abs(figure.Value - (main.Figure.Value * YuanPerWan)) <= YuanPerWan;
        Severity severity = grand ? Severity.Warning : Severity.Error;
        Text total = Total(FormNames.Of(context.Edition, address.Form));
        log.Fail((context.Mark(Rule, severity, field, grand ? "includes-closing" : yuan ? "yuan" : "") with { Expected = main.Figure.ToString() })
            .With("name", name).With("nameEn", nameEn).Because(main.Cell!.AsEvidence(address, total))
            .ShowingEqual("", context.Disclosure.AmountUnit, field.As(new Text("整体绩效自评表" + name, nameEn), context), main.As(address, total, context)));
    }

    private static Text Total(Text form) => new($"{form.Zh} 合计", $"{form.En}, total");

    private static bool Agrees(CheckContext context, CellReading cell, Interval stated) =>
        cell.State == CellState.Figure && context.IntervalOf(cell.Figure).Overlaps(stated);

    private static bool EqualsGrandTotal(CheckContext context, Printed figure)
    {
        if (context.Statement(context.Edition.IdOf("totals")) is not { } form) return false;
        foreach (StatementRow row in form.Rows)
        {
            if (!Names.Squeeze(row.Caption).Contains("总计", StringComparison.Ordinal)) continue;
            foreach (Cell cell in row.Cells)
            {
                if (cell.Figure is { } total && total.Value == figure.Value) return true;
            }
        }

        return false;
    }
}
