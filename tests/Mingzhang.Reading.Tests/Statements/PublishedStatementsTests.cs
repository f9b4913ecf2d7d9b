using Mingzhang.Core.Disclosures;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Statements;

/// <summary>Sweeps over the published documents.</summary>
public sealed class PublishedStatementsTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    [CorpusFact]
    public void Every_form_of_every_document_is_found_and_read()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = DocumentReader.Read(path, Statutes).Disclosure!;
            Assert.Equal(["01", "02", "03", "04", "05", "06", "07", "08", "09"], disclosure.Statements.Select(s => s.Form));
            Assert.All(disclosure.Statements, s => Assert.NotEqual(StatementState.Unread, s.State));
            // One document lost a column and the total row of form 05 in extraction.
            Assert.True(disclosure.Statements.Count(s => s.State == StatementState.Partial) <= 1, path);
            Assert.NotEmpty(disclosure.Unit);
            Assert.Equal("万元", disclosure.AmountUnit);
        }
    }

    [CorpusFact]
    public void Every_cell_points_at_its_own_characters()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Disclosure disclosure = DocumentReader.Read(path, Statutes).Disclosure!;
            foreach (StatementRow row in disclosure.Statements.SelectMany(s => s.Rows))
            {
                Assert.True(row.Span.IsSome);
                foreach (Cell cell in row.Cells)
                {
                    Assert.Equal(cell.Text, disclosure.Source.Quote(cell.Span));
                    Assert.True(cell.Span.Line >= row.Span.Line && cell.Span.EndLine <= row.Span.EndLine);
                }
            }

            foreach (Note note in disclosure.Statements.SelectMany(s => s.Notes))
                Assert.Equal(Squeeze(note.Text), Squeeze(disclosure.Source.Quote(note.Span)));
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
