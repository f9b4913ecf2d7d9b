using Mingzhang.Accounts.Books;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class ProseFileTests : IDisposable
{
    private readonly BookCopy _book = new();

    public void Dispose() => _book.Dispose();

    [Theory]
    [InlineData("# 主要职责", "# 主要职能", "book.prose.section", 1)]
    [InlineData("# 主要职责", "#主要职责", "book.prose.heading", 1)]
    [InlineData("# 机构设置", "# 主要职责", "book.prose.repeated", 9)]
    [InlineData("# 主要职责", "职责如下\n# 主要职责", "book.prose.stray", 1)]
    [InlineData("## 收支总计\n", "", "book.prose.stray", 15)]
    [InlineData("## 2070104", "## 2070101", "book.prose.repeated", 39)]
    [InlineData("| 群众文化活动 | 全年", "| 群众文化活动 | 全年 | 全年", "book.prose.table", 109)]
    [InlineData("| 重要事项 |", "| 事项 |", "book.prose.table", 107)]
    [InlineData("# 机构设置", "# 机构设置\n\n## 科室", "book.prose.entry", 11)]
    [InlineData("# 机构设置", "# 机构设置\n<!-- 待补", "book.prose.comment", 0)]
    public void A_mistake_has_its_line(string old, string @new, string id, int line)
    {
        BookReading reading = _book.Replace("prose.md", old, @new).Read();
        BookProblem error = Assert.Single(reading.Problems, p => p.Severity == Severity.Error && p.Id == id);
        if (line > 0) Assert.Equal(line, error.Row);
        Assert.Null(reading.Book);
    }

    [Fact]
    public void Paragraphs_are_parted_by_blank_lines_and_their_lines_joined()
    {
        Prose prose = _book.Write("prose.md", "# 主要职责\n\n（一）统筹全区\n公共文化。\n\n<!-- 待核 -->\n（二）使用 Wi-Fi\nand web。\n").Read().Book!.Prose;
        Assert.Equal((string[])["（一）统筹全区公共文化。", "（二）使用 Wi-Fi and web。"], prose.Duties);
    }

    [Fact]
    public void A_reason_is_a_clause_without_full_stop()
    {
        Assert.Equal("人员变动", _book.Replace("prose.md", "## 2070101\n人员变动", "## 2070101\n人员变动。").Read().Book!.Prose.Reasons["2070101"]);
        Assert.Equal("book.prose.clause", _book.Replace("prose.md", "## 2070101\n人员变动。", "## 2070101\n人员变动\n\n另有其他").Read().OnlyError().Id);
    }

    [Fact]
    public void A_reason_that_is_blank_is_a_warning_and_no_reason()
    {
        BookReading reading = _book.Replace("prose.md", "## 2070101\n人员变动", "## 2070101").Read();
        Assert.Equal("book.prose.blank", Assert.Single(reading.Problems).Id);
        Assert.False(reading.Book!.Prose.Reasons.ContainsKey("2070101"));
    }

    [Fact]
    public void A_bar_within_a_cell_is_escaped()
    {
        Prose prose = _book.Replace("prose.md", "| 群众文化活动 |", "| 群众\\|文化活动 |").Read().Book!.Prose;
        Assert.Equal("群众|文化活动", prose.KeyWork[0].Matter);
    }
}
