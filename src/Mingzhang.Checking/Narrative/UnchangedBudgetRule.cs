using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// Initial budgets that equal the outcome to the cent in every item, while the document itself tells of additions or of other budgets that
/// differ: the adjusted budget (or the outcome) was taken for the initial one.
/// </summary>
internal sealed class UnchangedBudgetRule : IRule
{
    private const string Id = "narrative.unchanged-budget";
    private const string Topic = "explanations.general.items";
    private const int FewestItems = 3, MostShown = 6;

    private static readonly string[] Adjustments = ["追加", "调增", "调减", "调剂"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        new RuleDefinition
        {
            Id = Id,
            Title = new Text("年初预算与决算逐项相等时，文中不应有追加或预算差异", "Initial budgets equal the outcome item by item only where nothing was added"),
            Severity = Severity.Warning,
            Source = "部门决算情况说明：五（三）；年初预算为批复数",
            Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
                "年初预算 {stated} {unit}与决算逐项相等（{count} 处），文中却有{why}，疑把调整预算数（或决算数）当成年初预算",
                "the initial budget of {stated} equals the outcome in all {count} places, yet the document has {why}: the adjusted budget or the outcome seems to be given for the initial one")),
        },
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        Claim? first = null;
        int equal = 0;
        List<(Claim Budget, Claim Final)> pairs = [];
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim.Kind is not ClaimKind.Amount || claim.Measure is not Measure.InitialBudget || claim.Value is not { } budget || claim.Subject.Address is not { Form: "05" }) continue;
            if (FinalBeside(context, claim) is not { } final) continue;
            if (final.Value!.Value.Value != budget.Value)
            {
                log.Pass(Id);
                return;
            }

            first ??= claim;
            if (budget.Value == 0) continue;
            equal++;
            if (pairs.Count < MostShown) pairs.Add((claim, final));
        }

        if (first is null || equal < FewestItems) return;
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        string why = string.Join('、', Reasons(context, evidence).Distinct());
        if (evidence.Count == 0)
        {
            log.Pass(Id);
            return;
        }

        Finding finding = new()
        {
            Rule = Id,
            Severity = Severity.Warning,
            Where = new Place(first.Span, first.Subject.Address, first.Section),
            Quote = context.Disclosure.Source.Quote(first.Span),
            Stated = first.Value!.Value.ToString(),
            Arguments = Arguments.Empty.With("unit", first.Unit).With("count", equal.ToString()).With("why", why),
            Evidence = evidence.ToImmutable(),
        };
        log.Fail(pairs.Aggregate(finding, (f, pair) => f.ShowingEqual(
            new Text($"“{pair.Budget.Subject.Name}”年初预算与决算", $"initial budget and outcome of “{pair.Budget.Subject.Name}”"), pair.Budget.Unit, pair.Budget.As(new Text("年初预算", "initial budget"), context), pair.Final.As(new Text("决算", "outcome"), context))));
    }

    private static Claim? FinalBeside(CheckContext context, Claim budget)
    {
        ArraySegment<Claim> group = context.ClaimsInGroup(budget.Group);
        for (int i = 0; i < group.Count; i++)
        {
            if (group[i].Kind is ClaimKind.Amount && group[i].Measure is Measure.Final && group[i].Value is not null && group[i].Subject.Key == budget.Subject.Key) return group[i];
        }

        return null;
    }

    /// <summary>What in the document contradicts a budget that never changed.</summary>
    private static List<string> Reasons(CheckContext context, ImmutableArray<Evidence>.Builder evidence)
    {
        var reasons = new List<string>();
        SourceText source = context.Disclosure.Source;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic != Topic) continue;
            for (int line = section.FirstLine; line <= Math.Min(section.LastLine, source.Lines.Length); line++)
            {
                foreach (string word in Adjustments)
                {
                    int at = source.Lines[line - 1].IndexOf(word, StringComparison.Ordinal);
                    if (at < 0) continue;
                    reasons.Add($"“{word}”");
                    evidence.Add(new Evidence(new Place(TextSpan.InLine(line, at, word.Length), null, section.Id), word, new Text("预算有调整", "the budget was adjusted")));
                }
            }
        }

        foreach (Claim claim in context.Disclosure.Claims)
        {
            bool differs = claim.Kind is ClaimKind.Change && claim.Basis is Measure.InitialBudget or Measure.FullYearBudget && claim.Value is { Value: not 0 };
            if (!differs || claim.Subject.Address is { Form: "05" }) continue;
            reasons.Add($"{claim.Subject.Name}与预算的差额");
            evidence.Add(new Evidence(new Place(claim.Span, claim.Subject.Address, claim.Section), claim.Value!.Value.ToString(), new Text($"{claim.Subject.Name}与预算有差额", $"{claim.Subject.Name} differs from its budget")));
        }

        return reasons;
    }
}
