using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;

namespace Mingzhang.Accounts.Tests.Imports;

public sealed class LedgerImportTests : IDisposable
{
    private const string Header = "日期,凭证号,单位,科目,资金性质,功能分类,部门经济分类,政府经济分类,项目,支出性质,对方单位,金额,摘要";

    private static readonly object?[] Heads = ["记账日期", "凭证字号", "摘要", "科目编码", "科目名称", "预算单位", "资金性质", "功能分类科目", "部门经济分类科目", "项目名称", "借方金额", "贷方金额", "余额"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mingzhang-import-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private static object?[][] Export() =>
    [
        ["明细账"],
        ["核算单位：澄湾区文化服务局", null, null, "2023年度", null, null, null, null, null, null, "单位：元"],
        Heads,
        [new DateOnly(2023, 1, 10), "记-1", "收到额度", 6001.0, "财政拨款预算收入", "[801001]澄湾区文化服务局（本级）", "一般公共预算", 2070109.0, null, "公益性文化活动", null, 5000.0, null],
        [new DateOnly(2023, 1, 10), "记-1", "收到额度", 800101.0, "资金结存—零余额账户用款额度", "[801001]澄湾区文化服务局（本级）", "一般公共预算", null, null, null, 5000.0, null, 5000.0],
        [new DateOnly(2023, 2, 3), "记-2", "活动场租, 含押金", 7101.0, "行政支出", "[801001]澄湾区文化服务局（本级）", "一般公共预算", "2070109-群众文化", "30214 租赁费", "P02", "1,234.50", null, null],
        [new DateOnly(2023, 2, 3), "记-2", "活动场租", 8001.0, "资金结存", "801001", "一般公共预算", null, null, null, null, 1234.5, 3765.5],
        [null, null, "本月合计", null, null, null, null, null, null, null, 6234.5, 6234.5, null],
        ["制表人：", null, null, "审核人："],
    ];

    [Fact]
    public void An_export_with_title_rows_debit_and_credit_becomes_the_ledger()
    {
        string path = new MinimalWorkbook().Sheet("封面").Sheet("明细", Export()).Save(At("ledger.xlsx"));
        Assert.Equal(
        [
            Header,
            "2023-01-10,记-1,801001,6001,一般公共预算,2070109,,,P02,项目支出,,5000.00,收到额度",
            "2023-01-10,记-1,801001,800101,一般公共预算,,,,,,,5000.00,收到额度",
            "2023-02-03,记-2,801001,7101,一般公共预算,2070109,30214,,P02,项目支出,,1234.50,\"活动场租, 含押金\"",
            "2023-02-03,记-2,801001,8001,一般公共预算,,,,,,,-1234.50,活动场租",
        ], Import.Lines(path));
    }

    [Fact]
    public void Rows_that_are_no_entries_are_listed_with_the_reason()
    {
        string path = new MinimalWorkbook().Sheet("明细", Export()).Save(At("ledger.xlsx"));
        ImportResult result = SpreadsheetImport.Run(Import.Guess(path), Import.Context);
        Assert.Equal([8, 9], result.Skipped.Select(s => s.Row));
        Assert.Equal(4, result.Rows);
    }

    [Fact]
    public void The_guess_says_for_every_field_why()
    {
        ImportPlan plan = Import.Guess(new MinimalWorkbook().Sheet("明细", Export()).Save(At("ledger.xlsx")));
        Assert.All(plan.Mapping!.Fields, f => Assert.NotNull(f.Why));
        FieldSource debit = plan.Mapping.Source("借方")!;
        Assert.Equal(("K", "借方金额", Confidence.High), (debit.Column, debit.Heading, debit.Confidence));
        Assert.Equal(SourceKind.ByProject, plan.Mapping.Source("支出性质")!.Kind);
        Assert.Equal((3, 1, false), (plan.Mapping.HeaderRow, plan.Mapping.HeaderRows, plan.Mapping.InWan));
    }

    [Fact]
    public void Merged_headings_in_two_rows_are_understood()
    {
        string path = new MinimalWorkbook().Sheet("序时账",
            ["凭证日期", "凭证号", "科目代码", "资金来源", "功能分类", "经济分类", "发生额", null, "摘要"],
            [null, null, null, null, null, null, "借方", "贷方", null],
            ["2023/3/1", 7.0, 7101.0, "一般公共预算", 2070101.0, 30201.0, 88.8, null, "办公用品"],
            ["2023/3/1", 7.0, 8001.0, "一般公共预算", null, null, null, 88.8, "办公用品"],
            ["2023/3/2", 8.0, 7101.0, "一般公共预算", 2070101.0, 30205.0, 11.2, null, "水费"])
            .Merge("G1:H1").Merge("A1:A2").Merge("B1:B2").Merge("C1:C2").Merge("D1:D2").Merge("E1:E2").Merge("F1:F2").Merge("I1:I2").Save(At("book.xlsx"));
        string[] lines = Import.Lines(path, context: Import.OneUnit);
        Assert.Equal("2023-03-01,7,801001,7101,一般公共预算,2070101,30201,,,基本支出,,88.80,办公用品", lines[1]);
        Assert.Equal("2023-03-01,7,801001,8001,一般公共预算,,,,,,,-88.80,办公用品", lines[2]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void Month_and_day_in_columns_of_their_own_make_the_date()
    {
        string path = At("账.csv");
        File.WriteAllText(path, "月,日,凭证号,科目编码,资金性质,功能分类,方向,金额,摘要\n3,9,1,7101,一般公共预算,2070101,借,20,a\n3,9,1,8001,一般公共预算,,贷,20,b\n");
        string[] lines = Import.Lines(path, context: Import.OneUnit);
        Assert.Equal("2023-03-09,1,801001,7101,一般公共预算,2070101,,,,基本支出,,20.00,a", lines[1]);
        Assert.EndsWith(",-20.00,b", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_GB18030_file_with_columns_in_another_order_is_read()
    {
        string path = At("导出.csv");
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        File.WriteAllBytes(path, gb.GetBytes("摘要;金额;科目;功能分类;资金性质;单位;凭证号;日期\n水费;12.3;7101;2070101;一般公共预算;801001;0003;2023-5-6\n电费;4;7101;2070101;一般公共预算;801001;0003;2023-5-6\n邮费;5;7101;2070101;一般公共预算;801001;0003;2023-5-6\n"));
        string[] lines = Import.Lines(path);
        Assert.Equal("2023-05-06,0003,801001,7101,一般公共预算,2070101,,,,基本支出,,12.30,水费", lines[1]);
    }

    [Fact]
    public void The_unit_is_taken_from_the_title_where_no_column_has_it()
    {
        string path = At("明细账.csv");
        File.WriteAllText(path, "2023年度明细账,,,,,,\n单位名称：,澄湾区图书馆,,,,,\n凭证日期,凭证字号,预算会计科目,功能分类科目,资金性质,借方金额,贷方金额\n2023年01月12日,记 1号,[720102]事业支出_项目支出,[2070104]图书馆,[1]一般公共预算,\"1,000.55\",\n2023年01月12日,记 1号,[8001]资金结存,,[1]一般公共预算,,\"1,000.55\"\n");
        FieldSource unit = Import.Guess(path).Mapping!.Source("单位")!;
        Assert.Equal((SourceKind.Constant, "801002", Confidence.Medium), (unit.Kind, unit.Value, unit.Confidence));
        Assert.Equal("2023-01-12,记 1号,801002,720102,一般公共预算,2070104,,,,基本支出,,1000.55,", Import.Lines(path)[1]);
    }

    [Fact]
    public void Entries_of_financial_accounting_are_left_out()
    {
        string path = At("平行记账.csv");
        File.WriteAllText(path, "日期,凭证号,科目编码,资金性质,功能分类,借方,贷方\n2023-01-02,1,5001,一般公共预算,2070101,30,\n2023-01-02,1,1002,一般公共预算,,,30\n2023-01-02,1,7101,一般公共预算,2070101,30,\n2023-01-02,1,8001,一般公共预算,,,30\n");
        ImportPlan plan = Import.Guess(path, context: Import.OneUnit);
        ImportResult result = SpreadsheetImport.Run(plan, Import.OneUnit);
        Assert.Equal(2, result.Rows);
        Assert.Equal([2, 3], result.Skipped.Select(s => s.Row));
        Assert.All(result.Skipped, s => Assert.Contains("财务会计", s.Why.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rejected_row_has_row_column_and_reason_and_nothing_is_imported()
    {
        object?[][] rows = Export();
        rows[3][11] = new MinimalWorkbook.Formula("K5", null);
        rows[4][10] = new MinimalWorkbook.Error("#REF!");
        rows[5][0] = "2024-02-03";
        rows[6][5] = "801009";
        string path = new MinimalWorkbook().Sheet("明细", rows).Save(At("ledger.xlsx"));
        BookProblem[] errors = Import.Errors(path);
        Assert.Equal(["ledger.xlsx 明细:4:L 贷方金额", "ledger.xlsx 明细:5:K 借方金额", "ledger.xlsx 明细:6:A 记账日期", "ledger.xlsx 明细:7:F 预算单位"], errors.Select(e => $"{e.File}:{e.Row}:{e.Column}"));
        Assert.Contains("公式没有计算结果", errors[0].Message.Zh, StringComparison.Ordinal);
        Assert.Contains("错误值", errors[1].Message.Zh, StringComparison.Ordinal);
        Assert.Contains("2024-02-03", errors[2].Message.Zh, StringComparison.Ordinal);
        Assert.Contains("801009", errors[3].Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_with_its_value_is_the_value()
    {
        object?[][] rows = Export();
        rows[3][11] = new MinimalWorkbook.Formula("K5", 5000);
        Assert.Equal(5, Import.Lines(new MinimalWorkbook().Sheet("明细", rows).Save(At("ledger.xlsx"))).Length);
    }

    [Fact]
    public void An_amount_in_a_merged_cell_is_rejected()
    {
        string path = new MinimalWorkbook().Sheet("明细", Export()).Merge("K6:K7").Save(At("ledger.xlsx"));
        Assert.Contains(Import.Errors(path), e => e is { Id: "import.merged", Row: 7 });
    }

    [Fact]
    public void Amounts_of_more_than_two_decimals_are_rejected()
    {
        object?[][] rows = Export();
        rows[5][10] = 1234.567;
        BookProblem error = Assert.Single(Import.Errors(new MinimalWorkbook().Sheet("明细", rows).Save(At("ledger.xlsx"))));
        Assert.Contains("1234.567", error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_debit_and_credit_in_a_row_is_rejected()
    {
        object?[][] rows = Export();
        rows[5][11] = 3.0;
        Assert.Equal("import.sides", Assert.Single(Import.Errors(new MinimalWorkbook().Sheet("明细", rows).Save(At("ledger.xlsx")))).Id);
    }

    [Fact]
    public void A_column_that_is_missing_is_asked_for()
    {
        object?[][] rows = Export();
        for (int i = 2; i < rows.Length; i++)
        {
            if (rows[i].Length > 6) rows[i][6] = null;
        }

        BookProblem error = Assert.Single(Import.Errors(new MinimalWorkbook().Sheet("明细", rows).Save(At("ledger.xlsx"))));
        Assert.Equal(("import.no-source", "资金性质"), (error.Id, error.Column));
        Assert.Contains("mapping.yaml", error.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one() =>
        Assert.Equal("2023-02-03,记-2,801001,7101,一般公共预算,2070109,30214,,P02,项目支出,,1234.50,活动场租", Import.Lines(Repository.At("tests", "Mingzhang.Accounts.Tests", "Fixtures", "imports", "ledger.xls"))[3]);
}
