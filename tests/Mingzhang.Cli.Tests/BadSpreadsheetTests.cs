namespace Mingzhang.Cli.Tests;

/// <summary>Spreadsheets with something wrong in them: <c>mingzhang import</c> names it and leaves the book as it was.</summary>
public sealed class BadSpreadsheetTests : IDisposable
{
    private static readonly object?[] Head = ["日期", "凭证号", "单位", "科目编码", "资金性质", "功能分类", "部门经济分类", "项目", "借方", "贷方", "摘要"];
    private static readonly object?[] Paid = ["2023-05-04", "1", "801001", "7101", "一般公共预算", "2070101", "30201", null, 88.8, null, "纸张"];
    private static readonly object?[] Cash = ["2023-05-04", "1", "801001", "8001", "一般公共预算", null, null, null, null, 88.8, "纸张"];

    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(8, "第 2 行“I 借方”", "没有计算结果", "重新计算并保存", "line 2 'I 借方'", "recalculate and save")]
    [InlineData(5, "第 2 行“F 功能分类”", "没有计算结果", "重新计算并保存", "line 2 'F 功能分类'", "recalculate and save")]
    public void A_formula_without_its_value_is_refused(int column, string place, string what, string remedy, string english, string englishRemedy)
    {
        object?[] row = [.. Paid];
        row[column] = new MinimalWorkbook.Formula("SUM(Z1:Z2)", null);
        string sheet = new MinimalWorkbook().Sheet("凭证", Head, row, Cash).Save(_folder.At("导出.xlsx"));
        Refused(sheet, "ledger", ["错误", "导出.xlsx 凭证", place, what, remedy], [english, englishRemedy]);
    }

    [Fact]
    public void Headings_in_merged_cells_are_understood()
    {
        object?[] above = [.. Head], below = new object?[Head.Length];
        (above[8], above[9], below[8], below[9]) = ("发生额", null, "借方", "贷方");
        MinimalWorkbook workbook = new MinimalWorkbook().Sheet("凭证", above, below, Paid, Cash).Merge("I1:J1");
        foreach (char column in "ABCDEFGHK") workbook.Merge($"{column}1:{column}2");
        Run run = Run.Of("import", workbook.Save(_folder.At("导出.xlsx")), "--as", "ledger", "--into", _book.Folder);
        Assert.True(run.Status == 0, run.Messages);
        Assert.Contains("借方 ← I 列“借方”", run.Messages, StringComparison.Ordinal);
        Assert.Contains("导入 2 行", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_in_merged_cells_is_refused()
    {
        string sheet = new MinimalWorkbook().Sheet("凭证", Head, Paid, [.. Paid[..8], null, null, "墨盒"], Cash).Merge("I2:I3").Save(_folder.At("导出.xlsx"));
        Refused(sheet, "ledger", ["错误", "第 3 行“I 借方”", "合并单元格", "取消合并"], ["line 3 'I 借方'", "merged cell", "unmerge it"]);
    }

    [Fact]
    public void An_empty_sheet_is_refused() =>
        Refused(new MinimalWorkbook().Sheet("Sheet1").Save(_folder.At("空.xlsx")), "budget", ["错误", "空.xlsx", "没有任何内容", "确认导出是否成功"], ["空.xlsx", "is empty", "check that the export succeeded"]);

    [Fact]
    public void A_sheet_without_header_is_refused() =>
        Refused(new MinimalWorkbook().Sheet("凭证", Paid, Cash).Save(_folder.At("导出.xlsx")), "ledger", ["错误", "导出.xlsx", "没有找到表头", "有列名"], ["no header was found", "column names"]);

    [Fact]
    public void An_empty_sheet_beside_the_one_with_entries_does_no_harm()
    {
        string sheet = new MinimalWorkbook().Sheet("Sheet1").Sheet("凭证", Head, Paid, Cash).Save(_folder.At("导出.xlsx"));
        Assert.Contains("导入 2 行", Run.Of("import", sheet, "--as", "ledger", "--into", _book.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Subtotals_of_a_budget_are_left_out_and_said_to_be()
    {
        string sheet = _folder.File("预算.csv", "单位,资金性质,功能分类,部门经济分类,年初预算\n801001,一般公共预算,207,,30\n801001,一般公共预算,2070101,30201,10\n801001,一般公共预算,2070101,30211,20\n,,日常公用小计,,30\n");
        Run run = Run.Of("import", sheet, "--as", "budget", "--into", _book.Folder);
        Assert.True(run.Status == 0, run.Messages);
        Assert.Contains("第 2 行不是分录，略去：207 的小计行，等于下面 2 行之和", run.Messages, StringComparison.Ordinal);
        Assert.Contains("第 5 行不是分录，略去：合计", run.Messages, StringComparison.Ordinal);
        Assert.Contains("导入 2 行", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_the_sum_of_its_rows_is_refused() =>
        Refused(
            _folder.File("预算.csv", "单位,资金性质,功能分类,年初预算\n801001,一般公共预算,207,31\n801001,一般公共预算,2070101,30\n"), "budget",
            ["第 2 行“D 年初预算”", "207 的金额 31.00 元不是下面 1 行之和 30.00 元", "核对"], ["line 2 'D 年初预算'", "not the sum of the 1 rows below", "check the amounts"]);

    [Fact]
    public void A_file_of_two_gigabytes_is_refused()
    {
        using (FileStream file = File.Create(_folder.At("导出.csv"))) file.SetLength(1L << 31);
        File.CreateSymbolicLink(_folder.At("链接.csv"), _folder.At("导出.csv"));
        foreach (string name in new[] { "导出.csv", "链接.csv" })
            Refused(_folder.At(name), "ledger", ["错误", name, "有 2147483648 字节", "分成几个文件导入"], ["has 2147483648 bytes", "import it in parts"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_is_not_waited_for()
    {
        Pipes.Make(_folder.At("导出.csv"));
        Pipes.Make(_book.At("mapping.yaml"));
        await Task.Run(() => Assert.Equal(2, Run.Of("import", _folder.At("导出.csv"), "--as", "ledger", "--into", _book.Folder).Status));
        _book.Remove("mapping.yaml");
        await Task.Run(() => Refused(_folder.At("导出.csv"), "ledger", ["错误", "导出.csv", "管道", "先存成文件"], ["or a pipe", "save what comes from a pipe to a file"]));
    }

    private void Refused(string sheet, string kind, string[] said, string[] english)
    {
        string before = _book.Text(kind + ".csv");
        foreach ((string language, string[] parts) in new[] { ("zh", said), ("en", english) })
        {
            Run run = Run.Of("import", sheet, "--as", kind, "--into", _book.Folder, "--lang", language);
            Assert.Equal(2, run.Status);
            Assert.Empty(run.Output);
            Assert.True(run.Messages.Split('\n').Any(line => parts.All(s => line.Contains(s, StringComparison.Ordinal))), $"{string.Join(" … ", parts)}\n{run.Messages}");
        }

        Assert.Equal(before, _book.Text(kind + ".csv"));
        Assert.False(File.Exists(_book.At("mapping.yaml")));
        Assert.DoesNotContain(Directory.EnumerateFiles(_book.Folder), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
