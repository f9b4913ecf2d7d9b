using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Tests;

/// <summary>An edition of the sections only, for tests of the outline.</summary>
internal static class TestEdition
{
    public static Edition Outline { get; } = new()
    {
        Id = "final-accounts/2023",
        Kind = DisclosureKind.FinalAccounts,
        Year = new FiscalYear(2023),
        Forms = [],
        Sections =
        [
            S("overview", "一", "部门概况", "概况"),
            S("overview.duties", "一/一", "部门主要职责", "部门主要职能"),
            S("overview.units", "一/二", "机构设置情况", "部门决算单位构成"),
            S("forms", "二", "部门决算表"),
            S("explanations", "三", "部门决算情况说明"),
            S("explanations.totals", "三/一", "收入支出决算总体情况说明"),
            S("explanations.income", "三/二", "收入决算情况说明"),
            S("explanations.expenditure", "三/三", "支出决算情况说明"),
            S("explanations.appropriation", "三/四", "财政拨款收入支出决算总体情况说明"),
            S("explanations.general", "三/五", "一般公共预算财政拨款支出决算情况说明"),
            S("explanations.general.total", "三/五(一)", "一般公共预算财政拨款支出决算总体情况"),
            S("explanations.general.structure", "三/五(二)", "一般公共预算财政拨款支出决算结构情况"),
            S("explanations.general.items", "三/五(三)", "一般公共预算财政拨款支出决算具体情况"),
            S("explanations.basic", "三/六", "一般公共预算财政拨款基本支出决算情况说明"),
            S("explanations.fund", "三/七", "政府性基金预算财政拨款收入支出决算情况说明"),
            S("explanations.capital", "三/八", "国有资本经营预算财政拨款支出决算情况说明"),
            S("explanations.threePublic", "三/九", "财政拨款“三公”经费支出决算情况说明"),
            S("explanations.threePublic.total", "三/九(一)", "“三公”经费财政拨款支出决算总体情况说明"),
            S("explanations.threePublic.items", "三/九(二)", "“三公”经费财政拨款支出决算具体情况说明"),
            S("explanations.agencyOperating", "三/十", "机关运行经费支出说明"),
            S("explanations.procurement", "三/十一", "政府采购支出说明"),
            S("explanations.assets", "三/十二", "国有资产占用情况说明"),
            S("explanations.performance", "三/十三", "预算绩效情况说明"),
            S("explanations.performance.work", "三/十三(一)", "预算绩效管理工作开展情况"),
            S("explanations.performance.department", "三/十三(二)", "部门整体支出自评结果"),
            S("explanations.performance.projects", "三/十三(三)", "项目支出自评结果"),
            S("explanations.performance.use", "三/十三(四)", "绩效自评结果应用情况"),
            S("keyWork", "四", "重点工作完成情况"),
            S("glossary", "五", "名词解释"),
            S("attachments", "六", "附件"),
        ],
        Functional = Classification.Empty,
        Economic = Classification.Empty,
        Scoring = new ScoringPolicy("test", 20, 80, 150, [], ""),
    };

    private static SectionDefinition S(string topic, string id, string title, params string[] others) => new(topic, id, title, others.ToImmutableArray(), true);
}
