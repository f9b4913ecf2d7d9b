using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.Building;

/// <summary>Composes a disclosure, reads its text, and compares what was meant with what was read.</summary>
internal static class RoundTrip
{
    public static Disclosure AssertSame(Book book, YearAccounts accounts)
    {
        Disclosure composed = DisclosureComposer.Compose(book, accounts).Disclosure;
        AssertSame(composed, DocumentReader.Read(composed.Source, Pipeline.Statutes).Disclosure!);
        return composed;
    }

    /// <summary>The same cells, claims, divisions, quotations, evaluations, key work, sections and contents.</summary>
    public static void AssertSame(Disclosure composed, Disclosure read)
    {
        var differences = new List<string>();
        Compare("unit", [composed.Unit], [read.Unit]);
        Compare("outline", composed.Outline.Select(s => $"{s.Id} {s.Title} {s.Heading} {s.FirstLine} {s.LastLine} {s.Topic}"), read.Outline.Select(s => $"{s.Id} {s.Title} {s.Heading} {s.FirstLine} {s.LastLine} {s.Topic}"));
        Compare("contents", composed.Contents.Select(c => $"{c.Part} {c.Number} {c.Title}"), read.Contents.Select(c => $"{c.Part} {c.Number} {c.Title}"));
        Compare("statements", Cells(composed), Cells(read));
        Compare("claims", composed.Claims.Select(c => Of(composed, c)), read.Claims.Select(c => Of(read, c)));
        Compare("breakdowns", Breakdowns(composed), Breakdowns(read));
        Compare("quotations", Quotations(composed), Quotations(read));
        Compare("evaluations", composed.Evaluations.SelectMany(Fields), read.Evaluations.SelectMany(Fields));
        Compare("key work", composed.KeyWork.Select(k => $"{k.Number}|{k.Matter}|{k.Goal}|{k.Completion}"), read.KeyWork.Select(k => $"{k.Number}|{k.Matter}|{k.Goal}|{k.Completion}"));
        Compare("unread", [], read.Unread.Select(u => u.Text));
        Assert.True(differences.Count == 0, string.Join('\n', differences));

        void Compare(string what, IEnumerable<string> meant, IEnumerable<string> got)
        {
            List<string> ours = [.. meant], theirs = [.. got];
            foreach (string only in Without(ours, theirs)) differences.Add($"{what}: only composed: {only}");
            foreach (string only in Without(theirs, ours)) differences.Add($"{what}: only read: {only}");
        }
    }

    private static List<string> Without(List<string> some, List<string> others)
    {
        var rest = new List<string>(some);
        foreach (string other in others) rest.Remove(other);
        return rest;
    }

    private static IEnumerable<string> Cells(Disclosure disclosure) => disclosure.Statements.SelectMany(s =>
        s.Rows.SelectMany(r => r.Cells.Select(c => $"{s.Form}[{r.Key}].{c.Column} {c.Figure} {Place(disclosure, c.Span)}"))
            .Append($"{s.Form} {s.Title} {s.State} {s.AmountUnit} {s.Heading} {s.LastLine}"));

    private static string Of(Disclosure disclosure, Claim claim) =>
        $"{claim.Section} {claim.Kind} {claim.Subject.Key} {claim.Subject.Address} {claim.Measure} {claim.Basis} {claim.Whole?.Key} {claim.Value} {claim.Unit} {claim.Direction} {claim.Approximate} “{disclosure.Source.Quote(claim.Span)}” {claim.Span.Line}:{claim.Span.Column} “{disclosure.Source.Quote(claim.ValueSpan)}” {claim.Sentence.Column}-{claim.Sentence.EndColumn}";

    private static IEnumerable<string> Breakdowns(Disclosure disclosure) => disclosure.Breakdowns.Select(b =>
        $"{Part(disclosure, b.Whole)} = {string.Join(" + ", b.Parts.Select(p => Part(disclosure, p)))} {(b.Exhaustive ? "all" : "some")}");

    private static string Part(Disclosure disclosure, int index) => $"{disclosure.Claims[index].Section} {disclosure.Claims[index].Subject.Key} {disclosure.Claims[index].Measure}";

    private static IEnumerable<string> Quotations(Disclosure disclosure) => disclosure.QuotedClassifications.Select(q =>
        $"{q.Place} {q.Section} {q.Class}/{q.SectionName}/{string.Join(',', q.Items)} {string.Join(',', q.Codes)} {q.Match} “{q.Explanation}” {q.Span} {(q.Group < 0 ? "" : disclosure.Claims.FirstOrDefault(c => c.Group == q.Group)?.Subject.Key)}");

    private static IEnumerable<string> Fields(Evaluation evaluation)
    {
        string name = evaluation.Name.Text;
        (string What, Field? Field)[] fields =
        [
            ("title", evaluation.Title), ("name", evaluation.Name), ("budget", evaluation.Budget), ("executed", evaluation.Executed), ("rate", evaluation.Rate), ("rateScore", evaluation.RateScore),
            ("total", evaluation.Total), ("totalWeight", evaluation.TotalWeight), ("basic", evaluation.BasicExpenditure), ("project", evaluation.ProjectExpenditure),
        ];
        foreach ((string what, Field? field) in fields) yield return $"{name} {what} {Of(field)}";
        foreach (EvaluationBlock block in evaluation.Blocks) yield return $"{name} block {block.Name} {block.Weight} {block.Goal}";
        foreach (TickBoxRow ticks in evaluation.TickBoxes) yield return $"{name} ticks {ticks.Label} {string.Join(',', ticks.Options)}";
        foreach (Indicator i in evaluation.Indicators) yield return $"{name} indicator {i.Level1} {i.Level2} {Of(i.Name)} {Of(i.Weight)} {Of(i.Target)} {Of(i.Actual)} {Of(i.Score)} {i.Block} {i.PlainName}";
        foreach (LabelledText text in evaluation.Particulars.Concat(evaluation.Remarks)) yield return $"{name} {text.Label} {text.Text.Text}";
        yield return $"{name} {evaluation.Scope} {evaluation.AmountUnit} {evaluation.HasWeights} {evaluation.HasScores} {evaluation.LastLine}";
    }

    private static string Of(Field? field) => field is null ? "-" : $"{field.Text} {field.Figure} {field.Unit} {field.Bound} {field.Span.Line}:{field.Span.Column}-{field.Span.EndColumn}";

    private static string Place(Disclosure disclosure, TextSpan span) => $"“{disclosure.Source.Quote(span)}” {span}";
}
