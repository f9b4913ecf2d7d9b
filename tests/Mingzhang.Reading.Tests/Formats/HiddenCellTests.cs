using Mingzhang.Core.Sources;
using static Mingzhang.Reading.Tests.Formats.Office;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>What a workbook hides is not published; formulas without a stored result and errors are not blank cells.</summary>
public sealed class HiddenCellTests
{
    [Fact]
    public void Hidden_rows_columns_and_sheets_are_left_out_with_a_remark()
    {
        SourceText text = Loaded.Text("a.xlsx", Xlsx(
            [
                "<cols><col min=\"2\" max=\"2\" hidden=\"1\" width=\"9\"/></cols><sheetData>"
                + Row(1, "项目", "内部", "金额") + Row(2, "一", "x", "1") + Row(3, "二", "y", "2").Replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"", StringComparison.Ordinal) + "</sheetData>",
                "<sheetData>" + Row(1, "底稿", "1", "2") + "</sheetData>",
            ],
            hidden: "s1"));
        Assert.Equal(["项目\t金额", "一\t1"], text.Lines.AsEnumerable());
        Assert.Equal(["1 个隐藏的工作表未读取：s1", "隐藏的行、列里有 5 个单元格未读取。"], text.Remarks.Select(r => r.Zh));
    }

    [Fact]
    public void A_title_merged_from_a_hidden_column_on_is_shown()
    {
        SourceText text = Loaded.Text("a.xlsx", Xlsx(
            ["<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData>" + Row(1, "收入决算表") + Row(2, "", "项目", "金额") + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"]));
        Assert.Equal(["收入决算表", "项目\t金额"], text.Lines.AsEnumerable());
        Assert.Empty(text.Remarks);
    }

    [Fact]
    public void A_formula_without_result_is_no_blank_cell()
    {
        byte[] file = Xlsx(["<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1+#REF!</f></c><c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c></row></sheetData>"]);
        SourceText text = Loaded.Text("a.xlsx", file);
        Assert.StartsWith("1\t", text.Lines[0], StringComparison.Ordinal);
        Assert.Contains(text.Lines[0], new[] { "1\t=A1+#REF!", "1\t#REF!" });
        Assert.Contains("公式没有存储结果", Assert.Single(text.Remarks).Zh, StringComparison.Ordinal);
    }

    [SpreadsheetFact]
    public void Old_workbooks_hide_the_same_and_show_their_errors()
    {
        byte[] xlsx = Xlsx(
        [
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\" width=\"9\" customWidth=\"1\"/></cols><sheetData>"
            + Row(1, "项目", "内部", "金额", "比上年") + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>一</t></is></c><c r=\"B2\"><v>5</v></c><c r=\"C2\"><v>1.5</v></c><c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
            + Row(3, "二", "y", "2").Replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\" ht=\"12\" customHeight=\"1\"", StringComparison.Ordinal) + "</sheetData>",
        ]);
        SourceText text = Loaded.Text("a.xls", Converted.To("xls", "xlsx", xlsx));
        Assert.Equal(["项目\t金额\t比上年", "一\t1.5\t#DIV/0!"], text.Lines.AsEnumerable());
    }

    private static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((t, i) => t.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";
}
