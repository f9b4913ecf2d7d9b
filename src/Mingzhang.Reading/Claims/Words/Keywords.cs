using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>The words of the explanations' grammar that are the same in every section.</summary>
internal static class Keywords
{
    /// <summary>Words that name one of a subject's amounts.</summary>
    internal static readonly (string Word, Measure Measure)[] Measures =
    [
        ("年初预算安排数", Measure.InitialBudget), ("年初部门预算数", Measure.InitialBudget), ("年初部门预算", Measure.InitialBudget), ("年初预算数", Measure.InitialBudget),
        ("年初预算", Measure.InitialBudget), ("年初批复预算数", Measure.InitialBudget),
        ("全年预算数", Measure.FullYearBudget), ("全年预算", Measure.FullYearBudget), ("调整后预算数", Measure.FullYearBudget), ("调整后预算", Measure.FullYearBudget),
        ("调整后的预算数", Measure.FullYearBudget), ("调整预算数", Measure.FullYearBudget), ("调整预算", Measure.FullYearBudget), ("全年支出预算", Measure.FullYearBudget),
        ("年末支出决算", Measure.Final), ("全年支出决算", Measure.Final), ("支出决算数", Measure.Final), ("支出决算", Measure.Final), ("收入决算数", Measure.Final), ("收入决算", Measure.Final), ("全年决算", Measure.Final), ("决算支出", Measure.Final), ("决算数", Measure.Final), ("决算", Measure.Final),
        ("当年预算执行数", Measure.Final), ("预算执行数", Measure.Final), ("全年执行数", Measure.Final), ("实际执行数", Measure.Final), ("实际支出数", Measure.Final), ("执行数", Measure.Final), ("实际支出", Measure.Final), ("实际执行", Measure.Final), ("实际使用", Measure.Final),
    ];

    /// <summary>Words for a budget whose year part the context tells.</summary>
    internal static readonly string[] BareBudgets = ["支出预算数", "支出预算", "预算数", "预算"];

    /// <summary>Words for the budget in a budget, which elsewhere say nothing of amounts.</summary>
    internal static readonly string[] Planned = ["预算安排数", "预算安排"];

    /// <summary>Words with 预算, 决算 or a way of change in them that say nothing of amounts.</summary>
    internal static readonly string[] Noise =
    [
        "一般公共预算", "政府性基金预算", "国有资本经营预算", "预算绩效", "预算管理", "预算单位", "部门预算", "预算执行", "预算编制", "部门决算", "决算情况", "预决算", "预算支出", "预算项目",
        "大于", "小于", "高于", "低于", "增减变动", "增减变化", "增减", "变动", "比重", "比例", "占用", "占地", "增加值", "减少额", "无关", "无法", "无论", "并无", "比较", "对比",
        "提高认识", "包括但不限于",
    ];

    /// <summary>Ways of change.</summary>
    internal static readonly (string Word, Direction Way, bool Rough)[] Ways =
    [
        ("无增减变化", Direction.Level, false), ("没有变化", Direction.Level, false), ("无变化", Direction.Level, false), ("基本持平", Direction.Level, true), ("大致持平", Direction.Level, true), ("持平", Direction.Level, false), ("保持一致", Direction.Level, false), ("一致", Direction.Level, false), ("相同", Direction.Level, false),
        ("增加了", Direction.Up, false), ("增加", Direction.Up, false), ("增长了", Direction.Up, false), ("增长", Direction.Up, false), ("上升", Direction.Up, false), ("提高", Direction.Up, false), ("增幅", Direction.Up, false),
        ("减少了", Direction.Down, false), ("减少", Direction.Down, false), ("下降了", Direction.Down, false), ("下降", Direction.Down, false), ("降低了", Direction.Down, false), ("降低", Direction.Down, false), ("减幅", Direction.Down, false), ("降幅", Direction.Down, false),
    ];

    /// <summary>Words that may stand between a subject and its figure.</summary>
    internal static readonly string[] Fillers =
    [
        "财政拨款", "金额", "总额", "总数", "数额", "总计", "合计", "共计", "累计", "总共", "实际", "发生", "支出", "收入", "全年", "本年", "当年", "年度", "费用", "均为", "各为", "分别", "为", "是", "共", "计", "总", "各", "均", "了", "的", "达到", "达", "数", "额", "有", "约", "近", "超过", "逾", "超", "同比", "开支", "安排", "资金",
    ];

    /// <summary>Words after which prose follows up to the end of the sentence.</summary>
    internal static readonly string[] Prose =
    [
        "主要原因", "原因是", "原因为", "原因：", "原因在于", "主要是因", "主要系", "主要由于", "由于", "因为", "主要成效", "取得成效", "成效：", "主要产出", "发现的问题", "存在的问题", "接待对象", "主要是由", "根据", "按照",
    ];

    /// <summary>Words after which the text says what money was used for.</summary>
    internal static readonly string[] Purposes = ["主要是用于", "主要用于", "用于以下方面", "用于", "主要是"];

    /// <summary>Words that begin the parts of a whole.</summary>
    internal static readonly string[] OfWhich = ["其中", "主要包括", "具体包括", "包括", "具体为", "分别是"];

    /// <summary>Words that say there is none.</summary>
    internal static readonly string[] Absences = ["没有", "未发生", "不涉及", "无"];
}
