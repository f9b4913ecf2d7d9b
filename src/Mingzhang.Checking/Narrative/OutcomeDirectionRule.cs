using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Narrative;

/// <summary>决算数大于（小于）预算数 fits the two amounts that the sentence gives.</summary>
internal sealed class OutcomeDirectionRule : IRule
{
    private const string Id = "narrative.outcome-direction";
    private const string Outcome = "决算", Budget = "预算";
    private const int Reach = 8;

    private static readonly (string Word, bool More)[] Words = [("大于", true), ("高于", true), ("超过", true), ("小于", false), ("低于", false)];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("“决算数大于（小于）预算数”与两数相符", "that the outcome is more or less than the budget fits the two amounts"), "部门决算情况说明：五（三）、九",
            ("", "“{subject}”预算 {budget}、决算 {final}，文字却写决算数{stated}预算数，应为{expected}。", "“{subject}” has a budget of {budget} and an outcome of {final}; the text has them the other way round ({stated} for {expected}).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        HashSet<int> told = [];
        foreach (Claim final in context.Disclosure.Claims)
        {
            if (final is not { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: { } outcome, Approximate: false, Sentence.IsSome: true } || told.Contains(final.Group) || BudgetOf(context, final) is not { } budget) continue;
            if (Said(Names.Squeeze(context.Disclosure.Source.Quote(final.Sentence))) is not { } said) continue;
            // A figure that is not the form's is told as such; the word may well be right.
            if (final.Subject.Address is { } address && context.Read(address) is { State: CellState.Figure } cell && final.Unit == context.Disclosure.AmountUnit && cell.Figure.Value != outcome.Value) outcome = cell.Figure;
            Interval a = context.IntervalOf(outcome), b = context.IntervalOf(budget.Value!.Value);
            if (said.More ? a.High >= b.Low && outcome.Value != budget.Value!.Value.Value : a.Low <= b.High && outcome.Value != budget.Value!.Value.Value) log.Pass(Id);
            else if (outcome.Value == budget.Value!.Value.Value) continue;
            else
            {
                told.Add(final.Group);
                string right = said.Word switch { "大于" => "小于", "小于" => "大于", "低于" => "高于", _ => "低于" };
                log.Fail((context.Mark(Id, Severity.Warning, final.Span) with { Stated = said.Word, Expected = right })
                    .With("subject", Facts.FigureNames.OfSubject(final, context.Disclosure)).With("budget", budget.Value!.Value.ToString()).With("final", outcome.ToString()).Because(budget.AsEvidence())
                    .ShowingRelation(ComputationKind.Sum, said.More ? Core.Forms.Comparison.AtLeast : Core.Forms.Comparison.AtMost, new Text($"决算数{said.Word}预算数", said.More ? "the outcome is more than the budget" : "the outcome is less than the budget"), final.Unit,
                        [final.As(new Text("决算数", "outcome"), context) with { Value = outcome.Value, Range = a, Printed = outcome.ToString() }], [budget.As(new Text("预算数", "budget"), context)]));
            }
        }
    }

    /// <summary>The budget of the same subject in the same sentence; null unless there is exactly one.</summary>
    private static Claim? BudgetOf(CheckContext context, Claim final)
    {
        Claim? found = null;
        foreach (Claim claim in context.ClaimsInGroup(final.Group))
        {
            if (claim is not { Kind: ClaimKind.Amount, Measure: Measure.InitialBudget or Measure.FullYearBudget, Value: not null, Approximate: false } || claim.Subject.Key != final.Subject.Key || claim.Unit != final.Unit) continue;
            if (found is not null) return null;
            found = claim;
        }

        return found;
    }

    /// <summary>The word that compares outcome and budget; null where there is none, or several.</summary>
    private static (string Word, bool More)? Said(string sentence)
    {
        (string Word, bool More)? said = null;
        foreach ((string word, bool more) in Words)
        {
            for (int at = sentence.IndexOf(word, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                string before = sentence[..at], after = sentence[(at + word.Length)..Math.Min(sentence.Length, at + word.Length + Reach)];
                if (!(before.EndsWith(Outcome, StringComparison.Ordinal) || before.EndsWith(Outcome + "数", StringComparison.Ordinal)) || !after.Contains(Budget, StringComparison.Ordinal)) continue;
                if (said is not null) return null;
                said = (word, more);
            }
        }

        return said;
    }
}
