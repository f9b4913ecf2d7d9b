using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Forms;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Accounts;

/// <summary>
/// The notation of <c>fill</c> (docs/forms.md): which money of the accounts a column or line shows.
/// <code>
/// fill  = [ flow ] { fund } [ kind ] [ "item" code { code } ]
/// flow  = income | expenditure | opening | closing | surplus-used | surplus-distributed | budget
/// fund  = general | government-fund | state-capital | appropriated | special-account | unit-own
/// kind  = superior | undertaking | business | subordinate | other | basic | project | submitted | aid
/// </code>
/// </summary>
internal static class FillWords
{
    internal const string Funds = "general, government-fund, state-capital, appropriated, special-account, unit-own";
    private const string Known = "income, expenditure, opening, closing, surplus-used, surplus-distributed, budget, " + Funds + ", superior, undertaking, business, subordinate, other, basic, project, submitted, aid, item";

    internal static Fill? Read(DataMap map) => map.Find("fill") is { } node ? Parse(node.AsText("fill")) : null;

    internal static FundSet? Fund(string word) => word switch
    {
        "general" => FundSet.GeneralPublic,
        "government-fund" => FundSet.GovernmentFund,
        "state-capital" => FundSet.StateCapital,
        "appropriated" => FundSet.Appropriated,
        "special-account" => FundSet.SpecialAccount,
        "unit-own" => FundSet.UnitOwn,
        _ => null,
    };

    private static Fill Parse(DataText text)
    {
        FillFlow flow = FillFlow.None;
        FundSet funds = FundSet.None;
        FlowKind kind = FlowKind.Any;
        var items = ImmutableArray.CreateBuilder<string>();
        bool listing = false;
        foreach (string word in text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (listing)
            {
                if (!EconomicCode.TryParse(word, out EconomicCode code)) throw text.Error($"fill：item 之后应是经济分类编码，不能是“{word}”", $"fill: economic codes were expected behind item, not \"{word}\"");
                items.Add(code.Digits);
            }
            else if (word == "item") listing = true;
            else if (Fund(word) is { } fund) funds |= fund;
            else if (Flow(word) is { } named && flow == FillFlow.None) flow = named;
            else if (Kind(word) is { } told && kind == FlowKind.Any) kind = told;
            else throw text.Error($"fill：不能有“{word}”，应为 {Known} 之一，资金流和种类各一个", $"fill: \"{word}\" cannot stand here; expected one of {Known}, one flow and one kind");
        }

        if (listing && items.Count == 0) throw text.Error("fill：item 之后缺少经济分类编码", "fill: economic codes are missing behind item");
        return new Fill(flow, funds == FundSet.None ? FundSet.All : funds, kind, items.ToImmutable());
    }

    private static FillFlow? Flow(string word) => word switch
    {
        "income" => FillFlow.Income,
        "expenditure" => FillFlow.Expenditure,
        "opening" => FillFlow.Opening,
        "closing" => FillFlow.Closing,
        "surplus-used" => FillFlow.SurplusUsed,
        "surplus-distributed" => FillFlow.SurplusDistributed,
        "budget" => FillFlow.Budget,
        _ => null,
    };

    private static FlowKind? Kind(string word) => word switch
    {
        "superior" => FlowKind.Superior,
        "undertaking" => FlowKind.Undertaking,
        "business" => FlowKind.Business,
        "subordinate" => FlowKind.Subordinate,
        "other" => FlowKind.Other,
        "basic" => FlowKind.Basic,
        "project" => FlowKind.Project,
        "submitted" => FlowKind.Submitted,
        "aid" => FlowKind.Aid,
        _ => null,
    };
}
