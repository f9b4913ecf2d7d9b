using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Words;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Accounts.Explanations;

/// <summary>A disclosure made from a book, and what its text lacks.</summary>
/// <param name="Disclosure">The disclosure with its text and the place of everything in it.</param>
/// <param name="Problems">What is missing or contradicts the accounts: a reason not given is a warning, never an invented sentence.</param>
public sealed record Composition(Disclosure Disclosure, ImmutableArray<BookProblem> Problems);

/// <summary>Writes the whole disclosure of a department's final accounts: forms, explanations, self-evaluations, in the words of the edition.</summary>
public static class DisclosureComposer
{
    /// <summary>Composes the disclosure.</summary>
    /// <param name="book">The book.</param>
    /// <param name="accounts">Its compiled accounts.</param>
    /// <exception cref="ArgumentException">The book's edition has no wording (forms/…/wording.yaml).</exception>
    public static Composition Compose(Book book, YearAccounts accounts)
    {
        if (book.Edition.Wording is not { } wording) throw new ArgumentException($"the edition {book.Edition.Id} has no wording.yaml", nameof(book));
        var problems = ImmutableArray.CreateBuilder<BookProblem>();
        var facts = new FactBook(book, accounts, wording, problems);
        var lists = new FactLists(book, accounts, facts, wording, problems);
        var evaluations = new EvaluationComposer(book, accounts, problems);
        ImmutableArray<Evaluation> evaluated = evaluations.All();
        new EvaluationFacts(facts, book).Fill(lists, evaluated, evaluations.Published());
        var text = new DisclosureText();
        var writer = new TemplateWriter(facts, wording, lists, new Reasons(book.Prose, problems), text);
        var layout = new DocumentLayout(book, facts, lists, writer, text);
        DocumentContent content = layout.Write(accounts.Statements, evaluated);
        ProseFigures.Check(book, facts.Word("moneyUnits").Split(' ', StringSplitOptions.RemoveEmptyEntries), problems);
        RefuseClassified(book, text, problems);
        Disclosure disclosure = new()
        {
            Kind = DisclosureKind.FinalAccounts,
            Year = book.Year,
            Unit = book.Department.Name,
            AmountUnit = facts.Word("money"),
            Edition = book.Edition,
            Source = new SourceText($"{book.Department.Name}{book.Year}", text.Lines, []),
            Outline = content.Outline,
            Contents = content.Contents,
            Statements = content.Statements,
            Evaluations = content.Evaluations,
            Claims = text.Claims,
            Breakdowns = text.Breakdowns,
            QuotedClassifications = text.Quotes,
            KeyWork = content.KeyWork,
        };
        return new Composition(disclosure, problems.ToImmutable());
    }

    /// <summary>Nothing that people wrote may name a classified project; its name is not repeated here either.</summary>
    private static void RefuseClassified(Book book, DisclosureText text, ImmutableArray<BookProblem>.Builder problems)
    {
        foreach (Project project in book.Projects.Where(p => p.Classified && p.Name.Length > 1))
        {
            if (!text.Lines.Any(l => l.Contains(project.Name, StringComparison.Ordinal))) continue;
            FileLine place = Written(book).FirstOrDefault(w => w.Text.Contains(project.Name, StringComparison.Ordinal)).Line;
            problems.Add(new BookProblem(
                Severity.Error,
                "book.classified-named",
                place.FileOr(ProseFile.Name),
                place.Number,
                "",
                new($"公开文字中出现了涉密项目（编码 {project.Code}）的名称", $"the published text names a classified project (code {project.Code})"),
                new("从 prose.md、performance 和 projects 的文字中删去该名称", "take the name out of the texts of prose.md, performance and projects")));
        }
    }

    /// <summary>What people wrote, with its place.</summary>
    private static IEnumerable<(FileLine Line, string Text)> Written(Book book) =>
    [
        .. book.Prose.Lines.Select(l => (l.Line, l.Text)),
        .. book.Projects.Where(p => !p.Classified).SelectMany(p => new[] { (p.Line, p.Name), (p.UseLine, p.Use) }),
        .. book.Performance.SelectMany(e => new[] { e.Name, e.Deviations, e.Problems, e.Measures }.Select(t => (e.Line, t)).Append((e.OutcomeLine, e.Outcome))),
        .. book.Performance.SelectMany(e => e.Goals.SelectMany(g => g.Indicators.SelectMany(i => new[] { i.Name, i.Target, i.Actual }.Select(t => (i.Line, t))).Append((e.Line, g.Goal)))),
    ];
}
