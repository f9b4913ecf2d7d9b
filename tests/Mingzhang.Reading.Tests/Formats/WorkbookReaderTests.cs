using Mingzhang.Reading.Formats.Excel;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

public sealed class WorkbookReaderTests
{
    [Fact]
    public void Numbers_are_read_as_their_formats_print_them()
    {
        const string sheet = """
            <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>201</t></is></c><c r="B2" s="1"><v>402</v></c><c r="C2" s="1"><v>402.00000000000006</v></c></row>
            <row r="3"><c r="A3"><v>31</v></c><c r="B3" s="2"><v>1234.5</v></c><c r="C3" t="e"><f>X!A1</f><v>#REF!</v></c></row>
            <row r="9"><c r="C9" t="str"><f>"a"</f><v>公式</v></c></row></sheetData>
            """;
        Assert.Equal(["收入决算表", "201\t402.00\t402.00", "31\t1,234.50\t#REF!", "\t\t公式"], Loaded.Lines("a.xlsx", Xlsx([sheet], ["0.00", "#,##0.00_ "], ["收入决算表"])));
    }

    [Fact]
    public void A_title_over_merged_columns_is_a_line_and_hidden_sheets_are_not_read()
    {
        const string shown = "<sheetData><row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t>标题</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
        const string other = "<sheetData><row r=\"1\"><c r=\"A1\"><v>9</v></c></row></sheetData>";
        Assert.Equal(["标题", "1\t2\t3"], Loaded.Lines("a.xlsx", Xlsx([shown, other], hidden: "s1")));
    }

    [Fact]
    public void A_blank_sheet_gives_no_line() =>
        Assert.Equal(["5"], Loaded.Lines("a.xlsx", Xlsx(["<sheetData/>", "<sheetData><row r=\"1\"><c r=\"A1\"><v>5</v></c></row></sheetData>"])));

    [Theory]
    [InlineData("402", "0.00", "402.00")]
    [InlineData("0.285", "0.0%", "28.5%")]
    [InlineData("-1234.565", "#,##0.00;[Red]-#,##0.00", "-1,234.57")]
    [InlineData("-5", "#,##0.00_);(#,##0.00)", "(5.00)")]
    [InlineData("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-")]
    [InlineData("12", "0\"万元\"", "12万元")]
    [InlineData("0", "#", "")]
    [InlineData("1e3", "General", "1000")]
    [InlineData("1210.6099999999999", null, "1210.61")]
    [InlineData("3", "000", "003")]
    public void A_format_decides_what_a_number_looks_like(string digits, string? format, string expected)
    {
        Assert.True(NumberFormat.TryParse(digits, out decimal number));
        Assert.Equal(expected, NumberFormat.Write(number, format));
    }

    [Fact]
    public void Dates_are_written_as_dates() =>
        Assert.Equal(["2023年12月31日"], Loaded.Lines("a.xlsx", Xlsx(["<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>45291</v></c></row></sheetData>"], ["yyyy/m/d"])));
}
