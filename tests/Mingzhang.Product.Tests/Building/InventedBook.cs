using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Product.Tests.Building;

/// <summary>A book and its compiled accounts made of the clean fixture's disclosure: its forms, its budgets, its evaluations, with reasons of our own.</summary>
internal static class InventedBook
{
    public static Disclosure Source { get; } = Pipeline.Disclosure("clean", Fixture.Text("clean-2023-tabbed.txt"));

    public static Book Book { get; } = new()
    {
        Year = new FiscalYear(2023),
        Edition = Source.Edition,
        Department = new Department
        {
            Name = Source.Unit,
            Published = new DateOnly(2024, 9, 20),
            Units =
            [
                Unit("1", "云山区河湖管护局（本级）", UnitKind.Administrative, ("机要通信用车", 1), ("应急保障用车", 1)),
                Unit("2", "云山区堤防管理所", UnitKind.PublicInstitution, ("应急保障用车", 1)),
                Unit("3", "云山区防汛物资储备站", UnitKind.PublicInstitution, ("特种专业技术用车", 1)),
            ],
        },
        Ledger = new Ledger([]),
        Projects = [new Project { Code = "P1", Name = "河湖长制与堤防闸站管护", Unit = "1", Use = "堤防闸站的巡查和维护" }, new Project { Code = "P2", Name = "防汛值守与物资储备", Unit = "3" }],
        Particulars = new Particulars
        {
            Overseas = new Overseas(1, 2, [new("住宿费", Wan(1.2m)), new("国际旅费", Wan(2.95m)), new("伙食费", Wan(0.45m)), new("杂费", Wan(0.25m))]),
            Cars = new Cars(1, 4, [new("燃料费", Wan(4.1m)), new("维修费", Wan(3.26m)), new("保险费", Wan(2m))]),
            Reception = new Reception(6, 48, 0, 0, Amount.Zero),
            Procurement = new Procurement { Goods = Wan(22.75m), Works = Wan(118.3m), Services = Wan(45.35m), SmallAndMedium = Wan(174.62m), Small = Wan(120.48m) },
        },
        Performance = [.. Source.Evaluations.Select(Filled)],
        Prior = Prior(),
        Prose = Prose(),
    };

    public static YearAccounts Accounts { get; } = Compiled();

    private static Amount Wan(decimal wan) => Amount.FromWan(wan);

    private static BudgetUnit Unit(string code, string name, UnitKind kind, params (string Use, int Count)[] vehicles) => new()
    {
        Code = code,
        Name = name,
        Kind = kind,
        Tier = code == "1" ? 1 : 2,
        Vehicles = [.. vehicles.Select(v => new CountOf(v.Use, v.Count))],
        LargeEquipment = code == "2" ? 1 : 0,
    };

    private static SelfEvaluation Filled(Evaluation evaluation) => new()
    {
        Scope = evaluation.Scope,
        Name = evaluation.Name.Text,
        Project = evaluation.Scope == EvaluationScope.Department ? "" : evaluation.Name.Text.StartsWith('河') ? "P1" : "P2",
        Unit = evaluation.Scope == EvaluationScope.Department ? "" : "1",
        Date = new DateOnly(2024, 4, 18),
        Goals = [.. evaluation.Blocks.Select((b, i) => new GoalBlock(b.Goal, [.. evaluation.Indicators.Where(x => x.Block == i).Select(x => new FilledIndicator
        {
            Level1 = x.Level1,
            Level2 = x.Level2,
            Name = x.PlainName,
            Weight = x.Weight!.Figure!.Value.Value,
            Target = x.Target!.Text,
            Actual = x.Actual!.Text,
            Score = x.Target.Figure is null ? x.Score!.Figure!.Value.Value : null,
        })]))],
        Choices = [.. evaluation.TickBoxes.Select(t => new Choice(t.Label, [.. t.Options.Select(o => o.Text)], t.Options.First(o => o.Ticked).Text))],
        Outcome = "年度目标总体实现",
        Deviations = "个别工作用时偏长",
        Problems = "夜间处置用时偏长",
        Measures = "增配夜间抢险力量",
    };

    private static PriorYear Prior()
    {
        var cells = ImmutableDictionary.CreateBuilder<Address, Printed>();
        foreach (Claim claim in Source.Claims.Where(c => c is { Kind: ClaimKind.Change, Basis: Measure.PriorYear, Subject.Address: not null }))
        {
            Address address = claim.Subject.Address!.Value;
            Printed now = Source.Statement(address.Form)!.Cell(address.Row, address.Column)!.Figure!.Value;
            cells[address] = new Printed(now.Value - (claim.Direction == Direction.Up ? 1 : -1) * claim.Value!.Value.Value, 2);
        }

        return new PriorYear(new FiscalYear(2022), cells.ToImmutable(), new FiscalYear(2023));
    }

    private static Prose Prose() => new()
    {
        Duties = ["（一）负责全区河流、湖泊、港渠的日常巡查和管护。", "（二）承办上级交办的其他工作。"],
        Structure = ["部门本级内设办公室、计划财务科和工程管护科。"],
        Reasons = Reasons.ToImmutableDictionary(r => r, _ => "管护任务和人员变动"),
        Uses = new Dictionary<string, string> { ["208"] = "离退休人员经费和养老保险缴费", ["2120899"] = "河道整治" }.ToImmutableDictionary(),
        PerformanceWork = ["从自评情况来看，各项目按计划推进。"],
        UseOfResults = ["自评结果用于完善管理和编制下一年度预算。"],
        KeyWorkText = ["一、河湖巡查与堤防闸站管护", "巡查做到全覆盖，发现的问题及时交办。", "二、防汛值守与物资储备", "值守有序，安全度汛。"],
        KeyWork = [new("河湖巡查与堤防闸站管护", "巡查全覆盖，设备按期检修", "已完成"), new("防汛值守与物资储备", "演练和值守按预案执行", "已完成")],
    };

    private static IEnumerable<string> Reasons =>
    [
        "收支总计", "收入合计", "支出合计", "财政拨款收支总计", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "一般公共预算财政拨款支出",
        "“三公”经费", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "机关运行经费",
        .. Source.Statement("05")!.Rows.Select(r => r.Key),
    ];

    private static YearAccounts Compiled()
    {
        Execution Item(string code)
        {
            Claim? initial = Source.Claims.FirstOrDefault(c => c.Subject.Address == new Address("05", code, "1") && c is { Kind: ClaimKind.Amount, Measure: Measure.InitialBudget });
            Statement form = Source.Statement("05")!;
            Printed Of(string column) => form.Cell(code, column)?.Figure ?? new Printed(0, 2);
            return new Execution(code, form.Row(code)!.Caption, initial?.Value ?? new Printed(0, 2), Of("1"), Of("1"), Of("2"), Of("3"));
        }

        return new YearAccounts
        {
            Statements = Source.Statements,
            Items = [.. Source.Statement("05")!.Rows.Where(r => r.Key != Address.Total).Select(r => Item(r.Key))],
            General = Item(Address.Total),
            Projects = [Money("P1", 318.6m, 309.75m), Money("P2", 64.9m, 63.85m)],
            Whole = new Execution(Address.Total, "", new Printed(1300, 2), new Printed(1420, 2), new Printed(1380.36m, 2), new Printed(854.86m, 2), new Printed(525.5m, 2)),
            AgencyOperating = new Execution("", "", new Printed(82.2m, 2), new Printed(82.2m, 2), new Printed(78.95m, 2), new Printed(78.95m, 2), new Printed(0, 2)),
        };
    }

    private static Execution Money(string code, decimal budget, decimal executed) =>
        new(code, "", new Printed(budget, 2), new Printed(budget, 2), new Printed(executed, 2), new Printed(0, 2), new Printed(executed, 2));
}
