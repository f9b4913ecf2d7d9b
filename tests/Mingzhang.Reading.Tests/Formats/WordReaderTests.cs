using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class WordReaderTests
{
    private const string Chinese = """
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
        """;

    [Fact]
    public void Paragraphs_are_lines_and_rows_are_fields_with_blanks_for_merged_cells()
    {
        string table = $"<w:tbl><w:tr>{Tc("项目", "<w:gridSpan w:val=\"2\"/>")}{Tc("金额", "<w:vMerge w:val=\"restart\"/>")}</w:tr><w:tr>{Tc("编码")}{Tc("名称")}{Tc("", "<w:vMerge/>")}</w:tr><w:tr>{Tc("201")}{Tc("一般公共服务")}{Tc("1.50")}</w:tr></w:tbl>";
        Assert.Equal(["标题", "项目\t\t金额", "编码\t名称\t", "201\t一般公共服务\t1.50", "注：说明"], Loaded.Lines("a.docx", Docx(P("标题") + table + P("注：说明"))));
    }

    [Fact]
    public void A_row_that_begins_further_right_has_blanks_before_it() =>
        Assert.Equal(["\t\ta\tb"], Loaded.Lines("a.docx", Docx($"<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{Tc("a")}{Tc("b")}</w:tr></w:tbl>")));

    [Fact]
    public void Paragraphs_of_a_cell_are_one_field_and_a_row_of_one_cell_is_its_paragraphs()
    {
        string two = $"<w:tc>{P("公务用车")}{P("运行费")}</w:tc>";
        Assert.Equal(["公务用车运行费\t9.36", "公务用车", "运行费"], Loaded.Lines("a.docx", Docx($"<w:tbl><w:tr>{two}{Tc("9.36")}</w:tr><w:tr>{two}</w:tr></w:tbl>")));
    }

    [Fact]
    public void Automatic_numbers_are_written_out()
    {
        static string Numbered(string text, int level) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr>");
        string body = Numbered("收入", 0) + Numbered("拨款", 1) + Numbered("其他", 1) + Numbered("支出", 0) + Numbered("基本", 1);
        Assert.Equal(["一、收入", "1.拨款", "2.其他", "二、支出", "1.基本"], Loaded.Lines("a.docx", Docx(body, Chinese)));
    }

    [Fact]
    public void Numbers_come_from_styles_too()
    {
        const string styles = "<w:style w:styleId=\"h\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"k\"><w:basedOn w:val=\"h\"/></w:style>";
        Assert.Equal(["一、甲", "二、乙"], Loaded.Lines("a.docx", Docx(P("甲", "<w:pStyle w:val=\"h\"/>") + P("乙", "<w:pStyle w:val=\"k\"/>"), Chinese, styles)));
    }

    [Fact]
    public void Of_tracked_changes_the_result_is_read()
    {
        string body = "<w:p><w:r><w:t>支出</w:t></w:r><w:ins><w:r><w:t>12.00</w:t></w:r></w:ins><w:del><w:r><w:delText>11.00</w:delText></w:r></w:del><w:r><w:t>万元</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + P("后半");
        Assert.Equal(["支出12.00万元", "前半后半"], Loaded.Lines("a.docx", Docx(body)));
    }

    [Fact]
    public void Of_fields_the_result_and_of_hidden_text_nothing_is_read()
    {
        const string body = """
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o</w:instrText></w:r><w:r><w:t>指令</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            <w:r><w:t>第一部分</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>3</w:t></w:r></w:p>
            <w:p><w:r><w:t>第二部分</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>
            """;
        Assert.Equal(["第一部分 3", "第二部分"], Loaded.Lines("a.docx", Docx(body)));
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        string box = $"<w:drawing><w:txbxContent>{P("框内")}</w:txbxContent></w:drawing>";
        string body = $"<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>";
        Assert.Equal(["正文", "框内"], Loaded.Lines("a.docx", Docx(body)));
    }

    [Fact]
    public void Pages_are_known_where_the_document_was_laid_out()
    {
        string rendered = P("一") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>" + P("三");
        Assert.Equal([1, 2], Loaded.Text("a.docx", Docx(rendered)).PageStarts.ToArray());
        Assert.Null(Loaded.Text("a.docx", Docx(P("一") + "<w:p><w:r><w:br w:type=\"page\"/><w:t>二</w:t></w:r></w:p>")).Pages);
    }

    [Theory]
    [InlineData("Wingdings 2", "F052", "☑")]
    [InlineData("Wingdings", "F0A8", "□")]
    public void Ticks_of_symbol_fonts_are_read(string font, string code, string expected) =>
        Assert.Equal([$"是{expected}"], Loaded.Lines("a.docx", Docx($"<w:p><w:r><w:t>是</w:t><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r></w:p>")));
}
