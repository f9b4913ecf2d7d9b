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

/// <summary>Registers: projects, purchases.</summary>
public sealed class RegisterTests
{
    private static readonly Edition National = StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new FiscalYear(2023))!;

    private static readonly FormDefinition Purchases = new()
    {
        Id = "B12", Title = "政府采购支出预算表", Shape = FormShape.Register, MayBeEmpty = true,
        Texts = [T("category", "采购品目大类", 1), T("project", "专项名称", 2), T("economicItem", "经济科目", 3), T("item", "采购物品名称", 4), T("organization", "采购组织形式", 0)],
        Columns = [new FormColumn("1", ["总计"], [])],
    };

    private static readonly FormDefinition Projects = new()
    {
        Id = "B10", Title = "项目支出表", Shape = FormShape.Register, MayBeEmpty = true,
        Texts = [T("code", "科目编码", 0), T("unit", "单位名称", 1), T("project", "项目名称", 2)],
        Columns = [new FormColumn("1", ["总计"], []), new FormColumn("2", ["资金来源", "预算内资金"], []), new FormColumn("3", ["资金来源", "其他资金"], [])],
    };

    private const string Purchased = """
        政府采购支出预算表
        部门名称：某院  单位：万元
        采购品目大类	专项名称	经济科目	采购物品名称	采购组织形	总计
        合计				式	100.00
        一、货物A					60.00
        	信息化	办公设备购置			50.00
        			台式计算机（20万以下）	政府集中采购	30.00
        			PC服务器	分散自行组织	20.00
        		印刷费			10.00
        			印刷品	分散自行组织	10.00
        二、服务C					40.00
        	物业	物业管理费			40.00
        			物业管理服务	分散自行组织	15.00
        				部门集中采购	25.00
        注：1.采购组织形式为：集中采购、部门集中采购和分散采购。
        """;

    [Fact]
    public void Entries_are_numbered_and_part_of_what_stands_above_them()
    {
        Statement form = Read(Purchases, Purchased);
        Assert.Equal(StatementState.Read, form.State);
        Assert.Equal(
            ["合计 <  100.00", "1 <合计 一、货物A 60.00", "2 <1 办公设备购置 50.00", "3 <2 台式计算机（20万以下） 30.00", "4 <2 PC服务器 20.00", "5 <1 印刷费 10.00", "6 <5 印刷品 10.00",
             "7 <合计 二、服务C 40.00", "8 <7 物业管理费 40.00", "9 <8 物业管理服务 15.00", "10 <8 部门集中采购 25.00"],
            form.Rows.Select(r => $"{r.Key} <{r.Parent} {(r.Key == "合计" ? "" : r.Caption)} {r.Cell("1")?.Text}"));
        Assert.Equal("信息化", form.Row("2")!.Text("project"));
        Assert.Equal("分散自行组织", form.Row("4")!.Text("organization"));
        Assert.Single(form.Notes);
    }

    [Fact]
    public void A_further_page_repeats_the_head_and_goes_on()
    {
        Statement form = Read(Purchases, Purchased.Replace("二、服务C", "采购品目大类	专项名称	经济科目	采购物品名称	采购组织形式	总计\n二、服务C", StringComparison.Ordinal));
        Assert.Equal(11, form.Rows.Length);
        Assert.Empty(form.Unread);
    }

    [Fact]
    public void Figures_stand_under_the_captions_of_a_nested_head_and_a_subtotal_of_a_unit_holds_its_projects()
    {
        Statement form = Read(Projects, """
            2023年项目支出表
            科目编码	单位名称	项目名称	总计	资金来源
            				预算内资金	其他资金
            	某局		70.00	65.00	5.00
            2013101	某局	综合工作	60.00	60.00
            2013101	某局	档案工作	10.00	5.00	5.00
            """);
        Assert.Equal(["1 <合计 1:70.00 2:65.00 3:5.00", "2 <1 1:60.00 2:60.00", "3 <1 1:10.00 2:5.00 3:5.00"],
            form.Rows.Select(r => $"{r.Key} <{r.Parent} {string.Join(' ', r.Cells.Select(c => $"{c.Column}:{c.Text}"))}"));
        Assert.Equal("2013101", form.Row("2")!.Text("code"));
        Assert.Equal("综合工作", form.Row("2")!.Caption);
    }

    [Fact]
    public void A_name_wrapped_to_a_further_row_is_joined()
    {
        Statement form = Read(Projects, """
            2023年项目支出表
            科目编码	单位名称	项目名称	总计	预算内资金	其他资金
            2013101	某局	综合工作经费及档案管理	60.00	60.00
            		专项
            2013101	某局	党建	1.00	1.00
            """);
        Assert.Equal(["综合工作经费及档案管理专项", "党建"], form.Rows.Select(r => r.Text("project")));
    }

    [Fact]
    public void A_register_without_entries_is_empty()
    {
        Statement form = Read(Projects, "2023年项目支出表\n科目编码\t单位名称\t项目名称\t总计\t预算内资金\t其他资金\n备注：2023年本部门没有项目支出\n");
        Assert.Equal(StatementState.Empty, form.State);
    }

    [Fact]
    public void Lines_without_cells_are_unread_and_not_guessed()
    {
        Statement form = Read(Projects, "2023年项目支出表\n科目编码 单位名称 项目名称 总计\n2013101 某局 综合工作 60.00 60.00\n");
        Assert.Empty(form.Rows);
        Assert.Single(form.Unread);
        Assert.Equal(StatementState.Unread, form.State);
    }

    private static Statement Read(FormDefinition form, string text)
    {
        SourceText source = SourceText.FromString("form.txt", text);
        Edition edition = National with { Forms = [form], Relations = [], Terms = [], Sections = [] };
        return Assert.Single(StatementReader.Read(source, OutlineReader.Read(source, edition), edition));
    }

    private static FormText T(string key, string caption, int level) => new(key, caption, [], level);
}
