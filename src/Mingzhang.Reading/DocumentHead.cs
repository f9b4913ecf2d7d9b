using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading;

/// <summary>What a document is, by the words of its titles and text.</summary>
/// <param name="Kind">Budget or final accounts; null if it is neither.</param>
/// <param name="Year">The fiscal year; null if none is named.</param>
internal sealed record DocumentHead(DisclosureKind? Kind, FiscalYear? Year)
{
    private const int LeastMentions = 3;
    private const int HeadLines = 500;
    private const int LongestTitle = 60;
    private const int TitleWeight = 5;
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Reads kind and year. A year beside 决算 in a title counts more than one in the text, where last year is named as well.</summary>
    internal static DocumentHead Of(SourceText text)
    {
        int accounts = 0, budget = 0;
        var years = new Dictionary<int, int>();
        int read = 0;
        foreach (string line in text.Lines)
        {
            if (!line.AsSpan().IsWhiteSpace()) read++;
            if (!line.AsSpan().ContainsAny('决', '预', '年')) continue;
            CountYears(line, years);

            // Cover, contents and forms tell the kind; attachments of final accounts speak of budgets at any length.
            if (read > HeadLines && Math.Max(accounts, budget) >= LeastMentions) continue;
            accounts += Count(line, "部门决算") + Count(line, "单位决算") + Count(line, "支出决算");
            budget += Count(line, "部门预算") + Count(line, "单位预算") + Count(line, "收支预算");
        }

        DisclosureKind? kind = (accounts, budget) switch
        {
            ( < LeastMentions, < LeastMentions) => null,
            _ when budget > accounts => DisclosureKind.Budget,
            _ => DisclosureKind.FinalAccounts,
        };
        return new DocumentHead(kind, years.Count > 0 ? new FiscalYear(years.MaxBy(y => (y.Value, y.Key)).Key) : YearOf(text.Name));
    }

    /// <summary>The year in a file's name, where the document names none: tables published apart often do not.</summary>
    private static FiscalYear? YearOf(string name)
    {
        for (int at = 0; at + 4 <= name.Length; at++)
        {
            bool apart = (at == 0 || !char.IsAsciiDigit(name[at - 1])) && (at + 4 == name.Length || !char.IsAsciiDigit(name[at + 4]));
            if (apart && name.AsSpan(at, 2) is "20" && int.TryParse(name.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && FiscalYear.IsPlausible(year)) return new FiscalYear(year);
        }

        return null;
    }

    private static int Count(string line, string word)
    {
        int count = 0;
        for (int at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    private static void CountYears(string line, Dictionary<int, int> years)
    {
        bool title = line.Length <= LongestTitle;
        for (int at = line.IndexOf('年'); at >= 0; at = line.IndexOf('年', at + 1))
        {
            int year = YearBefore(line, at);
            if (!FiscalYear.IsPlausible(year)) continue;
            bool fiscal = at + 1 < line.Length && line[at + 1] == '度';
            bool named = title && line.AsSpan(at).ContainsAny('决', '预') && line.IndexOf('算', at) > 0;
            int weight = named ? TitleWeight : fiscal ? 1 : 0;
            if (weight > 0) years[year] = years.GetValueOrDefault(year) + weight;
        }
    }

    /// <summary>The four-digit number before a place, in digits of any width or in Chinese (二〇二三); −1 if none stands there.</summary>
    private static int YearBefore(string line, int at)
    {
        int year = 0, factor = 1;
        for (int digits = 0; digits < 4;)
        {
            if (--at < 0) return -1;
            char c = line[at];
            if (Characters.IsSpace(c)) continue;
            char plain = Characters.Plain(c);
            int digit = char.IsAsciiDigit(plain) ? plain - '0' : c is '○' or '零' or 'О' ? 0 : Numerals.IndexOf(c);
            if (digit < 0) return -1;
            year += digit * factor;
            factor *= 10;
            digits++;
        }

        return at > 0 && Characters.IsDigit(line[at - 1]) ? -1 : year;
    }
}
