using Mingzhang.Core.Findings;

namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>Mistakes that departments make, put one by one into the clean disclosure: each is told once, where it is, with what it should be, and nothing false beside it.</summary>
public sealed class PlausibleDefectsTests
{
    [Theory]
    [InlineData("占本年收入99.5%", "占本年收入95.5%", "narrative.share", "99.5")]
    [InlineData("支出合计1380.36万元，与", "支出合计1308.36万元，与", "narrative.amount", "1380.36")]
    [InlineData("支出预算为35.00万元，支出决算为32.41万元，完成预算的92.6%", "支出预算为35.00万元，支出决算为32.14万元，完成预算的91.8%", "narrative.amount", "32.41")]
    [InlineData("农林水支出（类）960.33万元", "农林水支出（类）86.12万元", "narrative.amount", "960.33")]
    [InlineData("收入合计增加96.46万元，增长7.6%", "收入合计减少96.46万元，下降7.6%", "narrative.growth", "增长")]
    [InlineData("收入合计增加96.46万元，增长7.6%", "收入合计增加96.46万元，下降7.6%", "narrative.direction", "增加")]
    [InlineData("行政单位离退休（项）。年初预算为42.00万元，支出决算为42.36万元，完成年初预算的100.9%，支出决算数大于", "行政单位离退休（项）。年初预算为42.00万元，支出决算为42.36万元，完成年初预算的100.9%，支出决算数小于", "narrative.outcome-direction", "大于")]
    [InlineData("2023年度“三公”经费财政拨款支出预算", "2022年度“三公”经费财政拨款支出预算", "leftover.date", "2023")]
    [InlineData("截至2023年12月31日，云山", "截至2022年12月31日，云山", "leftover.date", "2023")]
    [InlineData("2023年度支出决算表\n\n公开 03", "2022年度支出决算表\n\n公开 03", "leftover.date", "2023")]
    [InlineData("主要原因是管护经费增加", "主要原因是×××××", "leftover.placeholder", null)]
    [InlineData("主要原因是压减办公设施购置", "主要原因是……", "leftover.empty-reason", null)]
    [InlineData("其他收入6.95万元", "其他收入-6.95万元", "narrative.amount", "6.95")]
    [InlineData("@58.53@58.53@@@@@\n21011", "@-58.53@58.53@@@@@\n21011", "form.02.hierarchy", "58.53")]
    [InlineData("合计@1215.86@842.26@373.60", "合计@#REF!@842.26@373.60", "leftover.error-cell", null)]
    [InlineData("100@98.50", "100@#REF!", "evaluation.total", "98.50")]
    [InlineData("2130314@@@防汛@63.85@@63.85@@@\n", "2130314@@@防汛@63.85@@63.85@@@\n2130314@@@防汛@63.85@@63.85@@@\n", "form.repeated-row", null)]
    [InlineData("213@@@农林水支出@968.53@586.73@381.80@@@\n21303@@@水利@968.53@586.73@381.80", "213@@@农林水支出@968.53@586.73@@@@\n21303@@@水利@968.53@586.73@", "cross.03-05.project", "381.80")]
    [InlineData("合计@28.75@147.80@156.30@12.60@143.70@20.25", "合计@287500@1478000@1563000@126000@1437000@202500", "form.07.hierarchy", "28.75")]
    [InlineData("闸站设备检修台数@≥46台@46台@8@8", "闸站设备检修台数@≥46台@46台@8@9", "evaluation.indicator-score", null)]
    [InlineData("100@98.50", "100@98.80", "evaluation.total", "98.5")]
    [InlineData("318.60@309.75@97.2%", "318.60@309.75@92.7%", "evaluation.execution-rate", "97.2%")]
    [InlineData("97.2%@19.44\n年度绩效目标（80", "97.2%@20.00\n年度绩效目标（80", "evaluation.execution-score", "19.44")]
    [InlineData("项目绩效综合得分为99.02分", "项目绩效综合得分为99.20分", "evaluation.text-score", "99.02")]
    [InlineData("共涉及项目2个", "共涉及项目3个", "evaluation.project-count", "2")]
    [InlineData("共有车辆4辆", "共有车辆5辆", "narrative.breakdown", "4")]
    [InlineData("政府采购支出总额186.40万元", "政府采购支出总额1864000.00万元", "narrative.breakdown", "186.40")]
    [InlineData("占政府采购支出总额的93.7%", "占政府采购支出总额的96.7%", "narrative.share", "93.7")]
    [InlineData("年初结转和结余@29@42.75", "年初结转和结余@29@24.75", "cross.01-04.opening", "42.75")]
    [InlineData("年末结转和结余@60@27.75", "年末结转和结余@60@", "cross.01-04.closing", "27.75")]
    [InlineData("支出决算为27.45万元", "支出决算为31.08万元", "narrative.item-final-amount", "27.45")]
    [InlineData("合计@1215.86@842.26@373.60", "合计@1215.86@373.60@842.26", "form.05.hierarchy", null)]
    public void A_mistake_is_told_once(string right, string wrong, string rule, string? expected)
    {
        string text = CleanDocument.Tabbed.Text, from = right.Replace('@', '\t');
        int at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        string changed = string.Concat(text.AsSpan(0, at), wrong.Replace('@', '\t'), text.AsSpan(at + from.Length));

        Finding[] loud = [.. Pipeline.Check("defect.txt", changed).Findings.Where(Pipeline.IsLoud)];

        Assert.True(loud.Length == 1, string.Join('\n', loud.Select(Pipeline.Describe)));
        Assert.Equal((rule, expected), (loud[0].Rule, loud[0].Expected));
    }

    [Fact]
    public void An_item_that_was_pasted_twice_is_told_once()
    {
        string text = CleanDocument.Tabbed.Text;
        int start = text.IndexOf("7.农林水支出（类）水利（款）水利工程运行与维护（项）。年初", StringComparison.Ordinal), end = text.IndexOf("8.农林水支出（类）水利（款）防汛（项）。年初", StringComparison.Ordinal);

        Finding[] loud = [.. Pipeline.Check("defect.txt", text.Insert(end, text[start..end])).Findings.Where(Pipeline.IsLoud)];

        Assert.True(loud.Length == 1, string.Join('\n', loud.Select(Pipeline.Describe)));
    }
}
