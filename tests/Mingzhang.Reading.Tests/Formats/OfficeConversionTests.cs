using System.Net;
using System.Net.Sockets;
using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Formats that LibreOffice reads for us: what they say, and that their conversion fetches and leaves nothing.</summary>
public sealed class OfficeConversionTests
{
    [SpreadsheetFact]
    public void Rich_text_is_read_with_its_tables()
    {
        SourceText text = Loaded.Text("a.rtf", Encoding.ASCII.GetBytes(
            @"{\rtf1\ansi\ansicpg936 \u-27762?\u31639?\par \trowd\cellx2000\cellx4000 \intbl A\cell \intbl 1.20\cell\row \pard done\par}"));
        Assert.Contains("A\t1.20", text.Lines);
        Assert.Contains("LibreOffice", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
        Assert.Empty(text.Origins);
    }

    [SpreadsheetFact]
    public void Excel_2003_XML_named_xls_is_read()
    {
        const string Xml = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>
            <Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">金额</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">合计</Data></Cell><Cell><Data ss:Type="Number">1162.58</Data></Cell></Row></Table></Worksheet></Workbook>
            """;
        Assert.Equal(["项目\t金额", "合计\t1162.58"], Loaded.Lines("a.xls", Encoding.UTF8.GetBytes(Xml)));
    }

    [SpreadsheetFact]
    public void Nothing_that_a_file_links_to_is_fetched()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}";
        string content = $"""
            <?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body><office:text><text:section text:name="s"><text:section-source xlink:href="{address}/section.odt"/><text:p>old</text:p></text:section><text:p>hello<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/picture.png" xlink:type="simple"/></draw:frame></text:p></office:text></office:body></office:document-content>
            """;
        byte[] file = ZipFiles.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
            ("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"));
        Assert.Contains("hello", Loaded.Lines("a.odt", file));
        Assert.False(server.Pending(), "something was fetched");
    }

    [SpreadsheetFact]
    public void Damaged_old_files_are_refused_and_leave_no_temporary_files()
    {
        string[] before = Folders();
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("WordDocument\0"), .. new byte[600]];
        Assert.Contains(Loaded.Problem("o.doc", file).Kind, new[] { ReadProblemKind.Damaged, ReadProblemKind.Empty });
        Assert.Equal(ReadProblemKind.Extraction, Loaded.Problem("o.doc", file, new ReadingOptions { ExtractionTime = TimeSpan.FromMilliseconds(1) }).Kind);
        Assert.Empty(Folders().Except(before));
    }

    [SpreadsheetFact]
    public void Macros_of_old_files_are_named()
    {
        byte[] plain = Converted.To("doc", "rtf", @"{\rtf1 text\par}"u8.ToArray());
        Assert.Single(Loaded.Text("a.doc", plain).Remarks);
        // As a directory entry names it.
        byte[] marked = [.. plain, .. Encoding.Unicode.GetBytes("_VBA_PROJECT\0"), .. new byte[512]];
        Assert.Contains("宏", Loaded.Text("a.doc", marked).Remarks[^1].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_of_workbooks_are_named()
    {
        byte[] file = ZipFiles.Zip(
            ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r0\" Target=\"worksheets/s.xml\"/></Relationships>"),
            ("xl/worksheets/s.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"),
            ("xl/vbaProject.bin", "x"));
        Assert.Equal("文件带有宏：未执行，未读取。", Assert.Single(Loaded.Text("a.xlsm", file).Remarks).Zh);
    }

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "mingzhang-office-*");
}
