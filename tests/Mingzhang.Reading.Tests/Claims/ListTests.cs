using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims;

namespace Mingzhang.Reading.Tests.Claims;

public class ListTests
{
    [Fact]
    public void A_list_in_a_list_has_its_own_whole()
    {
        string[] lists = Lists("explanations.threePublic.items", "公务用车购置及运行费9万元，其中：公务用车购置费3万元；公务用车运行费6万元，其中：燃料费4万元；维修费2万元。");
        Assert.Equal(["09[1].9 = 09[1].10 + 09[1].11", "09[1].11 = cars/cost/燃料费 + cars/cost/维修费"], lists);
    }

    [Fact]
    public void A_list_announced_by_a_colon_goes_on_over_the_items_below_it()
    {
        string[] lists = Lists("explanations.threePublic.items", """
            2.公务用车购置及运行费支出决算为9万元，完成预算的90%；其中：
            （1）公务用车购置费3万元。本年度购置（更新）公务用车1辆。
            （2）公务用车运行费6万元，主要用于燃料费4万元，维修费2万元。公务用车保有量8辆。
            3.公务接待费支出决算为1万元，其中：国内公务接待支出1万元。
            """);
        Assert.Equal(["09[1].9 = 09[1].10 + 09[1].11", "09[1].11 = cars/cost/燃料费 + cars/cost/维修费", "09[1].12 = reception/国内"], lists);
    }

    [Fact]
    public void Parts_in_later_sentences_belong_to_the_list_when_they_are_of_the_same_kind()
    {
        string[] lists = Lists("explanations.basic", "基本支出100万元，其中：人员经费80万元，主要包括：基本工资。\n公用经费20万元，主要包括：办公费。");
        Assert.Equal(["05[合计].2 = 06[人员经费合计].1 + 06[公用经费合计].1"], lists);
    }

    [Fact]
    public void Contracts_with_small_firms_do_not_make_up_procurement()
    {
        ClaimReading reading = ClaimText.Read("explanations.procurement", "政府采购支出总额10万元，其中：政府采购货物支出4万元、政府采购工程支出0万元、政府采购服务支出6万元。授予中小企业合同金额9万元，占政府采购支出总额的90%，其中：授予小微企业合同金额5万元，占授予中小企业合同金额的55.6%；货物采购授予中小企业合同金额占货物支出金额的100%。");
        Assert.Equal([true, false], reading.Breakdowns.Select(b => b.Exhaustive));
        Assert.Equal("Share procurement/货物/中小企业 of procurement/货物 100%", ClaimText.Line(reading.Claims[^1]));
    }

    [Fact]
    public void Closing_balances_are_no_part_of_expenditure()
    {
        string[] lists = Lists("explanations.fund", "政府性基金预算财政拨款本年支出8万元，其中：基本支出0万元，项目支出8万元，年末结转和结余2万元。");
        Assert.Equal(["07[合计].3 = 07[合计].4 + 07[合计].5"], lists);
    }

    [Fact]
    public void Vehicles_are_divided_by_use_and_equipment_is_none_of_them()
    {
        ClaimReading reading = ClaimText.Read("explanations.assets", "截至2023年12月31日，本部门共有车辆8辆，其中：副部（省）级及以上领导用车0辆、主要负责人用车1辆、机要通信用车2辆、其他用车5辆，其他用车主要是通勤车；单价100万元（含）以上设备（不含车辆）3台（套）。");
        Assert.Equal(["8辆", "0辆", "1辆", "2辆", "5辆", "3台（套）"], reading.Claims.Select(c => c.Value + c.Unit));
        Assert.Equal([1, 2, 3, 4], Assert.Single(reading.Breakdowns).Parts.ToArray());
    }

    [Fact]
    public void Overseas_groups_listed_one_by_one_make_up_the_groups_and_the_persons()
    {
        string[] lists = Lists("explanations.threePublic.items", """
            全年支出涉及出国（境）团组2个，累计5人次，实际发生支出9万元。其中：住宿费4万元、旅费5万元，主要用于开展以下工作：
            （1）赴甲国交流团组1个，2人次；
            （2）赴乙国交流团组1个，3人次。
            """);
        Assert.Equal(["overseas/团组 = overseas/团组/1 + overseas/团组/2", "overseas/人次 = overseas/人次/1 + overseas/人次/2", "09[1].8 = overseas/cost/住宿费 + overseas/cost/旅费"], lists);
    }

    [Fact]
    public void Projects_are_named_directly_before_their_amounts()
    {
        ClaimReading reading = ClaimText.Read("explanations.general.items", """
            支出决算为100万元。其中：基本支出60万元，项目支出40万元。项目支出主要用于：
            1.宣传项目15万元，用于印制材料3万元；
            2.平台建设项目20万元，其中：12万元用于软件；8万元用于设备。
            3.慰问经费共5万元，主要成效：走访，发放4万元。
            """);
        Assert.Equal(
            ["projects/宣传项目", "projects/平台建设项目", "projects/平台建设项目/软件", "projects/平台建设项目/设备", "projects/慰问经费"],
            reading.Claims.Where(c => c.Subject.Key.StartsWith("projects", StringComparison.Ordinal)).Select(c => c.Subject.Key));
        Assert.Equal([15m, 20m, 5m], reading.Breakdowns.Single(b => reading.Claims[b.Whole].Subject.Key == "05[合计].3").Parts.Select(p => reading.Claims[p].Value!.Value.Value));
        Assert.Equal([12m, 8m], reading.Breakdowns.Single(b => reading.Claims[b.Whole].Subject.Key == "projects/平台建设项目").Parts.Select(p => reading.Claims[p].Value!.Value.Value));
    }

    [Fact]
    public void Names_of_economic_items_resolve_within_their_block_and_keep_their_amounts()
    {
        string[] lines = ClaimText.Lines("explanations.basic", "人员经费80万元，主要包括：基本工资70万元、医疗费补助、对个人和家庭的补助、某津贴等；公用经费20万元，主要包括：办公费、维修(护)费。");
        Assert.Equal(
            ["Amount 06[人员经费合计].1 80万元", "Amount 06[30101].1 70万元", "Named 06[30307].1", "Named 06[303].1", "Named economic/某津贴", "Amount 06[公用经费合计].1 20万元", "Named 06[30201].1", "Named 06[30213].1"],
            lines);
    }

    private static string[] Lists(string topic, string text)
    {
        ClaimReading reading = ClaimText.Read(topic, text);
        return [.. reading.Breakdowns.Select(b => $"{reading.Claims[b.Whole].Subject.Key} = {string.Join(" + ", b.Parts.Select(p => reading.Claims[p].Subject.Key))}")];
    }
}
