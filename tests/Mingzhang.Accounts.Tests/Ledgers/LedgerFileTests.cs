using System.Collections.Immutable;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Tests.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Ledgers;

public sealed class LedgerFileTests : IDisposable
{
    private const string Header = "日期,凭证号,单位,科目,资金性质,功能分类,部门经济分类,政府经济分类,项目,支出性质,对方单位,金额,摘要\n";
    private const string Row = "2023-05-04,0001,1,7101,一般公共预算,2010301,30201,50201,,基本支出,,12.34,办公用品\n";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"ledger-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_row_is_an_entry()
    {
        (Ledger ledger, _) = Read(Header + Row);
        LedgerEntry entry = ledger[0];
        Assert.Equal(new DateOnly(2023, 5, 4), entry.Date);
        Assert.Equal(("0001", "1", "7101", Fund.GeneralPublic), (entry.Voucher, entry.Unit, entry.Account, entry.Fund));
        Assert.Equal(("2010301", "30201", "50201", "", Purpose.Basic), (entry.Functional, entry.Economic, entry.GovernmentEconomic, entry.Project, entry.Purpose));
        Assert.Equal((12.34m, "办公用品"), (entry.Amount.Yuan, entry.Summary));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-0.5", -0.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("１２３", 123)]
    [InlineData("007.10", 7.1)]
    public void Amounts_may_be_written_in_several_ways(string written, double yuan)
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(Header + Row.Replace("12.34", $"\"{written}\"", StringComparison.Ordinal));
        Assert.Empty(problems);
        Assert.Equal((decimal)yuan, ledger[0].Amount.Yuan);
    }

    [Theory]
    [InlineData("2023/5/4")]
    [InlineData("2023.05.04")]
    [InlineData("20230504")]
    [InlineData("2023年5月4日")]
    public void Dates_may_be_written_in_several_ways(string written)
    {
        Assert.Equal(new DateOnly(2023, 5, 4), Read(Header + Row.Replace("2023-05-04", written, StringComparison.Ordinal)).Ledger[0].Date);
    }

    [Theory]
    [InlineData("2023-05-04", "2022-05-04", "日期")]
    [InlineData("2023-05-04", "2023-02-30", "日期")]
    [InlineData("0001", "", "凭证号")]
    [InlineData(",1,7101", ",9,7101", "单位")]
    [InlineData("7101", "1002", "科目")]
    [InlineData("7101", "", "科目")]
    [InlineData("一般公共预算", "预算外", "资金性质")]
    [InlineData("2010301", "20103", "功能分类")]
    [InlineData("30201", "302", "部门经济分类")]
    [InlineData("50201", "30201x", "政府经济分类")]
    [InlineData("50201,,", "50201,P9,", "项目")]
    [InlineData("基本支出", "其他", "支出性质")]
    [InlineData(",,12.34", ",9,12.34", "对方单位")]
    [InlineData("12.34", "", "金额")]
    [InlineData("12.34", "12.345", "金额")]
    [InlineData("12.34", "=SUM(A1)", "金额")]
    [InlineData("12.34", "1e5", "金额")]
    [InlineData("12.34", "999999999999999", "金额")]
    public void A_cell_that_cannot_be_used_is_named(string right, string wrong, string column)
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(Header + Row + "\n" + Row.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(1, ledger.Count);
        BookProblem problem = Assert.Single(problems);
        Assert.Equal((4, column, Severity.Error), (problem.Row, problem.Column, problem.Severity));
        Assert.NotEmpty(problem.Remedy.Zh);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public void Line_ends_and_blank_lines_do_not_matter(string end)
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read((Header + Row + Row).Replace("\n", end, StringComparison.Ordinal));
        Assert.Empty(problems);
        Assert.Equal(2, ledger.Count);
        Assert.Equal("办公用品", ledger[1].Summary);
    }

    [Fact]
    public void The_last_line_needs_no_end() => Assert.Equal(12.34m, Read((Header + Row).TrimEnd('\n')).Ledger[0].Amount.Yuan);

    [Fact]
    public void Columns_may_stand_in_any_order_and_in_english()
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read("amount,unit,account,fund,functional,economic,project,purpose,date,voucher\n5,1,7101,一般公共预算,2010301,30201,,基本支出,2023-01-02,7\n");
        Assert.Empty(problems);
        Assert.Equal((5m, "7", ""), (ledger[0].Amount.Yuan, ledger[0].Voucher, ledger[0].Summary));
    }

    [Fact]
    public void Gb18030_and_byte_order_marks_are_understood()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Assert.Equal("办公用品", Read(gb.GetBytes(Header + Row)).Ledger[0].Summary);
        Assert.Equal("办公用品", Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Header + Row)]).Ledger[0].Summary);
        Assert.Equal("办公用品", Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header + Row)]).Ledger[0].Summary);
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_ends_and_rows_behind_keep_their_line()
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(Header + Row.Replace("办公用品", "\"纸,笔\n\"\"彩色\"\"\"", StringComparison.Ordinal) + Row.Replace("12.34", "x", StringComparison.Ordinal) + Row);
        Assert.Equal("纸,笔\n\"彩色\"", ledger[0].Summary);
        Assert.Equal(4, Assert.Single(problems).Row);
        Assert.Equal([2, 5], [ledger.LineOf(0), ledger.LineOf(1)]);
    }

    [Theory]
    [InlineData("\"办公用品")]
    [InlineData("办公\"用品\"")]
    [InlineData("\"办公\"用品")]
    public void A_quote_in_the_wrong_place_is_named(string summary)
    {
        (_, ImmutableArray<BookProblem> problems) = Read(Header + Row + Row.Replace("办公用品", summary, StringComparison.Ordinal));
        Assert.Equal(("book.table.quotes", 3), (problems[0].Id, problems[0].Row));
    }

    [Fact]
    public void A_row_with_too_few_cells_is_named() => Assert.Equal(3, Assert.Single(Read(Header + Row + "2023-05-04,0001,1\n").Problems).Row);

    [Fact]
    public void A_number_used_for_two_vouchers_of_a_month_is_named()
    {
        (_, ImmutableArray<BookProblem> problems) = Read(Header + Row + Row.Replace("05-04", "05-09", StringComparison.Ordinal) + Row.Replace("05-04", "06-04", StringComparison.Ordinal));
        Assert.Equal(("book.ledger.duplicate-voucher", 3), (Assert.Single(problems).Id, problems[0].Row));
    }

    [Fact]
    public void Amounts_beyond_all_bounds_are_refused_without_a_crash()
    {
        var text = new StringBuilder(Header);
        for (int i = 0; i < 200; i++) text.Append(Row.Replace("12.34", "99999999999.99", StringComparison.Ordinal));
        Assert.Equal(200, Read(text.ToString()).Ledger.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("日期\n")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("%PDF-1.7 abc")]
    public void A_file_that_is_no_ledger_is_named(string text)
    {
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(text);
        Assert.Equal(0, ledger.Count);
        Assert.Contains(problems, p => p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public void Rows_of_every_kind_are_read_across_the_blocks_of_a_large_file(int shift)
    {
        var text = new StringBuilder(Header.TrimEnd('\n')).Append(' ', shift).Append('\n');
        string quoted = Row.Replace("办公用品", "\"纸\n笔,墨\"", StringComparison.Ordinal);
        for (int i = 0; i < 30_000; i++) text.Append(i % 3 == 0 ? quoted : Row).Append(i % 1000 == 0 ? "\n" : "");
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(text.ToString());
        Assert.Empty(problems);
        Assert.Equal(30_000, ledger.Count);
        Assert.All(Enumerable.Range(0, 30_000), i => Assert.Equal(i % 3 == 0 ? "纸\n笔,墨" : "办公用品", ledger[i].Summary));
        Assert.Equal(2 + 29_999 + 10_000 + 30, ledger.LineOf(29_999));
    }

    [Fact]
    public void A_text_of_many_megabytes_in_quotes_is_read_or_named()
    {
        string large = Row.Replace("办公用品", $"\"{new string('纸', 2_000_000)}\"", StringComparison.Ordinal);
        Assert.Equal(2_000_000, Read(Header + Row + large + Row).Ledger[1].Summary.Length);
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(Header + Row + Row.Replace("办公用品", $"\"{new string('纸', 8_000_000)}", StringComparison.Ordinal) + Row);
        Assert.Equal(1, ledger.Count);
        Assert.Equal(("book.table.quotes", 3), (problems[0].Id, problems[0].Row));
    }

    [Fact]
    public void Other_encodings_are_seen_even_far_behind_the_beginning()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        string ascii = "date,voucher,unit,account,fund,functional,economic,project,purpose,amount,summary\n" + string.Concat(Enumerable.Repeat("2023-05-04,1,1,7101,generalPublic,2010301,30201,,basic,1,x\n", 40_000));
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(gb.GetBytes(ascii + "2023-05-04,1,1,7101,generalPublic,2010301,30201,,basic,1,办公用品\n"));
        Assert.Empty(problems);
        Assert.Equal((40_001, "办公用品"), (ledger.Count, ledger[40_000].Summary));
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_refused()
    {
        File.WriteAllText(_path, Header + Row);
        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(new BookLimits { LedgerBytes = 100 });
        Assert.Equal(0, ledger.Count);
        Assert.Equal("book.file.too-large", Assert.Single(problems).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_written_is_read(int seed)
    {
        var random = new Random(seed);
        List<LedgerEntry> entries = [.. Enumerable.Range(0, 400).SelectMany(_ => RandomBook.Entries(random, 2023)).Select((e, i) => e with { Voucher = $"记{i / 3}-{e.Date:MMdd}", Summary = i % 7 == 0 ? "含,逗号\"引号\"" : i % 5 == 0 ? "" : $"摘要{i % 90}" })];
        var text = new StringBuilder(Header);
        foreach (LedgerEntry e in entries)
        {
            string summary = e.Summary.Contains('"', StringComparison.Ordinal) ? $"\"{e.Summary.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : e.Summary;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{e.Date:yyyy-MM-dd},{e.Voucher},{e.Unit},{e.Account},{Mingzhang.Accounts.Books.Tables.BookTerms.Funds.Write(e.Fund)},{e.Functional},{e.Economic},,{e.Project},{Mingzhang.Accounts.Books.Tables.BookTerms.Purposes.Write(e.Purpose)},{e.Counterparty},{e.Amount},{summary}\n");
        }

        (Ledger ledger, ImmutableArray<BookProblem> problems) = Read(text.ToString());
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
        Assert.Equal(entries, Enumerable.Range(0, ledger.Count).Select(i => ledger[i]));
    }

    private (Ledger Ledger, ImmutableArray<BookProblem> Problems) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private (Ledger Ledger, ImmutableArray<BookProblem> Problems) Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return Read(BookLimits.Default);
    }

    private (Ledger Ledger, ImmutableArray<BookProblem> Problems) Read(BookLimits limits)
    {
        var problems = ImmutableArray.CreateBuilder<BookProblem>();
        ImmutableArray<Project> projects = [new Project { Code = "P1", Name = "甲", Unit = "1" }, new Project { Code = "P2", Name = "乙", Unit = "2" }, new Project { Code = "P3", Name = "丙", Unit = "2" }];
        Ledger ledger = LedgerFile.Read(_path, RandomBook.Department, projects, RandomBook.Edition(2023), new FiscalYear(2023), limits, problems);
        return (ledger, problems.ToImmutable());
    }
}
