using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Statements;

public sealed class StatementReaderTests
{
    private static readonly Edition Edition2023 = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    private const string Basic05 = """
        2023年度一般公共预算财政拨款支出决算表
        公开05表
        部门：某局	单位：万元
        项目			本年支出
        类	款	项	栏次	1	2	3
        			合计	30.00	20.00	10.00
        201			一般公共服务支出	30.00	20.00	10.00
        20113			商贸事务	30.00	20.00	10.00
        2011301			行政运行	20.00	20.00
        2011302			一般行政管理事务	10.00		10.00
        注：本表反映部门本年度支出情况。
        """;

    [Fact]
    public void Cells_stand_under_their_column_numbers_and_blanks_stay_blank()
    {
        Statement form = One(Basic05);
        Assert.Equal(("05", StatementState.Read, "万元"), (form.Form, form.State, form.AmountUnit));
        Assert.Equal("合计 1:30.00 2:20.00 3:10.00", Show(form, "合计"));
        Assert.Equal("2011302 1:10.00 3:10.00", Show(form, "2011302"));
        Assert.Equal("一般行政管理事务", form.Row("2011302")!.Caption);
        Assert.Equal(TextSpan.InLine(10, 26, 5), form.Cell("2011302", "3")!.Span);
        Assert.Equal("注：本表反映部门本年度支出情况。", Assert.Single(form.Notes).Text);
    }

    [Fact]
    public void The_row_of_the_only_unit_stands_for_a_total_that_is_not_printed()
    {
        Statement form = One("""
            2023年度一般公共预算财政拨款支出决算表
            科目编码	科目名称	小计	基本支出	项目支出
            024		30.00	20.00	10.00
            201	一般公共服务支出	30.00	20.00	10.00
            20113	商贸事务	30.00	20.00	10.00
            2011301	行政运行	20.00	20.00
            2011302	一般行政管理事务	10.00		10.00
            """);
        Assert.Equal("合计 1:30.00 2:20.00 3:10.00", Show(form, "合计"));
        Assert.Empty(form.Unread);
    }

    [Fact]
    public void A_row_shifted_by_a_cell_is_put_back_where_its_formula_holds()
    {
        Statement form = One(Basic05.Replace("			合计	", "				合计	", StringComparison.Ordinal));
        Assert.Equal("合计 1:30.00 2:20.00 3:10.00", Show(form, "合计"));
    }

    [Fact]
    public void A_row_that_does_not_add_up_is_read_as_it_stands()
    {
        Statement form = One(Basic05.Replace("2011302			一般行政管理事务	10.00		10.00", "2011302			一般行政管理事务	10.00		11.00", StringComparison.Ordinal));
        Assert.Equal("2011302 1:10.00 3:11.00", Show(form, "2011302"));
        Assert.Equal(StatementState.Read, form.State);
    }

    [Fact]
    public void Without_cells_the_hierarchy_places_the_figures()
    {
        Statement form = One("""
            2023年度一般公共预算财政拨款支出决算表
            栏次 1 2 3
            合计 30.00 20.00 10.00
            201 一般公共服务支出 30.00 20.00 10.00
            20113
            商贸
            事务
            30.00 20.00 10.00
            2011301 行政运行 20.00 20.00
            2011302 一般行政管理事务 10.00 10.00
            """);
        Assert.Equal("2011301 1:20.00 2:20.00", Show(form, "2011301"));
        Assert.Equal("2011302 1:10.00 3:10.00", Show(form, "2011302"));
        Assert.Equal("20113 1:30.00 2:20.00 3:10.00", Show(form, "20113"));
        Assert.Equal("商贸事务", form.Row("20113")!.Caption);
        Assert.Equal(new TextSpan(5, 0, 8, 17), form.Row("20113")!.Span);
    }

    [Fact]
    public void Figures_with_several_places_are_unread_and_not_guessed()
    {
        Statement form = One("""
            2023年度一般公共预算财政拨款支出决算表
            栏次 1 2 3
            合计 20.00 10.00 10.00
            201 一般公共服务支出 10.00 10.00
            208 社会保障和就业支出 10.00 10.00
            """);
        Assert.Equal(StatementState.Partial, form.State);
        Assert.Equal("201 1:10.00 ?2 ?3", Show(form, "201"));
        Assert.All(form.Unread, u => Assert.Equal(UnreadReason.SeveralPlacementsFit, u.Why));
        Assert.Equal("10.00 10.00", form.Unread[0].Text);
    }

    [Fact]
    public void Figures_that_fit_nowhere_are_unread()
    {
        Statement form = One("2023年度一般公共预算财政拨款支出决算表\n栏次 1 2 3\n合计 20.00 10.00 10.00\n201 一般公共服务支出 20.00 17.00\n");
        Assert.Equal("201 ?1 ?2 ?3", Show(form, "201"));
        Assert.Equal(UnreadReason.NoPlacementFits, Assert.Single(form.Unread).Why);
    }

    [Fact]
    public void Column_numbers_that_slip_into_the_total_row_are_no_amounts()
    {
        Statement form = One("""
            2023年度一般公共预算财政拨款支出决算表
            功能分类科目编码				科目名称	小计	基本支出 项目支出
            类	款	项		栏次	1	2
            				合计	3	4
            201				一般公共服务支出	30.00	20.00
            20113				商贸事务	30.00	20.00
            """);
        Assert.Null(form.Row("合计"));
        Assert.Equal(StatementState.Partial, form.State);
        Assert.Contains(form.Unread, u => u.Why == UnreadReason.CellMissing && u.Text == "合计 3 4");
        Assert.Contains("3", form.Row("201")!.UnreadColumns);
    }

    [Theory]
    [InlineData("201			一般公共服务支出	３０．００	20.00	10.00", "201 1:30.00 2:20.00 3:10.00")]
    [InlineData("201			一般公共服务支出	1,030.00	1,030.00	—", "201 1:1030.00 2:1030.00")]
    [InlineData("201			一般公共服务支出	30.00	30.00	0.00", "201 1:30.00 2:30.00 3:0.00")]
    [InlineData("201	01	03	机关服务	30.00	30.00	", "2010103 1:30.00 2:30.00")]
    [InlineData("| 201 | | | 一般公共服务支出 | 30.00 | | 30.00 |", "201 1:30.00 3:30.00")]
    [InlineData("201			一般公共服务支出	30.00	#REF!	10.00", "201 1:30.00 2=#REF! 3:10.00")]
    public void Cells_are_read_in_every_dress(string row, string expected)
    {
        Statement form = One($"2023年度一般公共预算财政拨款支出决算表\n类	款	项	栏次	1	2	3\n{row}\n");
        Assert.Equal(expected, Show(form, form.Rows[0].Key));
    }

    [Fact]
    public void A_form_cut_by_a_page_goes_on_after_it()
    {
        Statement form = One(Basic05.Replace("2011302	", "\n12\n\n2023年度一般公共预算财政拨款支出决算表（续）\n公开05表\n类	款	项	栏次	1	2	3\n2011302	", StringComparison.Ordinal));
        Assert.Equal(["合计", "201", "20113", "2011301", "2011302"], form.Rows.Select(r => r.Key));
        Assert.Equal("2011302 1:10.00 3:10.00", Show(form, "2011302"));
    }

    [Theory]
    [InlineData("2 0 2 3 年 度 一 般 公 共 预 算 财 政 拨 款 支 出 决 算 表")]
    [InlineData("五、一般公共预算财政拨款支出决算表（公开05表）")]
    [InlineData("## **2023 年度一般公共预算财政拨款支出决算表**")]
    [InlineData("某局2023年部门一般公共预算财政拨款支出决算表")]
    [InlineData("公开 05 表")]
    public void A_form_is_known_by_its_title_or_its_number(string title) =>
        Assert.Equal("05", One(Basic05.Replace("2023年度一般公共预算财政拨款支出决算表\n公开05表\n", title + "\n", StringComparison.Ordinal)).Form);

    [Fact]
    public void A_title_inside_another_or_in_a_sentence_is_no_form() =>
        Assert.Empty(Read("本表详见2023年度收入决算表中的数字。\n2023年度一般公共预算财政拨款支出决算表的说明\n三公经费支出决算表汇总表\n"));

    [Fact]
    public void Numbered_lines_stand_on_two_sides_with_cells_and_without()
    {
        const string Cells = "2023年度收入支出决算总表\n栏次		1	栏次		2\n一、一般公共预算财政拨款收入	1	12.58	一、一般公共服务支出	32	11.57\n	9		九、卫生健康支出	40	1.01\n	30			61	\n总计	31	12.58	总计	62	12.58\n";
        const string Spaces = "2023年度收入支出决算总表\n栏次 1 栏次 2\n一、一般公共预算财政拨款收入 1 12.58一、一般公共服务支出 32 11.57\n9 九、卫生健康支出 40 1.01\n30 61\n总计 31 12.58 总计 62 12.58\n";
        foreach (string text in new[] { Cells, Spaces })
        {
            Statement form = One(text);
            Assert.Equal(["1", "32", "9", "40", "30", "61", "31", "62"], form.Rows.Select(r => r.Key));
            Assert.Equal("12.58", form.Cell("1", "1")!.Text);
            Assert.Equal("1.01", form.Cell("40", "2")!.Text);
            Assert.Empty(form.Row("61")!.Cells);
        }
    }

    [Fact]
    public void Economic_codes_stand_in_blocks_and_whole_amounts_are_no_codes()
    {
        Statement form = One("""
            2023年度一般公共预算财政拨款基本支出决算明细表
            301 工资福利支出 325 302 商品和服务支出 40.19 310 资本性支出
            30101 基本工资 325 30201 办公费 4.3 31002 办公设备购置
            人员经费合计 325 公用经费合计 40.19
            """);
        Assert.Equal(["301", "302", "310", "30101", "30201", "31002", "人员经费合计", "公用经费合计"], form.Rows.Select(r => r.Key));
        Assert.Equal("325", form.Cell("301", "1")!.Text);
        Assert.Equal("325", form.Cell("人员经费合计", "1")!.Text);
        Assert.Empty(form.Row("31002")!.Cells);
    }

    [Fact]
    public void Wrapped_names_of_economic_codes_are_joined_and_keep_their_amounts()
    {
        Statement form = One("2023年度一般公共预算财政拨款基本支出决算明细表\n30108 机关事业单位基本养老保\n险缴费 82.56 30206 电费 1.00\n7\n30109 职业年金缴费 3.19\n");
        Assert.Equal(("机关事业单位基本养老保险缴费", "82.56"), (form.Row("30108")!.Caption, form.Cell("30108", "1")!.Text));
        Assert.Equal("1.00", form.Cell("30206", "1")!.Text);
        Assert.Equal("3.19", form.Cell("30109", "1")!.Text);
    }

    [Fact]
    public void A_caption_wrapped_around_its_code_is_joined()
    {
        Statement form = One("2023年度一般公共预算财政拨款支出决算表\n栏次 1 2 3\n合计 30.00 20.00 10.00\n一般公共\n201 30.00 20.00 10.00\n服务支出\n20113 商贸事务 30.00 20.00 10.00\n");
        Assert.Equal("一般公共服务支出", form.Row("201")!.Caption);
        Assert.Equal("201 1:30.00 2:20.00 3:10.00", Show(form, "201"));
    }

    [Fact]
    public void The_single_row_is_placed_by_its_formulas()
    {
        Statement form = One("2023年度财政拨款“三公”经费支出决算表\n1 2 3 4 5 6 7 8 9 10 11 12\n9.50 2 7 3 4 0.50 8 2 5.50 1.50 4 0.50\n");
        Assert.Equal("1 1:9.50 2:2 3:7 4:3 5:4 6:0.50 7:8 8:2 9:5.50 10:1.50 11:4 12:0.50", Show(form, "1"));
    }

    [Theory]
    [InlineData("8 9 10 11 12")]
    [InlineData("4 9 10 11 12")]
    public void What_is_left_of_a_row_of_column_numbers_is_no_row_of_figures(string rest)
    {
        Statement form = One($"2023年度财政拨款“三公”经费支出决算表\n{rest}\n9.50 2 7 3 4 0.50 8 2 5.50 1.50 4 0.50\n");

        Assert.Equal("9.50", form.Cell("1", "1")!.Text);
        Assert.Equal("0.50", form.Cell("1", "12")!.Text);
    }

    [Fact]
    public void The_explanations_decide_where_the_forms_leave_two_places()
    {
        const string Form = "2023年度财政拨款“三公”经费支出决算表\n1 2 3 4 5 6 7 8 9 10 11 12\n21 21 21 10.25 10.25 10.25\n";
        Assert.Equal("1 1:21 3:21 ?4 ?5 7:10.25 9:10.25 ?10 ?11", Show(One(Form), "1"));
        Statement told = One(Form + "第三部分 部门决算情况说明\n九、财政拨款“三公”经费支出决算情况说明\n（1）公务用车购置费 0万元，完成预算的 100%。\n（2）公务用车运行费 10.25万元，完成预\n算的 48.8%。\n");
        Assert.Equal("1 1:21 3:21 5:21 7:10.25 9:10.25 11:10.25", Show(told, "1"));
    }

    [Fact]
    public void An_empty_form_with_its_sentence_is_empty()
    {
        Statement form = One("2023年度国有资本经营预算财政拨款支出决算表\n公开08表\n栏次 1 2 3\n合计\n注：本表反映支出情况。\n\n说明：本部门当年无国有资本经营预算财政拨款支出。\n");
        Assert.Equal(StatementState.Empty, form.State);
        Assert.Equal(2, form.Notes.Length);
    }

    [Fact]
    public void A_list_of_titles_is_not_the_forms()
    {
        ImmutableArray<Statement> forms = Read("一、收入支出决算总表\n五、一般公共预算财政拨款支出决算表\n" + Basic05);
        Assert.Equal("05", Assert.Single(forms, f => f.State == StatementState.Read).Form);
        Assert.Equal(3, forms.Single(f => f.Form == "05").Heading.Line);
    }

    private static Statement One(string text) => Assert.Single(Read(text));

    private static ImmutableArray<Statement> Read(string text)
    {
        SourceText source = SourceText.FromString("x.txt", text);
        return StatementReader.Read(source, OutlineReader.Read(source, Edition2023), Edition2023);
    }

    private static string Show(Statement form, string key)
    {
        StatementRow row = form.Row(key)!;
        IEnumerable<string> cells = form.Form == "09" || !row.Cells.IsEmpty || !row.UnreadColumns.IsEmpty
            ? row.Cells.Select(c => (c.Column, Text: $"{c.Column}{(c.Figure is { } f ? $":{f}" : $"={c.Text}")}"))
                .Concat(row.UnreadColumns.Select(c => (Column: c, Text: $"?{c}"))).OrderBy(c => int.Parse(c.Column)).Select(c => c.Text)
            : [];
        return string.Join(' ', cells.Prepend(key));
    }
}
