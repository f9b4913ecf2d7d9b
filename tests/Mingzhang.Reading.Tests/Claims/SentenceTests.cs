using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims;

namespace Mingzhang.Reading.Tests.Claims;

public class SentenceTests
{
    [Theory]
    [InlineData("2023年度收、支总计均为 1,200.50 万元。与 2022 年度相比，收、支总计各增加 100.5 万元，增长 9.1%。")]
    [InlineData("2023年度收支总计1200.50万元，比上年增加100.5万元，增长9.1%。")]
    [InlineData("2023 年度收入、支出总计均为1,200.50万元，较上年决算数增加了100.5万元，增幅9.1％。")]
    [InlineData("2023年度收、支总计1,200.50万元，\n\n— 12 —\n\n与2022年度决算数相比，收、\n支总计增加\n100.5万元，增长9.1%。")]
    public void Totals_with_change_and_growth_are_read_in_every_wording(string text) => Assert.Equal(
        ["Amount 01[31].1 1200.50万元", "Change 01[31].1 vs PriorYear 100.5万元 Up", "Growth 01[31].1 vs PriorYear 9.1% Up"],
        ClaimText.Lines("explanations.totals", text));

    [Fact]
    public void Shares_without_a_named_whole_are_of_the_sections_total() => Assert.Equal(
        [
            "Amount 02[合计].1 100万元",
            "Amount 02[合计].2 80万元", "Share 02[合计].2 of 02[合计].1 80%",
            "Amount 02[合计].4 20万元", "Share 02[合计].4 of 02[合计].1 20%",
        ],
        ClaimText.Lines("explanations.income", "本年收入合计100万元，其中：财政拨款收入80万元，占80%；事业收入20万元，占本年收入的20%。"));

    [Fact]
    public void A_change_keeps_its_subject_over_sentences_but_not_into_the_next_list_item()
    {
        string[] lines = ClaimText.Lines("explanations.threePublic.items", "1.因公出国（境）费预算为3万元，支出决算为0万元，完成预算的0%。比预算减少3万元。\n2.支出5万元。");
        Assert.Equal(["Amount 09[1].8 FullYearBudget 3万元", "Amount 09[1].8 0万元", "Completion 09[1].8 vs FullYearBudget 0%", "Change 09[1].8 vs FullYearBudget 3万元 Down"], lines);
    }

    [Fact]
    public void Unchanged_amounts_are_level_changes() => Assert.Equal(
        ["Amount 04[2].1 10万元", "Change 04[2].1 vs PriorYear Level", "Amount 04[3].1 0万元", "Change 04[3].1 vs PriorYear Level"],
        ClaimText.Lines("explanations.appropriation", "政府性基金预算财政拨款收入10万元，与上年基本持平；国有资本经营预算财政拨款收入0万元，与2022年度相比无变化。"));

    [Fact]
    public void A_bare_budget_is_the_one_that_the_text_has_named() => Assert.Equal(
        ["Amount 05[合计].1 InitialBudget 100万元", "Amount 05[合计].1 90万元", "Completion 05[合计].1 vs InitialBudget 90%", "Change 05[合计].1 vs InitialBudget 10万元 Down"],
        ClaimText.Lines("explanations.general.total", "一般公共预算财政拨款支出年初预算为100万元，支出决算为90万元，完成预算的90%，比预算减少10万元。"));

    [Fact]
    public void Figures_in_reasons_are_no_claims()
    {
        ClaimReading reading = ClaimText.Read("explanations.expenditure", "支出合计90万元，比上年减少10万元，主要原因是办公费减少4万元；人员经费减少6万元。其中：基本支出60万元；项目支出30万元。");
        Assert.Equal(["Amount 03[合计].1 90万元", "Change 03[合计].1 vs PriorYear 10万元 Down", "Amount 03[合计].2 60万元", "Amount 03[合计].3 30万元"], reading.Claims.Select(ClaimText.Line));
        Assert.Empty(reading.Unread);
    }

    [Fact]
    public void Parts_after_the_reasons_are_claims_again()
    {
        ClaimReading reading = ClaimText.Read("explanations.threePublic.items", "公务用车运行费6万元，主要原因是节约，其中：燃料费4万元、保险费2万元。");
        Assert.Equal(["Amount 09[1].11 6万元", "Amount cars/cost/燃料费 4万元", "Amount cars/cost/保险费 2万元"], reading.Claims.Select(ClaimText.Line));
        Breakdown breakdown = Assert.Single(reading.Breakdowns);
        Assert.Equal((0, 2, true), (breakdown.Whole, breakdown.Parts.Length, breakdown.Exhaustive));
    }

    [Fact]
    public void Amounts_of_last_year_are_claims_on_last_year() => Assert.Equal(
        ["Amount 04[32].1 90万元", "Amount 04[32].1 PriorYear 80万元"],
        ClaimText.Lines("explanations.appropriation", "2023年度财政拨款收、支总计90万元。2022年度财政拨款收、支总计为80万元。"));

    [Fact]
    public void What_does_not_exist_is_a_claim() => Assert.Equal(
        ["None 09[1].9", "None 09[1].12 FullYearBudget"],
        ClaimText.Lines("explanations.threePublic.items", "本部门2023年无公务用车购置及运行费支出。本年度无公务接待费预算。"));

    [Theory]
    [InlineData("explanations.fund", "本部门当年无政府性基金预算财政拨款收入支出", "07[合计].3")]
    [InlineData("explanations.fund", "本单位没有政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出。", "07[合计].3")]
    [InlineData("explanations.capital", "本部门当年无国有资本经营预算财政拨款支出。", "08[合计].1")]
    public void A_fund_without_money_is_said_not_to_exist_once(string topic, string text, string key) =>
        Assert.Equal([$"None {key}"], ClaimText.Lines(topic, text));

    [Fact]
    public void A_number_torn_apart_or_hit_by_a_page_number_is_unread_and_not_guessed()
    {
        ClaimReading reading = ClaimText.Read("explanations.totals", "2023年度收、支总计100万元，比上年增加12万元，增长5\n13.6%。");
        Assert.Equal(["Amount 01[31].1 100万元", "Change 01[31].1 vs PriorYear 12万元 Up"], reading.Claims.Select(ClaimText.Line));
        Unread unread = Assert.Single(reading.Unread);
        Assert.Equal(UnreadReason.NotUnderstood, unread.Why);
        Assert.Contains("13.6%", unread.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_whose_subject_is_not_known_is_unread()
    {
        ClaimReading reading = ClaimText.Read("explanations.agencyOperating", "机关运行经费支出10万元，比年初预算数减少2万元，降低16.7%，其中购置了会议设备和桌椅若干3万元。");
        Assert.Equal(["Amount agencyOperating 10万元", "Change agencyOperating vs InitialBudget 2万元 Down", "Growth agencyOperating vs InitialBudget 16.7% Down"], reading.Claims.Select(ClaimText.Line));
        Assert.Single(reading.Unread);
    }

    [Fact]
    public void Amounts_given_in_order_go_to_the_subjects_in_order() => Assert.Equal(
        ["Amount 05[合计].2 80万元", "Amount 05[合计].3 20万元"],
        ClaimText.Lines("explanations.general.items", "基本支出和项目支出分别为80万元、20万元。"));

    [Fact]
    public void Qualified_figures_are_approximate()
    {
        Claim claim = ClaimText.Read("explanations.totals", "收、支总计100万元，比上年增加约5万余元。").Claims[1];
        Assert.True(claim.Approximate);
        Assert.Equal(5, claim.Value!.Value.Value);
    }

    [Fact]
    public void Every_claim_points_at_its_own_characters()
    {
        const string text = "2023年度收入合计 1,132.98\n\n万元。其中：财政拨款收入\n1132.98万元，占本年\n收入 100 %。";
        ClaimReading reading = ClaimText.Read("explanations.income", text);
        Assert.Equal(3, reading.Claims.Length);
        Mingzhang.Core.Sources.SourceText source = Mingzhang.Core.Sources.SourceText.FromString("t", text);
        Assert.Equal(["1,132.98", "1132.98", "100"], reading.Claims.Select(c => source.Quote(c.ValueSpan)));
        Assert.Equal("占本年\n收入 100 %", source.Quote(reading.Claims[2].Span));
        Assert.StartsWith("其中", source.Quote(reading.Claims[2].Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_on_one_subject_belong_together_and_others_do_not()
    {
        ClaimReading reading = ClaimText.Read("explanations.expenditure", "支出合计90万元，比上年增加9万元，增长11.1%。其中：基本支出60万元，占本年支出66.7%。");
        Assert.Equal([0, 0, 0, 1, 1], reading.Claims.Select(c => c.Group - reading.Claims[0].Group));
    }
}
