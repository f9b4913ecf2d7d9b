using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Core.Codes;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>What <c>unit.yaml</c> says.</summary>
/// <param name="Year">The fiscal year; null if it cannot be read.</param>
/// <param name="Department">The department with its units.</param>
/// <param name="FormerNames">Names under which it published before.</param>
internal sealed record DepartmentReading(FiscalYear? Year, Department Department, ImmutableArray<string> FormerNames);

/// <summary>Reads <c>unit.yaml</c>.</summary>
internal static class DepartmentFile
{
    internal const string Name = "unit.yaml";

    internal static DepartmentReading Read(Fields fields)
    {
        FiscalYear? year = Year(fields);
        var units = ImmutableArray.CreateBuilder<BudgetUnit>();
        var codes = new HashSet<string>();
        foreach (Fields unit in fields.Maps("units"))
        {
            units.Add(Unit(unit));
            if (units[^1].Code.Length > 0 && !codes.Add(units[^1].Code))
                unit.Error("book.unit.repeated", "code", new($"单位代码“{units[^1].Code}”重复", $"the unit code \"{units[^1].Code}\" occurs twice"), new("每个单位用自己的代码", "give every unit a code of its own"));
            unit.Done();
        }

        if (units.Count == 0 && fields.Maps("units").Count == 0)
            fields.Error("book.unit.none", "units", new("units 中没有单位", "units lists no unit"), new("至少列出部门本级", "list the head office at least"));
        var department = new Department
        {
            Name = fields.Need("name"), Code = fields.Text("code"), Published = fields.Date("published"), Contact = fields.Text("contact"), Units = units.ToImmutable(),
        };
        ImmutableArray<string> formerNames = fields.Texts("formerNames");
        fields.Done();
        return new DepartmentReading(year, department, formerNames);
    }

    private static FiscalYear? Year(Fields fields)
    {
        fields.Need("year");
        int year = fields.Count("year");
        if (FiscalYear.IsPlausible(year)) return new FiscalYear(year);
        if (year != 0) fields.Error("book.unit.year", "year", new($"年度 {year} 不合理", $"{year} cannot be the fiscal year"), new("写成四位数的预算年度，如 2023", "write the fiscal year with four digits"));
        return null;
    }

    private static BudgetUnit Unit(Fields unit)
    {
        var read = new BudgetUnit
        {
            Code = unit.Need("code"),
            Name = unit.Need("name"),
            Kind = unit.Term("kind", BookTerms.UnitKinds),
            Tier = unit.Count("tier", 1),
            Staff = [.. unit.Maps("staff").Select(Staff)],
            RetiredCadres = unit.Count("retiredCadres"),
            Retired = unit.Count("retired"),
            Vehicles = unit.Counts("vehicles"),
            LargeEquipment = unit.Count("largeEquipment"),
        };
        if (read.Tier is < 1 or > 5)
            unit.Error("book.unit.tier", "tier", new($"预算级次 {read.Tier} 不合理", $"{read.Tier} cannot be a tier"), new("本级为 1，所属单位为 2", "1 for the head office, 2 for a unit below it"));
        return read;
    }

    private static StaffCount Staff(Fields staff)
    {
        var read = new StaffCount(staff.Need("kind"), staff.Count("posts"), staff.Count("people"));
        staff.Done();
        return read;
    }
}
