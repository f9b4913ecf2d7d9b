using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Names of staff and private numbers do not belong into a disclosure. Only the label is quoted, never the data.</summary>
public sealed class PersonalDataRule : IRule
{
    private const string Rule = "leftover.personal-data";
    private const int FewestDigits = 7;
    private static readonly string[] NameLabels = ["填报人", "填表人", "经办人", "联系人", "项目负责人", "负责人", "单位负责人", "分管领导"];
    private static readonly string[] NumberLabels = ["联系电话", "电话", "手机", "手机号码", "办公电话"];

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("不公开工作人员名单和个人信息", "no lists of staff and private data"), "政府信息公开条例 第十五条",
            ("", "列有工作人员名单或个人信息（“{stated}”），公开前宜核实是否需要。", "Staff or private data are listed (“{stated}”); check whether they need to be published.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<TextSpan> spans = [];
        foreach ((int line, int at, string word, WordKind kind) in WordMarks.Of(context).All)
        {
            if (kind == WordKind.Person && at + word.Length < context.Disclosure.Source.Lines[line - 1].TrimEnd().Length) spans.Add(TextSpan.InLine(line, at, word.Length));
        }

        if (context.Disclosure.Kind is DisclosureKind.Budget) spans.AddRange(Declared(context.Disclosure.Source.Lines));
        if (spans.Count == 0)
        {
            log.Pass(Rule);
            return;
        }

        log.PassWith((context.Mark(Rule, Severity.Info, spans[0]) with { Stated = context.Disclosure.Source.Quote(spans[0]).TrimEnd('：', ':') })
            .Because(spans.Skip(1).Select(s => context.EvidenceAt(s))));
    }

    /// <summary>Labels of the declarations of projects whose next cell holds a person's name or a telephone number.</summary>
    private static IEnumerable<TextSpan> Declared(ImmutableArray<string> lines)
    {
        for (int line = 1; line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            if (!text.Contains('\t')) continue;
            int at = 0;
            string[] cells = text.Split('\t');
            for (int i = 0; i < cells.Length; i++)
            {
                string label = cells[i].Trim();
                if (Array.IndexOf(NameLabels, label) >= 0 && Next(cells, i) is { Length: >= 2 and <= 4 } name && name.All(IsHan)) yield return TextSpan.InLine(line, at + cells[i].IndexOf(label, StringComparison.Ordinal), label.Length);
                else if (Array.IndexOf(NumberLabels, label) >= 0 && Next(cells, i) is { } number && number.Count(char.IsAsciiDigit) >= FewestDigits) yield return TextSpan.InLine(line, at + cells[i].IndexOf(label, StringComparison.Ordinal), label.Length);
                at += cells[i].Length + 1;
            }
        }
    }

    private static string? Next(string[] cells, int label)
    {
        for (int i = label + 1; i < cells.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i])) return string.Concat(cells[i].Where(c => !char.IsWhiteSpace(c)));
        }

        return null;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
