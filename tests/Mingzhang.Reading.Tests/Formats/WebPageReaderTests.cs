using System.Text;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class WebPageReaderTests
{
    [Fact]
    public void Tables_keep_their_columns_under_spans()
    {
        const string table = "<table><caption>支出决算表</caption><tr><th rowspan=2>编码</th><th colspan=2>支出</th></tr><tr><th>基本</th><th>项目</th></tr><tr><td>201</td><td>1.50</td><td></td></tr><tr><td colspan=3>注：无</td></tr></table>";
        Assert.Equal(["支出决算表", "编码\t支出\t", "\t基本\t项目", "201\t1.50\t", "注：无"], Lines(table));
    }

    [Fact]
    public void Only_what_readers_see_is_read() =>
        Assert.Equal(["标题", "正文 一", "二"], Lines("<script>x</script><style>y</style><nav>首页</nav><h1>标题</h1><svg><text>图</text></svg><p style='display: none'>隐藏</p><p hidden>无</p><p>正文\n  一<br>二</p>"));

    [Fact]
    public void Numbers_of_lists_are_written_where_items_have_none() =>
        Assert.Equal(["3.甲", "4.乙", "一、丙", "丁"], Lines("<ol start=3><li>甲<li>乙</ol><ol><li>一、丙</ol><ul><li>丁</ul>"));

    [Fact]
    public void A_table_around_tables_is_layout() =>
        Assert.Equal(["左", "a\tb", "右"], Lines("<table><tr><td>左<table><tr><td>a<td>b</table><td>右</table>"));

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("utf-8")]
    [InlineData("big5")]
    public void Pages_are_read_in_the_encoding_that_they_are_in(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = Encoding.GetEncoding(charset).GetBytes($"<html><head><meta http-equiv=Content-Type content='text/html; charset={charset}'></head><body><p>中文</p></body></html>");
        Assert.Equal(["中文"], Loaded.Lines("a.html", bytes));
    }

    [Fact]
    public void A_page_is_known_by_what_it_holds() => Assert.Equal(["正文"], Loaded.Lines("a.txt", Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<p>正文")));

    private static string[] Lines(string body) => Loaded.Lines("a.html", Encoding.UTF8.GetBytes($"<html><head><title>t</title></head><body>{body}</body></html>"));
}
