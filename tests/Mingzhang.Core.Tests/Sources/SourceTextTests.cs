using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Tests.Sources;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("一\n二\n三")]
    [InlineData("一\r\n二\r\n三")]
    [InlineData("一\r二\r三")]
    [InlineData("一\r\n二\n三")]
    public void All_line_ends_part_lines(string text) => Assert.Equal(["一", "二", "三"], SourceText.FromString("x", text).Lines.AsEnumerable());

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n", 2)]
    [InlineData("一\n", 2)]
    [InlineData("\n\n", 3)]
    [InlineData("\r\n\r", 3)]
    public void Every_line_end_begins_a_line(string text, int lines) => Assert.Equal(lines, SourceText.FromString("x", text).Lines.Length);

    [Fact]
    public void A_form_feed_begins_a_page_and_keeps_its_column()
    {
        SourceText text = SourceText.FromString("x", "一\n二\n\f三\n四\n\f五");
        Assert.Equal([1, 3, 5], text.PageStarts.AsEnumerable());
        Assert.Equal(3, text.Pages);
        Assert.Equal(" 三", text.Lines[2]);
        Assert.Equal([1, 1, 2, 2, 3], Enumerable.Range(1, 5).Select(line => text.PageOf(line)!.Value));
    }

    [Fact]
    public void A_form_feed_at_the_start_begins_the_first_page()
    {
        SourceText text = SourceText.FromString("x", "\f一\n\f二");
        Assert.Equal(2, text.Pages);
        Assert.Equal(1, text.PageOf(1));
        Assert.Equal(2, text.PageOf(2));
    }

    [Fact]
    public void Without_form_feeds_the_pages_are_not_known()
    {
        SourceText text = SourceText.FromString("x", "一\n二");
        Assert.Null(text.Pages);
        Assert.Null(text.PageOf(1));
    }

    [Fact]
    public void No_line_is_on_no_page() => Assert.Null(SourceText.FromString("x", "\f一").PageOf(0));

    [Fact]
    public void A_quote_is_the_documents_own_characters()
    {
        SourceText text = SourceText.FromString("x", "收入 1162.58\r\n万元，\r\n增长");
        Assert.Equal("1162.58", text.Quote(TextSpan.InLine(1, 3, 7)));
        Assert.Equal("1162.58\n万元，\n增", text.Quote(new TextSpan(1, 3, 3, 1)));
        Assert.Equal("", text.Quote(TextSpan.None));
        Assert.Equal("", text.Quote(TextSpan.InLine(9, 0, 1)));
    }

    [Fact]
    public void Lines_joined_again_are_the_text()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(40)).Select(_ => "ab收\n"[random.Next(4)])]);
            SourceText source = SourceText.FromString("x", text);
            Assert.Equal(text, string.Join('\n', source.Lines));
            Assert.Equal(text, source.Quote(new TextSpan(1, 0, source.Lines.Length, source.Lines[^1].Length)));
        }
    }
}
