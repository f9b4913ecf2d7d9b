using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>The words for a value that is one of a few: what the files may say, in Chinese or English.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class Terms<T>
    where T : struct
{
    private readonly ImmutableArray<(T Value, ImmutableArray<string> Words)> _terms;

    /// <summary>Every value with its words, the one that the program writes first.</summary>
    internal Terms(params ReadOnlySpan<(T Value, ImmutableArray<string> Words)> terms) => _terms = [.. terms];

    /// <summary>The words that the program writes, for messages.</summary>
    internal string Choices => string.Join('、', _terms.Select(t => t.Words[0]));

    /// <summary>Reads a word, blanks around it and the case of letters aside.</summary>
    internal bool TryRead(ReadOnlySpan<char> text, out T value)
    {
        text = text.Trim(" \t\u3000\u00A0");
        foreach ((T candidate, ImmutableArray<string> words) in _terms)
        {
            foreach (string word in words)
            {
                if (!text.Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The word that the program writes for a value.</summary>
    internal string Write(T value) => _terms.First(t => EqualityComparer<T>.Default.Equals(t.Value, value)).Words[0];
}

/// <summary>The enumerated values of the book's files (docs/books.md).</summary>
internal static class BookTerms
{
    internal static readonly Terms<Fund> Funds = new(
        (Fund.GeneralPublic, ["一般公共预算", "一般公共预算财政拨款", "generalPublic"]),
        (Fund.GovernmentFund, ["政府性基金", "政府性基金预算", "政府性基金预算财政拨款", "governmentFund"]),
        (Fund.StateCapital, ["国有资本经营", "国有资本经营预算", "国有资本经营预算财政拨款", "stateCapital"]),
        (Fund.SpecialAccount, ["财政专户", "财政专户管理资金", "specialAccount"]),
        (Fund.UnitOwn, ["单位资金", "unitOwn"]));

    /// <summary>支出性质; blank is <see cref="Purpose.None"/>.</summary>
    internal static readonly Terms<Purpose> Purposes = new(
        (Purpose.None, [""]),
        (Purpose.Basic, ["基本支出", "基本", "basic"]),
        (Purpose.Project, ["项目支出", "项目", "project"]));

    internal static readonly Terms<BudgetKind> BudgetKinds = new(
        (BudgetKind.Initial, ["年初", "年初预算", "initial"]),
        (BudgetKind.Added, ["追加", "added"]),
        (BudgetKind.Cut, ["调减", "cut"]),
        (BudgetKind.Moved, ["调剂", "moved"]),
        (BudgetKind.CarriedOver, ["结转", "carriedOver"]));

    /// <summary>类型 of opening.csv: whether it is a surplus (结余) or carried over (结转).</summary>
    internal static readonly Terms<bool> OpeningKinds = new((false, ["结转", "carryOver"]), (true, ["结余", "surplus"]));

    internal static readonly Terms<UnitKind> UnitKinds = new(
        (UnitKind.Administrative, ["行政单位", "administrative"]),
        (UnitKind.CivilServiceInstitution, ["参照公务员法管理的事业单位", "参公事业单位", "civilServiceInstitution"]),
        (UnitKind.PublicInstitution, ["事业单位", "其他事业单位", "publicInstitution"]));
}
