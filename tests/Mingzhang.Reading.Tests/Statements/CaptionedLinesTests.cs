using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Statements;

/// <summary>Forms whose lines print no numbers, on two or three sides.</summary>
public sealed class CaptionedLinesTests
{
    private static readonly Edition National = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    private static readonly FormDefinition ThreeSides = Form(
        "收支预算总表",
        [Column("1", "收入", "金额"), Column("2", "功能分类", "金额"), Column("3", "支出用途", "金额")],
        [
            L("1", "财政拨款", "1"), L("2", "一般公共预算", "1"), L("3", "政府性基金预算", "1"), L("4", "当年收入小计", "1"), L("5", "结转", "1"),
            L("21", "一般公共服务支出", "2", "201"), L("22", "外交支出", "2", "202"), L("23", "文化旅游体育与传媒支出", "2", "207"), L("24", "住房保障支出", "2", "221"), L("25", "结转", "2"),
            L("31", "基本支出", "3"), L("32", "项目支出", "3"), L("33", "当年支出小计", "3"),
        ]);

    private static readonly FormDefinition Funds = Form(
        "财政拨款收支预算总表",
        [Column("1", "收入", "预算数"), Column("2", "支出", "合计"), Column("3", "支出", "一般公共预算"), Column("4", "支出", "政府性基金预算")],
        [
            L("1", "一般公共预算", "1"), L("2", "政府性基金预算", "1"), L("3", "收入总计", "1"),
            .. new[] { L("5", "一般公共服务支出", "2", "201"), L("6", "公共安全支出", "2", "204"), L("7", "城乡社区支出", "2", "212"), L("9", "支出总计", "2") }.Select(l => l with { Columns = ["2", "3", "4"] }),
        ]);

    private static readonly FormDefinition Grouped = Form(
        "收入预算总表",
        [Column("1", "金额")],
        [
            L("1", "收入总计", "1"), L("2", "小计", "1") with { Group = "一般公共预算资金" }, L("3", "专项收入", "1") with { Group = "一般公共预算资金" },
            L("4", "小计", "1") with { Group = "政府性基金" }, L("5", "小计", "1") with { Group = "其他资金" }, L("6", "事业收入", "1") with { Group = "其他资金" },
        ]);

    [Fact]
    public void Three_sides_in_cells_are_told_apart_and_a_caption_over_two_sides_takes_the_figure_of_its_own()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            单位：万元
            收入		支出
            项目名称	金额	功能分类		支出用途
            		功能科目名称	金额	项目名称	金额
            一、财政拨款	30.00	一、一般公共服务支出	20.00	一、基本支出	18.00
            1.一般公共预算	30.00	二、外交支出		二、项目支出	12.00
            2.政府性基金预算		三、文化旅游体育与传媒支出
            		四、住房保障支出	10.00
            当年收入小计	30.00	当年支出小计			30.00
            """);
        Assert.Equal(["1 1:30.00", "21 2:20.00", "31 3:18.00", "2 1:30.00", "22", "32 3:12.00", "3", "23", "24 2:10.00", "4 1:30.00", "33 3:30.00"], Show(form));
        Assert.Equal(StatementState.Read, form.State);
    }

    [Fact]
    public void Classes_in_use_are_numbered_by_the_document_and_known_by_name()
    {
        Statement form = Read(Funds, """
            2025年部门财政拨款收支预算总表
            编制部门：某局  单位：元
            财政拨款收入		财政拨款支出
            项目	预算数	项目	合计	一般公共预算	政府性基金预算
            一、一般公共预算	96,282	一、公共安全支出	87,267	87,267
            二、政府性基金预算	0	二、城乡社区支出	9,015		9,015
            收入总计	96,282	支出总计	96,282	87,267	9,015
            """);
        Assert.Equal(["1 1:96,282", "6 2:87,267 3:87,267", "2 1:0", "7 2:9,015 4:9,015", "3 1:96,282", "9 2:96,282 3:87,267 4:9,015"], Show(form));
    }

    [Fact]
    public void A_class_is_known_by_its_printed_code_and_by_former_names()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            一、财政拨款	30.00	201一般公共服务	20.00	基本支出	18.00
            一般公共预算	30.00	207 文化体育与传媒	5.00	项目支出	12.00
            当年收入小计	30.00	住房保障	5.00
            """);
        Assert.Equal("20.00", form.Cell("21", "2")!.Text);
        Assert.Equal("5.00", form.Cell("23", "2")!.Text);
        Assert.Equal("5.00", form.Cell("24", "2")!.Text);
    }

    [Fact]
    public void The_code_of_a_class_can_stand_in_a_cell_of_its_own()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            一、财政拨款	30.00	201	一般公共服务支出	20.00	基本支出	18.00
            一般公共预算	30.00	202	外交支出		项目支出	12.00
            当年收入小计	30.00	221	住房保障支出	10.00
            """);
        Assert.Equal(["1 1:30.00", "21 2:20.00", "31 3:18.00", "2 1:30.00", "22", "32 3:12.00", "4 1:30.00", "24 2:10.00"], Show(form));
        Assert.Equal(StatementState.Read, form.State);
    }

    [Fact]
    public void Repeated_captions_are_told_apart_by_their_group()
    {
        Statement form = Read(Grouped, """
            收入预算总表
            项目名称		金额
            收入总计		40.00
            一般公共预算资金	小计	30.00
            	专项收入
            政府性基金	小计
            其他资金	小计	10.00
            	事业收入	10.00
            """);
        Assert.Equal(["1 1:40.00", "2 1:30.00", "3", "4", "5 1:10.00", "6 1:10.00"], Show(form));
    }

    [Fact]
    public void A_repeated_caption_that_could_be_several_lines_is_unread()
    {
        Statement form = Read(Grouped, """
            收入预算总表
            收入总计	40.00
            小计	30.00
            事业收入	10.00
            """);
        Assert.Equal(["1 1:40.00", "6 1:10.00"], Show(form));
        Assert.Equal("小计 30.00", Assert.Single(form.Unread).Text);
        Assert.Equal(StatementState.Partial, form.State);
    }

    [Fact]
    public void Lines_that_the_form_does_not_have_are_unread_with_their_figures()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            一、财政拨款	30.00	一、一般公共服务支出	20.00	一、基本支出	18.00
            四、彩票收入	7.00	二、外交支出		二、项目支出	12.00
            			9.00
            """);
        Assert.Equal(["四、彩票收入 7.00", "9.00"], form.Unread.Select(u => u.Text));
        Assert.DoesNotContain(form.Rows, r => r.Cells.Any(c => c.Text is "7.00" or "9.00"));
    }

    [Fact]
    public void Lines_without_cells_divide_by_their_captions()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            单位：万元
            收入 支出
            一、财政拨款 30.00 一、一般公共服务支出 20.00 一、基本支出 18.00
            1.一般公共预算 30.00 二、外交支出 二、项目支出 12.00
            2.政府性基金预算 三、文化旅游体育与传媒支
            出
            四、住房保障支出 10.00
            当年收入小计 30.00 当年支出小计 30.00
            结转 1.00
            """);
        Assert.Equal(["1 1:30.00", "21 2:20.00", "31 3:18.00", "2 1:30.00", "22", "32 3:12.00", "3", "23", "24 2:10.00", "4 1:30.00", "33 3:30.00"], Show(form));
        Assert.Equal("结转 1.00", Assert.Single(form.Unread).Text);
    }

    [Fact]
    public void Captions_wrapped_over_rows_are_joined()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            一、财政拨款	30.00	一、一般公共服务支出	20.00	一、基本支出	18.00
            		三、文化旅游体育与传	5.00
            		媒支出
            """);
        Assert.Equal("5.00", form.Cell("23", "2")!.Text);
        Assert.Equal("三、文化旅游体育与传媒支出", form.Row("23")!.Caption);
    }

    [Fact]
    public void A_further_page_goes_on_with_its_sides()
    {
        Statement form = Read(ThreeSides, """
            收支预算总表
            项目	金额	项目	金额	项目	金额
            一、财政拨款	30.00	一、一般公共服务支出	20.00	一、基本支出	18.00
            项目	金额	项目	金额	项目	金额
            当年收入小计	30.00	四、住房保障支出	10.00	二、项目支出	12.00
            """);
        Assert.Equal(["1 1:30.00", "21 2:20.00", "31 3:18.00", "4 1:30.00", "24 2:10.00", "32 3:12.00"], Show(form));
    }

    [Fact]
    public void An_unknown_wording_is_known_by_its_ordinal_where_all_others_count()
    {
        FormDefinition counted = ThreeSides with { Sides = [new FormSide(["1"], 0), new FormSide(["2"], 5), new FormSide(["3"], 0)], Lines = [.. ThreeSides.Lines.Where(l => l.Number != "25"), L("25", "资源勘探信息等支出", "2")] };
        Statement form = Read(counted, """
            收支预算总表
            财政拨款	30.00	一、一般公共服务支出	20.00	基本支出	18.00
            		二、外交支出		项目支出	12.00
            		三、文化旅游体育与传媒支出
            		四、住房保障支出	10.00
            		五、资源勘探电力信息等支出	3.00
            """);
        Assert.Equal("3.00", form.Cell("25", "2")!.Text);
    }

    private static Statement Read(FormDefinition form, string text)
    {
        SourceText source = SourceText.FromString("form.txt", text);
        Edition edition = National with { Forms = [form], Relations = [], Terms = [], Sections = [] };
        return Assert.Single(StatementReader.Read(source, OutlineReader.Read(source, edition), edition));
    }

    private static IEnumerable<string> Show(Statement form) =>
        form.Rows.Select(r => string.Join(' ', r.Cells.Select(c => $"{c.Column}:{c.Text}").Prepend(r.Key)));

    private static FormDefinition Form(string title, ImmutableArray<FormColumn> columns, FormLine[] lines) => new()
    {
        Id = "B01", Title = title, Shape = FormShape.Lines, PrintsLineNumbers = false, Columns = columns,
        Sides = [.. lines.GroupBy(l => l.Columns[0]).Select(g => new FormSide(g.First().Columns, 0))], Lines = [.. lines],
    };

    private static FormColumn Column(string number, params string[] captions) => new(number, [.. captions]);

    private static FormLine L(string number, string caption, string column, string? code = null) => new(number, caption, [column], code, []);
}
