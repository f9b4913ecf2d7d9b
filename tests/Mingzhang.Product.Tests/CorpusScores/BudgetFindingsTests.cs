using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Reading;

namespace Mingzhang.Product.Tests.CorpusScores;

/// <summary>What is said loudly of the published budgets of Jiangsu and Wuhan, each with the reason why it is true: nothing else may be, and none of it is lost.</summary>
public sealed class BudgetFindingsTests
{
    /// <summary>A finding that was compared with the document by hand.</summary>
    private sealed record Known(string Rule, string Quote, string Why);

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

    /// <summary>Rules on the text; what is found in the forms is listed where the forms are tested.</summary>
    private static readonly Known[] District =
    [
        new("narrative.amount", "一般公共预算财政拨款收入824.46万元", "form 01 has 964.02 as appropriation"),
        new("narrative.amount", "上年结转139.57万元", "forms 01 and 04 have nothing carried over"),
        new("narrative.amount", "基本支出833.38万元", "forms 01 and 05 have 693.82"),
        new("narrative.amount", "基本支出833.38万元", "form 04 leaves it blank"),
        new("narrative.amount", "财政拨款收支总预算964.02万元", "form 04 has 824.46"),
        new("narrative.amount", "一般公共预算财政拨款支出预算964.02万元", "form 05 has 824.46"),
        new("narrative.breakdown", "当年预算964.02万元", "with 139.57 carried over it makes 1103.59, not 964.02"),
        new("narrative.amount", "支 出 总 计 824.46", "the text has 964.02, as the income of the same form"),
        new("narrative.amount", "公务用车购置及运行维护费", "form 08 leaves it blank, the text and the line below have 9"),
        new("narrative.register-total", "政府采购预算支出合计 20 万元", "the register has 200,000.00 under 万元"),
        new("narrative.agency-operating", "130.64", "the operating cost of form 07 is 99.64; 130.64 is the project expenditure"),
        new("completeness.sub-numbering", "（八）收入包括", "the section before ended with （七）"),
        new("leftover.spending-unit", "政府办公室本级", "the department is the office of the party committee"),
        new("leftover.prompt", "其他专用名词补充解释", "a prompt of the template"),
        new("form.projects.code", "", "the projects stand under 2013101, form 05 has the project expenditure under 2013102"),
    ];

    [CorpusFact]
    public void What_is_loud_of_a_court_in_Jiangsu_is_true() => Compare(Court, false, Corpus.At("corpus", "pdf", "20-jiangsu-gy-2019-bmys.pdf"));

    [CorpusFact]
    public void What_is_loud_of_an_office_with_text_and_tables_apart_is_true() =>
        Compare(Office, false, Corpus.At("corpus", "pdf", "23-jiangsu-swb-2019-bmys.pdf"), Corpus.At("corpus", "pdf", "24-jiangsu-swb-2019-bmys-tables.pdf"));

    [CorpusFact]
    public void What_is_loud_of_the_text_of_a_budget_in_Wuhan_is_true() => Compare(District, true, Corpus.At("corpus", "dongxihu-2023-budget.txt"));

    private static void Compare(Known[] known, bool textOnly, params string[] paths)
    {
        Disclosure disclosure = DocumentReader.ReadAsOne(paths, Pipeline.Statutes).Result.Disclosure!;
        List<Finding> loud = [.. Checker.Check(disclosure).Findings.Where(Pipeline.IsLoud).Where(f => !textOnly || known.Any(k => k.Rule == f.Rule) || f.Rule.Split('.')[0] is "narrative" or "classification" or "completeness" or "leftover" or "particulars")];
        List<Known> lost = [.. known];
        foreach (Finding finding in loud)
        {
            int at = lost.FindIndex(k => k.Rule == finding.Rule && Plain(finding.Quote).Contains(Plain(k.Quote), StringComparison.Ordinal));
            Assert.True(at >= 0, $"not known to be true: {Pipeline.Describe(finding)}");
            lost.RemoveAt(at);
        }

        Assert.Empty(lost);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
