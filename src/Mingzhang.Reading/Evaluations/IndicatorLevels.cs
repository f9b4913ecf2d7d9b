namespace Mingzhang.Reading.Evaluations;

/// <summary>
/// The names of levels one and two of the indicator tree (财预〔2020〕10号, 项目支出绩效评价管理办法, and the older and local names of
/// departments' self-evaluations), and which level one a level two belongs to.
/// </summary>
internal static class IndicatorLevels
{
    private static readonly string[] First =
    [
        "产出", "效益", "效果", "满意度", "成本", "产出与效益", "产出和效益", "效益指标与满意度", "效益指标和满意度", "效益与满意度",
        "运行成本", "管理效率", "履职效能", "履职效果", "社会效应", "可持续发展能力", "可持续发展", "服务对象满意", "投入", "过程", "决策", "预算执行", "投入管理", "履职",
    ];

    private static readonly (string Second, string First)[] Tree =
    [
        ("数量", "产出指标"), ("质量", "产出指标"), ("时效", "产出指标"), ("成本", "产出指标"),
        ("经济成本", "成本指标"), ("社会成本", "成本指标"), ("生态环境成本", "成本指标"), ("生态成本", "成本指标"), ("环境成本", "成本指标"),
        ("经济效益", "效益指标"), ("社会效益", "效益指标"), ("生态效益", "效益指标"), ("环境效益", "效益指标"), ("生态环境效益", "效益指标"),
        ("可持续影响", "效益指标"), ("可持续性影响", "效益指标"), ("可持续发展", "效益指标"), ("社会效应", "效益指标"),
        ("服务对象满意度", "满意度指标"), ("社会公众或服务对象满意度", "满意度指标"), ("社会公众及服务对象满意度", "满意度指标"),
        ("社会公众和服务对象满意度", "满意度指标"), ("社会公众满意度", "满意度指标"), ("服务对象满意", "满意度指标"), ("满意度", "满意度指标"),
    ];

    /// <summary>Whether a label (without points and blanks) names level one. Damaged ends (<c>满意度指</c>) count.</summary>
    public static bool IsFirst(ReadOnlySpan<char> label)
    {
        label = Bare(label);
        foreach (string name in First)
        {
            if (label.SequenceEqual(name)) return true;
        }

        return false;
    }

    /// <summary>Whether a label names level two.</summary>
    public static bool IsSecond(ReadOnlySpan<char> label) => Find(label) >= 0;

    /// <summary>The level one that a level two belongs to; null if it is none of the tree's.</summary>
    public static string? FirstOf(ReadOnlySpan<char> second) => Find(second) is >= 0 and int at ? Tree[at].First : null;

    /// <summary>Whether a label ends as levels do.</summary>
    public static bool EndsLikeLevel(ReadOnlySpan<char> label) => label.EndsWith("指标", StringComparison.Ordinal);

    private static int Find(ReadOnlySpan<char> label)
    {
        label = Bare(label);
        for (int i = 0; i < Tree.Length; i++)
        {
            if (label.SequenceEqual(Tree[i].Second)) return i;
        }

        return -1;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> label) =>
        label.EndsWith("指标", StringComparison.Ordinal) ? label[..^2]
        : label.EndsWith("指", StringComparison.Ordinal) ? label[..^1]
        : label;
}
