using System.CommandLine;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary>How users name an edition: kind, year and place.</summary>
internal static class EditionArgument
{
    /// <summary>The option <c>--place PLACE</c>.</summary>
    public static Option<string?> Place() => new("--place") { HelpName = "PLACE" };

    /// <summary>The kind that a word names.</summary>
    /// <param name="word">As given.</param>
    /// <param name="name">Name of the argument, for the message.</param>
    public static DisclosureKind Kind(string word, string name) => word switch
    {
        "final-accounts" or "finalAccounts" => DisclosureKind.FinalAccounts,
        "budget" => DisclosureKind.Budget,
        _ => throw new UsageException(new Text($"{name} 是 final-accounts 或 budget，不能是 {word}", $"{name} is final-accounts or budget, not {word}")),
    };

    /// <summary>The edition of a place for a year; without a place the national one, or the only place that the kind has.</summary>
    public static Edition Find(StatuteBook statutes, DisclosureKind kind, FiscalYear year, string? place)
    {
        string[] places = [.. statutes.Editions(kind, year).Select(e => e.Place)];
        if (place is null && places.Length == 1) place = places[0];
        if (statutes.Edition(kind, year, place ?? "") is { } edition) return edition;
        string word = kind == DisclosureKind.Budget ? "budget" : "final-accounts";
        if (places.Length == 0) throw new UnusableException(new Text($"没有 {word} 的表式数据；mingzhang forms 列出已有的", $"there is no data on the forms of {word}; mingzhang forms lists what there is"));
        string there = string.Join(", ", places.Where(p => p.Length > 0));
        throw new UsageException(place is null
            ? new Text($"{word} 没有全国表式，请用 --place 指明地方：{there}", $"{word} has no national forms; name a place with --place: {there}")
            : new Text($"{word} 没有 {place} 的表式，已有的地方：{there}", $"{word} has no forms of {place}; places are {there}"));
    }
}
