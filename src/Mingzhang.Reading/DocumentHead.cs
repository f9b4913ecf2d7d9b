using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading;

/// <summary>What a document is.</summary>
/// <param name="Kind">Budget or final accounts; null if it is neither.</param>
/// <param name="Year">The year named most often; null if none is.</param>
/// <param name="Unit">The department named above the forms; empty if none is.</param>
internal sealed record DocumentHead(DisclosureKind? Kind, FiscalYear? Year, string Unit)
{
    internal static DocumentHead Of(SourceText text)
    {
        int accounts = 0, budget = 0;
        var years = new Dictionary<int, int>();
        var units = new Dictionary<string, int>();
        foreach (string line in text.Lines)
        {
            accounts += Count(line, "部门决算") + Count(line, "支出决算");
            budget += Count(line, "部门预算") + Count(line, "收支预算");
            CountYears(line, years);
            if (UnitIn(line) is { Length: > 0 } unit) units[unit] = units.GetValueOrDefault(unit) + 1;
        }

        DisclosureKind? kind = (accounts, budget) switch
        {
            (< 3, < 3) => null,
            _ when budget > accounts => DisclosureKind.Budget,
            _ => DisclosureKind.FinalAccounts,
        };
        FiscalYear? year = years.Count == 0 ? null : new FiscalYear(years.MaxBy(y => y.Value).Key);
        return new DocumentHead(kind, year, units.Count == 0 ? "" : units.MaxBy(u => u.Value).Key);
    }

    private static int Count(string line, string word)
    {
        int count = 0;
        for (int at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    // 2023年度, 2023 年度
    private static void CountYears(string line, Dictionary<int, int> years)
    {
        for (int at = line.IndexOf('年'); at >= 0; at = line.IndexOf('年', at + 1))
        {
            if (at + 1 >= line.Length || line[at + 1] != '度') continue;
            ReadOnlySpan<char> before = line.AsSpan(0, at).TrimEnd();
            if (before.Length >= 4 && int.TryParse(before[^4..], System.Globalization.NumberStyles.None, null, out int year) && FiscalYear.IsPlausible(year))
                years[year] = years.GetValueOrDefault(year) + 1;
        }
    }

    // 部门：… as it stands above every form
    private static string? UnitIn(string line)
    {
        int at = line.IndexOf("部门：", StringComparison.Ordinal);
        if (at < 0 || !string.IsNullOrWhiteSpace(line[..at])) return null;
        string rest = line[(at + 3)..].Trim();
        int end = rest.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? rest : rest[..end];
    }
}
