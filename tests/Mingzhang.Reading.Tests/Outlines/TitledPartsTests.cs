using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Outlines;

/// <summary>Parts that print their titles without 第一部分, behind the name of the unit or the project.</summary>
public sealed class TitledPartsTests
{
    private static readonly Edition Shanghai = StatuteBook.Load().Edition(DisclosureKind.Budget, new FiscalYear(2024), "shanghai")!;

    private const string Text = """
        某市某区2024年区级部门预算
        目录
        一、部门主要职能 ……
        二、部门机构设置 ……
        三、名词解释 ……
        四、部门预算编制说明 ……
        五、部门预算表 ……
        1．2024年部门财务收支预算总表 ……
        2．2024年部门收入预算总表 ……
        六、其他相关情况说明 ……
        七、项目经费情况说明 ……

        某市某区某局（部门）主要职能
        某局负责某事。
        一、加强建设。落实责任。
        某市某区某局机构设置
        某局部门预算包括本部。
        名词解释
        （一）财政拨款收入：本级财政拨款。
        2024年部门预算编制说明
        2024年，某局收入预算10万元。
        2024年部门财务收支预算总表
        编制部门：某局	单位：元
        注：本表没有数据。
        其他相关情况说明
        一、2024年“三公”经费预算情况说明
        没有。
        五、国有资产占有使用情况
        没有。
        甲项目经费情况说明
        一、项目概述
        甲。
        五、实施周期
        2024年
        乙项目经费情况说明
        一、项目概况
        乙。
        """;

    private static readonly Outline Read = OutlineReader.Read(SourceText.FromString("t.txt", Text), Shanghai);

    [Fact]
    public void Parts_are_known_by_their_titles() => Assert.Equal(
        ["一 overview.duties", "二 overview.units", "三 glossary", "四 explanations.plan", "六 explanations.others", "六/一 explanations.threePublic", "六/五 explanations.assets",
         "七 explanations.project", "七/一 explanations.project.about", "七/五 explanations.project.period", "七-2 explanations.project", "七-2/一 explanations.project.about"],
        Read.Sections.Select(s => $"{s.Id} {s.Topic}"));

    [Fact]
    public void The_text_before_the_forms_ends_with_the_first_of_them()
    {
        Section plan = Read.Find("四")!;
        Assert.Equal(plan.FirstLine, plan.LastLine);
    }

    [Fact]
    public void The_contents_page_ends_where_its_titles_come_again() =>
        Assert.Equal(["部门主要职能", "部门机构设置", "名词解释", "部门预算编制说明", "部门预算表", "2024年部门财务收支预算总表", "2024年部门收入预算总表", "其他相关情况说明", "项目经费情况说明"], Read.Contents.Select(c => c.Title));
}
