using System.Collections.Frozen;
using System.Collections.Immutable;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Statutes;

/// <summary>What an account of budgetary accounting holds.</summary>
public enum AccountKind
{
    /// <summary>6xxx: an income of the year.</summary>
    Income,

    /// <summary>7xxx: an expenditure of the year.</summary>
    Expenditure,

    /// <summary>资金结存: the other side of income and expenditure.</summary>
    Cash,

    /// <summary>A balance carried to the next year; its entries state the closing balance.</summary>
    Closing,

    /// <summary>非财政拨款结余, 专用结余: what is taken away was used, what is added was distributed.</summary>
    Surplus,

    /// <summary>Emptied within the year-end: no form shows it.</summary>
    Clearing,
}

/// <summary>An account (预算会计科目).</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Debit">Whether debit is its usual side.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Feeds">Which kind of income or expenditure it is; <see cref="FlowKind.Any"/> for an expenditure that is basic or project as the entry says, and for balances.</param>
public sealed record BudgetaryAccount(string Code, string Name, bool Debit, AccountKind Kind, FlowKind Feeds);

/// <summary>A rule that ties codes to money: codes that begin with the prefix are paid from these funds only.</summary>
/// <param name="Prefix">Beginning of functional codes: <c>21208</c>.</param>
/// <param name="Funds">The funds.</param>
public sealed record FundRule(string Prefix, FundSet Funds);

/// <summary>The accounts, and what is established on which money goes with which codes.</summary>
public sealed class AccountChart
{
    private const int Digits = 4;
    private readonly FrozenDictionary<string, BudgetaryAccount> _byCode;

    /// <summary>A list of accounts with the rules on funds.</summary>
    public AccountChart(IEnumerable<BudgetaryAccount> accounts, ImmutableArray<FundRule> fundRules, ImmutableArray<string> personnelClasses)
    {
        Accounts = [.. accounts];
        _byCode = Accounts.ToFrozenDictionary(a => a.Code);
        FundRules = fundRules;
        PersonnelClasses = personnelClasses;
    }

    /// <summary>No accounts.</summary>
    public static AccountChart Empty { get; } = new([], [], []);

    /// <summary>All accounts in code order.</summary>
    public ImmutableArray<BudgetaryAccount> Accounts { get; }

    /// <summary>Functional codes that belong to a certain budget.</summary>
    public ImmutableArray<FundRule> FundRules { get; }

    /// <summary>Economic classes that are personnel expenditure: <c>301</c>, <c>303</c>.</summary>
    public ImmutableArray<string> PersonnelClasses { get; }

    /// <summary>Whether an economic code, of a class or an item, is personnel expenditure.</summary>
    public bool IsPersonnel(string code) => PersonnelClasses.Any(c => code.StartsWith(c, StringComparison.Ordinal));

    /// <summary>The account of a code or of a sub-account (more digits); null if there is none.</summary>
    public BudgetaryAccount? Find(string code) =>
        code.Length >= Digits && !code.AsSpan().ContainsAnyExceptInRange('0', '9') ? _byCode.GetValueOrDefault(code[..Digits]) : null;

    /// <summary>The funds from which a functional code may be paid: those of the longest rule; all where none speaks of it.</summary>
    public FundSet Allowed(string functional)
    {
        FundRule? best = null;
        foreach (FundRule rule in FundRules)
        {
            if (functional.StartsWith(rule.Prefix, StringComparison.Ordinal) && rule.Prefix.Length > (best?.Prefix.Length ?? 0)) best = rule;
        }

        return best?.Funds ?? FundSet.All;
    }
}
