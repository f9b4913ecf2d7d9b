using Mingzhang.Core.Disclosures;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.References;

/// <summary>Published PDF files against references that were made by hand from their pages.</summary>
public sealed class PublishedPdfTests
{
    private const double LeastRead = 0.995;

    private static readonly StatuteBook Statutes = StatuteBook.Load();

    [CorpusTheory]
    [InlineData("02-*.pdf", "02-final-accounts.csv", "final-accounts/shanghai/2024", 2024)]
    [InlineData("05-*.pdf", "05-budget.csv", "budget/shanghai/2024", 2026)]
    [InlineData("08-*.pdf", "08-budget.csv", "budget/shanghai/2024", 2025)]
    [InlineData("20-*.pdf", "20-budget.csv", "budget/jiangsu/2019", 2019)]
    [InlineData("24-*.pdf", "24-budget.csv", "budget/jiangsu/2019", 2019)]
    public void No_cell_is_read_wrongly_and_nearly_every_one_is_read(string file, string reference, string edition, int year)
    {
        if (Programs.Missing("pdftotext") is not null) return;
        Disclosure disclosure = Read(file);
        var printed = new FormReference(reference);

        Assert.Equal((edition, year, true), (disclosure.Edition.Id, disclosure.Year.Value, disclosure.EditionBasis!.Known));
        Assert.Equal(printed.Forms, disclosure.Statements.Select(s => s.Form).Order(StringComparer.Ordinal));
        Assert.Empty(printed.Wrong(disclosure));
        // No head of a form is taken for an evaluation that could not be read.
        Assert.DoesNotContain(disclosure.Unread, u => u.Why is UnreadReason.UnknownLayout);
        var missing = printed.Missing(disclosure).ToList();
        Assert.All(missing, m => Assert.True(m.Reported, m.Cell));
        Assert.InRange(missing.Count, 0, (int)(printed.Count * (1 - LeastRead)));
    }

    [CorpusTheory]
    [InlineData("03-*.pdf", "final-accounts/shanghai/2024", 2024, "09 07 08")]
    [InlineData("07-*.pdf", "budget/shanghai/2024", 2024, "B06 B07")]
    [InlineData("10-*.pdf", "budget/shanghai/2024", 2025, "B06 B07")]
    [InlineData("11-*.pdf", "budget/shanghai-unit/2024", 2025, "B06 B07")]
    public void Every_form_of_the_other_documents_is_found_and_its_state_is_right(string file, string edition, int year, string empty)
    {
        if (Programs.Missing("pdftotext") is not null) return;
        Disclosure disclosure = Read(file);

        Assert.Equal((edition, year, true), (disclosure.Edition.Id, disclosure.Year.Value, disclosure.EditionBasis!.Known));
        Assert.Equal(disclosure.Edition.Forms.Select(f => f.Id), disclosure.Statements.Select(s => s.Form).Order(StringComparer.Ordinal));
        Assert.Equal(empty.Split(' '), disclosure.Statements.Where(s => s.State == StatementState.Empty).Select(s => s.Form));
        Assert.All(disclosure.Statements.Where(s => s.State != StatementState.Empty), s => Assert.Equal(StatementState.Read, s.State));
    }

    [CorpusFact]
    public void A_published_budget_in_text_is_read_in_full_but_for_two_tables_that_it_lost()
    {
        Disclosure disclosure = DocumentReader.Read(Corpus.At("corpus", "dongxihu-2023-budget.txt"), Statutes).Disclosure!;
        var printed = new FormReference("wuhan-budget.csv");

        Assert.Equal(("budget/wuhan/2023", 2023, true), (disclosure.Edition.Id, disclosure.Year.Value, disclosure.EditionBasis!.Known));
        Assert.Equal(printed.Forms, disclosure.Statements.Select(s => s.Form).Order(StringComparer.Ordinal));
        Assert.Empty(printed.Wrong(disclosure));
        Assert.Empty(printed.Missing(disclosure));
        Assert.Equal(["B02", "B03"], disclosure.Statements.Where(s => s.State == StatementState.Unread).Select(s => s.Form));
        Assert.Equal(4, disclosure.Goals.Length);
        Assert.Empty(disclosure.Evaluations);
    }

    [CorpusFact]
    public void The_template_is_an_empty_set_without_a_figure()
    {
        if (Programs.Missing("pdftotext") is not null) return;
        Disclosure disclosure = Read("90-*.pdf");

        Assert.Equal("final-accounts/shanghai/2024", disclosure.Edition.Id);
        Assert.Equal(9, disclosure.Statements.Length);
        Assert.All(disclosure.Statements, s => Assert.Equal(StatementState.Empty, s.State));
        Assert.Empty(disclosure.Statements.SelectMany(s => s.Rows).SelectMany(r => r.Cells));
    }

    private static Disclosure Read(string file) => DocumentReader.Read(Directory.GetFiles(Corpus.At("corpus", "pdf"), file).Single(), Statutes).Disclosure!;
}
