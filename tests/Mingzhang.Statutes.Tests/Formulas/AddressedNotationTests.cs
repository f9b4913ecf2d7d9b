using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Statutes.Tests.Formulas;

public class AddressedNotationTests
{
    [Theory]
    [InlineData("01[27].1 = 02[合计].1")]
    [InlineData("01[本年收入合计].1=02[合计].1")]
    [InlineData("01［27］．1 ＝ 02［合计］．1")]
    public void Cells_are_named_by_form_row_and_column(string text)
    {
        Relation relation = Parse(text);
        Assert.Equal("+01[27].1", Statutes.Say(relation.Left));
        Assert.Equal("+02[合计].1", Statutes.Say(relation.Right));
    }

    [Fact]
    public void Sums_and_differences_carry_their_signs()
    {
        Relation relation = Parse("- 01[1].1 + 01[2].1 = 02[201].2 - 02[20103].2");
        Assert.Equal("-01[1].1 +01[2].1", Statutes.Say(relation.Left));
        Assert.Equal("+02[201].2 -02[20103].2", Statutes.Say(relation.Right));
    }

    [Theory]
    [InlineData("01[类].2 = 03[类].1", Quantifier.EachClass)]
    [InlineData("05[类款项].1 <= 03[类款项].1", Quantifier.EachCode)]
    [InlineData("05[款项].1 <= 03[款项].1", Quantifier.EachCode)]
    [InlineData("02[各行].1 >= 02[各行].2", Quantifier.EachRow)]
    [InlineData("03[上级].2 = 03[Σ下级].2", Quantifier.EachParent)]
    [InlineData("03[上级].2 = 03[∑下级].2", Quantifier.EachParent)]
    public void Relations_are_repeated_over_rows(string text, Quantifier over) => Assert.Equal(over, Parse(text).Over);

    [Theory]
    [InlineData("03[上级].各栏 = 03[Σ下级].各栏")]
    [InlineData("03[上级].* = 03[Σ下级].*")]
    public void Relations_are_repeated_over_columns(string text)
    {
        Relation relation = Parse(text);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], relation.OverColumns.AsEnumerable());
        Assert.Equal("+03[Bound].*", Statutes.Say(relation.Left));
        Assert.Equal("+03[ChildrenOfBound].*", Statutes.Say(relation.Right));
    }

    [Fact]
    public void The_rows_at_the_top_are_summed_without_repeating()
    {
        Relation relation = Parse("05[合计].2 = 03[Σ各行].2 + 05[∑各行].3");
        Assert.Equal(Quantifier.None, relation.Over);
        Assert.Equal("+03[TopRows].2 +05[TopRows].3", Statutes.Say(relation.Right));
    }

    [Fact]
    public void A_caption_that_stands_on_both_sides_is_told_by_the_column()
    {
        Relation relation = Parse("01[总计].1 = 01[总计].2");
        Assert.Equal("+01[31].1", Statutes.Say(relation.Left));
        Assert.Equal("+01[62].2", Statutes.Say(relation.Right));
    }

    [Theory]
    [InlineData("17[1].1 = 02[合计].1", 0, "there is no form \"17\"")]
    [InlineData("01[1.1 = 02", 3, "] is missing behind the row")]
    [InlineData("01 = 02", 0, "a relation between forms is written with addresses, form[row].column")]
    [InlineData("01[27] = 02[合计].1", 7, ". and a column was expected, not \"=\"")]
    [InlineData("01[27]. = 02[合计].1", 8, "a column number or 各栏 was expected, not \"=\"")]
    [InlineData("01[27].9 = 02[合计].1", 7, "form 01 has no column 9")]
    [InlineData("01[99].1 = 02[合计].1", 3, "form 01 has no line \"99\"")]
    [InlineData("01[27].2 = 02[合计].1", 7, "line \"27\" of form 01 has figures in column 1 only")]
    [InlineData("01[总收入].1 = 02[合计].1", 3, "form 01 has no line \"总收入\"")]
    [InlineData("04[一般公共预算财政拨款].1 = 02[合计].2", 3, "form 04 has several lines \"一般公共预算财政拨款\" (1, 29); use the number")]
    [InlineData("02[30101].1 = 02[合计].1", 3, "form 02 has functional codes and 合计 as rows, not \"30101\"")]
    [InlineData("06[201].1 = 02[合计].1", 3, "form 06 has economic codes and 人员经费合计、公用经费合计 as rows, not \"201\"")]
    [InlineData("09[2].1 = 02[合计].1", 3, "form 09 has one row, named 1, not \"2\"")]
    [InlineData("01[27].1 ~ 02[合计].1", 9, "+, -, =, ≤ or ≥ was expected, not \"~\"")]
    [InlineData("01[27].1 = ", 11, "a cell form[row].column was expected, not the end")]
    [InlineData("01[27].1 = 02[合计].1 x", 20, "nothing was expected behind the formula, not \"x\"")]
    [InlineData("01[类].2 = 03[类款项].1", 13, "a relation is repeated over one kind of rows only")]
    [InlineData("03[合计].1 = 03[Σ下级].1", 20, "[Σ下级] needs [上级] on the other side")]
    [InlineData("01[Σ各行].1 = 02[合计].1", 3, "the rows of form 01 have no hierarchy, so [Σ各行] cannot be used")]
    [InlineData("03[合计].各栏 = 05[合计].各栏", 21, "各栏 stands for different columns in the forms of this relation")]
    public void What_is_wrong_is_said_with_its_place(string text, int offset, string problem)
    {
        Edition edition = Statutes.Of(2023);
        Assert.False(FormulaParser.TryParse(text, null, edition.Form, "x", out _, out FormulaError? error));
        Assert.Equal((offset, problem), (error.Offset, error.Problem.En));
        Assert.NotEmpty(error.Problem.Zh);
    }

    private static Relation Parse(string text)
    {
        Assert.True(FormulaParser.TryParse(text, null, Statutes.Of(2023).Form, "x", out Relation? relation, out FormulaError? error), error?.ToString());
        return relation;
    }
}
