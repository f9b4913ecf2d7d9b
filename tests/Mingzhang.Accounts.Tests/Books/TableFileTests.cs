using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class TableFileTests : IDisposable
{
    private const string FirstBudgetRow = "年初,,801001,一般公共预算,2070101,30101,,基本支出,1180000.00";

    private readonly BookCopy _book = new();

    public void Dispose() => _book.Dispose();

    private BookProblem ErrorOf(string old, string @new, string file = "budget.csv") => _book.Replace(file, old, @new).Read().OnlyError();

    [Theory]
    [InlineData("1180000.00", "\"1,180,000.00\"")]
    [InlineData("1180000.00", "１１８００００．００")]
    [InlineData("1180000.00", " 1180000 ")]
    [InlineData("801001,一般公共预算,2070101", "８０１００１,一般公共预算,２０７０１０１")]
    [InlineData("年初,,801001,一般公共预算", "initial,,801001,generalPublic")]
    public void Well_formed_variants_mean_the_same(string old, string @new)
    {
        Book book = _book.Replace("budget.csv", old, @new).Read().Book!;
        Assert.Equal((BudgetKind.Initial, "801001", Fund.GeneralPublic, "2070101", 1180000m), (book.Budget[0].Kind, book.Budget[0].Unit, book.Budget[0].Fund, book.Budget[0].Functional, book.Budget[0].Amount.Yuan));
    }

    [Theory]
    [InlineData("\"1,18,0000.00\"", "千分位")]
    [InlineData("1180000.005", "3 位小数")]
    [InlineData("1.18E+06", "科学计数法")]
    [InlineData("118万", "单位")]
    [InlineData("(1180000)", "括号")]
    [InlineData("", "缺少金额")]
    [InlineData("壹佰", "不是数字")]
    [InlineData("999999999999999.00", "过大")]
    [InlineData("\"99,999,999,999,999,999,999,999,999,999.00\"", "过大")]
    [InlineData("-1180000.00", "负数")]
    public void An_amount_that_is_none_is_named_with_its_place_and_a_remedy(string amount, string said)
    {
        BookProblem error = ErrorOf("1180000.00", amount);
        Assert.Equal(("budget.csv", 2, "金额"), (error.File, error.Row, error.Column));
        Assert.Contains(said, error.Message.Zh, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy.Zh);
        Assert.NotEmpty(error.Remedy.En);
    }

    [Theory]
    [InlineData("2070101,30101", "207010,30101", "功能分类", "207010")]
    [InlineData("2070101,30101", "20701,30101", "功能分类", "20701")]
    [InlineData("2070101,30101", "2070101,301", "部门经济分类", "301")]
    [InlineData("2070101,30101", "2070101,50101", "部门经济分类", "50101")]
    [InlineData("801001,一般公共预算", "801003,一般公共预算", "单位", "801003")]
    [InlineData("801001,一般公共预算", "801001,公共预算", "资金性质", "公共预算")]
    [InlineData("年初,,801001", "初,,801001", "类型", "初")]
    [InlineData("2070109,,P02", "2070109,,P05", "项目", "P05")]
    public void An_unknown_word_or_code_is_named(string old, string @new, string column, string text)
    {
        BookProblem error = ErrorOf(old, @new);
        Assert.Equal(column, error.Column);
        Assert.Contains($"“{text}”", error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_classification_lacks_is_a_warning_once()
    {
        BookReading reading = _book.Replace("budget.csv", "2070101,30101", "2070188,30101").Replace("budget.csv", "2070101,30102", "2070188,30102").Read();
        BookProblem warning = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Warning, "book.code.unknown", 2), (warning.Severity, warning.Id, warning.Row));
        Assert.NotNull(reading.Book);
    }

    [Fact]
    public void The_nearest_code_is_offered() => Assert.Contains("是不是“801001”？", ErrorOf("801001,一般公共预算", "8010011,一般公共预算").Message.Zh, StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_column_is_missing_and_the_right_one_offered()
    {
        BookReading reading = _book.Replace("budget.csv", "资金性质", "资金性制").Read();
        Assert.Equal("book.table.missing-column", reading.OnlyError().Id);
        BookProblem warning = Assert.Single(reading.Problems, p => p.Severity == Severity.Warning);
        Assert.Contains("是不是“资金性质”？", warning.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_twice_is_an_error() => Assert.Equal("book.table.duplicate-column", ErrorOf("类型,文号", "类型,类型").Id);

    [Fact]
    public void A_file_without_header_says_which_header_it_needs()
    {
        BookProblem error = _book.Write("budget.csv", FirstBudgetRow + "\n").Read().OnlyError();
        Assert.Equal("book.table.no-header", error.Id);
        Assert.Contains("类型,文号,单位", error.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unquoted_thousands_separator_is_a_cell_too_many()
    {
        BookProblem error = ErrorOf("1180000.00", "1,180,000.00");
        Assert.Equal(("book.table.cells", 2), (error.Id, error.Row));
        Assert.Contains("双引号", error.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_too_few_is_an_error() => Assert.Equal("book.table.cells", ErrorOf(FirstBudgetRow, FirstBudgetRow.Replace(",,801001", ",801001", StringComparison.Ordinal)).Id);

    [Fact]
    public void A_quote_that_is_never_closed_is_an_error()
    {
        BookProblem error = _book.Replace("opening.csv", "801001", "\"801001").Read().OnlyError();
        Assert.Equal(("book.table.quotes", "opening.csv", 2), (error.Id, error.File, error.Row));
    }

    [Fact]
    public void All_problems_are_collected_in_order()
    {
        string[] lines = _book.Text("budget.csv").TrimEnd('\n').Split('\n');
        for (int i = 1; i < lines.Length; i++) lines[i] = lines[i].Replace("一般公共预算", "公共预算", StringComparison.Ordinal);
        BookReading reading = _book.Write("budget.csv", string.Join('\n', lines)).Replace("unit.yaml", "kind: 行政单位", "kind: 行政机关").Read();
        Assert.Contains(reading.Problems, p => p.File == "unit.yaml");
        Assert.True(reading.Problems.Count(p => p.File == "budget.csv") > 20);
        Assert.True(reading.Problems.Where(p => p.File == "budget.csv").Select(p => p.Row).SequenceEqual(reading.Problems.Where(p => p.File == "budget.csv").Select(p => p.Row).Order()));
    }

    [Fact]
    public void Problems_of_one_file_are_listed_up_to_a_limit_and_the_rest_counted()
    {
        var rows = new StringBuilder("类型,文号,单位,资金性质,功能分类,部门经济分类,项目,支出性质,金额\n");
        for (int i = 0; i < 500; i++) rows.Append("年初,,801001,一般公共预算,2070101,30101,,基本支出,x\n");
        BookReading reading = _book.Write("budget.csv", rows.ToString()).Read();
        Assert.Equal(201, reading.Problems.Length);
        Assert.Contains("300", reading.Problems[^1].Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_must_sum_to_nothing()
    {
        BookProblem error = ErrorOf("-1500.00", "-1400.00");
        Assert.Equal("book.budget.unbalanced-move", error.Id);
        Assert.Contains("100.00", error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_expenditure_names_its_project() => Assert.Equal("book.budget.purpose", ErrorOf("2070109,,P02,项目支出,760000.00", "2070109,,,项目支出,760000.00").Id);

    [Fact]
    public void An_adjustment_without_document_is_a_warning()
    {
        BookReading reading = _book.Replace("budget.csv", "追加,澄财预〔2023〕17号", "追加,").Read();
        Assert.Equal("book.budget.document", Assert.Single(reading.Problems).Id);
        Assert.NotNull(reading.Book);
    }

    [Fact]
    public void The_same_opening_balance_twice_is_a_warning() =>
        Assert.Equal("book.opening.repeated", Assert.Single(_book.Write("opening.csv", _book.Text("opening.csv") + "801001,一般公共预算,2070109,P02,结转,1.00\n").Read().Problems).Id);

    [Fact]
    public void A_table_may_have_its_columns_in_any_order_and_blank_rows()
    {
        Book book = _book.Write("opening.csv", "amount,kind,unit,fund,project,functional\n\n,,,,,\n7.10,surplus,801002,unitOwn,,\n").Read().Book!;
        Assert.Equal(7.10m, Assert.Single(book.Openings).Amount.Yuan);
        Assert.True(book.Openings[0].Surplus);
    }
}
