using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Forms;

/// <summary>Where 类 and 款 stand in columns of their own, 款 and 项 have two digits: a form that prints 01 in one row and 2 in another lost a zero.</summary>
internal sealed class CodeDigitsRule : IRule
{
    private const string Id = "form.code-digits";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Info, new("科目编码的款、项均印两位", "sections and items of codes are printed with two digits"), "支出分类科目编码规则",
            ("", "{form}有 {count} 行的科目编码少印一位零（如“{stated}”，应为“{expected}”），同表其他行印有。", "{count} codes of {form} lack a zero (“{stated}” for “{expected}”), which other rows of it print.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        ImmutableArray<string> lines = context.Disclosure.Source.Lines;
        foreach (Statement statement in context.Disclosure.Statements)
        {
            List<(TextSpan Span, string Printed, string Key)> lacking = [];
            bool others = false;
            foreach (StatementRow row in statement.Rows)
            {
                if (row.Key.Length < 5 || !char.IsAsciiDigit(row.Key[0]) || !row.Span.IsSome || row.Span.Line > lines.Length) continue;
                string[] cells = lines[row.Span.Line - 1].Split('\t', 5);
                int columns = (row.Key.Length - 1) / 2;
                if (cells.Length <= columns || cells[0].Trim() != row.Key[..3]) continue;
                string last = cells[columns - 1].Trim(), whole = row.Key[^2..];
                if (last == whole) others |= whole[0] == '0';
                else if (whole[0] == '0' && last == whole[1..]) lacking.Add((context.LineSpan(row.Span.Line), string.Join(' ', cells.Take(columns).Select(c => c.Trim())), row.Key));
            }

            if (lacking.Count == 0 || !others) continue;
            log.PassWith((context.Mark(Id, Severity.Info, lacking[0].Span) with { Stated = lacking[0].Printed, Expected = lacking[0].Key })
                .With("form", FormNames.Of(context.Edition, statement.Form)).With("count", Figures.Plain(lacking.Count)).Because(lacking.Skip(1).Select(l => context.EvidenceAt(l.Span))));
        }
    }
}
