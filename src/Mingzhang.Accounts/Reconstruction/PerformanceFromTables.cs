using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>Self-evaluations from their tables. Only whole tables whose points make up the policy's are taken: the rest says nothing certain.</summary>
internal static class PerformanceFromTables
{
    /// <summary>The evaluation as filled in; null where its table is not whole.</summary>
    public static SelfEvaluation? Of(Evaluation table, ScoringPolicy policy, string project, string unit)
    {
        ImmutableArray<FilledIndicator>.Builder filled = ImmutableArray.CreateBuilder<FilledIndicator>();
        var goals = new List<(int Block, ImmutableArray<FilledIndicator>.Builder Indicators)>();
        foreach (Indicator indicator in table.Indicators)
        {
            if (indicator is not { Damaged: false, Weight.Figure: Printed weight, Target.Text: { Length: > 0 } target, Actual.Text: { Length: > 0 } actual, Score.Figure: Printed score, Level2.Length: > 0 }) return null;
            if (goals.Count == 0 || goals[^1].Block != indicator.Block) goals.Add((indicator.Block, ImmutableArray.CreateBuilder<FilledIndicator>()));
            var line = new FilledIndicator
            {
                Level1 = indicator.Level1, Level2 = indicator.Level2, Name = indicator.PlainName.Length > 0 ? indicator.PlainName : indicator.Name.Text,
                Weight = weight.Value, Target = target, Actual = actual, Score = score.Value,
            };
            goals[^1].Indicators.Add(line);
            filled.Add(line);
        }

        if (filled.Sum(f => f.Weight) != policy.IndicatorWeight || filled.Any(f => f.Score > f.Weight)) return null;
        return new SelfEvaluation
        {
            Scope = table.Scope, Name = table.Name.Text, Project = project, Unit = unit,
            Goals = [.. goals.Select((g, i) => new GoalBlock($"年度目标{i + 1}", g.Indicators.ToImmutable()))],
        };
    }
}
