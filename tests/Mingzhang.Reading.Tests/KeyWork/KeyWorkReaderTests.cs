using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.KeyWork;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Tests.KeyWork;

public class KeyWorkReaderTests
{
    private static ImmutableArray<KeyWorkRow> Read(string lines)
    {
        SourceText text = SourceText.FromString("test.txt", lines.Replace('|', '\t'));
        return KeyWorkReader.Read(text, new Outline([], [], 1));
    }

    [Fact]
    public void Number_and_matter_are_filled_down_over_merged_cells_and_pages()
    {
        ImmutableArray<KeyWorkRow> rows = Read("""
            序号|重要事项|工作内容及目标|完成情况
            1|办好阅读活动|讲座|举办讲座12场。
            ||展览|举办展览3场。

            序号|重要事项|工作内容及目标|完成情况
            1|办好阅读活动|送书下乡|送书200册。
            2|修缮馆舍|更换门窗|已完成。

            第五部分 名词解释
            3|不是|重点|工作
            """);

        Assert.Equal(
            ["1 办好阅读活动 讲座 举办讲座12场。", "1 办好阅读活动 展览 举办展览3场。", "1 办好阅读活动 送书下乡 送书200册。", "2 修缮馆舍 更换门窗 已完成。"],
            rows.Select(r => $"{r.Number} {r.Matter} {r.Goal} {r.Completion}"));
    }

    [Fact]
    public void Wrapped_cells_without_separators_are_told_apart_by_the_widths_of_their_lines()
    {
        ImmutableArray<KeyWorkRow> rows = Read("""
            序号 重要事项 工作内容及目标 完成情况

            1
            举办全市读书

            节活动

            读书节活动不少于十

            2 场，到馆人次比上

            年有所增加。

            全年举办读书节活动十三场，到

            馆人次 20 万，比上年多了一成

            以上，读者反映良好。

            2 修缮馆舍
            更换门窗和屋面防水

            材料。

            门窗和屋面防水材料全部更换，

            已通过验收。
            """);

        Assert.Equal(2, rows.Length);
        Assert.Equal(("举办全市读书节活动", "读书节活动不少于十2场，到馆人次比上年有所增加。"), (rows[0].Matter, rows[0].Goal));
        Assert.Equal(("修缮馆舍", "更换门窗和屋面防水材料。", "门窗和屋面防水材料全部更换，已通过验收。"), (rows[1].Matter, rows[1].Goal, rows[1].Completion));
    }

    [Fact]
    public void A_part_without_a_table_has_no_rows() => Assert.Empty(Read("第四部分 重点工作完成情况\n\n一是办好讲座。\n"));
}
