using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>
/// Who spends the three-public expenses (开支单位为…本级) is the department that publishes, under its name or a short one whose characters stand in
/// that name in order. Another name was left from the document that the text was copied from.
/// </summary>
public sealed class SpendingUnitRule : IRule
{
    private const string Rule = "leftover.spending-unit";
    private const string Marker = "开支单位";
    private const int LongestName = 30;

    private static readonly System.Buffers.SearchValues<char> Several = System.Buffers.SearchValues.Create("、和及个家0123456789");
    private static readonly string[] Leads = ["包括", "为", "是", "有", "：", ":"];
    private static readonly string[] General = ["机关本级", "单位本级", "部门本级", "本级机关", "本级", "机关", "本单位", "本部门", "单位", "部门"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("“三公”经费的开支单位是本部门", "the unit that spends the three-public expenses is the department"), "预算公开说明 “三公”经费的单位范围",
            ("", "“三公”经费的开支单位写作“{stated}”，与本部门“{unit}”不符。", "The three-public expenses are said to be spent by “{stated}”, which is not the department “{unit}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        string unit = Names.Squeeze(context.Disclosure.Unit);
        if (unit.Length == 0) return;
        List<TextSpan> other = [];
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = 1; line <= lines.Length; line++)
        {
            int at = lines[line - 1].IndexOf(Marker, StringComparison.Ordinal);
            if (at < 0 || NameAfter(lines[line - 1], at + Marker.Length) is not { } name) continue;
            string plain = WithoutGeneral(Names.Squeeze(lines[line - 1].AsSpan(name.Start, name.Length)));
            if (plain.Length < 2 || IsShortFor(plain, unit)) log.Pass(Rule);
            else other.Add(TextSpan.InLine(line, name.Start, name.Length));
        }

        if (other.Count == 0) return;
        log.Fail((context.Mark(Rule, Severity.Warning, other[0]) with { Stated = Names.Squeeze(context.Disclosure.Source.Quote(other[0])) })
            .With("unit", context.Disclosure.Unit).Because(other.Skip(1).Select(s => context.EvidenceAt(s))));
    }

    /// <summary>One name after the words; null where several units are listed or none is named on the line.</summary>
    private static (int Start, int Length)? NameAfter(string text, int at)
    {
        string? lead = Array.Find(Leads, l => text.AsSpan(at).StartsWith(l));
        if (lead is null) return null;
        int start = at + lead.Length;
        int length = text.AsSpan(start).IndexOfAny('。', '，', '；');
        if (length < 0) length = text.Length - start;
        ReadOnlySpan<char> name = text.AsSpan(start, length).TrimEnd();
        return name.Length is 0 or > LongestName || name.ContainsAny(Several) ? null : (start, name.Length);
    }

    private static string WithoutGeneral(string name)
    {
        for (string? word = First(name); word is not null; word = First(name)) name = name[..^word.Length];
        return name;

        static string? First(string name) => Array.Find(General, g => name.EndsWith(g, StringComparison.Ordinal));
    }

    private static bool IsShortFor(string name, string unit)
    {
        int at = 0;
        foreach (char c in unit)
        {
            if (at < name.Length && name[at] == c) at++;
        }

        return at == name.Length;
    }
}
