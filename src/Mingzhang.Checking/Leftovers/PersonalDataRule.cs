using System.Buffers;
using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Names of staff and private numbers do not belong into a disclosure. Only the label is quoted, never the data.</summary>
public sealed class PersonalDataRule : IRule
{
    private const string Rule = "leftover.personal-data";
    private static readonly string[] Labels = ["组长：", "组长:", "成员：", "成员:", "手机：", "手机:", "手机号", "身份证号"];
    private static readonly SearchValues<string> Any = SearchValues.Create(Labels, StringComparison.Ordinal);

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("不公开工作人员名单和个人信息", "no lists of staff and private data"), "政府信息公开条例 第十五条",
            ("", "列有工作人员名单或个人信息（“{stated}”），公开前宜核实是否需要。", "Staff or private data are listed (“{stated}”); check whether they need to be published.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        List<TextSpan> spans = [];
        for (int line = 1; line <= lines.Length; line++)
        {
            string text = lines[line - 1];
            int at = text.AsSpan().IndexOfAny(Any);
            if (at < 0) continue;
            string label = Labels.First(l => string.CompareOrdinal(text, at, l, 0, l.Length) == 0);
            if (at + label.Length < text.TrimEnd().Length) spans.Add(TextSpan.InLine(line, at, label.Length));
        }

        if (spans.Count == 0)
        {
            log.Pass(Rule);
            return;
        }

        log.PassWith((context.Mark(Rule, Severity.Info, spans[0]) with { Stated = context.Disclosure.Source.Quote(spans[0]).TrimEnd('：', ':') })
            .Because(spans.Skip(1).Select(s => context.EvidenceAt(s))));
    }
}
