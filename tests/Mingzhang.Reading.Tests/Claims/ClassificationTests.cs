using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims;

namespace Mingzhang.Reading.Tests.Claims;

public class ClassificationTests
{
    [Theory]
    [InlineData("1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为5万元，支出决算为4万元。", "2010301", ClassificationMatch.Exact)]
    [InlineData("1.一般公共服务(类)政府办公厅(室)及相关机构事务(款)行政运行(项)年初预算为5万元，支出决算为4万元。", "2010301", ClassificationMatch.Exact)]
    [InlineData("1.一般公共服务支出（类）群众团体事务（款）行政运行（项）。年初预算为5万元，支出决算为4万元。", "2012901", ClassificationMatch.Exact)]
    [InlineData("1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一事业运行（项）。年初预算为5万元，支出决算为4万元。", "2010350", ClassificationMatch.Similar)]
    [InlineData("1.卫生健康支出（类）行政事业单位医疗（款）其他行政事业医疗支出（项）。年初预算为5万元，支出决算为4万元。", "2101199", ClassificationMatch.Similar)]
    [InlineData("1.社会保障和就业（类）支出。年初预算为5万元，支出决算为4万元。", "208", ClassificationMatch.Exact)]
    public void Items_resolve_by_the_captions_of_the_forms(string text, string code, ClassificationMatch match)
    {
        ClaimReading reading = ClaimText.Read("explanations.general.items", text);
        Assert.Equal([$"Amount 05[{code}].1 InitialBudget 5万元", $"Amount 05[{code}].1 4万元"], reading.Claims.Select(ClaimText.Line));
        QuotedClassification quote = Assert.Single(reading.QuotedClassifications);
        Assert.Equal((match, code, QuotePlace.Item), (quote.Match, quote.Codes[0], quote.Place));
        Assert.Equal(reading.Claims[0].Group, quote.Group);
    }

    [Fact]
    public void A_name_under_another_parent_gives_a_code_but_no_address()
    {
        ClaimReading reading = ClaimText.Read("explanations.general.items", "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）工会事务（项）。支出决算为4万元。");
        Assert.Equal("Amount item/一般公共服务支出/政府办公厅（室）及相关机构事务/工会事务 4万元", ClaimText.Line(Assert.Single(reading.Claims)));
        QuotedClassification quote = Assert.Single(reading.QuotedClassifications);
        Assert.Equal((ClassificationMatch.OtherParent, "2012906"), (quote.Match, quote.Codes[0]));
    }

    [Fact]
    public void A_classification_in_force_that_the_forms_do_not_show_gives_a_code_but_no_address()
    {
        ClaimReading reading = ClaimText.Read("explanations.general.items", "1.一般公共服务支出（类）财政事务（款）行政运行（项）。支出决算为4万元。");
        Assert.Null(Assert.Single(reading.Claims).Subject.Address);
        Assert.Equal("2010601", Assert.Single(Assert.Single(reading.QuotedClassifications).Codes));
    }

    [Fact]
    public void A_name_that_nothing_has_resolves_to_nothing()
    {
        QuotedClassification quote = Assert.Single(ClaimText.Read("explanations.general.items", "1.甲乙（类）丙丁（款）戊己（项）。支出决算为4万元。").QuotedClassifications);
        Assert.Equal(ClassificationMatch.None, quote.Match);
        Assert.Empty(quote.Codes);
    }

    [Fact]
    public void What_an_item_was_used_for_may_stand_between_its_name_and_its_amounts() => Assert.Equal(
        ["Amount 05[2012906].1 InitialBudget 5万元", "Amount 05[2012906].1 4万元", "Completion 05[2012906].1 vs InitialBudget 80%"],
        ClaimText.Lines("explanations.general.items", "1、一般公共服务支出（类）群众团体事务（款）工会事务（项）。主要用于：工会的项目支出。年初预算为5万元，支出决算为4万元，完成年初预算的80%。决算数小于预算数的主要原因：住房保障支出（类）减少。"));

    [Fact]
    public void Basic_and_project_expenditure_of_an_item_are_its_row_in_their_columns() => Assert.Equal(
        ["Amount 05[2012906].1 4万元", "Amount 05[2012906].2 1万元", "Amount 05[2012906].3 3万元"],
        ClaimText.Lines("explanations.general.items", "1.一般公共服务支出（类）群众团体事务（款）工会事务（项）。支出决算为4万元，其中：基本支出1万元，项目支出3万元。"));

    [Fact]
    public void The_structure_by_class_divides_the_expenditure()
    {
        ClaimReading reading = ClaimText.Read("explanations.general.structure", """
            2023年度一般公共预算财政拨款支出10万元，主要用于以下方面：
            1.一般公共服务（类）支出6万元，占60%。主要是用于日常运转。
            2. 社会保障和就业支出类支出 3 万元，占 30%。
            3.住房保障支出1万元，占10%。
            """);
        Assert.Equal(
            ["Amount 05[合计].1 10万元", "Amount 05[201].1 6万元", "Share 05[201].1 of 05[合计].1 60%", "Amount 05[208].1 3万元", "Share 05[208].1 of 05[合计].1 30%", "Amount 05[221].1 1万元", "Share 05[221].1 of 05[合计].1 10%"],
            reading.Claims.Select(ClaimText.Line));
        Breakdown breakdown = Assert.Single(reading.Breakdowns);
        Assert.Equal([1, 3, 5], breakdown.Parts.ToArray());
        Assert.True(breakdown.Exhaustive);
        Assert.Equal(3, reading.QuotedClassifications.Length);
    }

    [Fact]
    public void Items_divide_the_whole_by_measure_and_items_under_a_class_divide_the_class()
    {
        ClaimReading reading = ClaimText.Read("explanations.general.items", """
            一般公共预算财政拨款支出年初预算为9万元，支出决算为10万元，完成年初预算的111.1%。
            1.一般公共服务支出（类）。年初预算为7万元，支出决算为8万元。
            2.一般公共服务支出（类）群众团体事务（款）工会事务（项）。年初预算为7万元，支出决算为8万元。
            3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为2万元，支出决算为2万元。
            """);
        Assert.Equal(
            ["9 InitialBudget: 05[201].1 05[2210201].1", "10 Final: 05[201].1 05[2210201].1", "7 InitialBudget: 05[2012906].1", "8 Final: 05[2012906].1"],
            reading.Breakdowns.Select(b => $"{reading.Claims[b.Whole].Value} {reading.Claims[b.Whole].Measure}: {string.Join(' ', b.Parts.Select(p => reading.Claims[p].Subject.Key))}"));
    }

    [Fact]
    public void The_glossary_names_classifications_with_and_without_a_colon()
    {
        ClaimReading reading = ClaimText.Read("glossary", """
            （二）本部门使用的支出功能分类科目（到项级）
            1.一般公共服务支出（类）群众团体事务（款）工会事务（项）：反映财政对工会的补助支出。
            2、住房保障支出（类）住房改革支出（款）住房公积金
            （项）反映单位缴纳的住房公积金。
            3.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）一般行政管理事务（项）
            （三）基本支出：指人员支出和公用支出。
            """);
        Assert.Equal(["2012906", "2210201", "2010301,2010302"], reading.QuotedClassifications.Select(q => string.Join(',', q.Codes)));
        Assert.Equal(["反映财政对工会的补助支出", "反映单位缴纳的住房公积金", ""], reading.QuotedClassifications.Select(q => q.Explanation));
        Assert.Empty(reading.Claims);
    }
}
