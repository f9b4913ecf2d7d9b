using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Marked;

public sealed class MarkedWorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Cells = "<sheetData><row r=\"3\"><c r=\"A3\"><v>201</v></c><c r=\"B3\"><v>1</v></c></row></sheetData>";

    private static readonly OriginMark[] Origins = [new(1, 0, 3, new CellOrigin(Sheet, "公开01表", 3, 1)), new(1, 4, 7, new CellOrigin(Sheet, "公开01表", 3, 2))];

    [Fact]
    public void The_cell_of_the_figure_has_a_note_with_a_box_and_several_findings_share_one()
    {
        byte[] copy = Packages.Copy(Report(TextSpan.InLine(1, 0, 7), TextSpan.InLine(1, 4, 3), TextSpan.None), Packages.Xlsx(Cells + "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"1\" footer=\"1\"/><tableParts count=\"0\"/>"));
        Dictionary<string, string> parts = Packages.Parts(copy);
        string comments = parts["xl/comments.xml"];
        Assert.Equal(2, comments.Split("<comment ref=").Length - 1);
        Assert.Contains("<comment ref=\"B3\" authorId=\"0\">", comments, StringComparison.Ordinal);
        Assert.Equal(3, comments.Split("【错误】").Length - 1);
        Assert.Contains("footer=\"1\"/><legacyDrawing xmlns:r=", parts[Sheet], StringComparison.Ordinal);
        Assert.Contains("<x:Row>2</x:Row><x:Column>1</x:Column>", parts["xl/drawings/vmlDrawingMark.vml"], StringComparison.Ordinal);
        Assert.Contains("<x:Row>2</x:Row><x:Column>0</x:Column>", parts["xl/drawings/vmlDrawingMark.vml"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_is_a_valid_workbook()
    {
        byte[] copy = Packages.Copy(Report(TextSpan.InLine(1, 0, 7)), Packages.Xlsx(Cells));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(copy), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        WorksheetPart sheet = document.WorkbookPart!.WorksheetParts.Single();
        Assert.NotNull(sheet.WorksheetCommentsPart);
        Assert.Single(sheet.VmlDrawingParts);
    }

    [Fact]
    public void Notes_that_are_there_stay_and_that_of_a_cell_with_a_finding_goes_on()
    {
        const string old = "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>某某</author></authors><commentList><comment ref=\"B3\" authorId=\"0\"><text><t>旧注</t></text></comment></commentList></comments>";
        const string box = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape id=\"old\"/></xml>";
        byte[] file = Packages.Xlsx(
            Cells + "<legacyDrawing r:id=\"v\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>",
            ("xl/worksheets/_rels/sheet1.xml.rels", Packages.Relations(Packages.Relation("c", "comments", "../comments1.xml") + Packages.Relation("v", "vmlDrawing", "../drawings/d.vml"))),
            ("xl/comments1.xml", old),
            ("xl/drawings/d.vml", box));
        Dictionary<string, string> before = Packages.Parts(file);

        Dictionary<string, string> same = Packages.Mark(Report(TextSpan.InLine(1, 4, 3)), file);
        Assert.Contains("<text><t>旧注</t><r><t xml:space=\"preserve\">", same["xl/comments1.xml"], StringComparison.Ordinal);
        Assert.Contains("【错误】", same["xl/comments1.xml"], StringComparison.Ordinal);
        Assert.Equal(before.Where(p => p.Key != "xl/comments1.xml"), same.Where(p => p.Key != "xl/comments1.xml"));

        Dictionary<string, string> other = Packages.Mark(Report(TextSpan.InLine(1, 0, 3)), file);
        Assert.Contains("<text><t>旧注</t></text></comment><comment ref=\"A3\" authorId=\"1\">", other["xl/comments1.xml"], StringComparison.Ordinal);
        Assert.Contains("<v:shape id=\"old\"/><v:shape ", other["xl/drawings/d.vml"], StringComparison.Ordinal);
        Assert.Equal(before[Sheet], other[Sheet]);
        Assert.Equal(before.Keys, other.Keys);
    }

    [Fact]
    public void Reports_name_the_cell_rather_than_the_line()
    {
        CheckReport report = Report(TextSpan.InLine(1, 0, 7));
        string text = Written.Text(stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            Publishing.Terminal.TextReport.Write([Examined.Checked(report)], writer);
        });
        Assert.Contains("公开01表!B3", text, StringComparison.Ordinal);
    }

    private static CheckReport Report(params TextSpan[] spans) => Packages.Report(["201\t<1>"], [.. Origins], spans);
}
