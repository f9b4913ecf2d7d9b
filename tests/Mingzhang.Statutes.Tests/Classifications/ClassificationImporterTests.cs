using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Classifications;

namespace Mingzhang.Statutes.Tests.Classifications;

public sealed class ClassificationImporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("科目编码,科目名称,说明\n201,一般公共服务支出,甲\n20101,人大事务,\"乙,丙\"\n2010101,行政运行,\n")]
    [InlineData("2025年政府收支分类科目\n\n科目代码;科目名称\n201;一般公共服务支出\n20101;人大事务\n2010101;行政运行\n")]
    [InlineData("类\t款\t项\t科目名称\n201\t\t\t一般公共服务支出\n\t01\t\t人大事务\n\t\t01\t行政运行\n")]
    [InlineData("类,款,项,科目名称\n201,,,一般公共服务支出\n201,01,,人大事务\n201,01,01,行政运行\n")]
    [InlineData("类,款,项,科目名称\n201,,,一般公共服务支出\n201,20101,,人大事务\n201,20101,2010101,行政运行\n")]
    [InlineData("201,一般公共服务支出\n20101,人大事务\n2010101,行政运行\n")]
    [InlineData("甲,201 一般公共服务支出\n乙,20101 人大事务\n丙,2010101行政 运行\n")]
    public void Codes_and_names_are_found_in_the_layouts_of_published_lists(string csv)
    {
        ImportedClassification list = Read(csv);
        Assert.Equal([("201", "一般公共服务支出"), ("20101", "人大事务"), ("2010101", "行政运行")], list.Entries.Select(e => (e.Code, e.Name)));
        Assert.Empty(list.Rejected);
    }

    [Fact]
    public void Rows_that_cannot_be_taken_are_named_with_row_and_reason()
    {
        ImportedClassification list = Read("科目编码,科目名称\n201,一般公共服务支出\n2010,人大事务\n20102,\n,备注\n201,其他支出\n201,一般公共服务支出\n\n103,非税收入\n");
        Assert.Equal("201", Assert.Single(list.Entries).Code);
        Assert.Equal(
            [
                (3, "2010 人大事务", "\"2010\" is not a functional code of expenditure (3, 5 or 7 digits beginning with 2)"),
                (4, "20102", "no name"),
                (5, "备注", "no code"),
                (6, "201 其他支出", "the code 201 has the name \"一般公共服务支出\" already"),
                (9, "103 非税收入", "\"103\" is not a functional code of expenditure (3, 5 or 7 digits beginning with 2)"),
            ],
            list.Rejected.Select(r => (r.Row, r.Content, r.Reason.En)));
    }

    [Fact]
    public void A_list_in_GB18030_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = Path.Combine(_folder, "gb.csv");
        File.WriteAllBytes(path, Encoding.GetEncoding("GB18030").GetBytes("科目编码,科目名称\n30213,维修(护)费\n"));
        ImportedClassification list = ClassificationImporter.Read(path, ClassificationKind.Economic, new FiscalYear(2025));
        Assert.Equal("维修（护）费", Assert.Single(list.Entries).Name);
    }

    [Fact]
    public void A_workbook_is_read_sheet_by_sheet()
    {
        string path = Path.Combine(_folder, "list.xlsx");
        WriteWorkbook(path, ("说明", [["目录"]]), ("功能分类", [["科目编码", "科目名称"], ["201", "一般公共服务支出"], [20101, "人大事务"], ["x", "甲"]]), ("续", [["科目编码", "科目名称"], ["202", "外交支出"]]));
        ImportedClassification list = ClassificationImporter.Read(path, ClassificationKind.Functional, new FiscalYear(2025));
        Assert.Equal(["201", "20101", "202"], list.Entries.Select(e => e.Code));
        RejectedRow rejected = Assert.Single(list.Rejected);
        Assert.Equal(("功能分类", 4), (rejected.Sheet, rejected.Row));
    }

    [Theory]
    [InlineData("list.csv", "甲,乙\n丙,丁\n", "no columns with codes (科目编码) and names (科目名称) were found")]
    [InlineData("list.csv", "", "no columns with codes (科目编码) and names (科目名称) were found")]
    [InlineData("list.pdf", "x", "a .csv, .xlsx or .xls file was expected")]
    public void A_file_without_a_list_is_refused(string name, string content, string problem)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        Assert.Equal(problem, Problem(path));
    }

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        string xlsx = Path.Combine(_folder, "bad.xlsx"), xls = Path.Combine(_folder, "bad.xls");
        File.WriteAllText(xlsx, "PK no zip file");
        File.WriteAllBytes(xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        Assert.NotEmpty(Problem(xlsx));
        Assert.NotEmpty(Problem(xls));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Equal("there is no such file", Problem(Path.Combine(_folder, "none.csv")));

    [Fact]
    public void Bytes_in_no_known_encoding_are_refused()
    {
        string path = Path.Combine(_folder, "bytes.csv");
        File.WriteAllBytes(path, [0x32, 0x30, 0x31, 0x2C, 0xFF, 0xFF]);
        Assert.Equal("neither UTF-8 nor GB18030 (byte 4)", Problem(path));
    }

    [Fact]
    public void The_folder_written_is_an_overlay_in_force_from_its_year()
    {
        string overlay = Path.Combine(_folder, "forms");
        ClassificationImporter.Write(Read("科目编码,科目名称\n20139,社会工作\n20151,新设事务\n", 2024), overlay);
        ClassificationImporter.Write(Read("科目编码,科目名称\n20151,新设事务甲\n", 2025), overlay);
        StatuteBook book = StatuteBook.Load(overlay);
        Assert.Null(Functional(2023).Find("20151"));
        Assert.Equal("新设事务", Functional(2024).Find("20151")!.Name);
        Assert.Equal("社会工作", Functional(2024).Find("20139")!.Name);
        Assert.Equal("新设事务甲", Functional(2026).Find("20151")!.Name);
        Assert.Equal("人大事务", Functional(2026).Find("20101")!.Name);

        Classification Functional(int year) => book.Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!.Functional;
    }

    [Fact]
    public void Importing_the_same_year_again_replaces_what_it_gave()
    {
        ClassificationImporter.Write(Read("科目编码,科目名称\n20151,甲\n"), _folder);
        string path = ClassificationImporter.Write(Read("科目编码,科目名称\n20151,乙\n"), _folder);
        Assert.Equal(["code,name,from,to,former,other,source", "20151,乙,2025,,,,list.csv"], File.ReadAllLines(path));
    }

    private ImportedClassification Read(string csv, int year = 2025)
    {
        string path = Path.Combine(_folder, "list.csv");
        File.WriteAllText(path, csv);
        return ClassificationImporter.Read(path, ClassificationKind.Functional, new FiscalYear(year));
    }

    private static string Problem(string path) =>
        Assert.Throws<StatuteException>(() => ClassificationImporter.Read(path, ClassificationKind.Functional, new FiscalYear(2025))).Problem.En;

    /// <summary>The least that is a workbook.</summary>
    private static void WriteWorkbook(string path, params (string Name, object[][] Rows)[] sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        string types = string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>");
        for (int sheet = 0; sheet < sheets.Length; sheet++)
        {
            string rows = string.Concat(sheets[sheet].Rows.Select((cells, r) => $"<row r=\"{r + 1}\">{string.Concat(cells.Select((cell, c) => Cell(cell, $"{(char)('A' + c)}{r + 1}")))}</row>"));
            Part($"xl/worksheets/sheet{sheet + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        }

        static string Cell(object cell, string at) => cell is string text ? $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>" : $"<c r=\"{at}\"><v>{cell}</v></c>";
    }
}
