using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
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
    public void A_declaration_of_goals_stands_as_a_table_in_place_of_its_lines()
    {
        var goals = new GoalDeclaration { Scope = EvaluationScope.Project, Title = new Field("项目申报表", TextSpan.InLine(7, 0, 5)), Name = new Field("树苗", TextSpan.InLine(8, 0, 2)), LastLine = 8 };
        Block[] blocks = [.. DocumentBlocks.Of(Sample.Disclosure with { Goals = [goals] })];
        HeadingBlock heading = Assert.Single(blocks.OfType<HeadingBlock>(), h => h.Anchor == "goals-1");
        Assert.Equal("项目申报表：树苗", heading.Text);
        Assert.Equal((8, 8), Assert.Single(blocks.OfType<TableBlock>(), t => t.Kind == TableKind.Goals).Lines);
        Assert.DoesNotContain(blocks.OfType<ParagraphBlock>(), p => p.Line is 7 or 8);
    }

    [Fact]
    public void A_chart_whose_figures_are_not_known_is_left_out() => Assert.Empty(Charts.Of(Sample.Disclosure));
}
