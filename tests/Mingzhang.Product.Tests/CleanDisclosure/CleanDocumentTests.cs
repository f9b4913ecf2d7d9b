namespace Mingzhang.Product.Tests.CleanDisclosure;

public sealed class CleanDocumentTests
{
    private static readonly CleanDocument[] Documents = [CleanDocument.Tabbed, CleanDocument.Spaced];

    [Fact]
    public void The_checked_in_documents_are_what_the_generator_writes()
    {
        foreach (CleanDocument document in Documents)
        {
            string path = Fixture.PathOf(document.Name);
            if (Environment.GetEnvironmentVariable("MINGZHANG_WRITE_FIXTURES") == "1") File.WriteAllText(path, document.Text);
            Assert.Equal(File.ReadAllText(path), document.Text);
        }
    }

    [Fact]
    public void Every_figure_stands_where_its_mark_says()
    {
        foreach (CleanDocument document in Documents)
        {
            Assert.True(document.Marks.Count > 400);
            Assert.All(document.Marks, mark => Assert.Equal(mark.Text, document.Text[mark.Start..mark.End]));
            Assert.DoesNotContain(document.Text, Figures.IsMarker);
        }
    }

    [Fact]
    public void Both_layouts_hold_the_same_figures() =>
        Assert.Equal(CleanDocument.Tabbed.Marks.Select(m => (m.Kind, m.Id)), CleanDocument.Spaced.Marks.Select(m => (m.Kind, m.Id)));
}
