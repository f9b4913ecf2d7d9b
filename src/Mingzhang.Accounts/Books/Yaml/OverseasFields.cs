using System.Collections.Immutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>Reads <c>overseas</c> of <c>particulars.yaml</c>: totals, visits, or both, which then agree.</summary>
internal static class OverseasFields
{
    // Words by which the printed list of visits is recognised; within a purpose they would be taken for the list's own.
    private static readonly string[] ListWords = ["团组", "来访"];

    internal static Overseas Read(Fields fields)
    {
        ImmutableArray<OverseasVisit> visits = [.. fields.Maps("visits").Select(Visit)];
        var sums = new Overseas(visits.Sum(v => v.Groups), visits.Sum(v => v.People), Costs(fields, visits)) { Visits = visits, Line = fields.Line };
        bool list = !visits.IsEmpty;
        var read = sums with { Groups = fields.Count("groups", sums.Groups), People = fields.Count("people", sums.People), Costs = fields.Has("costs") ? fields.Amounts("costs") : sums.Costs };
        fields.Done();
        if (list && read.Groups != sums.Groups) Differs(fields, "groups", read.Groups, sums.Groups);
        if (list && read.People != sums.People) Differs(fields, "people", read.People, sums.People);
        if (!sums.Costs.IsEmpty && fields.Has("costs")) Tie(fields, read.Costs, sums.Costs);
        return read;
    }

    private static OverseasVisit Visit(Fields fields)
    {
        var visit = new OverseasVisit(Words(fields, "destination"), Words(fields, "purpose"), fields.Count("groups", 1), fields.Count("people"), fields.Amounts("costs"));
        if (visit.Groups == 0) fields.Error("book.particulars.visit", "groups", new("没有团组的出访不列", "a visit without a group is none"), new("写 1，或删去这一项", "write 1, or delete the entry"));
        if (visit.People < visit.Groups) fields.Error("book.particulars.visit", "people", new($"people {visit.People} 少于团组数 {visit.Groups}", $"people {visit.People} is less than the number of groups {visit.Groups}"), new("填写出访人次", "fill in the persons who went"));
        fields.Done();
        return visit;
    }

    private static string Words(Fields fields, string key)
    {
        string words = fields.Text(key).TrimEnd('。', '；');
        if (ListWords.FirstOrDefault(w => words.Contains(w, StringComparison.Ordinal)) is { } word)
            fields.Error("book.particulars.visit-words", key, new($"{key} 中不能有“{word}”", $"{key} may not hold “{word}”"), new("换一种说法：团组数和人次由 groups、people 写出", "say it in another way: groups and people are written from their keys"));
        if (words.AsSpan().ContainsAny('\r', '\n'))
            fields.Error("book.particulars.visit-words", key, new($"{key} 应写成一行", $"{key} must be one line"), new("写成一个分句", "write it as one clause"));
        return words;
    }

    /// <summary>Costs by kind of all visits; none where no visit has them.</summary>
    private static ImmutableArray<AmountOf> Costs(Fields fields, ImmutableArray<OverseasVisit> visits)
    {
        int known = visits.Count(v => !v.Costs.IsEmpty);
        if (known == 0) return [];
        if (known < visits.Length)
        {
            fields.Error("book.particulars.visit-costs", "visits", new("有的出访写了费用，有的没有", "some visits have costs and some have none"), new("逐项写明，或都不写，只写总数", "give them for each visit, or for none and the totals alone"));
            return [];
        }

        return [.. visits.SelectMany(v => v.Costs).GroupBy(c => c.Name).Select(g => new AmountOf(g.Key, Amount.FromYuan(g.Sum(c => c.Amount.Yuan))))];
    }

    private static void Tie(Fields fields, ImmutableArray<AmountOf> totals, ImmutableArray<AmountOf> sums)
    {
        foreach (string name in totals.Concat(sums).Where(c => c.Amount.Yuan != 0).Select(c => c.Name).Distinct())
        {
            decimal total = totals.Where(c => c.Name == name).Sum(c => c.Amount.Yuan), sum = sums.Where(c => c.Name == name).Sum(c => c.Amount.Yuan);
            if (total != sum) Differs(fields, "costs", total, sum, name);
        }
    }

    private static void Differs(Fields fields, string key, decimal total, decimal sum, string name = "") => fields.Error(
        "book.particulars.sum", key, new($"{key}{(name.Length > 0 ? $"（{name}）" : "")} {total} 不等于各次出访之和 {sum}", $"{key}{(name.Length > 0 ? $" ({name})" : "")} {total} is not the sum of the visits, {sum}"),
        new("核对总数和 visits；总数可以不写", "check the total and the visits; the total may be left out"));
}
