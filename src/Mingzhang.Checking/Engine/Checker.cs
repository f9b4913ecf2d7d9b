using System.Collections.Immutable;
using Mingzhang.Checking.Links;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Engine;

/// <summary>Checks disclosures by every rule. Safe for use by several threads.</summary>
public static class Checker
{
    /// <summary>Checks a disclosure; with <paramref name="prior"/>, last year's disclosure of the same department, also against that.</summary>
    public static CheckResult Check(Disclosure disclosure, Disclosure? prior = null) =>
        Check(disclosure, prior is null ? [] : [LinkedDocument.Prior(prior)]);

    /// <summary>Checks a disclosure, also against other documents of the same department (<see cref="DocumentSet.LinksOf"/>).</summary>
    public static CheckResult Check(Disclosure disclosure, ImmutableArray<LinkedDocument> links)
    {
        ImmutableArray<IRule> rules = RuleBook.RulesFor(disclosure.Edition);
        CheckContext context = new(disclosure, links, Rounding.HalfUp);
        RuleLog log = new();
        bool known = disclosure.EditionBasis is not { Known: false };
        foreach (IRule rule in rules)
        {
            if (known || !UnknownEdition.Silences(rule)) rule.Check(context, log);
            else foreach (RuleDefinition definition in rule.Definitions) log.NotRun(definition.Id, Reasons.EditionUnknown);
        }

        ImmutableArray<Finding> findings = Recognised.Lower(disclosure.Source, Causes.Merge(context, log.Findings));
        return new CheckResult(disclosure, FindingIds.Assign(findings), log.Outcomes(RuleBook.DefinitionsFor(disclosure.Edition)))
        {
            Links = [.. links.Select(l => l.Link)],
        };
    }
}
