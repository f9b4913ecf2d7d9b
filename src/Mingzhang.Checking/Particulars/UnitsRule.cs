using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Particulars;

/// <summary>The units of a department: head office and subordinate units are as many as the kinds say, and as many as are listed.</summary>
public sealed class UnitsRule : IRule
{
    private const string Rule = "particulars.units";
    private static readonly string[] Kinds = ["行政单位", "参公单位", "参公事业单位", "参照公务员法管理的事业单位", "事业单位", "其他单位"];
    private static readonly string[] Below = ["预算单位", "单位", "事业单位", "行政单位", "行政事业单位"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("单位个数与分类、名单一致", "the units are as many as by kind and on the list"), "部门预算公开 机构设置",
            ("", "按类别共 {stated} 家单位（{kinds}），而本部与下属单位共 {expected} 家。", "By kind there are {stated} units ({kinds}); the head office and its subordinate units are {expected}."),
            ("list", "按类别共 {expected} 家单位（{kinds}），名单列出 {stated} 家。", "By kind there are {expected} units ({kinds}); {stated} are listed.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("overview.units") is not { } section) return;
        int sum = 0, below = -1, listed = 0;
        string kinds = "";
        TextSpan stated = TextSpan.None, list = TextSpan.None;
        for (int line = section.FirstLine; line <= section.LastLine && line <= context.Disclosure.Source.Lines.Length; line++)
        {
            string plain = Names.Squeeze(context.Disclosure.Source.Lines[line - 1]);
            if (below < 0 && CountBelow(plain) is { } found) below = found;
            if (sum == 0 && ByKind(plain) is { Total: > 0 } counted)
            {
                (sum, kinds) = counted;
                stated = context.LineSpan(line);
            }

            int number = Number(plain);
            if (number == listed + 1)
            {
                listed = number;
                list = context.LineSpan(line);
            }
        }

        if (sum == 0) return;
        if (below >= 0 && below + 1 != sum) log.Fail((context.Mark(Rule, Severity.Warning, stated) with { Stated = Figures.Plain(sum), Expected = Figures.Plain(below + 1) }).With("kinds", kinds)
            .ShowingSum(new Text("各类单位之和 = 本部 + 下属单位", "units by kind = head office + subordinate units"), "家", Showing.Exact(kinds, sum, stated), [Showing.Exact(new Text("本部", "head office"), 1), Showing.Exact(new Text("下属单位", "subordinate units"), below)]));
        else if (below >= 0) log.Pass(Rule);
        if (listed > 0 && listed != sum) log.Fail((context.Mark(Rule, Severity.Warning, list, "list") with { Stated = Figures.Plain(listed), Expected = Figures.Plain(sum) }).With("kinds", kinds)
            .ShowingEqual(new Text("名单上的单位 = 各类单位之和", "units listed = units by kind"), "家", Showing.Exact(new Text("名单", "the list"), listed, list), Showing.Exact(kinds, sum, stated)));
        else if (listed > 0) log.Pass(Rule);
    }

    /// <summary>行政单位1家，参公单位1家，事业单位4家 together.</summary>
    private static (int Total, string Kinds) ByKind(string text)
    {
        int total = 0;
        List<string> kinds = [];
        for (int at = text.IndexOf('家'); at >= 0; at = text.IndexOf('家', at + 1))
        {
            int start = at;
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            if (start == at || at - start > 3 || !Array.Exists(Kinds, k => text.AsSpan(0, start).EndsWith(k, StringComparison.Ordinal))) continue;
            total += int.Parse(text.AsSpan(start, at - start));
            int name = text.AsSpan(0, start).LastIndexOfAny(",、中:") + 1;
            kinds.Add(text[name..(at + 1)]);
        }

        return kinds.Count > 1 ? (total, string.Join('、', kinds)) : (0, "");
    }

    /// <summary>下属5家预算单位; null if the text does not say it.</summary>
    private static int? CountBelow(string text)
    {
        int at = text.IndexOf("下属", StringComparison.Ordinal);
        if (at < 0) return null;
        int start = at + 2, end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == start || end - start > 3 || end >= text.Length || text[end] is not ('家' or '个')) return null;
        return Array.Exists(Below, b => text.AsSpan(end + 1).StartsWith(b, StringComparison.Ordinal)) ? int.Parse(text.AsSpan(start, end - start)) : null;
    }

    /// <summary>The number of a list item, also of one that begins behind 包括：; 0 if the line has none.</summary>
    private static int Number(string text)
    {
        int at = text.IndexOf("包括", StringComparison.Ordinal) is >= 0 and var lead && text.IndexOf(':', lead) is > 0 and var colon ? colon + 1 : 0;
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end > at && end - at <= 2 && end < text.Length && text[end] is '.' or '、' or '．' ? int.Parse(text.AsSpan(at, end - at)) : 0;
    }
}
