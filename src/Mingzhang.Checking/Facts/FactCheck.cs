using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Forms;
using Mingzhang.Checking.Narrative;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Facts;

/// <summary>
/// Every figure against every other that it hangs together with: the relations of the forms and the claims of the text make one network of
/// facts, whose contradictions are traced to the figures that explain them.
/// </summary>
internal sealed class FactCheck : IRule
{
    private readonly FormRelations _relations;
    private readonly BudgetColumns _budgets;
    private readonly FactIdentity _identity;

    /// <summary>Compiles the relations of an edition.</summary>
    public FactCheck(Edition edition)
    {
        _relations = new FormRelations(edition);
        _budgets = new BudgetColumns(edition);
        _identity = new FactIdentity(edition);
        Definitions = [.. _relations.Rules.Concat(NarrativeRules.All).Select(r => r.Definition)];
    }

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; }

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        FactNetwork network = Build(context, context.Rounding, log);
        var report = new CauseReport(context, network, new Explanations(context, network));
        foreach (Cause cause in Diagnosis.Of(network)) Report(cause, network, report, log);
        foreach (int index in RoundingDifferences.Of(network)) log.Remark(report.OfRounding(index, network.Judge(network.Constraints[index])));
    }

    private FactNetwork Build(CheckContext context, Rounding rounding, RuleLog log)
    {
        var network = new FactNetwork(rounding);
        var sheets = new FactSheets(context, network);
        _relations.Expand(sheets, network, log);
        var figures = new ClaimFigures(context, sheets, _budgets, network);
        new ClaimRelations(context, figures, _identity, log).Test();
        return network;
    }

    private static void Report(Cause cause, FactNetwork network, CauseReport report, RuleLog log)
    {
        log.Fail(report.Of(cause));
        foreach (int index in cause.Explained)
        {
            if (index != cause.Primary) log.Failed(network.Constraints[index].Rule.Id);
        }
    }
}
