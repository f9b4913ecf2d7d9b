using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>
/// Where titles and sentences name the department in full, it is the same name everywhere: a name that is nearly the department's own is a slip,
/// or another department's from which the text was taken.
/// </summary>
public sealed partial class UnitNameRule : IRule
{
    private const string Rule = "leftover.unit-name";
    private const int ShortestName = 8, LongestTitle = 60, LongestLine = 4000;
    private const double Alike = 0.8;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Warning, new("部门名称前后一致", "the department is named alike everywhere"), "公文格式",
            ("", "此处部门名称写作“{stated}”，与全文的“{expected}”不一致（{count} 处）。", "The department is called “{stated}” here, “{expected}” elsewhere ({count} places).")),
    ];

    // A name at the start of a line or clause, up to the words that follow a department's name in the template.
    [GeneratedRegex(@"(?:^|[，。；：:])(?:第.部分|纳入|说明[：:])?(?<name>[\u4e00-\u9fff（）()]{6,40}?)(?=20\d\d年|本年度|所属各|部门（单位）|部门\(单位\))", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        string own = Names.Squeeze(context.Disclosure.Unit);
        if (own.Length < ShortestName) return;
        Dictionary<string, List<TextSpan>> others = [];
        int same = 0;
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        for (int line = 1; line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            if (text.Length is < ShortestName or > LongestLine || text.Contains('\t') || !text.Contains(own[^1]) || (ListsUnits(context, line) && !IsTitle(text))) continue;
            (string plain, List<int> columns) = Squeeze(text);
            foreach (Match match in Named().Matches(plain))
            {
                Group name = match.Groups["name"];
                string found = Names.Squeeze(name.Value);
                if (found == own) same++;
                else if (IsNearly(found, own)) (others.TryGetValue(found, out List<TextSpan>? spans) ? spans : others[found] = []).Add(TextSpan.InLine(line, columns[name.Index], columns[name.Index + name.Length - 1] + 1 - columns[name.Index]));
            }
        }

        log.Pass(Rule, same);
        foreach ((string name, List<TextSpan> spans) in others)
        {
            if (spans.Count >= same) continue;
            log.Fail((context.Mark(Rule, Severity.Warning, spans[0]) with { Stated = name, Expected = context.Disclosure.Unit }).With("count", Figures.Plain(spans.Count))
                .Because(spans.Skip(1).Select(s => context.EvidenceAt(s))));
        }
    }

    // The units of a department have names like its own.
    private static bool ListsUnits(CheckContext context, int line) => context.SectionAt(line)?.Topic is { } topic && topic.StartsWith("overview.units", StringComparison.Ordinal);

    private static bool IsTitle(string text) => text.Length <= LongestTitle && text.TrimEnd() is [.., '表' or '明' or '况'] && text.Contains('年');

    // As long and nearly the same; a short form, or the name of one of its units, is another matter.
    private static bool IsNearly(string name, string own) =>
        name.Length >= ShortestName && name[^1] == own[^1] && name[0] == own[0] && Math.Abs(name.Length - own.Length) <= 3
        && !name.Contains(own, StringComparison.Ordinal) && !own.Contains(name, StringComparison.Ordinal) && Names.Likeness(name, own) >= Alike;

    private static (string Plain, List<int> Columns) Squeeze(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        List<int> columns = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            plain.Append(text[i]);
            columns.Add(i);
        }

        return (plain.ToString(), columns);
    }
}
