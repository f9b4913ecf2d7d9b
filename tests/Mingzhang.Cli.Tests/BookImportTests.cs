namespace Mingzhang.Cli.Tests;

/// <summary><c>mingzhang import</c>: spreadsheets into a book.</summary>
public sealed class BookImportTests : IDisposable
{
    private const string Head = "日期,凭证号,单位,科目编码,资金性质,功能分类,部门经济分类,项目,借方,贷方,摘要\n";
    private const string Rows = "2023-05-04,1,801001,7101,一般公共预算,2070101,30201,,88.80,,纸张\n2023-05-04,1,801001,8001,一般公共预算,,,,,88.80,纸张\n合计,,,,,,,,88.80,88.80,\n";

    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    private string Sheet(string text)
    {
        File.WriteAllText(_folder.At("export.csv"), text);
        return _folder.At("export.csv");
    }

    [Fact]
    public void The_mapping_is_shown_and_saved_and_the_file_written()
    {
        Run run = Run.Of("import", Sheet(Head + Rows), "--as", "ledger", "--into", _book.Folder);
        Assert.Equal(0, run.Status);
        Assert.Contains("借方 ← I 列“借方”", run.Messages, StringComparison.Ordinal);
        Assert.Contains("第 4 行", run.Messages, StringComparison.Ordinal);
        Assert.Contains("导入 2 行", run.Output, StringComparison.Ordinal);
        Assert.Equal("2023-05-04,1,801001,7101,一般公共预算,2070101,30201,,,基本支出,,88.80,纸张", _book.Text("ledger.csv").Split('\n')[1]);
        Assert.Contains("借方: {column: I, heading: \"借方\"}", _book.Text("mapping.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_rejected_row_nothing_is_written()
    {
        string before = _book.Text("ledger.csv");
        Run run = Run.Of("import", Sheet(Head + Rows + "2023-05-05,2,801001,7101,一般公共预算,2070101,30201,,壹元,,纸张\n"), "--as", "ledger", "--into", _book.Folder);
        Assert.Equal(2, run.Status);
        Assert.Contains("壹元", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(before, _book.Text("ledger.csv"));
        Assert.False(File.Exists(_book.At("mapping.yaml")));
    }

    [Fact]
    public void A_mapping_that_lacks_a_field_is_saved_to_be_completed_by_hand()
    {
        string sheet = Sheet((Head + Rows).Replace(",资金性质", "", StringComparison.Ordinal).Replace(",一般公共预算", "", StringComparison.Ordinal).Replace("合计,", "合计", StringComparison.Ordinal));
        string before = _book.Text("ledger.csv");
        Run first = Run.Of("import", sheet, "--as", "ledger", "--into", _book.Folder);
        Assert.Equal(2, first.Status);
        Assert.Contains("mapping.yaml", first.Messages, StringComparison.Ordinal);
        Assert.Equal(before, _book.Text("ledger.csv"));

        _book.Replace("mapping.yaml", "  fields:\n", "  fields:\n    资金性质: {value: 一般公共预算}\n");
        Assert.Equal(0, Run.Of("import", sheet, "--as", "ledger", "--into", _book.Folder).Status);
        Assert.Contains("2023-05-04,1,801001,7101,一般公共预算,2070101", _book.Text("ledger.csv"), StringComparison.Ordinal);
    }
}
