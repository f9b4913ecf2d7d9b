using System.Runtime.InteropServices;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>Puts what the claims state about each other and about the forms into the network.</summary>
internal sealed class ClaimRelations(CheckContext context, ClaimFigures figures, FactIdentity identity, RuleLog log)
{
    // What the text says of self-evaluations is compared with their tables.
    private const string Evaluations = "evaluation/";
    private const string Executed = "/executed";
    private const string Items = "explanations.general.items";
    private const int MostShown = 6;

    private readonly FactNetwork _network = figures.Network;
    private readonly Dictionary<(string Fact, Measure Measure), int> _first = [];
    private readonly Dictionary<(string Fact, Measure Basis), (int Change, int Sign, Claim Claim)> _changes = [];
    private readonly Dictionary<(string Fact, Measure Basis), int> _growths = [];
    private readonly List<(Claim Claim, int Percent, int Final, int Before)> _withoutBasis = [];
    private string? _itemSection;

    /// <summary>Tests every claim and breakdown.</summary>
    public void Test()
    {
        _itemSection = null;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic == Items) _itemSection = section.Id;
        }

        foreach (Claim claim in figures.Claims)
        {
            switch (claim.Kind)
            {
                case ClaimKind.Amount: TestAmount(claim); break;
                case ClaimKind.Count: TestRestated(claim, figures.Of(claim)); break;
                case ClaimKind.Change: TestChange(claim); break;
                case ClaimKind.Growth: TestGrowth(claim); break;
                case ClaimKind.Share: TestShare(claim); break;
                case ClaimKind.Completion: TestCompletion(claim); break;
                default: break;
            }
        }

        foreach (Breakdown breakdown in context.Disclosure.Breakdowns) TestBreakdown(breakdown);

        new SubjectRelations(context, figures, log).Test();
        ReportWithoutBasis();
    }

    private void TestAmount(Claim claim)
    {
        int stated = figures.Of(claim);
        FactRule rule = claim.Section == _itemSection && claim.Measure is Measure.Final ? NarrativeRules.ItemFinalAmount : NarrativeRules.Amount;
        if (figures.CellOf(claim.Subject, claim.Measure) is { } cell)
        {
            int printed = figures.OfCell(cell);
            if (stated < 0) log.NotRun(rule.Id, Reasons.Approximate);
            else if (printed >= 0)
            {
                Equal(rule, stated, printed);
                TestAgencyOperating(claim);
                return;
            }
            else log.NotRun(rule.Id, Reasons.FormMissing(cell.Form));
        }

        TestRestated(claim, stated);
        EconomicSplit.Test(context, figures, claim, log);
        RegisterTotals.Test(context, figures, claim, log);
        TestAgencyOperating(claim);
    }

    private void TestAgencyOperating(Claim claim)
    {
        if (claim.Measure is Measure.Final && AgencyOperating.IsIt(claim.Subject, context.Edition)) AgencyOperating.Test(context, figures, claim, log);
    }

    /// <summary>Every statement of one fact against the first.</summary>
    private void TestRestated(Claim claim, int stated)
    {
        if (stated < 0 || claim.Subject.Key.StartsWith(Evaluations, StringComparison.Ordinal)) return;
        if (!_first.TryAdd((claim.Subject.Key, claim.Measure), stated)) Equal(NarrativeRules.Restated, stated, _first[(claim.Subject.Key, claim.Measure)]);
    }

    private void TestChange(Claim claim)
    {
        Measure basis = claim.Basis ?? Measure.PriorYear;
        int change = figures.Of(claim), sign = SignOf(claim);
        if (claim is { Direction: Direction.Level, Approximate: false } && TestLevel(claim, basis)) return;
        if (change < 0 || sign == 0)
        {
            log.NotRun(NarrativeRules.Change.Id, claim.Approximate ? Reasons.Approximate : Reasons.NothingToCompare);
            return;
        }

        int final = figures.AmountOf(claim.Subject, Measure.Final, claim.Group), before = figures.AmountOf(claim.Subject, basis, claim.Group);
        if (final >= 0 && before >= 0)
            Add(NarrativeRules.Change, Shape.Linear, [new Part(change, -sign), new Part(final, 1), new Part(before, -1)], 1);
        else log.NotRun(NarrativeRules.Change.Id, Reasons.NothingToCompare);

        var fact = (identity.Of(claim.Subject.Key), basis);
        if (_changes.TryAdd(fact, (change, sign, claim))) return;
        (int other, int otherSign, Claim first) = _changes[fact];
        if (sign != otherSign && _network[change].Value != 0) Contradict(claim, first);
        else Equal(NarrativeRules.PriorYear, change, other);
    }

    /// <summary>持平: the amounts on both sides of the comparison are equal, where both are stated.</summary>
    private bool TestLevel(Claim claim, Measure basis)
    {
        int final = figures.AmountOf(claim.Subject, Measure.Final, claim.Group), before = figures.AmountOf(claim.Subject, basis, claim.Group);
        if (final < 0 || before < 0) return false;
        Equal(NarrativeRules.Level, before, final);
        return true;
    }

    private void TestGrowth(Claim claim)
    {
        Measure basis = claim.Basis ?? Measure.PriorYear;
        int percent = figures.Of(claim), sign = SignOf(claim);
        if (percent < 0 || sign == 0)
        {
            log.NotRun(NarrativeRules.Growth.Id, claim.Approximate ? Reasons.Approximate : Reasons.NothingToCompare);
            return;
        }

        var fact = (identity.Of(claim.Subject.Key), basis);
        (int change, int changeSign, Claim? changeClaim) = ChangeFor(claim, basis, fact);
        int final = figures.AmountOf(claim.Subject, Measure.Final, claim.Group);
        if (change >= 0 && final >= 0)
        {
            if (changeSign != sign && changeClaim!.Group == claim.Group && _network[percent].Value != 0 && _network[change].Value != 0) Contradict(claim, changeClaim);
            else if (_network[final].Value == changeSign * _network[change].Value) _withoutBasis.Add((claim, percent, final, -1));
            else Add(NarrativeRules.Growth, Shape.GrowthByChange, [new Part(percent, changeSign), new Part(change, changeSign), new Part(final, 1)], 1);
        }
        else if (final >= 0 && figures.AmountOf(claim.Subject, basis, claim.Group) is >= 0 and var before)
        {
            if (_network[before].Value == 0) _withoutBasis.Add((claim, percent, final, before));
            else Add(NarrativeRules.Growth, Shape.GrowthByBasis, [new Part(percent, sign), new Part(final, 1), new Part(before, 1)], 1);
        }
        else if (!_growths.TryAdd(fact, percent)) Equal(NarrativeRules.PriorYear, percent, _growths[fact]);
        else log.NotRun(NarrativeRules.Growth.Id, Reasons.NothingToCompare);
    }

    private (int Change, int Sign, Claim? Claim) ChangeFor(Claim growth, Measure basis, (string, Measure) fact)
    {
        ArraySegment<Claim> group = context.ClaimsInGroup(growth.Group);
        for (int i = 0; i < group.Count; i++)
        {
            Claim claim = group[i];
            if (claim.Kind is ClaimKind.Change && (claim.Basis ?? Measure.PriorYear) == basis && claim.Subject.Key == growth.Subject.Key && figures.Of(claim) >= 0 && SignOf(claim) != 0)
                return (figures.Of(claim), SignOf(claim), claim);
        }

        return _changes.TryGetValue(fact, out (int Change, int Sign, Claim Claim) known) ? known : (-1, 0, null);
    }

    private void TestShare(Claim claim)
    {
        int percent = figures.Of(claim);
        int part = figures.AmountOf(claim.Subject, Measure.Final, claim.Group);
        int whole = claim.Whole is { } subject ? figures.AmountOf(subject, Measure.Final, claim.Group) : -1;
        if (percent < 0 || part < 0 || whole < 0 || _network[whole].Value == 0)
            log.NotRun(NarrativeRules.Share.Id, claim.Approximate ? Reasons.Approximate : Reasons.NothingToCompare);
        else Add(NarrativeRules.Share, Shape.Quotient, [new Part(percent, 1), new Part(part, 1), new Part(whole, 1)], 1);
    }

    private void TestCompletion(Claim claim)
    {
        Measure basis = claim.Basis ?? Measure.InitialBudget;
        int percent = figures.Of(claim);
        int final = figures.AmountOf(claim.Subject, Measure.Final, claim.Group), budget = figures.AmountOf(BudgetOf(claim.Subject), basis, claim.Group);
        var fact = (identity.Of(claim.Subject.Key), basis);
        if (percent < 0 || final < 0)
            log.NotRun(NarrativeRules.Completion.Id, claim.Approximate ? Reasons.Approximate : Reasons.NothingToCompare);
        else if (budget < 0 && _network[final] is { Value: 0 } && _network[percent].Value != 0) log.Fail(Finding(NarrativeRules.Completion, claim, "nothing"));
        else if (budget >= 0)
        {
            // 0 of 0 printed as 0.00% says nothing wrong.
            if (_network[budget].Value == 0 && _network[final].Value == 0 && _network[percent].Value == 0) log.Pass(NarrativeRules.Completion.Id);
            else if (_network[budget].Value == 0) log.Fail(WithoutBudget(claim, percent, final, budget));
            else Add(NarrativeRules.Completion, Shape.Quotient, [new Part(percent, 1), new Part(final, 1), new Part(budget, 1)], 1);
        }
        else if (ChangeFor(claim, basis, fact) is (>= 0 and var change, var sign, _) && _network[final].Value != sign * _network[change].Value)
            Add(NarrativeRules.Completion, Shape.CompletionByChange, [new Part(percent, 1), new Part(change, sign), new Part(final, 1)], 1);
        else log.NotRun(NarrativeRules.Completion.Id, Reasons.NothingToCompare);
    }

    /// <summary>A completion of nothing; where it is that of the full-year budget, the text should name that.</summary>
    private Finding WithoutBudget(Claim claim, int percent, int final, int budget)
    {
        bool other = FitsOtherBudget(claim, final);
        int[] shown = other ? [budget, figures.AmountOf(claim.Subject, Measure.FullYearBudget, claim.Group), final] : [budget, final];
        return Finding(NarrativeRules.Completion, claim, other ? "other" : "zero").ShowingPercent("", FigureOf(percent), FigureOf(final), FigureOf(budget)) with
        {
            Expected = other ? $"完成全年预算的{claim.Value}%" : null,
            Evidence = [.. shown.Select(FigureOf).Select(f => new Evidence(f.Place, f.Printed, f.Name))],
        };
    }

    /// <summary>Whether the completion is that of the full-year budget, which the sentence states beside an initial one of zero.</summary>
    private bool FitsOtherBudget(Claim claim, int final)
    {
        int fullYear = figures.AmountOf(claim.Subject, Measure.FullYearBudget, claim.Group);
        if (claim.Basis is Measure.FullYearBudget || fullYear < 0 || _network[fullYear].Value == 0) return false;
        bool fits = _network.Add(NarrativeRules.Completion, Shape.Quotient, Comparison.Equal, [new Part(figures.Of(claim), 1), new Part(final, 1), new Part(fullYear, 1)], 1) is not Verdict.Violated;
        _network.DropLast();
        return fits;
    }

    /// <summary>Growth on nothing: one finding for all of them, for they have one cause.</summary>
    private void ReportWithoutBasis()
    {
        if (_withoutBasis.Count == 0) return;
        Claim first = _withoutBasis[0].Claim;
        log.Failed(NarrativeRules.Growth.Id, _withoutBasis.Count - 1);
        Finding finding = Finding(NarrativeRules.Growth, first, "zero") with
        {
            Arguments = Arguments.Empty.With("subject", string.Join("”“", _withoutBasis.Select(w => FigureNames.OfSubject(w.Claim, context.Disclosure)).Distinct())),
            Evidence = [.. _withoutBasis.Skip(1).Select(w => new Evidence(new Place(w.Claim.Span, w.Claim.Subject.Address, w.Claim.Section), context.Disclosure.Source.Quote(w.Claim.Span)))],
        };
        foreach ((_, int percent, int final, int before) in _withoutBasis.Take(MostShown))
        {
            // Where all of the amount is growth, the one before was nothing.
            ComputedFigure basis = before >= 0 ? FigureOf(before) : Showing.Exact(new Text("所比数（本年数 − 增加额）", "basis (this year − growth)"), 0);
            finding = finding.ShowingRelation(ComputationKind.Growth, Comparison.Equal, "", "%", [FigureOf(percent)], [FigureOf(final), basis]);
        }

        log.Fail(finding);
    }

    /// <summary>The budget of an amount executed is a subject of its own (<c>evaluation/project/名称/executed</c>, <c>…/budget</c>).</summary>
    private static Subject BudgetOf(Subject subject) => subject.Key.EndsWith(Executed, StringComparison.Ordinal)
        ? subject with { Key = string.Concat(subject.Key.AsSpan(0, subject.Key.Length - Executed.Length), "/budget") }
        : subject;

    private void TestBreakdown(Breakdown breakdown)
    {
        int whole = figures.OfIndex(breakdown.Whole);
        var parts = new List<Part>(breakdown.Parts.Length + 1) { new(whole, -1) };
        bool known = whole >= 0;
        for (int i = 0; i < breakdown.Parts.Length && known; i++)
        {
            int part = figures.OfIndex(breakdown.Parts[i]);
            known = part >= 0;
            // An item that was pasted twice is told as such; it is no other part.
            if (known && !parts.Exists(p => p.Sign > 0 && IsSame(_network[p.Occurrence].Claim, _network[part].Claim))) parts.Add(new Part(part, 1));
        }

        // A single part is a 其中 that names one of several.
        bool exhaustive = breakdown.Exhaustive && breakdown.Parts.Length > 1;
        if (known) Add(NarrativeRules.Breakdown, Shape.Linear, CollectionsMarshal.AsSpan(parts), 1, exhaustive ? Comparison.Equal : Comparison.AtMost);
        else log.NotRun(NarrativeRules.Breakdown.Id, Reasons.Approximate);
    }

    private static bool IsSame(Claim? a, Claim? b) =>
        a is { Subject.Address: not null } && b is not null && a.Subject.Key == b.Subject.Key && a.Measure == b.Measure && a.Value == b.Value;

    private void Equal(FactRule rule, int stated, int other) => Add(rule, Shape.Linear, [new Part(stated, 1), new Part(other, -1)], 1);

    private void Add(FactRule rule, Shape shape, ReadOnlySpan<Part> parts, int left, Comparison comparison = Comparison.Equal)
    {
        Verdict verdict = _network.Add(rule, shape, comparison, parts, left);
        if (shape is not Shape.Linear && verdict is not Verdict.Exact) verdict = ExactAmounts.Add(figures, rule, shape, parts, left, verdict);
        if (verdict is not Verdict.Violated) log.Pass(rule.Id);
    }

    private static int SignOf(Claim claim) => claim.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };

    private void Contradict(Claim claim, Claim other)
    {
        Finding finding = Finding(NarrativeRules.Direction, claim, "") with
        {
            Stated = WordOf(claim),
            Expected = WordOf(other),
            Evidence = [new Evidence(new Place(other.Span, other.Subject.Address, other.Section), context.Disclosure.Source.Quote(other.Span))],
        };
        // A growth and a change are compared by their words alone.
        bool alike = claim is { Value: not null } && other is { Value: not null } && claim.Unit == other.Unit;
        log.Fail(alike ? finding.ShowingEqual("", claim.Unit, Turned(claim), Turned(other)) : finding);

        ComputedFigure Turned(Claim one) => one.As(WordOf(one), context) with { Sign = SignOf(one) };
    }

    private ComputedFigure FigureOf(int occurrence) => Computations.FigureOf(_network, occurrence, context);

    private static string WordOf(Claim claim) => claim.Direction is Direction.Up ? "增加" : "减少";

    private Finding Finding(FactRule rule, Claim claim, string variant) => new()
    {
        Rule = rule.Id,
        Severity = rule.Severity,
        Variant = variant,
        Where = new Place(claim.Span, claim.Subject.Address, claim.Section),
        Quote = context.Disclosure.Source.Quote(claim.Span),
        Stated = claim.Value?.ToString(),
        Arguments = Arguments.Empty.With("subject", FigureNames.OfSubject(claim, context.Disclosure)),
    };
}
