using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Particulars;

/// <summary>Groups sent abroad that are listed one by one (团组1个，3人次) make up the groups and persons stated before the list.</summary>
public sealed class OverseasListRule : IRule
{
    private const string Rule = "particulars.overseas-list";
    private static readonly Text NoList = new("文字没有逐个列出团组", "the groups are not listed one by one");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Error, new("逐项列出的出国团组、人次之和等于总数", "the groups and persons listed make up the totals"), "部门决算情况说明 九（二）1",
            ("", "逐项列出的{name}合计 {expected}，文字总数为 {stated}。", "The {nameEn} listed make {expected}; the total is stated as {stated}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("explanations.threePublic.items") is not { } section) return;
        decimal groups = 0, persons = 0;
        List<(TextSpan Span, decimal Groups, decimal Persons)> items = [];
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            int group = text.IndexOf("团组", StringComparison.Ordinal);
            if (group < 0 || !IsListItem(text) || NumberAfter(text, group + 2, '个') is not { } count) continue;
            int person = text.IndexOf("人次", group, StringComparison.Ordinal);
            if (person < 0 || NumberBefore(text, person) is not { } people) continue;
            groups += count;
            persons += people;
            items.Add((TextSpan.InLine(line, group, person + 2 - group), count, people));
        }

        if (items.Count < 2)
        {
            log.NotRun(Rule, NoList);
            return;
        }

        Compare(context, log, "overseas/团组", groups, "团组", "groups", [.. items.Select(i => (i.Span, i.Groups))]);
        Compare(context, log, "overseas/人次", persons, "人次", "persons", [.. items.Select(i => (i.Span, i.Persons))]);
    }

    private static void Compare(CheckContext context, RuleLog log, string key, decimal sum, string name, string nameEn, List<(TextSpan Span, decimal Value)> items)
    {
        // The total stands before the list; counts inside the list's own lines are not it.
        Claim? total = context.ClaimsOn(key).FirstOrDefault(c => c is { Kind: ClaimKind.Count, Value: not null } && !items.Exists(i => i.Span.Line == c.Span.Line));
        if (total is null) return;
        if (total.Value!.Value.Value == sum) log.Pass(Rule);
        else
        {
            log.Fail((context.Mark(Rule, Severity.Error, total.Span) with { Stated = total.Value.ToString(), Expected = Figures.Plain(sum) })
                .With("name", name).With("nameEn", nameEn).Because(items.Select(i => context.EvidenceAt(i.Span)))
                .ShowingSum("", total.Unit, total.As(new Text("总数", "total"), context), [.. items.Select((item, i) => Showing.Exact(new Text($"第 {i + 1} 项", $"item {i + 1}"), item.Value, item.Span))]));
        }
    }

    private static bool IsListItem(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan().TrimStart(" -");
        return line.Length > 3 && line[0] is '（' or '(' && char.IsAsciiDigit(line[1]);
    }

    private static decimal? NumberAfter(string text, int at, char unit)
    {
        int end = at;
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        int start = end;
        while (end < text.Length && end - start < 6 && char.IsAsciiDigit(text[end])) end++;
        if (end == start) return null;
        int after = end;
        while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
        return after < text.Length && text[after] == unit ? int.Parse(text.AsSpan(start, end - start)) : null;
    }

    private static decimal? NumberBefore(string text, int at)
    {
        int end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        int start = end;
        while (start > 0 && end - start < 6 && char.IsAsciiDigit(text[start - 1])) start--;
        return start < end ? int.Parse(text.AsSpan(start, end - start)) : null;
    }
}
