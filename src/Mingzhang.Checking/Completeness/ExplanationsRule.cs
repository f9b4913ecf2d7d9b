using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Completeness;

/// <summary>What each explanation owes the reader: the comparison with last year, the completion of the budget, the reason of a difference.</summary>
public sealed class ExplanationsRule : IRule
{
    private const string Comparison = "completeness.comparison";
    private const string Completion = "completeness.completion";
    private const string Reason = "completeness.reason";
    private static readonly string[] ItemTopics = ["explanations.general.items", "explanations.plan"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Comparison, Severity.Info, new("总体情况与上年比较", "the totals are compared with last year"), "部门决算情况说明 一至五（一）",
            ("", "{names}没有与上年比较。", "Not compared with last year: {names}.")),
        Define.Rule(Completion, Severity.Info, new("有预算的科目写明完成年初预算的比例", "the completion of the budget is given for every item with a budget"), "部门决算情况说明 五（三）",
            ("", "{count} 个有预算的科目没有写完成预算的比例。", "{count} items with a budget do not give its completion.")),
        Define.Rule(Reason, Severity.Info, new("决算数与预算数不同的科目说明原因", "a difference between budget and outcome is explained"), "部门决算情况说明 五（三）",
            ("", "{count} 个科目决算数与预算数不同而没有说明原因。", "{count} items differ from their budget and do not say why.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        CheckComparison(context, log);
        CheckItems(context, log);
    }

    private static void CheckComparison(CheckContext context, RuleLog log)
    {
        List<(Section Section, Claim First)> without = [];
        foreach (SectionDefinition definition in context.Edition.Sections)
        {
            if (!definition.Owes.Contains(Owed.Comparison) || context.SectionOf(definition.Topic) is not { } section) continue;
            Claim? first = null;
            bool compared = false;
            foreach (Claim claim in context.Disclosure.Claims)
            {
                if (claim.Section != section.Id) continue;
                first ??= claim;
                compared |= claim.Basis is Measure.PriorYear or Measure.PriorBudget || claim.Measure is Measure.PriorYear or Measure.PriorBudget;
            }

            if (compared) log.Pass(Comparison);
            else if (first is not null) without.Add((section, first));
        }

        if (without.Count == 0) return;
        log.PassWith(context.Mark(Comparison, Severity.Info, without[0].First.Span).With("names", string.Join('、', without.Select(w => "“" + w.Section.Title.Trim() + "”")))
            .Because(without.Skip(1).Select(w => w.First.AsEvidence(w.Section.Title.Trim()))));
    }

    private static void CheckItems(CheckContext context, RuleLog log)
    {
        List<Claim> noCompletion = [], noReason = [];
        bool someCompletion = false;
        foreach (QuotedClassification quote in context.Disclosure.QuotedClassifications)
        {
            if (quote.Place != QuotePlace.Item || quote.Group < 0) continue;
            Claim? budget = null, final = null, completion = null;
            foreach (Claim claim in context.ClaimsInGroup(quote.Group))
            {
                if (claim is { Kind: ClaimKind.Amount, Measure: Measure.InitialBudget or Measure.FullYearBudget }) budget ??= claim;
                else if (claim is { Kind: ClaimKind.Amount, Measure: Measure.Final }) final ??= claim;
                else if (claim.Kind == ClaimKind.Completion) completion ??= claim;
            }

            if (budget?.Value is not { } planned || final?.Value is not { } outcome) continue;
            someCompletion |= completion is not null;
            if (planned.Value != 0 && completion is null) noCompletion.Add(final);
            else if (planned.Value != 0) log.Pass(Completion);
            if (planned.Value == outcome.Value) continue;
            if (Explains(context.Disclosure.Source.Quote(final.Sentence))) log.Pass(Reason);
            else noReason.Add(completion ?? final);
        }

        if (someCompletion && ItemTopics.Any(t => context.Owes(t, Owed.Completion))) Report(context, log, Completion, noCompletion);
        if (ItemTopics.Any(t => context.Owes(t, Owed.Reasons))) Report(context, log, Reason, noReason);
    }

    private static bool Explains(string sentence) =>
        sentence.Contains("原因", StringComparison.Ordinal) || sentence.Contains("主要是", StringComparison.Ordinal) || sentence.Contains("由于", StringComparison.Ordinal) || sentence.Contains('因');

    private static void Report(CheckContext context, RuleLog log, string rule, List<Claim> claims)
    {
        if (claims.Count == 0) return;
        log.PassWith((context.Mark(rule, Severity.Info, claims[0].Span) with { Stated = string.Join('、', claims.Select(c => c.Value + c.Unit)) })
            .With("count", Figures.Plain(claims.Count)).Because(claims.Skip(1).Select(c => c.AsEvidence())));
    }
}
