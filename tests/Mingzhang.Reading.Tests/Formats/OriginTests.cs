using Mingzhang.Core.Sources;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class OriginTests
{
    [Fact]
    public void Lines_and_fields_of_Word_know_their_paragraphs_counted_with_those_that_are_not_read()
    {
        string table = $"<w:tbl><w:tr><w:tc>{P("公务用车")}{P("运行费")}</w:tc>{Tc("9.36")}</w:tr></w:tbl>";
        string body = P("标题") + $"<w:del>{P("删去")}</w:del>" + P("") + table + P("注");
        SourceText text = Loaded.Text("a.docx", Docx(body));

        Assert.Equal("公务用车运行费\t9.36", text.Lines[2]);
        Assert.Equal(
            [
                new OriginMark(1, 0, 2, new ParagraphOrigin("word/document.xml", 1, 1)),
                new OriginMark(3, 0, 7, new ParagraphOrigin("word/document.xml", 4, 5)),
                new OriginMark(3, 8, 12, new ParagraphOrigin("word/document.xml", 6, 6)),
                new OriginMark(4, 0, 1, new ParagraphOrigin("word/document.xml", 7, 7)),
            ],
            text.Origins.ToArray());
    }

    [Fact]
    public void Paragraphs_joined_by_a_deleted_mark_and_lines_of_text_boxes_know_theirs()
    {
        string box = $"<w:p><w:r><w:t>图</w:t></w:r><w:r><w:pict><w:txbxContent>{P("框内")}</w:txbxContent></w:pict></w:r></w:p>";
        string joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + P("后半");
        SourceText text = Loaded.Text("a.docx", Docx(box + joined));

        Assert.Equal(["图", "框内", "前半后半"], text.Lines.ToArray());
        Assert.Equal([(1, 1), (1, 1), (3, 4)], text.Origins.Select(o => (ParagraphOrigin)o.Origin).Select(o => (o.First, o.Last)));
    }

    [Fact]
    public void Fields_of_a_workbook_know_their_cells()
    {
        const string sheet = "<sheetData><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>标题</t></is></c></row><row r=\"7\"><c r=\"B7\"><v>1</v></c><c r=\"AB7\"><v>22</v></c></row></sheetData>";
        SourceText text = Loaded.Text("a.xlsx", Xlsx([sheet]));

        string row = text.Lines[1];
        OriginMark last = Assert.Single(text.OriginsOf(TextSpan.InLine(2, row.Length - 2, 2)).ToArray());
        Assert.Equal(new CellOrigin("xl/worksheets/s0.xml", "s0", 7, 28), last.Origin);
        Assert.Equal("AB7", ((CellOrigin)last.Origin).Reference);
        Assert.Equal(["A2", "B7", "AB7"], text.Origins.Select(o => ((CellOrigin)o.Origin).Reference));
        Assert.Equal("22", text.Quote(new TextSpan(last.Line, last.Column, last.Line, last.EndColumn)));
    }

    [Fact]
    public void A_stretch_over_several_fields_has_the_origins_of_all_of_them()
    {
        SourceText text = Loaded.Text("a.docx", Docx($"<w:tbl><w:tr>{Tc("甲")}{Tc("乙")}{Tc("丙")}</w:tr></w:tbl>"));
        Assert.Equal([2, 3], text.OriginsOf(new TextSpan(1, 2, 1, 5)).ToArray().Select(o => ((ParagraphOrigin)o.Origin).First));
        Assert.Equal(0, text.OriginsOf(TextSpan.None).Length);
    }
}
