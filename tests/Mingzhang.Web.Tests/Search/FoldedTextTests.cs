using Mingzhang.Store.Search;

namespace Mingzhang.Tests.Web.Search;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("“三公”经费", "三公经费")]
    [InlineData("因公出国（境）费", "因公出国境费")]
    [InlineData("２０１３１０１　行政 运行", "2013101行政运行")]
    [InlineData("ＡＢＣ Word", "abcword")]
    [InlineData("支出决算 2,053.11 万元。收入", "支出决算2053.11万元 收入")]
    [InlineData("⾏政运⾏", "行政运行")]
    [InlineData("①第一，②第二", "1第一 2第二")]
    [InlineData("100㎡", "100m2")]
    [InlineData("。，“”%_", "")]
    public void Looks_do_not_count(string text, string key) => Assert.Equal(key, FoldedText.Of(text).Key);

    [Fact]
    public void Words_are_parted_by_blanks_of_any_width_and_none_counts_twice() =>
        Assert.Equal(["三公", "经费", "2023"], FoldedText.Words(" “三公”　经费 ２０２３ 三公 % "));

    [Fact]
    public void A_snippet_marks_what_was_found_where_it_stands_in_the_text()
    {
        string text = string.Concat(Enumerable.Repeat("与上年相比没有变化。", 30)) + "“三公”经费支出决算为 3.5 万元。" + string.Concat(Enumerable.Repeat("其他情况如下。", 30));
        IReadOnlyList<SnippetPart> parts = Snippet.Of(text, ["三公经费", "3.5"], 60);
        Assert.Equal("…", parts[0].Text);
        Assert.Equal("…", parts[^1].Text);
        Assert.Equal(["三公”经费", "3.5"], parts.Where(p => p.IsHit).Select(p => p.Text));
        Assert.Contains(string.Concat(parts.Skip(1).SkipLast(1).Select(p => p.Text)), text, StringComparison.Ordinal);
    }
}
