using Mingzhang.Core.Sources;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>What of a Word document is left out is said, once for each kind.</summary>
public sealed class WordRemarkTests
{
    [Fact]
    public void A_plain_document_has_no_remarks() => Assert.Empty(Loaded.Text("a.docx", Docx(P("正文"))).Remarks);

    [Fact]
    public void Tracked_changes_are_read_as_accepted_and_counted()
    {
        SourceText text = Loaded.Text("a.docx", Docx(
            "<w:p><w:r><w:t>收入</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>200</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>"));
        Assert.Equal("收入200万元", text.Lines[0]);
        Assert.Contains("2 处修订", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_notes_hidden_text_objects_and_pictures_are_named()
    {
        SourceText text = Loaded.Text("a.docx", Docx(
            P("正文") + "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r>"
            + "<w:r><w:object><OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r><w:r><w:drawing><inline><extent cx=\"5000000\" cy=\"3000000\"/><pic/></inline></w:drawing></w:r>"
            + "<w:r><w:drawing><inline><extent cx=\"50000\" cy=\"30000\"/><pic/></inline></w:drawing></w:r></w:p><w:altChunk/>"));
        Assert.Equal(
            ["1 条批注未读取。", "1 条脚注、尾注未读取。", "1 处隐藏文字未读取。"],
            text.Remarks.Take(3).Select(r => r.Zh));
        Assert.StartsWith("1 个嵌入对象", text.Remarks[3].Zh, StringComparison.Ordinal);
        Assert.StartsWith("1 处插入的其他文件", text.Remarks[4].Zh, StringComparison.Ordinal);
        Assert.StartsWith("1 幅大图", text.Remarks[5].Zh, StringComparison.Ordinal);
        Assert.Equal(6, text.Remarks.Length);
    }

    [Fact]
    public void Headers_that_say_more_than_the_page_and_macros_are_named()
    {
        const string Body = "<document><body><p><r><t>正文</t></r></p></body></document>";
        static byte[] With(string header, string part) => ZipFiles.Zip(("word/document.xml", Body), ("word/header1.xml", $"<hdr><p><r><t>{header}</t></r></p></hdr>"), (part, "x"));
        Assert.Empty(Loaded.Text("a.docx", With("第 3 页 共 9 页", "word/media/x.bin")).Remarks);
        Assert.Equal(["页眉、页脚的文字未读取。", "文件带有宏：未执行，未读取。"], Loaded.Text("a.docm", With("某局决算", "word/vbaProject.bin")).Remarks.Select(r => r.Zh));
    }
}
