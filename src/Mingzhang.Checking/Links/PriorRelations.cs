using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Checking.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Links;

/// <summary>Puts into the network what this year's document states about last year, against last year's forms.</summary>
internal sealed class PriorRelations(CheckContext context, LinkedFigures prior, ClaimFigures figures, FactNetwork network, RuleLog log)
{
    /// <summary>What last year's document states: the outcome of final accounts, the plan of a budget.</summary>
    private readonly Measure _last = prior.Link.Disclosure.Kind is DisclosureKind.Budget ? Measure.PriorBudget : Measure.PriorYear;

    /// <summary>Tests opening balances and what the text says of last year.</summary>
    public void Test()
    {
        TestOpening();
        foreach (Claim claim in figures.Claims)
        {
            if (claim.Subject.Address is not { } address) continue;
            if (claim.Kind is ClaimKind.Amount && claim.Measure == _last) Equal(PriorRules.Amount, figures.Of(claim), prior.Same(address));
            else if ((claim.Basis ?? Measure.PriorYear) != _last) continue;
            else if (claim is { Kind: ClaimKind.Change, Direction: Direction.Level }) TestLevel(claim, address);
            else if (claim.Kind is ClaimKind.Change) TestChange(claim, address);
            else if (claim.Kind is ClaimKind.Growth) TestGrowth(claim, address);
        }
    }

    private void TestChange(Claim claim, Address address)
    {
        int change = figures.Of(claim), now = figures.AmountOf(claim.Subject, Measure.Final, claim.Group);
        int before = prior.Same(address, change < 0 ? 0 : network[change].Unit);
        int sign = claim.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        if (change < 0 || now < 0 || before < 0 || sign == 0) log.NotRun(PriorRules.Change.Id, Reasons.NothingToCompare);
        else Add(PriorRules.Change, Shape.Linear, [new Part(change, -sign), new Part(now, 1), new Part(before, -1)]);
    }

    /// <summary>持平: both years' figures are the same, as far as their rounding tells.</summary>
    private void TestLevel(Claim claim, Address address)
    {
        int now = figures.OfCell(address), before = prior.Same(address);
        if (now < 0 || before < 0)
        {
            log.NotRun(PriorRules.Level.Id, Reasons.NothingToCompare);
            return;
        }

        if (network[now].Range(network.Rounding).Overlaps(network[before].Range(network.Rounding)))
        {
            log.Pass(PriorRules.Level.Id);
            return;
        }

        Finding finding = new()
        {
            Rule = PriorRules.Level.Id,
            Severity = PriorRules.Level.Severity,
            Where = new Place(claim.Span, address, claim.Section),
            Quote = context.Disclosure.Source.Quote(claim.Span),
            Arguments = Arguments.Empty
                .With("subject", FigureNames.OfSubject(claim, context.Disclosure)).With("now", network[now].Text).With("before", network[before].Text).With("place", FigureNames.Of(network[before], context.Edition)),
            Evidence = [new Evidence(Places.Of(network[now], context.Disclosure), network[now].Text, FigureNames.Of(network[now], context.Edition))],
        };
        log.Fail(finding.ShowingEqual("", context.Disclosure.AmountUnit, Computations.FigureOf(network, now, context), Computations.FigureOf(network, before, context)));
    }

    private void TestGrowth(Claim claim, Address address)
    {
        int percent = figures.Of(claim), now = figures.AmountOf(claim.Subject, Measure.Final, claim.Group);
        int before = prior.Same(address, now < 0 ? 0 : network[now].Unit);
        int sign = claim.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        if (percent < 0 || now < 0 || before < 0 || sign == 0 || network[before].Value <= 0) log.NotRun(PriorRules.Growth.Id, Reasons.NothingToCompare);
        else Add(PriorRules.Growth, Shape.GrowthByBasis, [new Part(percent, sign), new Part(now, 1), new Part(before, 1)]);
    }

    private void TestOpening()
    {
        foreach ((Address opening, Address closing) in BalancePairs.Of(context.Disclosure, prior.Link.Disclosure)) Equal(PriorRules.Opening, figures.OfCell(opening), prior.At(closing));
    }

    private void Equal(FactRule rule, int stated, int before)
    {
        if (stated < 0 || before < 0) log.NotRun(rule.Id, Reasons.NothingToCompare);
        else if (network[stated].Value != 0 || network[before].Value != 0) Add(rule, Shape.Linear, [new Part(stated, 1), new Part(before, -1)]);
    }

    private void Add(FactRule rule, Shape shape, ReadOnlySpan<Part> parts)
    {
        if (network.Add(rule, shape, Comparison.Equal, parts, 1) is not Verdict.Violated) log.Pass(rule.Id);
    }
}
