using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Tests.Outlines;

public sealed class OutlineReaderTests
{
    [Fact]
    public void The_contents_page_is_kept_apart()
    {
        Outline outline = Read("""
            某局 2023 年度部门决算
            目 录
            第一部分 某局概况 ........ 1
            一、部门主要职责 1
            第三部分 2023 年度部门决算情况说明
            - 二、收入决算情况说明 …… 12
            第一部分 某局概况
            一、部门主要职责
            管理本市树木。
            第三部分 2023 年度部门决算情况说明
            一、收入支出决算总体情况说明
            """);
        Assert.Equal(["某局概况", "部门主要职责", "2023 年度部门决算情况说明", "收入决算情况说明"], outline.Contents.Select(c => c.Title));
        Assert.Equal(["一", "一", "三", "三"], outline.Contents.Select(c => c.Part));
        Assert.Equal(["第一部分", "一", "第三部分", "二"], outline.Contents.Select(c => c.Number));
        Assert.Equal(["一", "一/一", "三", "三/一"], outline.Sections.Select(s => s.Id));
        Assert.Equal(7, outline.BodyLine);
    }

    [Fact]
    public void Headings_are_known_by_their_titles_in_any_dress()
    {
        Outline outline = Read("""
            ## **第三部分 某局 2023 年度部门决算情况说明**
            #### 一、收入支出决算总体情况说明
             二、收入决算情况
            - 三、支出决算情况说明
            七、政府性基金预算财政拨款收入支出决算情况说
            明
            ### (一) 不是本节的内容
            """);
        Assert.Equal(
            ["explanations", "explanations.totals", "explanations.income", "explanations.expenditure", "explanations.fund", null],
            outline.Sections.Select(s => s.Topic));
        Assert.Equal("三/七", outline.Sections[4].Id);
        Assert.Equal(new TextSpan(5, 0, 6, 1), outline.Sections[4].Heading);
        Assert.Equal(7, outline.Sections[4].FirstLine);
    }

    [Fact]
    public void A_title_inside_another_title_is_not_its_section()
    {
        Outline outline = Read("第三部分 部门决算情况说明\n一、财政拨款收入支出决算总体情况说明\n二、一般公共预算财政拨款支出决算情况说明");
        Assert.Equal(["explanations.appropriation", "explanations.general"], outline.Sections.Skip(1).Select(s => s.Topic));
    }

    [Fact]
    public void Numbered_sentences_are_not_headings()
    {
        Outline outline = Read("""
            第三部分 部门决算情况说明
            十三、预算绩效情况说明
            （一）预算绩效管理工作开展情况
            一、某项目2023年年初预算数为486.30万元，调整预算数为451.65万元，
            （二）项目支出自评结果
            第五部分 名词解释
            一、基本支出：指为保障机构正常运转而发生的支出。
            """);
        Assert.Equal(["三", "三/十三", "三/十三(一)", "三/十三(二)", "五"], outline.Sections.Select(s => s.Id));
        Assert.Equal("explanations.performance.projects", outline.Sections[3].Topic);
    }

    [Fact]
    public void Lines_of_the_forms_are_not_headings()
    {
        Outline outline = Read("第二部分 部门决算表\n一、一般公共预算财政拨款\n二、政府性基金预算财政拨款 2\n第三部分 部门决算情况说明");
        Assert.Equal(["二", "三"], outline.Sections.Select(s => s.Id));
    }

    [Fact]
    public void Sections_end_where_the_next_of_their_level_begins()
    {
        Outline outline = Read("第三部分 部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n正文\n六、一般公共预算财政拨款基本支出决算情况说明\n正文\n第四部分 重点工作完成情况");
        Assert.Equal((3, 4), (outline.Find("三/五")!.FirstLine, outline.Find("三/五")!.LastLine));
        Assert.Equal((4, 4), (outline.Find("三/五(一)")!.FirstLine, outline.Find("三/五(一)")!.LastLine));
        Assert.Equal((2, 6), (outline.Find("三")!.FirstLine, outline.Find("三")!.LastLine));
        Assert.Equal("三/五(一)", outline.At(4)!.Id);
    }

    [Fact]
    public void Attachments_are_divided_by_their_titles_not_by_the_list_of_them()
    {
        Outline outline = Read("""
            第六部分 附件
            一、2023年度整体绩效自评表
            二、2023年度项目绩效自评表
            2023年度某局整体绩效自评表
            单位名称	某局
            2023 年度很长的项目名称
            建设项目自评结果
            (摘要版)
            一、自评结论
            """);
        Assert.Equal(["六", "六/1", "六/2"], outline.Sections.Select(s => s.Id));
        Assert.Equal("2023年度某局整体绩效自评表", outline.Find("六/1")!.Title);
        Assert.Equal("2023 年度很长的项目名称建设项目自评结果(摘要版)", outline.Find("六/2")!.Title);
        Assert.Equal((9, 9), (outline.Find("六/2")!.FirstLine, outline.Find("六/2")!.LastLine));
    }

    [Fact]
    public void A_lost_part_heading_does_not_lose_its_sections()
    {
        Outline outline = Read("某局决算\n二、收入决算情况说明\n正文。\n三、支出决算情况说明");
        Assert.Equal(["三/二", "三/三"], outline.Sections.Select(s => s.Id));
    }

    [CorpusFact]
    public void Every_published_document_shows_all_parts_and_all_sections_of_the_explanations()
    {
        foreach (string path in Corpus.FinalAccounts)
        {
            Outline outline = OutlineReader.Read(SourceLoader.Load(path).Text!, TestEdition.Outline);
            Assert.Equal(["一", "二", "三", "四", "五", "六"], outline.Sections.Where(s => s.Id.Length == 1).Select(s => s.Id));
            var topics = TestEdition.Outline.Sections.Where(s => s.Id.StartsWith("三/", StringComparison.Ordinal)).Select(s => s.Topic).ToHashSet();
            List<Section> found = [.. outline.Sections.Where(s => s.Topic is not null && topics.Contains(s.Topic))];
            Assert.Equal(found.Count, found.DistinctBy(s => s.Topic).Count());
            Assert.True(found.Count >= topics.Count - 1, $"{path}: {string.Join(' ', topics.Except(found.Select(s => s.Topic)))}");
            Assert.True(outline.Contents.Length is 0 or 30, path);
        }
    }

    private static Outline Read(string text) => OutlineReader.Read(SourceText.FromString("x.txt", text), TestEdition.Outline);
}
