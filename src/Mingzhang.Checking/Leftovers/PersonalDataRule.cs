using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Leftovers;

/// <summary>Names of staff and private numbers do not belong into a disclosure. Only the label is quoted, never the data.</summary>
public sealed class PersonalDataRule : IRule
{
    private const string Rule = "leftover.personal-data";

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

        if (spans.Count == 0)
        {
            log.Pass(Rule);
            return;
        }

        log.PassWith((context.Mark(Rule, Severity.Info, spans[0]) with { Stated = context.Disclosure.Source.Quote(spans[0]).TrimEnd('：', ':') })
            .Because(spans.Skip(1).Select(s => context.EvidenceAt(s))));
    }
}
