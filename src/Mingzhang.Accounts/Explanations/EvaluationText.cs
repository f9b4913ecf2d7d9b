using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Writes a self-evaluation table; gives the evaluation the places of what it wrote.</summary>
internal static class EvaluationText
{
    /// <summary>Writes an evaluation under its title.</summary>
    /// <param name="text">The text.</param>
    /// <param name="evaluation">The evaluation without places.</param>
    /// <param name="title">Its title, which is written already.</param>
    /// <param name="edition">The edition.</param>
    internal static Evaluation Write(DisclosureText text, Evaluation evaluation, Field title, Edition edition)
    {
        int first = text.Line;
        TextTable table = GridText.Write(EvaluationGrid.Of(evaluation, edition), first);
        foreach (string line in table.Lines) text.WriteLine(line);
        int last = text.Line - 1;
        foreach (string note in edition.Evaluation.Notes) text.WriteLine(note);
        var places = new Dictionary<Field, TextSpan>(ReferenceEqualityComparer.Instance);
        foreach (CellPlace place in table.Places)
        {
            if (place.Cell.Field is { } field) places.TryAdd(field, place.Span);
        }

        Field? At(Field? field) => field is null ? null : field with { Span = places.GetValueOrDefault(field) };
        TextSpan Named(string label) => table.Places.FirstOrDefault(p => p.Cell.Text == label)?.Span ?? TextSpan.None;
        LabelledText Text(LabelledText labelled) => labelled with { Text = At(labelled.Text)! };
        return evaluation with
        {
            Title = title,
            Name = At(evaluation.Name)!,
            LastLine = last,
            Budget = At(evaluation.Budget),
            Executed = At(evaluation.Executed),
            Rate = At(evaluation.Rate),
            RateScore = At(evaluation.RateScore),
            Total = At(evaluation.Total),
            TotalWeight = At(evaluation.TotalWeight),
            BasicExpenditure = At(evaluation.BasicExpenditure),
            ProjectExpenditure = At(evaluation.ProjectExpenditure),
            Blocks = [.. evaluation.Blocks.Select(b => b with { Span = Named(b.Name) })],
            Particulars = [.. evaluation.Particulars.Select(Text)],
            Remarks = [.. evaluation.Remarks.Select(Text)],
            TickBoxes = [.. evaluation.TickBoxes.Select(t => t with { Span = Named(t.Label) })],
            Indicators = [.. evaluation.Indicators.Select(i => Placed(i, At))],
        };
    }

    private static Indicator Placed(Indicator indicator, Func<Field?, Field?> at)
    {
        Field name = at(indicator.Name)!;
        Field?[] fields = [name, at(indicator.Target), at(indicator.Actual), at(indicator.Weight), at(indicator.Score)];
        return indicator with { Name = name, Target = fields[1], Actual = fields[2], Weight = fields[3], Score = fields[4], Span = name.Span.To(fields.Last(f => f is { Span.IsSome: true })!.Span) };
    }
}
