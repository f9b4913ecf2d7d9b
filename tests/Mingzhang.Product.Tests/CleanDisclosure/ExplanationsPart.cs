namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>Part three: the thirteen sections of explanations.</summary>
internal sealed class ExplanationsPart(Department department, Layout layout, Figures figures)
{
    private const int Year = Department.Year;
    private const string Unit = Department.Name;

    public void Write()
    {
        layout.Heading($"{(layout.Tabbed ? "" : " ")}第三部分 {(layout.Tabbed ? Unit : "")}{Year}年度部门决算情况说明");
        Totals();
        GeneralExpenditure();
        Basic();
        Funds();
        ThreePublic();
        Particulars();
        new PerformanceSection(department, layout, figures).Write();
    }

    private string Money(string id, decimal wan) => figures.Mark("text amount", id, layout.Money(wan)) + "万元";

    // A part of a sum that nothing else in the document repeats.
    private string Part(string id, decimal wan) => figures.Mark("text amount", id, layout.Money(wan), sum: id[..id.IndexOf('/')]) + "万元";

    private string Initial(string id, decimal wan) => figures.Mark("text initial budget", id, layout.Money(wan)) + "万元";

    private string Share(string id, decimal part, decimal whole) => figures.Mark("text share", id, layout.Percent(part / whole));

    private string Completion(string id, decimal part, decimal whole) => figures.Mark("text completion", id, layout.Percent(part / whole));

    private string Count(string id, int count, bool bound = true) => figures.Mark("text count", id, count.ToString(), bound, id.Contains('/') ? id[..id.IndexOf('/')] : null);

    private string Change(string id, decimal now, decimal before, bool growth = true)
    {
        string change = $"{(now >= before ? "增加" : "减少")}{figures.Mark("text change", $"{id}/change", layout.Money(Math.Abs(now - before)))}万元";
        return growth ? $"{change}，{(now >= before ? "增长" : "下降")}{figures.Mark("text growth", $"{id}/growth", layout.Percent(Math.Abs(now - before) / before))}" : change;
    }

    private void Totals()
    {
        PriorYear prior = department.Prior;
        layout.Heading("一、收入支出决算总体情况说明");
        layout.Paragraph($"{Year}年度收、支总计{Money("01[31].1", department.Total)}。与{Year - 1}年度相比，收、支总计各{Change("total", department.Total, prior.Expenditure + department.Opening)}，主要原因是堤防闸站管护任务增多。");
        layout.Heading("二、收入决算情况说明");
        layout.Paragraph($"{Year}年度收入合计{Money("01[27].1", department.Income)}，与{Year - 1}年度相比，收入合计{Change("income", department.Income, prior.Income)}，主要原因是管护经费增加。其中：财政拨款收入{Money("02[合计].2", department.GeneralIncome + department.FundIncome)}，占本年收入{Share("02[合计].2/share", department.GeneralIncome + department.FundIncome, department.Income)}；其他收入{Money("02[合计].7", department.OtherIncome)}，占本年收入{Share("02[合计].7/share", department.OtherIncome, department.Income)}。");
        layout.Heading("三、支出决算情况说明");
        layout.Paragraph($"{Year}年度支出合计{Money("01[58].2", department.Expenditure)}，与{Year - 1}年度相比，支出合计{Change("expenditure", department.Expenditure, prior.Expenditure)}，主要原因是管护支出增加。其中：基本支出{Money("03[合计].2", department.AllBasic)}，占本年支出{Share("03[合计].2/share", department.AllBasic, department.Expenditure)}；项目支出{Money("03[合计].3", department.AllProject)}，占本年支出{Share("03[合计].3/share", department.AllProject, department.Expenditure)}。");
        layout.Heading("四、财政拨款收入支出决算总体情况说明");
        decimal priorAppropriated = prior.GeneralExpenditure + prior.FundExpenditure + department.GeneralOpening + department.FundOpening;
        layout.Paragraph($"{Year}年度财政拨款收、支总计{Money("04[32].1", department.AppropriatedTotal)}。与{Year - 1}年度相比，财政拨款收、支总计各{Change("appropriation", department.AppropriatedTotal, priorAppropriated)}。主要原因是管护任务增多。");
        layout.Paragraph($"{Year}年度财政拨款收入中，一般公共预算财政拨款收入{Money("04[1].1", department.GeneralIncome)}，比{Year - 1}年度决算数{Change("general income", department.GeneralIncome, prior.GeneralIncome)}。增加主要原因是人员经费和管护经费增加。政府性基金预算财政拨款收入{Money("04[2].1", department.FundIncome)}，比{Year - 1}年度决算数{Change("fund income", department.FundIncome, prior.FundIncome)}。增加主要原因是河道整治安排增加。本年度没有国有资本经营预算财政拨款收入。");
    }

    private void GeneralExpenditure()
    {
        decimal general = department.GeneralExpenditure;
        layout.Heading("五、一般公共预算财政拨款支出决算情况说明");
        layout.Heading("（一）一般公共预算财政拨款支出决算总体情况");
        layout.Paragraph($"{Year}年度一般公共预算财政拨款支出{Money("05[合计].1", general)}，占本年支出合计的{Share("05[合计].1/share", general, department.Expenditure)}。与{Year - 1}年度相比，一般公共预算财政拨款支出{Change("general", general, department.Prior.GeneralExpenditure)}。主要原因是在职人员变动和管护支出增加。");
        layout.Heading("（二）一般公共预算财政拨款支出决算结构情况");
        layout.Paragraph($"{Year}年度一般公共预算财政拨款支出{Money("05[合计].1", general)}，主要用于以下方面：");
        var classes = department.Rows(i => i.General != 0).Where(r => r.Key.Length == 3).ToList();
        for (int i = 0; i < classes.Count; i++)
        {
            decimal amount = classes[i].Items.Sum(x => x.General);
            layout.Paragraph($"{i + 1}.{classes[i].Caption}（类）{Money($"05[{classes[i].Key}].1", amount)}，占{Share($"05[{classes[i].Key}].1/share", amount, general)}。主要是用于{Use(classes[i].Key)}。");
        }

        layout.Heading("（三）一般公共预算财政拨款支出决算具体情况");
        SelfEvaluation care = Scoring.Care(department), flood = Scoring.Flood(department);
        layout.Paragraph($"{Year}年度一般公共预算财政拨款支出年初预算为{Initial("05[合计].1/initial", department.Initial)}，支出决算为{Money("05[合计].1", general)}，完成年初预算的{Completion("05[合计].1/completion", general, department.Initial)}。其中：基本支出{Money("05[合计].2", department.Basic)}，项目支出{Money("05[合计].3", department.Project)}。项目支出主要用于{care.Name}项目{Money("projects/care", care.Executed)}，主要成效是堤防闸站运行平稳；{flood.Name}项目{Money("projects/flood", flood.Executed)}，主要成效是安全度汛。");
        List<FunctionalItem> items = [.. department.Items.Where(i => i.General != 0)];
        for (int i = 0; i < items.Count; i++)
        {
            FunctionalItem item = items[i];
            layout.Paragraph($"{i + 1}.{Department.Names[item.Code[..3]]}（类）{Department.Names[item.Code[..5]]}（款）{item.Name}（项）。年初预算为{Initial($"05[{item.Code}].1/initial", item.Initial)}，支出决算为{Money($"05[{item.Code}].1", item.General)}，完成年初预算的{Completion($"05[{item.Code}].1/completion", item.General, item.Initial)}，支出决算数{(item.General > item.Initial ? "大于" : "小于")}年初预算数的主要原因是{(item.Project > 0 ? "按管护任务据实安排" : "人员变动")}。");
        }
    }

    private static string Use(string key) => key switch
    {
        "208" => "离退休人员经费和养老保险缴费",
        "210" => "职工基本医疗保险和公务员医疗补助",
        "213" => "机构运行、河湖巡查、堤防闸站管护和防汛",
        _ => "住房公积金和提租补贴",
    };

    private void Basic()
    {
        layout.Heading("六、一般公共预算财政拨款基本支出决算情况说明");
        layout.Paragraph($"{Year}年度一般公共预算财政拨款基本支出{Money("05[合计].2", department.Basic)}，其中：");
        layout.Paragraph($"人员经费{Money("06[人员经费合计].1", department.Personnel)}，主要包括：{EconomicNames("301", "303")}。");
        layout.Paragraph($"公用经费{Money("06[公用经费合计].1", department.Operating)}，主要包括：{EconomicNames("302", "310")}。");
    }

    private string EconomicNames(params string[] classes) => string.Join('、', StatutoryText.EconomicBlocks
        .SelectMany(block => block)
        .Where(e => classes.Contains(e.Code[..3]) && department.Economic.ContainsKey(e.Code))
        .Select(e => e.Name));

    private void Funds()
    {
        layout.Heading("七、政府性基金预算财政拨款收入支出决算情况说明");
        layout.Paragraph($"{Year}年度政府性基金预算财政拨款年初结转和结余{Money("07[合计].1", department.FundOpening)}，本年收入{Money("07[合计].2", department.FundIncome)}，本年支出{Money("07[合计].3", department.FundExpenditure)}，年末结转和结余{Money("07[合计].6", department.FundClosing)}。具体支出情况为：");
        layout.Paragraph($"1.城乡社区支出（类）国有土地使用权出让收入安排的支出（款）其他国有土地使用权出让收入安排的支出（项）。支出决算为{Money("07[2120899].3", department.FundExpenditure)}，主要用于河道整治。");
        layout.Heading("八、国有资本经营预算财政拨款支出决算情况说明");
        layout.Paragraph("本部门当年无国有资本经营预算财政拨款支出。");
    }

    private void ThreePublic()
    {
        ThreePublic budget = department.Budget, outcome = department.Outcome;
        layout.Heading("九、财政拨款“三公”经费支出决算情况说明");
        layout.Heading("（一）“三公”经费财政拨款支出决算总体情况说明");
        layout.Paragraph($"{Year}年度“三公”经费财政拨款支出预算为{Money("09[1].1", budget.Total)}，支出决算为{Money("09[1].7", outcome.Total)}，完成预算的{Completion("09[1].7/completion", outcome.Total, budget.Total)}。决算数小于预算数的主要原因是从严控制支出。");
        layout.Heading("（二）“三公”经费财政拨款支出决算具体情况说明");
        layout.Paragraph($"1.因公出国（境）费预算为{Money("09[1].2", budget.Overseas)}，支出决算为{Money("09[1].8", outcome.Overseas)}，完成预算的{Completion("09[1].8/completion", outcome.Overseas, budget.Overseas)}，比预算{Change("09[1].8", outcome.Overseas, budget.Overseas, growth: false)}，主要原因是压缩行程。");
        layout.Paragraph($"全年支出涉及出国（境）团组{Count("overseas/团组", 1, false)}个，累计{Count("overseas/人次", 2, false)}人次，实际发生支出{Money("overseas", outcome.Overseas)}。其中：住宿费{Part("overseas/住宿费", 1.20m)}、旅费{Part("overseas/旅费", 2.95m)}、伙食费{Part("overseas/伙食费", 0.45m)}、杂费{Part("overseas/杂费", 0.25m)}，主要用于学习湖泊治理技术。");
        layout.Paragraph($"2.公务用车购置及运行费支出决算为{Money("09[1].9", outcome.Cars)}，完成预算的{Completion("09[1].9/completion", outcome.Cars, budget.Cars)}；其中：");
        layout.Paragraph($"（1）公务用车购置费{Money("09[1].10", outcome.Purchase)}，完成预算的{Completion("09[1].10/completion", outcome.Purchase, budget.Purchase)}。本年度购置（更新）公务用车{Count("cars/购置数", 1, false)}辆。");
        layout.Paragraph($"（2）公务用车运行费{Money("09[1].11", outcome.Running)}，完成预算的{Completion("09[1].11/completion", outcome.Running, budget.Running)}，主要用于车辆日常使用，其中：燃料费{Part("cars/燃料费", 4.10m)}、维修费{Part("cars/维修费", 3.26m)}、保险费{Part("cars/保险费", 2.00m)}。截至{Year}年12月31日，开支财政拨款的公务用车保有量{Count("cars/保有量", 4)}辆。");
        layout.Paragraph($"3.公务接待费支出决算为{Money("09[1].12", outcome.Reception)}，完成预算的{Completion("09[1].12/completion", outcome.Reception, budget.Reception)}，比预算{Change("09[1].12", outcome.Reception, budget.Reception, growth: false)}，主要原因是来访减少。其中：国内公务接待支出{Money("reception/国内", outcome.Reception)}，主要用于流域协作交流。{Year}年共接待国内来访团组{Count("reception/批次", 6, false)}个{Count("reception/人次", 48, false)}人次（不包括陪同人员）。");
    }

    private void Particulars()
    {
        const decimal operatingInitial = 82.20m, goods = 22.75m, works = 118.30m, services = 45.35m, medium = 174.62m, small = 120.48m;
        layout.Heading("十、机关运行经费支出说明");
        layout.Paragraph($"{Year}年度{Unit}机关运行经费支出{Money("agencyOperating", department.Operating)}，比年初预算数{Change("agencyOperating", department.Operating, operatingInitial).Replace("下降", "降低", StringComparison.Ordinal)}。主要原因是压减办公设施购置。");
        layout.Heading("十一、政府采购支出说明");
        layout.Paragraph($"{Year}年度{Unit}政府采购支出总额{Money("procurement", goods + works + services)}，其中：政府采购货物支出{Part("procurement/货物", goods)}、政府采购工程支出{Part("procurement/工程", works)}、政府采购服务支出{Part("procurement/服务", services)}。授予中小企业合同金额{Money("procurement/中小企业", medium)}，占政府采购支出总额的{Share("procurement/中小企业/share", medium, goods + works + services)}，其中：授予小微企业合同金额{Money("procurement/小微企业", small)}，占授予中小企业合同金额的{Share("procurement/小微企业/share", small, medium)}。");
        layout.Heading("十二、国有资产占用情况说明");
        layout.Paragraph($"截至{Year}年12月31日，{Unit}共有车辆{Count("vehicles", 4)}辆，其中，机要通信用车{Count("vehicles/机要通信用车", 1)}辆、应急保障用车{Count("vehicles/应急保障用车", 2)}辆、特种专业技术用车{Count("vehicles/特种专业技术用车", 1)}辆。单价100万元（含）以上设备（不含车辆）{Count("equipment", 1, false)}台（套）。");
    }
}
