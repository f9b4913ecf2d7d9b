using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>The glossary speaks of the department's own level of government: 区级财政 in a district, 市级财政 in a city.</summary>
public sealed class LevelRule : IRule
{
    private const string Rule = "leftover.level";
    private static readonly string[] Levels = ["省", "市", "区", "县"];
    private static readonly string[] Forms = ["级财政", "级预算主管部门", "直部门", "本级财政"];
    private static readonly string[] NotDistricts = ["小区", "社区", "园区", "地区", "片区", "库区", "景区", "校区", "辖区", "灾区", "治区", "特区", "战区", "军区", "院区", "厂区"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("名词解释的财政级次与部门一致", "the glossary names the department's own level of government"), "部门决算公开模板 名词解释",
            ("", "本部门为{level}级部门，名词解释仍用“{stated}”。", "The department is of the level {level}; the glossary still has “{stated}”."),
            ("mixed", "名词解释中“{stated}”与“{level}级财政”并用，级次不一致。", "The glossary uses “{stated}” beside “{level}级财政”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.SectionOf("glossary") is not { } glossary) return;
        List<(string Level, string Text, TextSpan Span)> named = Named(context, glossary);
        string own = LevelOf(context.Disclosure.Unit.Length > 0 ? context.Disclosure.Unit : context.Disclosure.Outline.FirstOrDefault(s => s.Id == "一")?.Title ?? "");
        string used = named.Where(n => n.Text.EndsWith("级财政", StringComparison.Ordinal)).GroupBy(n => n.Level).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault("");
        string level = own.Length > 0 ? own : used;
        if (named.Count == 0 || level.Length == 0) return;
        List<(string Level, string Text, TextSpan Span)> other =
            [.. named.Where(n => n.Level != level && !(level is "区" or "县" && n.Level is "区" or "县")).OrderByDescending(n => n.Text.EndsWith("级财政", StringComparison.Ordinal))];
        if (other.Count == 0)
        {
            log.Pass(Rule, named.Count);
            return;
        }

        log.Fail((context.Mark(Rule, Severity.Warning, other[0].Span, own.Length > 0 ? "" : "mixed") with { Stated = string.Join('、', other.Select(o => o.Text).Distinct()), Expected = string.Join('、', other.Select(o => level + o.Text[1..]).Distinct()) })
            .With("level", level)
            .Because(other.Skip(1).Select(o => context.EvidenceAt(o.Span)))
            .Because(named.Where(n => n.Level == level).Take(1).Select(n => context.EvidenceAt(n.Span))));
    }

    private static List<(string Level, string Text, TextSpan Span)> Named(CheckContext context, Section glossary)
    {
        List<(string, string, TextSpan)> named = [];
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = glossary.FirstLine; line <= glossary.LastLine && line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            foreach (string form in Forms)
            {
                for (int at = text.IndexOf(form, StringComparison.Ordinal); at > 0; at = text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
                {
                    string level = text[at - 1].ToString();
                    if (Array.IndexOf(Levels, level) >= 0) named.Add((level, level + form, TextSpan.InLine(line, at - 1, form.Length + 1)));
                }
            }
        }

        return named;
    }

    // The last level word in the unit's name: 某市某区委员会 is of a district. A development zone counts as one.
    private static string LevelOf(string unit)
    {
        string plain = Names.Squeeze(unit), level = "";
        for (int at = 1; at < plain.Length; at++)
        {
            string word = plain[at].ToString();
            if (Array.IndexOf(Levels, word) < 0) continue;
            string two = plain.Substring(at - 1, 2);
            if (word == "区" && Array.IndexOf(NotDistricts, two) >= 0) continue;
            if (word is "区" or "县") return word;
            if (at + 1 < plain.Length && plain[at + 1] is '场' or '政' or '容' or '民') continue;
            level = word;
        }

        return level;
    }
}
