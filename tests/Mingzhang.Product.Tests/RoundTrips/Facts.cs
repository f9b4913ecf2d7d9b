using Mingzhang.Core.Disclosures;

namespace Mingzhang.Product.Tests.RoundTrips;

/// <summary>What a disclosure says, each fact as a line, without the places where it says so: these differ between formats.</summary>
internal static class Facts
{
    /// <summary>The facts by kind.</summary>
    public static IEnumerable<(string Kind, IEnumerable<string> Facts)> Of(Disclosure disclosure) =>
    [
        ("document", [$"{disclosure.Kind} {disclosure.Year} {disclosure.Unit} {disclosure.AmountUnit} {disclosure.Edition.Year}"]),
        ("sections", disclosure.Outline.Select(s => $"{s.Id} {s.Topic} {Plain(s.Title)}")),
        .. Statements(disclosure),
        ("claims", disclosure.Claims.Select(Claim)),
        ("breakdowns", disclosure.Breakdowns.Select(b => $"{Subject(disclosure, b.Whole)} = {string.Join(" + ", b.Parts.Select(p => Subject(disclosure, p)))} {b.Exhaustive}")),
        ("quotations", disclosure.QuotedClassifications.Select(q => $"{q.Place} {q.Section} {q.Class}/{q.SectionName}/{string.Join(',', q.Items)} {string.Join(',', q.Codes)} {q.Match}")),
        ("evaluations", disclosure.Evaluations.SelectMany(Evaluation)),
        ("key work", disclosure.KeyWork.Select(k => Plain($"{k.Number}|{k.Matter}|{k.Goal}|{k.Completion}"))),
        ("unread", disclosure.Unread.Select(u => $"{u.Why} {u.Text}").Concat(disclosure.Statements.SelectMany(s => s.Unread.Select(u => $"{s.Form} {u.Why} {u.Text}")))),
    ];

    /// <summary>The facts of the tables: all that a workbook holds.</summary>
    public static IEnumerable<(string Kind, IEnumerable<string> Facts)> Tables(Disclosure disclosure) =>
        [.. Statements(disclosure), .. Of(disclosure).Where(f => f.Kind is "evaluations" or "key work" or "unread")];

    private static IEnumerable<(string Kind, IEnumerable<string> Facts)> Statements(Disclosure disclosure) =>
    [
        ("forms", disclosure.Statements.Select(s => $"{s.Form} {s.State} {s.AmountUnit}")),
        ("cells", disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{s.Form}[{r.Key}].{c.Column} {c.Figure}")))),
        ("captions", disclosure.Statements.SelectMany(s => s.Rows.Select(r => $"{s.Form}[{r.Key}] {Caption(r.Caption)}"))),
    ];

    /// <summary>What only one of two disclosures says.</summary>
    public static IReadOnlyList<string> Differences(IEnumerable<(string Kind, IEnumerable<string> Facts)> meant, IEnumerable<(string Kind, IEnumerable<string> Facts)> read)
    {
        var differences = new List<string>();
        foreach (var (ours, theirs) in meant.Zip(read))
        {
            differences.AddRange(Without(ours.Facts, theirs.Facts).Select(f => $"{ours.Kind}: lost: {f}"));
            differences.AddRange(Without(theirs.Facts, ours.Facts).Select(f => $"{ours.Kind}: new: {f}"));
        }

        return differences;
    }

    private static List<string> Without(IEnumerable<string> some, IEnumerable<string> others)
    {
        List<string> rest = [.. some];
        foreach (string other in others) rest.Remove(other);
        return rest;
    }

    private static string Claim(Claim c) =>
        $"{c.Section} {c.Kind} {c.Subject.Key} {c.Subject.Address} {c.Measure} {c.Basis} {c.Whole?.Key} {c.Value} {c.Unit} {c.Direction} {c.Approximate}";

    private static string Subject(Disclosure disclosure, int claim) => $"{disclosure.Claims[claim].Section} {disclosure.Claims[claim].Subject.Key}";

    private static IEnumerable<string> Evaluation(Evaluation e)
    {
        string name = $"{e.Scope} {Plain(e.Name.Text)}";
        yield return $"{name} {Plain(e.Title.Text)} {e.HasWeights} {e.HasScores} {e.AmountUnit}";
        (string What, Field? Field)[] fields =
        [
            ("budget", e.Budget), ("executed", e.Executed), ("rate", e.Rate), ("rate score", e.RateScore), ("total", e.Total), ("total weight", e.TotalWeight),
            ("basic", e.BasicExpenditure), ("project", e.ProjectExpenditure), ("initial", e.InitialBudget),
        ];
        foreach ((string what, Field? field) in fields) yield return $"{name} {what} {Of(field)}";
        foreach (EvaluationBlock block in e.Blocks) yield return $"{name} block {Plain(block.Name)} {block.Weight} {Plain(block.Goal)}";
        foreach (Indicator i in e.Indicators) yield return $"{name} {i.Block} {i.Level1} {i.Level2} {Of(i.Name)} {Of(i.Weight)} {Of(i.Target)} {Of(i.Actual)} {Of(i.Score)} {i.Damaged}";
        foreach (TickBoxRow row in e.TickBoxes) yield return $"{name} {row.Label} {string.Join(',', row.Options.Select(o => $"{Plain(o.Text)} {o.Ticked}"))}";
        foreach (LabelledText text in e.Particulars.Concat(e.Remarks)) yield return $"{name} {Plain(text.Label)} {Plain(text.Text.Text)}";
        foreach (Unread unread in e.Unread) yield return $"{name} unread {unread.Text}";
    }

    private static string Of(Field? field) => field is null ? "-" : $"{Plain(field.Text)} {field.Figure} {field.Unit} {field.Bound}";

    /// <summary>A caption without the ordinal that the form prints before it.</summary>
    private static string Caption(string caption)
    {
        string plain = Plain(caption);
        int mark = plain.IndexOf('、', StringComparison.Ordinal);
        return mark > 0 && plain[..mark].All("一二三四五六七八九十".Contains) ? plain[(mark + 1)..] : plain;
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
