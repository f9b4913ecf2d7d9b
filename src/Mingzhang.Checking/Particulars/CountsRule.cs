using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Particulars;

/// <summary>
/// Counts against money and against each other: cars bought and the cost of buying, groups abroad and their cost, receptions and their
/// cost, persons and groups, cars kept at public cost and all vehicles.
/// </summary>
public sealed class CountsRule : IRule
{
    private const string Money = "particulars.counts-and-cost";
    private const string Persons = "particulars.persons";
    private const string Vehicles = "particulars.vehicles";
    private static readonly Text NoCount = new("文字没有列明数量", "the text gives no count");
    private static readonly Text NoCost = new("“三公”经费表对应的一格未能读取", "the cell of the form on three public expenses was not read");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Money, Severity.Warning, new("“三公”经费的数量与金额相符", "counts and cost of 三公 go together"), "部门决算情况说明 九（二）；公开09表",
            ("", "{name}为 {stated}，{form}{cost}为 {expected}，数量与金额不符。", "{nameEn} is {stated}, yet {form} has {expected} for its cost.")),
        Define.Rule(Persons, Severity.Warning, new("人次不少于团组、批次数", "at least one person a group"), "部门决算情况说明 九（二）",
            ("", "{name}人次 {stated} 少于{unit}数 {expected}。", "{stated} persons in {expected} groups ({nameEn}).")),
        Define.Rule(Vehicles, Severity.Warning, new("财政拨款开支的公务用车保有量不超过车辆总数", "cars kept at public cost are among all vehicles"), "部门决算情况说明 九（二）2、十二",
            ("", "开支财政拨款的公务用车保有量 {stated} 辆，多于国有资产占用说明的车辆 {expected} 辆。", "{stated} cars are kept at public cost, but there are {expected} vehicles in all.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ThreePublicCells cells = ThreePublicCells.Of(context.Edition);
        if (context.ClaimsOn("purchases/vehicles").Count > 0) CompareWithCost(context, log, "purchases/vehicles", cells.CarsPurchase, "预算安排购置的车辆数", "The number of cars to be bought", "公务用车购置费");
        CompareWithCost(context, log, "cars/购置数", cells.CarsPurchase, "公务用车购置数", "The number of cars bought", "公务用车购置费");
        CompareWithCost(context, log, "overseas/团组", cells.Overseas, "因公出国（境）团组数", "The number of groups abroad", "因公出国（境）费");
        CompareWithCost(context, log, "reception/批次", cells.Reception, "接待批次", "The number of receptions", "公务接待费");
        ComparePersons(context, log, "overseas/人次", "overseas/团组", "因公出国（境）", "abroad", "团组");
        ComparePersons(context, log, "reception/人次", "reception/批次", "公务接待", "receptions", "批次");
        if (Value(context, "cars/保有量") is not { } kept || Value(context, "vehicles") is not { } all) log.NotRun(Vehicles, NoCount);
        else if (kept.Value!.Value.Value <= all.Value!.Value.Value) log.Pass(Vehicles);
        else log.Fail((context.Mark(Vehicles, Severity.Warning, kept.Span) with { Stated = kept.Value.ToString(), Expected = all.Value.ToString() }).Because(all.AsEvidence())
            .ShowingAtMost("", kept.Unit, kept.As(new Text("公务用车保有量", "cars kept"), context), all.As(new Text("车辆总数", "all vehicles"), context)));
    }

    private static Claim? Value(CheckContext context, string key)
    {
        foreach (Claim claim in context.ClaimsOn(key))
        {
            if (claim is { Kind: ClaimKind.Count, Value: not null }) return claim;
        }

        return null;
    }

    private static void CompareWithCost(CheckContext context, RuleLog log, string key, Address? address, string name, string nameEn, string cost)
    {
        if (Value(context, key) is not { } count)
        {
            log.NotRun(Money, NoCount);
            return;
        }

        if (address is not { } place || context.Read(place) is not { State: not CellState.Unknown } cell)
        {
            log.NotRun(Money, NoCost);
            return;
        }

        // A cost without a count is contradictory; a count without cost was paid by others.
        decimal number = count.Value!.Value.Value;
        if (number == 0 && cell.Figure.Value > 0)
        {
            log.Fail((context.Mark(Money, Severity.Warning, count.Span) with { Stated = count.Value.ToString(), Expected = cell.Figure.ToString() })
                .With("name", name).With("nameEn", nameEn).With("cost", cost).With("form", FormNames.Of(context.Edition, place.Form)).Because(cell.Cell!.AsEvidence(place, cost))
                .ShowingAtLeast(new Text($"有{cost} {cell.Figure}，{name}至少为 1", $"a cost of {cell.Figure} needs at least one"), count.Unit, count.As(new Text(name, nameEn), context), Showing.Exact(new Text("有支出时的最小数", "least with a cost"), 1)));
        }
        else if (number > 0 && cell.Figure.Value == 0)
        {
            log.PassWith((context.Mark(Money, Severity.Info, count.Span) with { Stated = count.Value.ToString(), Expected = "0" })
                .With("name", name).With("nameEn", nameEn).With("cost", cost).With("form", FormNames.Of(context.Edition, place.Form))
                .ShowingEqual(new Text($"{cost}为 0，{name}应为 0", "without a cost there is none"), count.Unit, count.As(new Text(name, nameEn), context), cell.As(place, cost, context)));
        }
        else log.Pass(Money);
    }

    private static void ComparePersons(CheckContext context, RuleLog log, string personsKey, string groupsKey, string name, string nameEn, string unit)
    {
        if (Value(context, personsKey) is not { } persons || Value(context, groupsKey) is not { } groups) log.NotRun(Persons, NoCount);
        else if (persons.Value!.Value.Value >= groups.Value!.Value.Value) log.Pass(Persons);
        else
        {
            log.Fail((context.Mark(Persons, Severity.Warning, persons.Span) with { Stated = persons.Value.ToString(), Expected = groups.Value.ToString() })
                .With("name", name).With("nameEn", nameEn).With("unit", unit).Because(groups.AsEvidence())
                .ShowingAtLeast("", "", persons.As(new Text($"{name}人次", $"persons ({nameEn})"), context), groups.As(new Text($"{name}{unit}数", $"groups ({nameEn})"), context)));
        }
    }
}
