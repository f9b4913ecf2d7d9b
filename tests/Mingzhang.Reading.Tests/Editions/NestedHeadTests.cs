using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Editions;

/// <summary>Forms without column numbers: columns by their nested captions, codes in parts, pages with a repeated head.</summary>
public sealed class NestedHeadTests
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();
    private static readonly Disclosure District = Read(EditionChoiceTests.DistrictBudget);

    [Fact]
    public void Every_form_is_found_and_its_state_is_right()
    {
        Assert.Equal(["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09"], District.Statements.Select(s => s.Form));
        Assert.Equal(["B06", "B07"], District.Statements.Where(s => s.State == StatementState.Empty).Select(s => s.Form));
        Assert.All(District.Statements.Where(s => s.State != StatementState.Empty), s => Assert.Equal(StatementState.Read, s.State));
    }

    [Fact]
    public void Amounts_keep_the_unit_of_their_own_form()
    {
        Assert.Equal("元", District.AmountUnit);
        Assert.Equal("万元", District.Statement("B09")!.AmountUnit);
        Assert.Equal("元", District.Statement("B08")!.AmountUnit);
    }

    [Fact]
    public void Blank_columns_in_the_middle_do_not_shift_the_others()
    {
        Assert.Equal(["1", "3"], District.Statement("B08")!.Row("302")!.Cells.Select(c => c.Column));
        Assert.Equal(["1", "2"], District.Statement("B02")!.Row("2120101")!.Cells.Select(c => c.Column));
        Assert.Equal(["1=0.50", "2=0", "3=0.50", "7=10"], District.Statement("B09")!.Row("1")!.Cells.Select(c => $"{c.Column}={c.Text}"));
    }

    [Fact]
    public void Codes_in_parts_are_joined_and_a_zero_that_a_spreadsheet_took_is_put_back()
    {
        Assert.Equal(["208", "20805", "2080505", "212", "21201", "2120101", "合计"], District.Statement("B03")!.Rows.Select(r => r.Key));
        Assert.Equal(["301", "30101", "30108", "302", "30217", "30299", "合计"], District.Statement("B08")!.Rows.Select(r => r.Key));
    }

    [Fact]
    public void A_total_in_cells_of_its_own_stands_in_the_columns_in_order() =>
        Assert.Equal(["1=1,300,000.00", "2=1,000,000.00", "3=300,000.00"], District.Statement("B03")!.Row("合计")!.Cells.Select(c => $"{c.Column}={c.Text}"));

    [Fact]
    public void The_text_behind_the_last_form_is_none_of_its_notes()
    {
        Statement last = District.Statement("B09")!;
        Assert.Empty(last.Notes);
        Assert.Equal("0.50\t0\t0.50\t\t\t\t10", District.Source.Lines[last.LastLine - 1]);
    }

    [Fact]
    public void The_columns_of_a_form_can_stand_in_another_order_than_the_edition_s()
    {
        string other = EditionChoiceTests.DistrictBudget
            .Replace("合计	基本支出	项目支出", "合计	项目支出	基本支出", StringComparison.Ordinal)
            .Replace("900,000.00	300,000.00", "300,000.00	900,000.00", StringComparison.Ordinal);
        Assert.Equal("300,000.00", Read(other).Statement("B05")!.Cell("2120101", "3")!.Text);
        Assert.Equal("900,000.00", Read(other).Statement("B05")!.Cell("2120101", "2")!.Text);
    }

    [Fact]
    public void A_column_that_the_edition_does_not_have_is_unread_and_leaves_the_sum_open()
    {
        string other = EditionChoiceTests.DistrictBudget
            .Replace("经济分类科目名称	合计	人员经费	公用经费", "经济分类科目名称	合计	人员经费	公用经费	上年结转", StringComparison.Ordinal)
            .Replace("95,040.00		95,040.00", "96,040.00		95,040.00	1,000.00", StringComparison.Ordinal);
        Statement form = Read(other).Statement("B08")!;
        Assert.Equal(StatementState.Partial, form.State);
        Assert.Equal("1,000.00", Assert.Single(form.Unread).Text);
        Assert.Null(form.Cell("30299", "1"));
        Assert.Equal("95,040.00", form.Cell("30299", "3")!.Text);
    }

    [Fact]
    public void Budget_and_outcome_under_each_kind_of_the_three_public_expenses_keep_the_national_numbers()
    {
        const string Form = """
            2024年度部门决算
            某区园林局2024年度部门决算表
            财政拨款“三公”经费支出决算表
            单位：万元
            财政拨款“三公”经费
            合计		因公出国（境）费		公务用车购置及运行维护费						公务接待费	
            				小计		公务用车购置费		公务用车运行维护费			
            预算数	决算数	预算数	决算数	预算数	决算数	预算数	决算数	预算数	决算数	预算数	决算数
            9.00	8.00			7.00	6.50			7.00	6.50	2.00	1.50
            注：本表反映部门本年度“三公”经费支出预决算情况。
            国有资本经营预算财政拨款收入支出决算表
            单位：万元
            项目		年初结转和结余	本年收入	本年支出			年末结转和结余
            功能分类科目编码	科目名称						
            合计				合计	基本支出	项目支出	
            223	国有资本经营预算支出	1.00	5.00	4.00		4.00	2.00
            部门决算情况说明
            """;
        Disclosure disclosure = Read(Form);
        Assert.Equal("final-accounts/shanghai/2024", disclosure.Edition.Id);
        Assert.Equal(["1=9.00", "7=8.00", "3=7.00", "9=6.50", "5=7.00", "11=6.50", "6=2.00", "12=1.50"], disclosure.Statement("09")!.Row("1")!.Cells.Select(c => $"{c.Column}={c.Text}"));
        Assert.Equal(["4=1.00", "5=5.00", "1=4.00", "3=4.00", "6=2.00"], disclosure.Statement("08")!.Row("223")!.Cells.Select(c => $"{c.Column}={c.Text}"));
    }

    private static Disclosure Read(string text) => DocumentReader.Read(SourceText.FromString("x.txt", text), Statutes).Disclosure!;
}
