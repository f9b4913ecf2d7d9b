using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Narrative;

/// <summary>What the text says does not exist has no amount in the forms.</summary>
internal sealed class AbsenceRule(Edition edition) : IRule
{
    private const string Id = "narrative.absence";

    private readonly BudgetColumns _budgets = new(edition);

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        new RuleDefinition
        {
            Id = Id,
            Title = new Text("文字称没有的收支，决算表中无金额", "What the text says does not exist has no amount in the forms"),
            Severity = Severity.Error,
            Source = "部门决算情况说明：七、八、九",
            Wordings = ImmutableDictionary<string, Text>.Empty.Add("", new Text(
                "文字称没有“{subject}”，{form}却有 {expected}",
                "the text says there is no “{subject}”, yet {form} has {expected}")),
        },
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim.Kind is not ClaimKind.None || claim.Subject.Address is not { } final) continue;
            Address? address = claim.Measure switch
            {
                Measure.Final => final,
                Measure.FullYearBudget => _budgets.Of(final),
                _ => null,
            };
            if (address is not { } cell) continue;
            CellReading reading = context.Read(cell);
            if (reading.State is CellState.Unknown) log.NotRun(Id, Reasons.FormMissing(cell.Form));
            else if (reading.Figure.Value == 0) log.Pass(Id);
            else log.Fail(Finding(context, claim, cell, reading));
        }
    }

    private static Finding Finding(CheckContext context, Claim claim, Address cell, CellReading reading) => new Finding
    {
        Rule = Id,
        Severity = Severity.Error,
        Where = new Place(claim.Span, cell, claim.Section),
        Quote = context.Disclosure.Source.Quote(claim.Span),
        Expected = reading.Figure.ToString(),
        Arguments = Arguments.Empty.With("subject", claim.Subject.Name).With("form", FormNames.Of(context.Edition, cell.Form)),
        Evidence = [new Evidence(new Place(reading.Cell!.Span, cell), reading.Figure.ToString(), FormNames.Of(context.Edition, cell.Form))],
    }.ShowingEqual("", context.Disclosure.AmountUnit, Showing.Exact(new Text("文字：没有", "the text: none"), 0, claim.Span), reading.As(cell, FormNames.Of(context.Edition, cell.Form), context));
}
