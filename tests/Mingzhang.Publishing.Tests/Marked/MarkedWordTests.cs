using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Marked;

public sealed partial class MarkedWordTests
{
    private const string Part = "word/document.xml";

    [Fact]
    public void A_run_is_parted_where_the_quote_begins_and_ends_and_keeps_its_look()
    {
        const string body = "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>收入 12.00 万元&amp;其他</w:t></w:r></w:p>";
        string document = MarkOne(body, "收入 12.00 万元&其他", "12.00")[Part];
        Assert.Contains(
            "<w:r><w:rPr><w:b/></w:rPr><w:t>收入</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> 12.00</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> 万元&amp;其他</w:t></w:r></w:p>",
            document,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_over_several_runs_is_marked_from_the_first_to_the_last_without_parting_whole_ones()
    {
        const string body = "<w:p><w:r><w:t>收入</w:t></w:r><w:r><w:t>12.</w:t></w:r><w:r><w:tab/><w:t>00</w:t><w:tab/></w:r></w:p>";
        string document = MarkOne(body, "收入12.\t00\t", "12.\t00")[Part];
        Assert.Contains(
            "<w:r><w:t>收入</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>12.</w:t></w:r><w:r><w:tab/><w:t>00</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:tab/></w:r></w:p>",
            document,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_equal_words_the_one_that_was_found_is_marked_even_behind_an_automatic_number()
    {
        const string body = "<w:p><w:r><w:t>支出3元，收入3元，结余3元</w:t></w:r></w:p>";
        string line = "1、支出3元，收入3元，结余3元";
        string document = Mark(body, line, TextSpan.InLine(1, line.IndexOf("3元，结", StringComparison.Ordinal), 2))[Part];
        Assert.Contains("收入</w:t></w:r><w:commentRangeStart w:id=\"0\"/>", document, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_deleted_hidden_or_in_a_box_is_not_taken_for_the_quote()
    {
        const string body = "<w:p><w:del w:id=\"1\"><w:r><w:t>12</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>12</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>12</w:t></w:r></w:p>";
        string document = MarkOne(body, "12", "12")[Part];
        Assert.Contains("</w:pict></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>12</w:t></w:r><w:commentRangeEnd", document, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_does_not_stand_in_the_paragraph_and_a_finding_without_place_mark_the_whole_paragraph()
    {
        const string body = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>";
        foreach (TextSpan span in new[] { TextSpan.None, TextSpan.InLine(1, 0, 2) })
        {
            string document = Mark(body, "☑标", span)[Part];
            Assert.Contains("</w:pPr><w:commentRangeStart w:id=\"0\"/><w:r><w:t>标题</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", document, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Findings_that_meet_share_the_place_at_which_a_run_is_parted()
    {
        Dictionary<string, string> parts = Mark("<w:p><w:r><w:t>甲乙丙</w:t></w:r></w:p>", "甲乙丙", TextSpan.InLine(1, 0, 2), TextSpan.InLine(1, 1, 1), TextSpan.InLine(1, 2, 1));
        Assert.Equal("甲乙丙", string.Concat(Texts().Matches(parts[Part]).Select(m => m.Groups[1].Value)));
        Assert.Equal(["s0", "s1", "e0", "e1", "s2", "e2"], Ends().Matches(parts[Part]).Select(m => (m.Groups[1].Value == "Start" ? "s" : "e") + m.Groups[2].Value));
    }

    [Fact]
    public void The_figure_of_a_row_is_marked_in_its_cell()
    {
        const string body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>201</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>&lt;1&gt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        OriginMark[] origins = [new(1, 0, 3, new ParagraphOrigin(Part, 1, 1)), new(1, 4, 7, new ParagraphOrigin(Part, 2, 2))];
        CheckReport report = Packages.Report(["201\t<1>"], [.. origins], TextSpan.InLine(1, 0, 7));
        Assert.Contains("<w:t>201</w:t></w:r></w:p></w:tc><w:tc><w:p><w:commentRangeStart", Packages.Mark(report, Packages.Docx(body))[Part], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_part_and_every_character_of_the_document_stay()
    {
        byte[] file = Packages.Docx("<w:p><w:r><w:t>甲乙丙</w:t></w:r></w:p><!-- <w:p> -->", ("word/media/a.bin", "\u0001\u0002"));
        byte[] copy = Packages.Copy(Packages.Report(["甲乙丙"], [new(1, 0, 3, new ParagraphOrigin(Part, 1, 1))], TextSpan.InLine(1, 0, 3)), file);
        Dictionary<string, string> before = Packages.Parts(file), after = Packages.Parts(copy);
        Assert.Equal(before["word/media/a.bin"], after["word/media/a.bin"]);
        Assert.Equal(before["_rels/.rels"], after["_rels/.rels"]);
        Assert.Equal(before[Part], Added().Replace(after[Part], ""));
        Assert.Equal(before.Keys, after.Keys.Where(before.ContainsKey));
        Assert.Equal(["word/comments.xml", "word/_rels/document.xml.rels"], after.Keys.Except(before.Keys));
    }

    [Fact]
    public void A_comment_says_what_is_wrong_and_its_text_can_be_no_markup()
    {
        Dictionary<string, string> parts = MarkOne("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "甲", "甲");
        string comments = parts["word/comments.xml"];
        Assert.Contains("w:author=\"明账 Mingzhang\"", comments, StringComparison.Ordinal);
        Assert.Contains("【错误】文字写 &lt;1&gt;，表内为 2", comments, StringComparison.Ordinal);
        Assert.Contains("文中：&lt;1&gt;", comments, StringComparison.Ordinal);
        Assert.Contains("应为：2", comments, StringComparison.Ordinal);
        Assert.Contains("规则：narrative.amount", comments, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_that_are_there_stay_and_the_new_ones_count_on()
    {
        (string, string)[] more =
        [
            ("word/_rels/document.xml.rels", Packages.Relations(Packages.Relation("rId7", "comments", "comments.xml"))),
            ("word/comments.xml", $"<w:comments {Packages.Word}><w:comment w:id=\"4\" w:author=\"某某\"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment></w:comments>"),
        ];
        byte[] file = Packages.Docx("<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>", more);
        byte[] copy = Packages.Copy(Packages.Report(["甲乙"], [new(1, 0, 2, new ParagraphOrigin(Part, 1, 1))], TextSpan.InLine(1, 1, 1)), file);
        Dictionary<string, string> parts = Packages.Parts(copy);
        Assert.StartsWith(more[1].Item2[..^"</w:comments>".Length] + "<w:comment w:id=\"5\"", parts["word/comments.xml"], StringComparison.Ordinal);
        Assert.Equal(more[0].Item2, parts["word/_rels/document.xml.rels"]);
        Assert.Equal(Packages.Parts(file)["[Content_Types].xml"], parts["[Content_Types].xml"]);
    }

    [Fact]
    public void The_copy_is_a_valid_document_whose_comments_stand_at_the_quotes()
    {
        byte[] file = Packages.Docx("<w:p><w:r><w:t>收入12.00万元</w:t></w:r></w:p><w:p/><w:sectPr/>");
        byte[] copy = Packages.Copy(Packages.Report(["收入12.00万元"], [new(1, 0, 9, new ParagraphOrigin(Part, 1, 1))], TextSpan.InLine(1, 2, 5), TextSpan.None), file);
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(copy), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        Assert.Equal(2, document.MainDocumentPart!.WordprocessingCommentsPart!.Comments.ChildElements.Count);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes()
    {
        byte[] file = Packages.Docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
        CheckReport report = Packages.Report(["甲"], [new(1, 0, 1, new ParagraphOrigin(Part, 1, 1))], TextSpan.InLine(1, 0, 1));
        Assert.Equal(Packages.Copy(report, file), Packages.Copy(report, file));
    }

    [Fact]
    public void A_document_whose_places_are_not_known_is_refused()
    {
        CheckReport report = Packages.Report(["甲"], [], TextSpan.InLine(1, 0, 1));
        Assert.Null(MarkedCopy.ExtensionOf(report.Disclosure.Source));
        Assert.Contains("--format html", Assert.Throws<MarkedException>(() => Packages.Copy(report, [])).Problem.Zh, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> MarkOne(string body, string line, string quote) =>
        Mark(body, line, TextSpan.InLine(1, line.IndexOf(quote, StringComparison.Ordinal), quote.Length));

    private static Dictionary<string, string> Mark(string body, string line, params TextSpan[] spans) =>
        Packages.Mark(Packages.Report([line], [new(1, 0, line.Length, new ParagraphOrigin(Part, 1, 1))], spans), Packages.Docx(body));

    [GeneratedRegex("<w:t(?: [^>]*)?>([^<]*)</w:t>")]
    private static partial Regex Texts();

    [GeneratedRegex("<w:commentRange(Start|End) w:id=\"(\\d)\"/>")]
    private static partial Regex Ends();

    [GeneratedRegex("<w:commentRange(Start|End) [^>]*/>|<w:r><w:commentReference [^>]*/></w:r>")]
    private static partial Regex Added();
}
