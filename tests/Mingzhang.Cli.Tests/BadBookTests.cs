namespace Mingzhang.Cli.Tests;

/// <summary>One thing wrong in a book: <c>mingzhang build</c> names its place and the remedy and writes nothing.</summary>
public sealed class BadBookTests : IDisposable
{
    private const string Paid = "2023-03-28,0002,801001,7101,一般公共预算,2070101,30101,50101,,基本支出,,1186432.10,发放工资津补贴";

    private readonly BookCopy _book = new();
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    /// <param name="file">The file that is broken.</param>
    /// <param name="old">What is replaced in it.</param>
    /// <param name="new">What takes its place.</param>
    /// <param name="at">A text of the row that is to be named.</param>
    /// <param name="column">The column that is to be named; empty for the whole row.</param>
    /// <param name="what">What is to be said in Chinese, and the remedy, parted by a bar.</param>
    /// <param name="english">The same in English.</param>
    [Theory]
    [InlineData("ledger.csv", "0002,801001,7101", "0002,801009,7101", "801009", "单位", "未知的单位“801009”|unit.yaml 的 units 中没有它", "unknown unit \"801009\"|correct the code or add it there")]
    [InlineData("ledger.csv", "0002,801001,7101", "0002,801001,9101", "9101", "科目", "未知的科目“9101”|写预算会计科目", "unknown account \"9101\"|write an account of budgetary accounting")]
    [InlineData("ledger.csv", "2070109,,,P02", "2070109,,,P92", "P92", "项目", "未知的项目“P92”|改正代码", "unknown project \"P92\"|correct the code")]
    [InlineData("ledger.csv", "一般公共预算,2070101,30101", "一般预算,2070101,30101", "一般预算", "资金性质", "资金性质不能是“一般预算”|应为 一般公共预算", "cannot be \"一般预算\"|use one of")]
    [InlineData("ledger.csv", "2070101,30101", "207010,30101", ",207010,", "功能分类", "“207010”不是功能分类项级科目|7 位数字", "\"207010\" is no functional code|seven digits")]
    [InlineData("ledger.csv", "30101,50101", "3010,50101", ",3010,", "部门经济分类", "“3010”不是部门经济分类款级科目|5 位数字", "\"3010\" is no economic code|five digits")]
    [InlineData("ledger.csv", "30101,50101", "30101,40101", "40101", "政府经济分类", "“40101”不是政府经济分类科目|写 5 开头的编码", "\"40101\" is no economic code|beginning with 5")]
    [InlineData("ledger.csv", "1186432.10", "1186432.20", "1186432.20", "金额", "凭证“0002”借贷不平|相差 0.10|补上或更正分录", "voucher \"0002\"|difference 0.10|add or correct entries")]
    [InlineData("ledger.csv", "2023-03-28,0002", "2024-03-28,0002", "2024-03-28", "日期", "“2024-03-28”不是 2023 年内的日期|写成 2023-05-04 的形式", "\"2024-03-28\" is no date within 2023|move entries of other years")]
    [InlineData("ledger.csv", "2023-03-28,0002", "2023-02-29,0002", "2023-02-29", "日期", "“2023-02-29”不是 2023 年内的日期|写成", "\"2023-02-29\" is no date|write it like")]
    [InlineData("ledger.csv", "1186432.10", "\"11,86432.10\"", "11,86432.10", "金额", "“11,86432.10”的千分位不对|写成 1,234.50", "thousands separators in the wrong places|write 1,234.50")]
    [InlineData("ledger.csv", "1186432.10", "1,186,432.10", "1,186,432.10", "", "该行有 15 格，表头只有 13 列|英文双引号", "15 cells, the header 13|double quotes")]
    [InlineData("ledger.csv", "1186432.10", "1186432.105", "1186432.105", "金额", "3 位小数|最多两位小数", "3 decimals|two decimals at most")]
    [InlineData("ledger.csv", "2023-07-18,0007", "2023-07-18,0006", "2023-07-18,0006", "凭证号", "凭证号“0006”重复|更正凭证号或日期", "voucher \"0006\" exists already|correct the number or the date")]
    [InlineData("ledger.csv", ",801002,50000.00", ",,50000.00", ",801001,50000.00", "对方单位", "内部往来不一致|双方都要填写对方单位", "801002 has 50000.00 from 801001|both sides name each other")]
    [InlineData("ledger.csv", Paid + "\n", Paid + "\n2023-12-31,0099,801001,8101,单位资金,,,,,,,1.00,年末\n", ",0099,", "科目", "年末余额 1.00 元|核对 opening.csv", "is stated as 1.00|check opening.csv")]
    [InlineData("budget.csv", "17号,801001", "17号,801003", "801003", "单位", "未知的单位“801003”|unit.yaml", "unknown unit \"801003\"|unit.yaml")]
    [InlineData("budget.csv", "-1500.00", "-1400.00", "-1400.00", "金额", "调剂合计 100.00|调出用负数", "sum to 100.00|what is given is negative")]
    [InlineData("opening.csv", "政府性基金,2296003,P03", "政府性基金,,P03", "政府性基金,,P03", "功能分类", "政府性基金年初数 18000.00 元缺少功能分类|填写项级科目", "has no functional code|give the item's code")]
    [InlineData("opening.csv", "12000.00", "-12000.00", "-12000.00", "金额", "“-12000.00”是负数|不能为负", "\"-12000.00\" is negative|cannot be negative")]
    public void The_row_the_column_and_the_remedy_are_named(string file, string old, string @new, string at, string column, string what, string english)
    {
        _book.Replace(file, old, @new);
        string text = _book.Text(file);
        int row = text[..text.IndexOf(at, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        string path = _book.At(file);
        Refused(["build", _book.Folder, "-o", _folder.At("out")], [$"错误 {path} 第 {row} 行{(column.Length > 0 ? $"“{column}”" : "")}：", .. what.Split('|')]);
        Refused(["build", _book.Folder, "-o", _folder.At("out"), "--lang", "en"], [$"error {path} line {row}{(column.Length > 0 ? $" '{column}'" : "")}: ", .. english.Split('|')]);
    }

    [Theory]
    [InlineData("ledger.csv", 1L << 31, "有 2147483648 字节，超过上限|调高上限", "has 2147483648 bytes|raise the limit")]
    [InlineData("budget.csv", 1L << 31, "有 2147483648 字节，超过上限|调高上限", "has 2147483648 bytes|raise the limit")]
    [InlineData("ledger.csv", 0L, "文件是空的|填写内容", "the file is empty|fill it in")]
    [InlineData("ledger.csv", -1L, "没有账簿文件 ledger.csv|mingzhang import --as ledger", "the ledger is missing|add ledger.csv")]
    [InlineData("unit.yaml", -1L, "没有这个文件|补上这个文件", "the file is missing|add it")]
    public void A_file_that_cannot_be_used_is_named(string file, long length, string what, string english)
    {
        if (length < 0) _book.Remove(file);
        else using (var stream = new FileStream(_book.At(file), FileMode.Open)) stream.SetLength(length);
        Refused(["build", _book.Folder, "-o", _folder.At("out")], [$"错误 {_book.At(file)}：", .. what.Split('|')]);
        Refused(["build", _book.Folder, "-o", _folder.At("out"), "--lang", "en"], [$"error {_book.At(file)}: ", .. english.Split('|')]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("ledger.csv")]
    [InlineData("budget.csv")]
    [InlineData("unit.yaml")]
    public async Task A_pipe_in_place_of_a_file_is_not_waited_for(string file)
    {
        Pipes.Make(_book.Remove(file).At(file));
        await Task.Run(() => Refused(["build", _book.Folder, "-o", _folder.At("out")], [$"错误 {_book.At(file)}：", "管道", "先存成文件"]));
    }

    [Fact]
    public void A_folder_that_is_no_book_or_is_not_there_is_refused()
    {
        string empty = Directory.CreateDirectory(_book.At("empty")).FullName;
        Refused(["build", empty, "-o", _folder.At("out")], [Path.Combine(empty, "unit.yaml"), "没有这个文件", "补上这个文件"]);
        Refused(["build", _book.At("nowhere"), "-o", _folder.At("out")], ["nowhere", "没有文件夹", "mingzhang new"]);
        Refused(["build", _book.At("ledger.csv"), "-o", _folder.At("out"), "--lang", "en"], ["ledger.csv", "there is no folder", "mingzhang new"]);
    }

    private void Refused(string[] arguments, string[] said)
    {
        Run run = Run.Of(arguments);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.True(run.Messages.Split('\n').Any(line => said.All(s => line.Contains(s, StringComparison.Ordinal))), $"{string.Join(" … ", said)}\n{run.Messages}");
        Assert.Empty(_folder.Names());
    }
}
