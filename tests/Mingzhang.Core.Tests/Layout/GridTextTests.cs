using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Tests.Layout;

public class GridTextTests
{
    private static readonly Grid Sample = new(
        4,
        1,
        [
            new GridRow([new GridCell("项目", 0, CellRole.Head, ColumnSpan: 2, RowSpan: 2), new GridCell("金额", 2, CellRole.Head, ColumnSpan: 2)]),
            new GridRow([new GridCell("甲", 2, CellRole.Head), new GridCell("乙\t丙", 3, CellRole.Head)]),
            new GridRow([new GridCell("", 0, CellRole.Text), new GridCell("一", 1, CellRole.Text), new GridCell("1.00", 2, CellRole.Figure), new GridCell("", 3, CellRole.Figure)]),
        ],
        [1, 1, 1, 1]);

    [Fact]
    public void Covered_fields_are_empty_and_every_line_has_a_field_for_each_column() =>
        Assert.Equal("项目\t\t金额\t\n\t\t甲\t乙 丙\n\t一\t1.00\t", string.Join("\n", GridText.Lines(Sample)));

    [Fact]
    public void A_place_holds_the_text_of_its_cell()
    {
        TextTable table = GridText.Write(Sample, firstLine: 7);
        SourceText source = new("x", [.. Enumerable.Repeat("", 6), .. table.Lines], []);
        Assert.Equal(["项目", "金额", "甲", "乙 丙", "一", "1.00"], table.Places.Select(p => source.Quote(p.Span)));
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(26, "二十六")]
    [InlineData(100, "100")]
    public void Ordinals_are_Chinese_numerals(int number, string expected) => Assert.Equal(expected, Ordinals.Of(number));

    [Theory]
    [InlineData("一、", 1, 1)]
    [InlineData("二十六、其他", 26, 3)]
    [InlineData("十 二、", 12, 3)]
    [InlineData("其他", 0, 0)]
    public void Ordinals_are_read_at_the_start_of_a_text(string text, int expected, int length)
    {
        Assert.Equal(expected, Ordinals.Read(text, out int read));
        Assert.Equal(length, read);
    }

    [Theory]
    [InlineData("十二、农林水支出", "农林水支出")]
    [InlineData("甲、乙", "甲、乙")]
    [InlineData("合计", "合计")]
    public void A_leading_ordinal_is_taken_off(string caption, string expected) => Assert.Equal(expected, Ordinals.Without(caption));
}
