using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Tests.Documents;

public class DocumentBlocksTests
{
    [Fact]
    public void Text_whose_tables_are_not_understood_stands_as_it_is()
    {
        // The sample's edition has no forms, so that its form is text to the renderers.
        Block[] blocks = [.. DocumentBlocks.Of(Sample.Disclosure)];
        Assert.Equal([1, 1, 2], blocks.OfType<HeadingBlock>().Select(h => h.Level));
        Assert.Contains(blocks.OfType<ParagraphBlock>(), p => p.Text.Contains(Sample.Hostile, StringComparison.Ordinal));
        TableBlock table = Assert.Single(blocks.OfType<TableBlock>());
        Assert.Contains(table.Grid.Rows.SelectMany(r => r.Cells), c => c.Text == "1,023.69");
    }

    [Fact]
    public void A_chart_whose_figures_are_not_known_is_left_out() => Assert.Empty(Charts.Of(Sample.Disclosure));
}
