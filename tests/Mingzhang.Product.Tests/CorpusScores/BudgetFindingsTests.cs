using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>What is said loudly of the published budgets of Jiangsu and Wuhan, each with the reason why it is true: nothing else may be, and none of it is lost.</summary>
public sealed class BudgetFindingsTests
{
    /// <summary>A finding that was compared with the document by hand.</summary>
    private sealed record Known(string Rule, string Quote, string Why, string? Expected = null);

    private static readonly Known[] Court =
    [
        new("narrative.economic-names", "机关事业单位养老保险缴费", "the form by economic item has 机关事业单位基本养老保险缴费 (30108)"),
        new("classification.not-on-forms", "一般行政事务管理", "the form by function has 一般行政管理事务 (2040502)"),
    ];

    private static readonly Known[] Office =
    [
        new("narrative.growth", "增长30%", "878.93 ÷ (3894.09 − 878.93) is 29.15 %"),
        new("narrative.growth", "增长16.07%", "1297.83 ÷ (9370.12 − 1297.83) is 16.0776 %: cut off"),
        new("narrative.share", "80.92", "411.20 ÷ 508.20 is 80.913 %: raised so that the shares make 100 %"),
    ];

    /// <summary>One finding for each cause; what it says to be right is listed where it says so.</summary>
    private static readonly Known[] District =
    [
        new("facts.counted", "上年结转139.57", "139.57 carried over is in the text's totals, in form 01's income and functional side and in the rows of form 06; forms 04 and 05, form 01's economic side and a column of form 06 leave it out"),
        new("narrative.breakdown", "当年预算964.02", "964.02 and 139.57 carried over cannot make 964.02; the amount of this year is 824.46 in the text before and in form 05", "824.46"),
        new("narrative.breakdown", "基本支出833.38", "594.17 and 99.64 make 693.81; 833.38 counts in what was carried over", "693.82"),
        new("form.B01.balance", "支 出 总 计 824.46", "income of 964.02 does not balance expenditure of 824.46"),
        new("form.B06.columns", "024 964.02", "the columns of the total add up to 824.45"),
        new("form.B01.function", "本年功能科目支出合计", "blank; 964.02 stands a line too low", "964.02"),
        new("form.B04.function-all", "本年功能科目支出合计", "all four totals of expenditure are blank", "824.46"),
        new("form.B05.basic", "201一般公共服务支出", "goods and services of 2013101 are not summed up in 20131 and 201", "99.64"),
        new("form.B05.hierarchy", "20131党委办公厅", "projects of 2013102 are not summed up in 20131: blank, and 417.75 for 548.39"),
        new("form.B05.basic", "2080505机关事业单位基本养老保险缴费支出", "51.56 of retirement pay stands a row too low and, in 208 and 20805, in the column of wages"),
        new("form.B06.hierarchy", "201一般公共服务支出", "the column of goods and services is filled in for one item only"),
        new("form.B06.columns", "2013101行政运行", "557.32 less 318.11", "239.21"),
        new("form.B06.hierarchy", "208社会保障和就业支出", "51.56 is not summed up in 20805 and 208", "51.56"),
        new("narrative.amount", "公务用车购置及运行维护费", "form 08 leaves it blank, the text and the line below have 9", "9"),
        new("narrative.register-total", "政府采购预算支出合计 20 万元", "the register has 200,000.00 under 万元"),
        new("goal.balance", "1556.75", "uses are 1392.60, the budget is 964.02", "964.02"),
        new("goal.empty", "年度绩效目标 1", "no indicators are filled in"),
        new("narrative.agency-operating", "130.64", "the operating cost of form 07 is 99.64; 130.64 is the project expenditure", "≤99.64"),
        new("completeness.sub-numbering", "（八）收入包括", "the section before ended with （七）", "（一）"),
        new("leftover.spending-unit", "政府办公室本级", "the department is the office of the party committee"),
        new("leftover.prompt", "其他专用名词补充解释", "a prompt of the template"),
        new("form.projects.code", "", "the projects stand under 2013101, form 05 has the project expenditure under 2013102"),
        new("form.B11.columns", "", "the column of totals is blank"),
        new("form.unit-code", "004", "form 05 has 024 for the same office"),
    ];

    [CorpusFact]
    public void What_is_loud_of_a_court_in_Jiangsu_is_true() => Compare(Court, Corpus.At("corpus", "pdf", "20-jiangsu-gy-2019-bmys.pdf"));

    [CorpusFact]
    public void What_is_loud_of_an_office_with_text_and_tables_apart_is_true() =>
        Compare(Office, Corpus.At("corpus", "pdf", "23-jiangsu-swb-2019-bmys.pdf"), Corpus.At("corpus", "pdf", "24-jiangsu-swb-2019-bmys-tables.pdf"));

    [CorpusFact]
    public void What_is_loud_of_the_text_of_a_budget_in_Wuhan_is_true() => Compare(District, Corpus.At("corpus", "dongxihu-2023-budget.txt"));

    private static void Compare(Known[] known, params string[] paths)
    {
        Disclosure disclosure = DocumentReader.ReadAsOne(paths, Pipeline.Statutes).Result.Disclosure!;
        List<Finding> loud = [.. Checker.Check(disclosure).Findings.Where(Pipeline.IsLoud)];
        List<Known> lost = [.. known];
        foreach (Finding finding in loud)
        {
            int at = lost.FindIndex(k => k.Rule == finding.Rule && Plain(finding.Quote).Contains(Plain(k.Quote), StringComparison.Ordinal));
            Assert.True(at >= 0, $"not known to be true: {Pipeline.Describe(finding)}");
            if (known == District) Assert.Equal(lost[at].Expected, finding.Expected);
            lost.RemoveAt(at);
        }

        Assert.Empty(lost);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
