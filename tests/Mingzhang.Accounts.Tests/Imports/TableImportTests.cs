using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Imports;

/// <summary>Budgets and opening balances, and spreadsheets that are none.</summary>
public sealed class TableImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mingzhang-import-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(At(name), text);
        return At(name);
    }

    [Fact]
    public void A_budget_in_ten_thousands_becomes_the_budget_in_yuan()
    {
        string path = new MinimalWorkbook().Sheet("预算表",
            ["2023年一般公共预算支出预算表"],
            ["单位：万元"],
            ["单位编码", "科目编码", "科目名称", "部门经济分类", "项目编码", "项目名称", "支出类型", "年初预算数"],
            [801001.0, 2070101.0, "行政运行", "30101 基本工资", null, null, "基本支出", 118.0],
            [801001.0, 2070109.0, "群众文化", null, "P02", "公益性文化活动", "项目支出", 76.1234],
            ["合计", null, null, null, null, null, null, 194.1234]).Save(At("预算.xlsx"));
        ImportPlan plan = Import.Guess(path, ImportKind.Budget);
        Assert.True(plan.Mapping!.InWan);
        Assert.Equal("年初", plan.Mapping.Source("类型")!.Value);
        Assert.Equal("一般公共预算", plan.Mapping.Source("资金性质")!.Value);
        Assert.Equal("项目编码", plan.Mapping.Source("项目")!.Heading);
        Assert.Equal(
        [
            "类型,文号,单位,资金性质,功能分类,部门经济分类,项目,支出性质,金额",
            "年初,,801001,一般公共预算,2070101,30101,,基本支出,1180000.00",
            "年初,,801001,一般公共预算,2070109,,P02,项目支出,761234.00",
        ], Import.Lines(path, ImportKind.Budget));
    }

    [Fact]
    public void Adjustments_keep_their_kind_and_document()
    {
        string path = File("调整.csv", "指标类型,指标文号,预算单位,资金性质,功能分类科目,项目,金额\n追加,澄财〔2023〕9号,澄湾区图书馆,一般公共预算,2070104,全民阅读推广,100\n调减,澄财〔2023〕10号,澄湾区图书馆,一般公共预算,2070104,,50\n");
        Assert.Equal(
            ["追加,澄财〔2023〕9号,801002,一般公共预算,2070104,,P01,项目支出,100.00", "调减,澄财〔2023〕10号,801002,一般公共预算,2070104,,,基本支出,50.00"],
            Import.Lines(path, ImportKind.Budget)[1..]);
    }

    [Fact]
    public void Opening_balances_are_imported()
    {
        string path = File("年初.csv", "预算单位,资金性质,功能分类,项目名称,年初结转\n801001,一般公共预算,2070109,公益性文化活动,\"35,000.00\"\n小计,,,,\"35,000.00\"\n");
        Assert.Equal(["单位,资金性质,功能分类,项目,类型,金额", "801001,一般公共预算,2070109,P02,结转,35000.00"], Import.Lines(path, ImportKind.Opening));
    }

    [Fact]
    public void Unit_codes_that_lost_their_leading_zeros_are_restored()
    {
        ImportContext context = Import.Context with { Department = Import.Context.Department with { Units = [Import.Context.Department.Units[0] with { Code = "007" }, Import.Context.Department.Units[1] with { Code = "0012" }] } };
        string path = new MinimalWorkbook().Sheet("年初", ["单位", "资金性质", "功能分类", "类型", "金额"], [7.0, "单位资金", null, "结余", 1.0], [12.0, "单位资金", null, "结余", 2.5]).Save(At("a.xlsx"));
        Assert.Equal(["007,单位资金,,,结余,1.00", "0012,单位资金,,,结余,2.50"], Import.Lines(path, ImportKind.Opening, context)[1..]);
    }

    [Fact]
    public void Subtotals_by_class_are_left_out_with_the_reason()
    {
        string path = File("a.csv",
            "类型,单位,资金性质,功能分类,部门经济分类,金额\n年初,801001,一般公共预算,207 文化旅游体育与传媒支出,,160\n年初,801001,一般公共预算,20701,,160\n年初,801001,一般公共预算,2070101,301,\"100.00\"\n"
            + "年初,801001,一般公共预算,2070101,30101,70\n年初,801001,一般公共预算,2070101,30102,30\n年初,801001,一般公共预算,2070109,,60\n,,,基本支出小计,,160\n年初,801001,一般公共预算,208,,5\n年初,801001,一般公共预算,2080505,,5\n");
        ImportPlan plan = Import.Guess(path, ImportKind.Budget);
        ImportResult result = SpreadsheetImport.Run(plan, Import.Context);
        Assert.True(result.Csv is not null, Import.Shown(result.Problems));
        Assert.Equal(4, result.Rows);
        Assert.Equal([2, 3, 4, 8, 9], result.Skipped.Select(s => s.Row));
        Assert.Contains("207 的小计行，等于下面 3 行之和", result.Skipped[0].Why.Zh, StringComparison.Ordinal);
        Assert.Contains("301 的小计行，等于下面 2 行之和", result.Skipped[2].Why.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_the_sum_of_its_rows_is_rejected_with_the_sum()
    {
        string path = File("a.csv", "类型,单位,资金性质,功能分类,金额\n年初,801001,一般公共预算,207,100\n年初,801001,一般公共预算,2070101,90\n");
        BookProblem error = Assert.Single(Import.Errors(path, ImportKind.Budget));
        Assert.Equal((2, "D 功能分类"), (error.Row, error.Column));
        Assert.Contains(SpreadsheetImport.Run(Import.Guess(path, ImportKind.Budget), Import.Context).Problems, p => p is { Id: "import.subtotal", Row: 2 } && p.Message.Zh.Contains("90.00", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_that_the_rows_below_divide_by_economic_codes_is_not_taken_twice()
    {
        string path = File("a.csv",
            "类型,单位,资金性质,功能分类,部门经济分类,金额\n年初,801001,一般公共预算,207,,300\n年初,801001,一般公共预算,2070101,,100\n年初,801001,一般公共预算,2070101,301,60\n"
            + "年初,801001,一般公共预算,2070101,30101,60\n年初,801001,一般公共预算,2070101,30201,40\n年初,801001,一般公共预算,2070109,,100\n年初,801001,一般公共预算,2070109,30201,100\n");
        ImportResult result = SpreadsheetImport.Run(Import.Guess(path, ImportKind.Budget), Import.Context);
        Assert.True(result.Csv is not null, Import.Shown(result.Problems));
        Assert.Equal([2, 3, 4], result.Skipped.Select(s => s.Row));
        Assert.Contains("2070101 的小计行", result.Skipped[1].Why.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_rows_below_is_rejected() =>
        Assert.Equal((3, "D 功能分类"), Import.Errors(File("a.csv", "类型,单位,资金性质,功能分类,金额\n年初,801001,一般公共预算,2070101,90\n年初,801001,一般公共预算,208,90\n"), ImportKind.Budget) is [var error] ? (error.Row, error.Column) : default);

    [Fact]
    public void Signs_of_formulas_in_text_stay_text()
    {
        string path = File("a.csv", "日期,凭证号,单位,科目,资金性质,功能分类,金额,摘要\n2023-01-05,1,801001,7101,一般公共预算,2070101,10,\"=HYPERLINK(\"\"x\"\")\"\n2023-01-05,1,801001,7101,一般公共预算,2070101,=1+1,b\n");
        BookProblem error = Assert.Single(Import.Errors(path));
        Assert.Equal((3, "G 金额"), (error.Row, error.Column));
    }

    [Theory]
    [InlineData("a.csv", "", "book.file.empty")]
    [InlineData("a.csv", "公告\n各单位：\n", "import.no-header")]
    [InlineData("a.csv", "日期,凭证号,单位,科目,资金性质,功能分类,金额\n", "import.no-rows")]
    [InlineData("a.xlsx", "PK\u0003\u0004 not a workbook", "import.damaged")]
    public void What_is_no_table_is_refused(string name, string text, string id)
    {
        ImportResult result = SpreadsheetImport.Run(Import.Guess(File(name, text)), Import.Context);
        Assert.Null(result.Csv);
        Assert.Contains(result.Problems, p => p.Id == id && p.Severity == Severity.Error);
    }

    [Fact]
    public void Empty_sheets_alone_are_an_empty_spreadsheet() =>
        Assert.Contains(Import.Guess(new MinimalWorkbook().Sheet("Sheet1").Sheet("Sheet2", new object?[] { null, null }).Save(At("a.xlsx"))).Problems, p => p.Id == "import.empty");

    [Fact]
    public void A_missing_file_is_said_to_be_missing() => Assert.Equal("import.file", Assert.Single(Import.Guess(At("nowhere.xlsx")).Problems).Id);

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        using (FileStream file = System.IO.File.Create(At("a.csv"))) file.SetLength((1L << 31) + 5);
        BookProblem error = Assert.Single(Import.Guess(At("a.csv")).Problems);
        Assert.Equal("import.file", error.Id);
        Assert.Contains("2147483653", error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_refused()
    {
        object?[][] rows = [.. Enumerable.Range(0, 2000).Select(_ => new object?[] { "日期", new string('x', 1000) })];
        string path = new MinimalWorkbook().Sheet("a", rows).Save(At("a.xlsx"));
        Assert.Equal("import.file", Assert.Single(SpreadsheetImport.Guess(path, ImportKind.Ledger, Import.Context, new BookLimits { UnpackedBytes = 1_000_000 }).Problems).Id);
    }

    [Fact]
    public void Wide_and_long_sheets_are_judged_quickly()
    {
        string head = string.Join(',', Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "日期" : "金额"));
        string row = string.Join(',', Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "2023-01-05" : "12.5"));
        string path = File("a.csv", string.Concat(Enumerable.Repeat(head + "\n", 30)) + string.Concat(Enumerable.Repeat(row + "\n", 5000)));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(Import.Guess(path).CanRun);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }
}
