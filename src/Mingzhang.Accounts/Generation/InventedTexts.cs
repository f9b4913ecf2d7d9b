using System.Globalization;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Codes;

namespace Mingzhang.Accounts.Generation;

/// <summary>The files of an invented book besides its tables: the department, projects, particulars, self-evaluations, prose.</summary>
internal static class InventedTexts
{
    internal static IEnumerable<(string Name, string Text)> Files(InventedDepartment department, InventedLedger ledger, FiscalYear year)
    {
        yield return ("unit.yaml", Units(department, year));
        yield return ("particulars.yaml", Particulars(department, ledger));
        yield return ("prose.md", Prose(department));
        yield return ($"{BookReader.PerformanceFolder}/department.yaml", Evaluation("scope: 部门整体\n", "城市管理和环境卫生各项任务按计划完成", [10, 20, 25, 25], year));
        foreach (Project project in department.Projects)
        {
            yield return ($"{BookReader.ProjectsFolder}/{project.Code}.yaml", $"code: {project.Code}\nname: {project.Name}\nunit: \"{project.Unit}\"\ncategory: {project.Category}\nattribute: {project.Attribute}\nuse: {project.Use}\n");
            yield return ($"{BookReader.PerformanceFolder}/{project.Code}.yaml", Evaluation($"scope: 项目\nproject: {project.Code}\nunit: \"{project.Unit}\"\n", $"按计划完成{project.Name}", [20, 20, 20, 20], year));
        }
    }

    internal static Department Department(InventedDepartment department) => new()
    {
        Name = InventedDepartment.Name,
        Units = [.. department.Units.Select((u, i) => new BudgetUnit { Code = u.Code, Name = u.Name, Kind = u.Kind, Tier = i == 0 ? 1 : 2 })],
    };

    private static string Units(InventedDepartment department, FiscalYear year)
    {
        var text = new StringBuilder($"# {InventedDepartment.Name}及所属单位均为虚构。\nyear: {year}\nname: {InventedDepartment.Name}\ncode: \"701\"\npublished: {year.Next}-09-18\ncontact: 局办公室 0000-0000000\nunits:\n");
        foreach (InventedUnit unit in department.Units)
        {
            bool head = unit.Administrative;
            text.Append(CultureInfo.InvariantCulture, $"  - code: \"{unit.Code}\"\n    name: {unit.Name}\n    kind: {(head ? "行政单位" : "事业单位")}\n    tier: {(head ? 1 : 2)}\n    staff:\n      - {{kind: {(head ? "行政编制" : "事业编制")}, posts: {(head ? 40 : 25)}, people: {(head ? 38 : 24)}}}\n    retired: {(head ? 12 : 5)}\n");
            text.Append(head ? "    vehicles: {机要通信用车: 1, 执法执勤用车: 6}\n    largeEquipment: 0\n" : "");
        }

        return text.ToString();
    }

    private static string Particulars(InventedDepartment department, InventedLedger ledger)
    {
        long goods = 0, services = 0;
        foreach (((int purse, string economic), long cents) in ledger.SpentByItem)
        {
            if (department.Purses[purse].Purpose != Purpose.Project) continue;
            if (economic is "31003" or "31007") goods += cents;
            else if (economic == "30227") services += cents;
        }

        long small = (goods + services) / 10 * 7;
        static string Yuan(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        return $"overseas: {{groups: 0, people: 0}}\ncars: {{bought: 0, kept: 7}}\nreception: {{batches: 9, people: 71, foreignBatches: 0, foreignPeople: 0, foreignCost: 0}}\n"
            + $"procurement:\n  goods: {Yuan(goods)}\n  works: 0\n  services: {Yuan(services)}\n  smallAndMedium: {Yuan(small)}\n  small: {Yuan(small / 2)}\n";
    }

    private static string Evaluation(string head, string goal, int[] weights, FiscalYear year) =>
        $"{head}date: {year.Next}-04-16\ngoals:\n  - goal: {goal}。\n    indicators:\n"
        + $"      - {{level1: 产出指标, level2: 数量指标, name: 任务完成率, weight: {weights[0]}, target: \"≥95%\", actual: \"97%\"}}\n"
        + $"      - {{level1: 产出指标, level2: 时效指标, name: 问题平均处置用时, weight: {weights[1]}, target: \"≤24小时\", actual: \"22小时\"}}\n"
        + $"      - {{level1: 效益指标, level2: 社会效益指标, name: 环境面貌, weight: {weights[2]}, target: \"明显改善\", actual: \"明显改善\", score: {weights[2]}}}\n"
        + $"      - {{level1: 满意度指标, level2: 服务对象满意度指标, name: 市民满意度, weight: {weights[3]}, target: \"≥90%\", actual: \"93%\"}}\n"
        + $"outcome: {goal}。\nproblems: 部分任务进度前松后紧\nmeasures: 按月跟踪进度\n";

    private static string Prose(InventedDepartment department)
    {
        var text = new StringBuilder("# 主要职责\n\n（一）负责全区市容环境卫生管理和城市管理执法。\n\n（二）负责市政设施、园林绿化的维护管理。\n\n（三）完成区委、区政府交办的其他任务。\n\n# 机构设置\n\n本级内设办公室、执法监督科和市容管理科3个科室。\n\n# 原因\n");
        string[] topics = ["收支总计", "收入合计", "支出合计", "财政拨款收支总计", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "一般公共预算财政拨款支出", "“三公”经费", "公务用车运行维护费", "公务接待费", "机关运行经费"];
        foreach (string topic in topics.Concat(department.Purses.Select(p => p.Functional).Distinct().Order(StringComparer.Ordinal))) text.Append(CultureInfo.InvariantCulture, $"\n## {topic}\n城市管理任务和人员变动\n");
        text.Append("\n# 用途\n\n## 208\n养老保险和职业年金缴费\n\n## 210\n职工基本医疗保险缴费\n\n## 212\n机关运行、城市管理执法、环境卫生和市政设施维护\n\n## 221\n住房公积金\n\n## 2120803\n城市道路和市政设施建设\n\n## 公务用车运行维护费\n执法执勤车辆日常使用\n\n## 公务接待费\n业务交流\n");
        text.Append("\n# 绩效管理工作开展情况\n\n组织各单位开展自评，对重点项目进行抽查。\n\n# 绩效自评结果应用情况\n\n自评结果用于改进管理和编制下一年度预算。\n\n# 重点工作\n\n全年城市管理各项任务按计划完成。\n\n| 重要事项 | 工作内容及目标 | 完成情况 |\n|---|---|---|\n| 环境卫生 | 主次干道每日清扫保洁 | 已完成 |\n| 市政设施 | 井盖、路灯问题24小时内处置 | 已完成，平均22小时 |\n");
        return text.ToString();
    }
}
