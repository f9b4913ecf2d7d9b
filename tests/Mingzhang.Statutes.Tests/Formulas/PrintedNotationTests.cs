using Mingzhang.Core.Forms;
using Mingzhang.Statutes.Formulas;

namespace Mingzhang.Statutes.Tests.Formulas;

public class PrintedNotationTests
{
    [Theory]
    [InlineData("27行=(1+2+3)行")]
    [InlineData("27 行 = (1+2+3) 行")]
    [InlineData("27 行＝（1＋2+3）行；")]
    [InlineData("２７行＝（１＋２＋３）行。")]
    [InlineData("27行=1行+2行+3行")]
    public void Widths_and_blanks_make_no_difference(string text)
    {
        Relation relation = Parse("04", text);
        Assert.Equal("+04[27].1", Statutes.Say(relation.Left));
        Assert.Equal("+04[1].1 +04[2].1 +04[3].1", Statutes.Say(relation.Right));
        Assert.Equal(Quantifier.None, relation.Over);
    }

    [Theory]
    [InlineData("58行=(32+33+…+57)行")]
    [InlineData("58 行 = (32+33+...+57) 行")]
    [InlineData("58 行＝（32＋33＋…＋57）行")]
    [InlineData("58行=(32+33……57)行")]
    [InlineData("58行=(32+…+57)行")]
    public void Dots_stand_for_the_numbers_between(string text)
    {
        Relation relation = Parse("01", text);
        Assert.Equal(Enumerable.Range(32, 26).Select(n => $"+01[{n}].2"), relation.Right.Select(Statutes.Say));
    }

    [Fact]
    public void A_line_with_several_columns_is_stated_for_each_of_them()
    {
        Relation relation = Parse("04", "64行=(59+60)行");
        Assert.Equal("+04[64].*", Statutes.Say(relation.Left));
        Assert.Equal(["2", "3", "4", "5"], relation.OverColumns.AsEnumerable());
    }

    [Theory]
    [InlineData("6栏各行=(1+2-3)栏各行")]
    [InlineData("6栏=(1＋2－3)栏")]
    [InlineData("6. 栏各行 = (1 + 2 - 3) 栏各行。")]
    public void Columns_are_stated_for_every_row(string text)
    {
        Relation relation = Parse("07", text);
        Assert.Equal("+07[Bound].6", Statutes.Say(relation.Left));
        Assert.Equal("+07[Bound].1 +07[Bound].2 -07[Bound].3", Statutes.Say(relation.Right));
        Assert.Equal(Quantifier.EachRow, relation.Over);
    }

    [Fact]
    public void Columns_of_the_form_of_one_row_are_cells()
    {
        Relation relation = Parse("09", "7栏=(8+9+12)栏");
        Assert.Equal("+09[1].7", Statutes.Say(relation.Left));
        Assert.Equal("+09[1].8 +09[1].9 +09[1].12", Statutes.Say(relation.Right));
        Assert.Equal(Quantifier.None, relation.Over);
    }

    [Theory]
    [InlineData("1栏≤(2+3)栏", Comparison.AtMost)]
    [InlineData("1栏<=(2+3)栏", Comparison.AtMost)]
    [InlineData("1栏≥2栏", Comparison.AtLeast)]
    public void Inequalities_are_read(string text, Comparison comparison) => Assert.Equal(comparison, Parse("05", text).Comparison);

    [Theory]
    [InlineData("04", "27行(1+2)行", 3, "=, ≤ or ≥ was expected, not \"(\"")]
    [InlineData("04", "27行=(1+2行", 8, "+, - or ) was expected, not \"行\"")]
    [InlineData("04", "27行=(1+)行", 7, "a number was expected, not \")\"")]
    [InlineData("04", "27=(1+2)行", 2, "行 or 栏 was expected, not \"=\"")]
    [InlineData("04", "27行=", 4, "a number was expected, not the end")]
    [InlineData("04", "27行=(1+2)行 行", 11, "nothing was expected behind the formula, not \"行\"")]
    [InlineData("04", "99行=(1+2)行", 0, "form 04 has no line (行) 99")]
    [InlineData("04", "27行=(1+99)行", 7, "form 04 has no line (行) 99")]
    [InlineData("04", "9栏=(1+2)栏", 0, "form 04 has no column (栏) 9")]
    [InlineData("04", "27行=(1+2)栏", 10, "lines (行) cannot be compared with columns (栏)")]
    [InlineData("04", "27行=1行+2栏", 9, "lines (行) cannot be added to columns (栏)")]
    [InlineData("04", "27行=(…+3)行", 6, "a number must stand before …")]
    [InlineData("04", "27行=(1+…+)行", 9, "a number behind … was expected, not \")\"")]
    [InlineData("04", "27行=(3+…+1)行", 9, "… must lead upwards, but 1 is not above 3")]
    [InlineData("04", "27行=(1+…+900)行", 9, "… stands for more than 200 numbers")]
    [InlineData("04", "32行=64行", 4, "line 64 of form 04 has figures in other columns (2, 3, 4, 5) than the lines before it (1)")]
    public void What_is_wrong_is_said_with_its_place(string form, string text, int offset, string problem)
    {
        Assert.False(FormulaParser.TryParsePrinted(text, Statutes.Form(2023, form), out _, out FormulaError? error));
        Assert.Equal((offset, problem), (error.Offset, error.Problem.En));
        Assert.NotEmpty(error.Problem.Zh);
    }

    [Fact]
    public void Formulas_are_found_among_the_words_of_a_note()
    {
        const string Note = "注：1.本表反映部门本年度的总收支情况。 27 行＝（1＋2+3）行；28 行＝（29＋30+31）行； 32行＝（27＋28）行。";
        Assert.Equal(
            ["27 行＝（1＋2+3）行", "28 行＝（29＋30+31）行", "32行＝（27＋28）行"],
            FormulaParser.FindPrinted(Note, Statutes.Form(2023, "04")).Select(f => Note.Substring(f.Offset, f.Length)));
    }

    [Fact]
    public void A_found_formula_that_cannot_hold_for_the_form_keeps_its_error()
    {
        PrintedFormula formula = Assert.Single(FormulaParser.FindPrinted("127 行 = (1+2+3) 行", Statutes.Form(2023, "04")));
        Assert.Null(formula.Relation);
        Assert.Equal("form 04 has no line (行) 127", formula.Error!.Problem.En);
    }

    [Fact]
    public void A_misprinted_line_states_something_else_than_the_edition()
    {
        FormDefinition form = Statutes.Form(2023, "04");
        Relation printed = FormulaParser.FindPrinted("7 行 = (1+2+3) 行；28 行 = (31+30+29) 行", form)[0].Relation!;
        Assert.DoesNotContain(form.Relations, r => FormulaParser.StateTheSame(r, printed));
    }

    [Fact]
    public void The_order_of_terms_makes_no_difference_to_what_is_stated()
    {
        FormDefinition form = Statutes.Form(2023, "04");
        Relation printed = FormulaParser.FindPrinted("28 行 = (31+30+29) 行", form)[0].Relation!;
        Assert.True(FormulaParser.StateTheSame(Statutes.Relation(2023, "form.04.28"), printed));
    }

    [Fact]
    public void Hostile_notes_are_read_in_linear_time()
    {
        string note = string.Concat(Enumerable.Repeat("1行=(1+…+9行=", 20_000)) + new string('1', 100_000) + new string('(', 100_000);
        Assert.NotEmpty(FormulaParser.FindPrinted(note, Statutes.Form(2023, "01")));
    }

    private static Relation Parse(string form, string text)
    {
        Assert.True(FormulaParser.TryParsePrinted(text, Statutes.Form(2023, form), out Relation? relation, out FormulaError? error), error?.ToString());
        return relation;
    }
}
