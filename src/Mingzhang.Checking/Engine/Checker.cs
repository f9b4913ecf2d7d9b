using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>Checks disclosures by every rule. Safe for use by several threads.</summary>
public static class Checker
{
    /// <summary>Checks a disclosure; with <paramref name="prior"/>, last year's disclosure of the same department, also against that.</summary>
    public static CheckResult Check(Disclosure disclosure, Disclosure? prior = null)
    {
        ImmutableArray<IRule> rules = RuleBook.RulesFor(disclosure.Edition);
        CheckContext context = new(disclosure, prior, Rounding.HalfUp);
        RuleLog log = new();
        foreach (IRule rule in rules) rule.Check(context, log);
        ImmutableArray<Finding> findings = Causes.Merge(context, log.Findings);
        return new CheckResult(disclosure, FindingIds.Assign(findings), log.Outcomes(RuleBook.DefinitionsFor(disclosure.Edition)));
    }
}
