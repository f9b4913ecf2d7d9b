using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Accounts.Tests.Statements;

/// <summary>Books of random entries: several units, all funds, carry-overs, surplus, payments between units. Not realistic, but every form has figures.</summary>
internal static class RandomBook
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();
    private static readonly string[] General = ["2010301", "2010302", "2013101", "2080505", "2101101", "2130301", "2130302", "2210201"];
    private static readonly string[] Funds = ["2120801", "2120803", "2296003"];
    private static readonly string[] Capital = ["2230105", "2239999"];
    private static readonly string[] Items = ["30101", "30102", "30108", "30113", "30201", "30211", "30212", "30217", "30231", "30302", "31002", "31013"];

    internal static Edition Edition(int year) => Statutes.Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!;

    internal static Book Make(int seed, int entries, int year = 2023)
    {
        var random = new Random(seed);
        return new Book
        {
            Year = new FiscalYear(year),
            Edition = Edition(year),
            Department = Department,
            Ledger = new Ledger(Enumerable.Range(0, entries).SelectMany(_ => Entries(random, year))),
            Openings = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Opening(random))],
            Budget = [.. Enumerable.Range(0, random.Next(20)).Select(_ => Budget(random))],
            Projects = [new Project { Code = "P1", Name = "甲项目", Unit = "1" }, new Project { Code = "P2", Name = "乙项目", Unit = "2" }, new Project { Code = "P3", Name = "丙项目", Unit = "2", Classified = true }],
        };
    }

    internal static Department Department { get; } = new()
    {
        Name = "测试区综合局",
        Units =
        [
            new BudgetUnit { Code = "1", Name = "本级", Kind = UnitKind.Administrative },
            new BudgetUnit { Code = "2", Name = "参公单位", Kind = UnitKind.CivilServiceInstitution, Tier = 2 },
            new BudgetUnit { Code = "3", Name = "事业单位", Kind = UnitKind.PublicInstitution, Tier = 2 },
        ],
    };

    /// <summary>One entry, or both sides of a payment between units.</summary>
    internal static IEnumerable<LedgerEntry> Entries(Random random, int year)
    {
        LedgerEntry entry = Entry(random, year);
        if (random.Next(30) > 0) return [entry];
        LedgerEntry paid = entry with { Account = "7501", Unit = "1", Counterparty = "3", Fund = Fund.UnitOwn, Functional = "2010301", Economic = "", Project = "", Purpose = Purpose.None };
        return [paid, paid with { Account = "6201", Unit = "3", Counterparty = "1" }];
    }

    private static LedgerEntry Entry(Random random, int year)
    {
        var fund = (Fund)Math.Max(0, random.Next(9) - 4);
        string functional = Pick(random, fund switch { Fund.GovernmentFund => Funds, Fund.StateCapital => Capital, _ => General });
        bool income = random.Next(3) == 0, appropriated = fund <= Fund.StateCapital, project = random.Next(3) == 0;
        var entry = new LedgerEntry
        {
            Date = new DateOnly(year, 1 + random.Next(12), 1 + random.Next(28)), Voucher = "1", Unit = $"{1 + random.Next(3)}",
            Account = appropriated ? "6001" : Pick(random, ["6101", "6201", "6301", "6401", "6609"]),
            Fund = fund, Functional = functional, Amount = Amount.FromYuan(random.Next(-200_000, 3_000_000) / 100m), Summary = "",
        };
        if (income) return entry;
        if (!appropriated && random.Next(5) == 0)
            return entry with { Account = Pick(random, ["7301", "7401", "7501", "8202", "8301"]), Functional = functional };
        return entry with { Account = "7101", Economic = Pick(random, Items), Purpose = project ? Purpose.Project : Purpose.Basic, Project = project ? $"P{1 + random.Next(3)}" : "" };
    }

    private static OpeningBalance Opening(Random random)
    {
        var fund = (Fund)random.Next(5);
        return new OpeningBalance("1", fund, Pick(random, fund == Fund.GovernmentFund ? Funds : General), "", false, Amount.FromYuan(random.Next(1_000_000) / 100m));
    }

    private static BudgetLine Budget(Random random)
    {
        bool project = random.Next(2) == 0;
        return new BudgetLine
        {
            Kind = (BudgetKind)random.Next(3), Unit = "1", Fund = Fund.GeneralPublic, Functional = Pick(random, General), Economic = project ? "" : Pick(random, Items),
            Project = project ? $"P{1 + random.Next(3)}" : "", Purpose = project ? Purpose.Project : Purpose.Basic, Amount = Amount.FromYuan(random.Next(1_000_000) / 100m),
        };
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
