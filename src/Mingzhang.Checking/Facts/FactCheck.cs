using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Forms;
using Mingzhang.Checking.Links;
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
        Definitions = [.. _relations.Rules.Concat(NarrativeRules.All).Concat(PriorRules.All).Concat(LinkRules.All).Select(r => r.Definition), JointRules.Joint, JointRules.Truncated, JointRules.Counted];
    }

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; }

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        RuleLog own = new();
        FactNetwork network = Build(context, own);
        IReadOnlyList<int> cutOff = [];
        if (context.Rounding is Rounding.HalfUp && Truncation.IsConceivable(network))
        {
            RuleLog second = new();
            context.Rounding = Rounding.Truncated;
            FactNetwork truncated = Build(context, second);
            cutOff = Truncation.Explains(network, truncated);
            if (cutOff.Count == 0) context.Rounding = Rounding.HalfUp;
            else
            {
                log.PassWith(new CauseReport(context, network, new Explanations(context, network)).OfTruncation(cutOff));
                (network, truncated, own) = (truncated, network, second);
            }

            truncated.Dispose();
        }

        if (cutOff.Count == 0) log.Pass(JointRules.Truncated.Id);
        log.Append(own);
        Report(context, network, log);
        network.Dispose();
    }

    private static void Report(CheckContext context, FactNetwork network, RuleLog log)
    {
        var report = new CauseReport(context, network, new Explanations(context, network));
        ImmutableArray<Cause> causes = Diagnosis.Of(network);
        int joint = 0;
        foreach (Cause cause in causes)
        {
            Finding finding = report.Of(cause);
            HashSet<int> alone = [];
            if (cause.Likeness is Likeness.Counted)
            {
                // What contradicts itself in one place is told there besides.
                finding = finding with { Cause = ++joint };
                foreach (Cause own in SelfContained.Of(network, cause))
                {
                    if (alone.Add(own.Primary)) log.Fail(report.OfSelfContained(own) with { Cause = joint });
                }
            }

            log.Fail(finding);
            foreach (int index in cause.Explained.Concat(cause.Others.SelectMany(o => o.Explained)))
            {
                if (!alone.Contains(index) && (index != cause.Primary || finding.Rule == JointRules.Counted.Id)) log.Failed(network.Constraints[index].Rule.Id);
            }
        }

        foreach (RoundingGroup group in RoundingGroups.Of(network, RoundingDifferences.Of(network))) log.Remark(report.OfRounding(group));
        if (Propagation.Of(network, causes) is { } contradiction) log.Fail(report.OfContradiction(contradiction));
        else log.Pass(JointRules.Joint.Id);
        if (!causes.Any(c => c.Likeness is Likeness.Counted)) log.Pass(JointRules.Counted.Id);
    }

    private FactNetwork Build(CheckContext context, RuleLog log)
    {
        var network = new FactNetwork(context.Rounding);
        var sheets = new FactSheets(context, network);
        _relations.Expand(sheets, network, log);
        var figures = new ClaimFigures(context, sheets, _budgets, network);
        new ClaimRelations(context, figures, _identity, log).Test();
        new ChangeSums(context, figures, _identity, log).Test();
        foreach (LinkedDocument link in context.Links) LinkRelations.Test(context, link, figures, sheets, network, log);
        return network;
    }
}
