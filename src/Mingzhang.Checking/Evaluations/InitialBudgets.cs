using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Evaluations;

/// <summary>The initial budget that the text mentions beside an evaluation against the one in the table's remark.</summary>
internal static class InitialBudgets
{
    /// <summary>Compares a claim of the initial budget; not run where the table does not give one.</summary>
    internal static void Compare(CheckContext context, RuleLog log, string rule, Claim claim, Evaluation table)
    {
        if (claim.Value is not { } stated) return;
        if (table.InitialBudget is not { Figure: { } figure } field) log.NotRun(rule, Reasons.NoInitialBudget);
        else if (context.IntervalOf(figure).Overlaps(context.IntervalOf(stated))) log.Pass(rule);
        else
        {
            log.Fail((context.Mark(rule, Severity.Error, claim.Span, "initial") with { Stated = stated.ToString(), Expected = figure.ToString() })
                .Because(field.AsEvidence(new Text("自评表备注", "the table's remark"))).ShowingStated(context, claim.Unit));
        }
    }
}
