using System.Text;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Pages as the sites of governments publish them: the document without the site around it.</summary>
public sealed class WebSiteTests
{
    private const string Article = """
        <h1>某局2023年度部门决算</h1><p>发布时间：2024-09-20</p>
        <div class=TRS_Editor><p>第一部分 某局概况</p><p>某局主要职责是管理全区河道，负责堤防、闸站的日常养护和防汛值守，承担河湖长制的具体工作，组织落实年度计划，并完成上级交办的其他事项。</p>
        <table border=1><tr><td>项目</td><td>行次</td><td>金额</td></tr><tr><td>收入</td><td>1</td><td>12.50</td></tr></table>
        <p>第三部分 某局决算情况说明</p><p>本年收入合计12.50万元，与上年相比增加1.20万元，增长10.6%，主要原因是项目增加，人员经费按规定调整，年中追加了防汛物资经费。</p></div>
        """;

    [Fact]
    public void Menus_paths_lists_of_links_and_footers_are_left_out()
    {
        SourceText text = Text($"""
            <div class="top_menu"><ul><li><a href="/">首页</a><li><a href="/zw">政务公开</a><li><a href="/fw">办事服务</a></ul></div>
            <div>当前位置：<a href="/">首页</a> &gt; <a href="/zw">财政公开</a></div>
            {Article}
            <div><p>相关链接</p><ul><li><a href="1.html">某局2022年度部门决算</a><li><a href="2.html">某局2021年度部门决算</a><li><a href="3.html">某局2020年度部门决算</a></ul></div>
            <div class="footer"><p>主办：某区人民政府</p></div><p>鄂ICP备00000000号 版权所有</p>
            """);
        Assert.Equal("某局2023年度部门决算", text.Lines[0]);
        Assert.StartsWith("本年收入合计12.50万元", text.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("收入\t1\t12.50", text.Lines);
        Assert.DoesNotContain(text.Lines, l => l.Contains("2022", StringComparison.Ordinal) || l.Contains("首页", StringComparison.Ordinal) || l.Contains("ICP", StringComparison.Ordinal));
        Assert.Contains("没有读取", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contents_list_of_the_page_itself_is_text() =>
        Assert.Contains("第一部分 某局概况", Text($"<ul class=list><li><a href='#a'>第一部分 某局概况</a><li><a href='#b'>第二部分 决算表</a><li><a href='#c'>第三部分 说明</a></ul>{Article}").Lines);

    [Fact]
    public void Attachments_and_frames_are_named_and_not_fetched()
    {
        SourceText text = Text(Article + "<p>附件：<a href='./P020240920.xls'>1.某局2023年度部门决算公开表.xls</a> <a href='/f/2.pdf?x=1'></a></p><iframe src='b.html'></iframe>");
        Assert.StartsWith("网页附有 2 个文件，没有下载：1.某局2023年度部门决算公开表.xls、2.pdf。", text.Remarks[0].Zh, StringComparison.Ordinal);
        Assert.StartsWith("网页嵌入的 1 处", text.Remarks[1].Zh, StringComparison.Ordinal);
        Assert.Contains(text.Lines, l => l.StartsWith("附件：", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_with_nothing_but_attachments_says_so()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "<html><body><h1>某局决算</h1><a href='a.pdf'>某局2023年度部门决算.pdf</a></body></html>");
            Assert.Contains("没有下载：某局2023年度部门决算.pdf", DocumentReader.Read(path, StatuteBook.Load()).Problem!.Message.Zh, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Layout_by_tables_is_taken_apart_and_a_table_in_a_cell_of_facts_is_not()
    {
        Assert.Contains("收入\t1\t12.50", Text($"<table width=1000><tr><td width=200><ul><li>栏目</ul></td><td>{Article}</td></tr></table>").Lines);
        SourceText facts = Text("<table><tr><td>指标</td><td>目标</td><td>完成</td></tr><tr><td>数量</td><td><table><tr><td>≥1次</td></tr></table></td><td>2次</td></tr></table>");
        Assert.Equal(["指标\t目标\t完成", "数量\t≥1次\t2次"], facts.Lines.AsEnumerable());
    }

    [Fact]
    public void Tables_pasted_from_Word_and_Excel_are_read()
    {
        SourceText text = Text("""
            <table class=MsoNormalTable style='mso-yfti-tbllook:1184'><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
            <tr style='mso-yfti-irow:0'><td><p class=MsoNormal><span lang=EN-US style='font-size:9.0pt'>201<o:p></o:p></span></p></td><td><p class=MsoNormal>一般公共服务支出<o:p></o:p></p></td>
            <td x:num="1162.58" style='mso-number-format:"0\.00"'><span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>1,162.58&nbsp;</td></tr></table>
            """);
        Assert.Equal("201\t一般公共服务支出\t1,162.58", text.Lines.Single(l => l.Length > 0));
    }

    [Theory]
    [InlineData("utf-8", "gb2312")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("gb18030", null)]
    [InlineData("utf-8", null)]
    [InlineData("gb18030", "iso-8859-1")]
    public void A_wrong_or_missing_charset_does_no_harm(string real, string? named)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string head = named is null ? "" : $"<meta charset={named}>";
        Assert.Equal(["河湖管护局&㐀"], Loaded.Lines("a.html", Encoding.GetEncoding(real).GetBytes($"<html><head>{head}</head><body><p>河湖管护局&amp;㐀</p></body></html>")));
    }

    private static SourceText Text(string body) => Loaded.Text("a.html", Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"));
}
