namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>
/// The money of an invented department's year, in 万元. Everything that can be reckoned is reckoned, so that the documents made from it
/// are right by construction. All amounts are whole hundreds of 元, so that no rounding difference arises.
/// </summary>
internal sealed class Department
{
    public const string District = "云山区";
    public const string Name = "云山区河湖管护局";
    public const int Year = 2023;

    /// <summary>The functional items in code order.</summary>
    public IReadOnlyList<FunctionalItem> Items { get; } =
    [
        new("2080501", "行政单位离退休") { Basic = 42.36m, Initial = 42.00m },
        new("2080505", "机关事业单位基本养老保险缴费支出") { Basic = 68.52m, Initial = 66.40m },
        new("2101101", "行政单位医疗") { Basic = 27.45m, Initial = 28.00m },
        new("2101103", "公务员医疗补助") { Basic = 31.08m, Initial = 30.50m },
        new("2120899", "其他国有土地使用权出让收入安排的支出") { FundBasic = 12.60m, FundProject = 143.70m, FundOpening = 28.75m, FundIncome = 147.80m },
        new("2130301", "行政运行") { Basic = 586.73m, Initial = 575.20m },
        new("2130302", "一般行政管理事务") { Project = 94.15m, Initial = 96.00m, OtherProject = 8.20m, OtherIncome = 6.95m, OtherOpening = 5.60m },
        new("2130306", "水利工程运行与维护") { Project = 215.60m, Initial = 210.00m, Closing = 3.15m },
        new("2130314", "防汛") { Project = 63.85m, Initial = 50.00m, Opening = 8.40m },
        new("2210201", "住房公积金") { Basic = 73.94m, Initial = 72.80m },
        new("2210202", "提租补贴") { Basic = 12.18m, Initial = 12.40m },
    ];

    /// <summary>Names of classes and sections.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["208"] = "社会保障和就业支出",
        ["20805"] = "行政事业单位养老支出",
        ["210"] = "卫生健康支出",
        ["21011"] = "行政事业单位医疗",
        ["212"] = "城乡社区支出",
        ["21208"] = "国有土地使用权出让收入安排的支出",
        ["213"] = "农林水支出",
        ["21303"] = "水利",
        ["221"] = "住房保障支出",
        ["22102"] = "住房改革支出",
    };

    /// <summary>Basic expenditure by economic item, in code order.</summary>
    public IReadOnlyDictionary<string, decimal> Economic { get; } = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["30101"] = 178.32m,
        ["30102"] = 246.15m,
        ["30103"] = 88.64m,
        ["30108"] = 68.52m,
        ["30110"] = 27.45m,
        ["30111"] = 31.08m,
        ["30112"] = 4.26m,
        ["30113"] = 73.94m,
        ["30199"] = 2.59m,
        ["30302"] = 42.36m,
        ["30201"] = 9.84m,
        ["30205"] = 0.62m,
        ["30206"] = 3.18m,
        ["30207"] = 2.45m,
        ["30211"] = 6.73m,
        ["30213"] = 4.12m,
        ["30216"] = 1.86m,
        ["30217"] = 0.58m,
        ["30226"] = 5.37m,
        ["30228"] = 8.21m,
        ["30229"] = 7.64m,
        ["30231"] = 9.36m,
        ["30239"] = 13.52m,
        ["30299"] = 2.07m,
        ["31002"] = 3.40m,
    };

    /// <summary>Three-public budget: columns 2, 4, 5, 6 of form 09.</summary>
    public ThreePublic Budget { get; } = new(6.00m, 18.00m, 10.20m, 0.80m);

    /// <summary>Three-public outcome: columns 8, 10, 11, 12 of form 09.</summary>
    public ThreePublic Outcome { get; } = new(4.85m, 17.62m, 9.36m, 0.58m);

    /// <summary>The year before; its closing balances are this year's opening balances.</summary>
    public PriorYear Prior { get; } = new(Income: 1268.90m, Expenditure: 1259.71m, GeneralIncome: 1120.33m, FundIncome: 142.60m, GeneralExpenditure: 1124.86m, FundExpenditure: 126.09m);

    public decimal GeneralExpenditure => Items.Sum(i => i.General);

    public decimal Basic => Items.Sum(i => i.Basic);

    public decimal Project => Items.Sum(i => i.Project);

    public decimal Personnel => Economic.Where(e => e.Key[..3] is "301" or "303").Sum(e => e.Value);

    public decimal Operating => Basic - Personnel;

    public decimal FundExpenditure => Items.Sum(i => i.Fund);

    public decimal Expenditure => Items.Sum(i => i.Expenditure);

    public decimal AllBasic => Items.Sum(i => i.AllBasic);

    public decimal AllProject => Items.Sum(i => i.AllProject);

    public decimal GeneralIncome => Items.Sum(i => i.GeneralIncome);

    public decimal FundIncome => Items.Sum(i => i.FundIncome);

    public decimal OtherIncome => Items.Sum(i => i.OtherIncome);

    public decimal Income => GeneralIncome + FundIncome + OtherIncome;

    public decimal GeneralOpening => Items.Sum(i => i.Opening);

    public decimal GeneralClosing => Items.Sum(i => i.Closing);

    public decimal FundOpening => Items.Sum(i => i.FundOpening);

    public decimal FundClosing => Items.Sum(i => i.FundClosing);

    public decimal Opening => GeneralOpening + FundOpening + Items.Sum(i => i.OtherOpening);

    public decimal Closing => GeneralClosing + FundClosing + Items.Sum(i => i.OtherClosing);

    public decimal Total => Income + Opening;

    public decimal AppropriatedTotal => GeneralIncome + FundIncome + GeneralOpening + FundOpening;

    public decimal Initial => Items.Sum(i => i.Initial);

    /// <summary>The rows of a code table with 合计 on top: key, caption and the items that belong to it.</summary>
    public IEnumerable<(string Key, string Caption, IReadOnlyList<FunctionalItem> Items)> Rows(Func<FunctionalItem, bool> shown)
    {
        List<FunctionalItem> items = [.. Items.Where(shown)];
        yield return ("合计", "合计", items);
        foreach (IGrouping<string, FunctionalItem> byClass in items.GroupBy(i => i.Code[..3]))
        {
            yield return (byClass.Key, Names[byClass.Key], [.. byClass]);
            foreach (IGrouping<string, FunctionalItem> bySection in byClass.GroupBy(i => i.Code[..5]))
            {
                yield return (bySection.Key, Names[bySection.Key], [.. bySection]);
                foreach (FunctionalItem item in bySection) yield return (item.Code, item.Name, [item]);
            }
        }
    }
}

/// <summary>A functional item's year, in 万元: general public budget, government fund, and other money.</summary>
internal sealed record FunctionalItem(string Code, string Name)
{
    public decimal Basic { get; init; }

    public decimal Project { get; init; }

    public decimal Initial { get; init; }

    public decimal Opening { get; init; }

    public decimal Closing { get; init; }

    public decimal FundBasic { get; init; }

    public decimal FundProject { get; init; }

    public decimal FundOpening { get; init; }

    public decimal FundIncome { get; init; }

    public decimal OtherProject { get; init; }

    public decimal OtherIncome { get; init; }

    public decimal OtherOpening { get; init; }

    public decimal General => Basic + Project;

    public decimal Fund => FundBasic + FundProject;

    public decimal AllBasic => Basic + FundBasic;

    public decimal AllProject => Project + FundProject + OtherProject;

    public decimal Expenditure => General + Fund + OtherProject;

    public decimal GeneralIncome => General + Closing - Opening;

    public decimal FundClosing => FundOpening + FundIncome - Fund;

    public decimal OtherClosing => OtherOpening + OtherIncome - OtherProject;

    public decimal Income => GeneralIncome + FundIncome + OtherIncome;
}

/// <summary>Three-public expenses.</summary>
internal sealed record ThreePublic(decimal Overseas, decimal Purchase, decimal Running, decimal Reception)
{
    public decimal Cars => Purchase + Running;

    public decimal Total => Overseas + Cars + Reception;
}

/// <summary>What the text says of the year before.</summary>
internal sealed record PriorYear(decimal Income, decimal Expenditure, decimal GeneralIncome, decimal FundIncome, decimal GeneralExpenditure, decimal FundExpenditure);
