using System.Diagnostics;
using System.Text;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Files made to break a reader, and files of other kinds: each refused soon, with a message that says what to do.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_file_that_unpacks_to_too_much_is_refused()
    {
        byte[] bomb = Docx(P(new string('x', 300_000_000)));
        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(ReadProblemKind.TooLarge, Loaded.Problem("b.docx", bomb).Kind);
    }

    [Fact]
    public void Entities_and_outside_files_are_refused()
    {
        byte[] file = ZipFiles.Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><document><body><p><r><t>&e;</t></r></p></body></document>"));
        Assert.Equal(ReadProblemKind.Damaged, Loaded.Problem("x.docx", file).Kind);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:sdt>", 50_000));
        Assert.Equal(ReadProblemKind.Damaged, Loaded.Problem("d.docx", Docx(deep + P("x") + string.Concat(Enumerable.Repeat("</w:sdt>", 50_000)))).Kind);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b a=1><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p><font size=1>")]
    [InlineData("<ol><li><b><p>")]
    public void A_page_nested_without_end_is_refused_soon(string opened)
    {
        string page = "<html><body>" + string.Concat(Enumerable.Repeat(opened, 20_000)) + "正文";
        long started = Stopwatch.GetTimestamp();
        Assert.Equal(ReadProblemKind.Damaged, Loaded.Problem("n.html", Encoding.UTF8.GetBytes(page)).Kind);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Huge_spans_do_not_make_huge_tables()
    {
        string row = "<tr><td colspan=1000000000 rowspan=1000000000>a</td><td>b</td></tr>";
        ReadProblem? refused = Mingzhang.Reading.Sources.SourceLoader.Load("s.html", Encoding.UTF8.GetBytes("<table>" + string.Concat(Enumerable.Repeat(row, 100)) + "</table>")).Problem;
        Assert.Null(refused);
        string word = "<w:tbl>" + string.Concat(Enumerable.Repeat($"<w:tr>{Tc("a", "<w:gridSpan w:val=\"2000000000\"/>")}{Tc("b")}</w:tr>", 100)) + "</w:tbl>";
        Assert.Equal(100, Loaded.Lines("s.docx", Docx(word)).Length);
    }

    [Fact]
    public void A_cell_beyond_all_columns_is_refused() =>
        Assert.Equal(ReadProblemKind.TooLarge, Loaded.Problem("c.xlsx", Xlsx(["<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"])).Kind);

    [Fact]
    public void A_file_cut_off_is_damaged()
    {
        byte[] whole = Docx(P("正文"));
        Assert.Equal(ReadProblemKind.Damaged, Loaded.Problem("t.docx", whole[..(whole.Length / 2)]).Kind);
        Assert.Equal(ReadProblemKind.Damaged, Loaded.Problem("t.docx", "PK\u0003\u0004 garbage"u8.ToArray()).Kind);
    }

    [Fact]
    public void A_wrong_extension_does_no_harm() => Assert.Equal(["正文"], Loaded.Lines("a.pdf", Docx(P("正文"))));

    [Theory]
    [InlineData("EncryptedPackage", "password", ReadProblemKind.Encrypted)]
    [InlineData("Other", "old Office", ReadProblemKind.Binary)]
    [InlineData("Workbook", "damaged", ReadProblemKind.Damaged)]
    public void Old_and_protected_files_are_named(string stream, string said, ReadProblemKind kind)
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[600]];
        ReadProblem problem = Loaded.Problem("o.doc", file);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(said, problem.Message.En);
    }

    [Fact]
    public void An_archive_without_a_document_is_named()
    {
        ReadProblem problem = Loaded.Problem("a.zip", ZipFiles.Zip(("a.txt", "x")));
        Assert.Equal(ReadProblemKind.Binary, problem.Kind);
        Assert.Contains("Unpack", problem.Message.En);
    }

    [Fact]
    public void A_document_without_text_is_empty() => Assert.Equal(ReadProblemKind.Empty, Loaded.Problem("e.docx", Docx("<w:p/>")).Kind);

    [Fact]
    public void Limits_are_options()
    {
        byte[] table = Docx($"<w:tbl><w:tr>{Tc("a")}{Tc("b")}{Tc("c")}</w:tr></w:tbl>");
        Assert.Equal(ReadProblemKind.TooLarge, Loaded.Problem("l.docx", table, new ReadingOptions { MaxCells = 2 }).Kind);
        Assert.Equal(ReadProblemKind.TooLarge, Loaded.Problem("l.docx", table, new ReadingOptions { MaxUnpackedBytes = 100 }).Kind);
        Assert.Equal(ReadProblemKind.TooLarge, Loaded.Problem("l.docx", table, new ReadingOptions { MaxCharacters = 3 }).Kind);
    }
}
