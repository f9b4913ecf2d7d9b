using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Html;

namespace Mingzhang.Publishing.Tests.Html;

public sealed class TextBlocksTests
{
    private static TextBlock[] Divide(params string[] lines) =>
        [.. new TextBlocks(Sample.Disclosure with { Source = SourceText.FromString("a.txt", string.Join('\n', lines)), Outline = [], Statements = [], Evaluations = [] }).Divide()];

    [Fact]
    public void Lines_wrapped_by_the_page_make_one_paragraph_over_blank_lines()
    {
        TextBlock[] blocks = Divide("本部门负责全市档案事业的统筹规划和监督指导工作，组织", "", "开展档案宣传教育。", "", "二是负责档案的接收征集。");
        Assert.Equal([[1, 3], [5]], blocks.Select(b => b.Lines));
        Assert.All(blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Fact]
    public void A_numbered_item_begins_a_paragraph() =>
        Assert.Equal(2, Divide("本部门负责全市档案事业的统筹规划和监督指导工作，组织", "2.负责档案的接收征集。").Length);

    [Fact]
    public void Long_lines_are_paragraphs_of_their_own()
    {
        string sentence = string.Concat(Enumerable.Repeat("本年收入合计与上年相比", 10));
        Assert.Equal(3, Divide(sentence, sentence, sentence).Length);
    }

    [Fact]
    public void Rows_with_tabs_are_one_table_over_blank_lines()
    {
        TextBlock[] blocks = Divide("甲\t1", "", "乙\t2", "说明。");
        Assert.Equal([BlockKind.Table, BlockKind.Paragraph], blocks.Select(b => b.Kind));
        Assert.Equal([1, 3], blocks[0].Lines.AsEnumerable());
    }

    [Fact]
    public void Every_line_with_text_is_in_exactly_one_block()
    {
        TextBlock[] blocks = [.. new TextBlocks(Sample.Disclosure).Divide()];
        Assert.Equal(Enumerable.Range(1, Sample.Source.Lines.Length), blocks.SelectMany(b => b.Lines));
    }
}
