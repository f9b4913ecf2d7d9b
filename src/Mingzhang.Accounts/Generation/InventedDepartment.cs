using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Generation;

/// <summary>A budget unit of the invented department with what it spends money on.</summary>
internal sealed record InventedUnit(string Code, string Name, bool Administrative)
{
    internal string Expenditure => Administrative ? "7101" : "7201";

    internal UnitKind Kind => Administrative ? UnitKind.Administrative : UnitKind.PublicInstitution;
}

/// <summary>Money for one purpose: what is spent of it stands under one fund, one functional code and, for a project, one project.</summary>
internal sealed record Purse(int Unit, Fund Fund, string Functional, string Project, ImmutableArray<string> Economic, ImmutableArray<string> Summaries, int Weight)
{
    internal Purpose Purpose => Project.Length > 0 ? Purpose.Project : Purpose.Basic;
}

/// <summary>An invented department, as large as the number of its entries asks for.</summary>
internal sealed class InventedDepartment
{
    internal const string Name = "长亭区城市管理执法局";
    private static readonly string[] Institutions = ["环境卫生服务中心", "市政设施维护中心", "城市照明管理所", "园林绿化服务中心", "渣土管理站", "停车管理服务中心", "垃圾分类指导中心", "桥隧管护所", "户外广告管理站", "公园管理处", "数字城管中心"];
    private static readonly string[] Tasks = ["道路清扫保洁", "生活垃圾收运", "公厕运行管护", "路灯维护", "井盖巡查更换", "绿地养护", "执法装备更新", "占道停车治理", "垃圾分类宣传", "渣土运输监管", "桥梁检测加固", "户外广告整治", "公园设施修缮", "数字城管运行", "冬季除雪保障", "道路小修保养"];
    private static readonly string[] Places = ["东片", "西片", "南片", "北片", "中心片", "滨江片", "老城片", "新区片"];

    private static readonly ImmutableArray<string> Running = ["30201", "30202", "30205", "30206", "30207", "30209", "30211", "30213", "30216", "30226", "30228", "30229", "30239", "30299", "31002"];
    private static readonly ImmutableArray<string> ProjectItems = ["30201", "30205", "30206", "30209", "30213", "30214", "30218", "30226", "30227", "30299", "31003", "31006", "31007", "31099"];

    internal InventedDepartment(int entries)
    {
        int institutions = entries < 200 ? 1 : entries < 20_000 ? 3 : Institutions.Length;
        Units = [new InventedUnit("701001", $"{Name}（本级）", true), .. Enumerable.Range(0, institutions).Select(i => new InventedUnit($"7010{i + 2:00}", $"长亭区{Institutions[i]}", false))];
        int projects = Math.Clamp(entries / 400, 2, 120);
        Projects = [.. Enumerable.Range(0, projects).Select(i => ProjectOf(i))];
        Purses = [.. Units.SelectMany((_, i) => Basic(i)), .. Projects.Select((p, i) => PurseOf(p, i))];
    }

    internal ImmutableArray<InventedUnit> Units { get; }

    internal ImmutableArray<Project> Projects { get; }

    internal ImmutableArray<Purse> Purses { get; }

    private Project ProjectOf(int i)
    {
        string task = Tasks[i % Tasks.Length], place = i < Tasks.Length ? "" : Places[i / Tasks.Length % Places.Length];
        return new Project
        {
            Code = $"C{(i + 1).ToString("000", CultureInfo.InvariantCulture)}",
            Name = place + task,
            Unit = Units[i % Units.Length].Code,
            Category = i % 3 == 0 ? "运转类" : "特定目标类",
            Attribute = i % 4 == 3 ? "一次性" : "常年性",
            Use = $"开展{place}{task}",
        };
    }

    private Purse PurseOf(Project project, int i)
    {
        int unit = i % Units.Length;
        return i % 9 == 1
            ? new Purse(unit, Fund.GovernmentFund, "2120803", project.Code, ProjectItems, [project.Name + "工程款"], 4)
            : new Purse(unit, Fund.GeneralPublic, unit == 0 ? "2120104" : i % 2 == 0 ? "2120399" : "2120501", project.Code, ProjectItems, [project.Name, project.Name + "材料", project.Name + "劳务"], 4);
    }

    private static IEnumerable<Purse> Basic(int unit)
    {
        bool office = unit == 0;
        string main = office ? "2120101" : "2120501";
        yield return new Purse(unit, Fund.GeneralPublic, main, "", ["30101", "30102", "30103", office ? "30199" : "30107"], ["发放工资津补贴"], 8);
        yield return new Purse(unit, Fund.GeneralPublic, main, "", office ? [.. Running, "30217", "30231"] : Running, ["日常办公", "水电费", "差旅", "维修", "劳务"], 12);
        yield return new Purse(unit, Fund.GeneralPublic, "2080505", "", ["30108"], ["缴纳养老保险"], 1);
        yield return new Purse(unit, Fund.GeneralPublic, "2080506", "", ["30109"], ["缴纳职业年金"], 1);
        yield return new Purse(unit, Fund.GeneralPublic, office ? "2101101" : "2101102", "", ["30110"], ["缴纳医疗保险"], 1);
        yield return new Purse(unit, Fund.GeneralPublic, "2210201", "", ["30113"], ["缴存住房公积金"], 1);
        if (!office) yield return new Purse(unit, Fund.UnitOwn, main, "", ["30213", "30226", "30299"], ["有偿服务支出"], 1);
    }
}
