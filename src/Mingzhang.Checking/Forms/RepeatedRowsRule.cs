using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Forms;

/// <summary>
/// A table of codes has a row for each code once: the same code with the same figures right below itself, or below the same section, was pasted twice.
/// A form by units, which lists codes for each of them, has rows of other codes between.
/// </summary>
internal sealed class RepeatedRowsRule : IRule
{
    private const string Id = "form.repeated-row";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("科目在表中不重复列示", "no code stands twice in a form"), "支出功能分类科目的类、款、项关系",
            ("", "{form}中“{code}”一行重复列示，各栏数相同。", "The row “{code}” stands twice in {form} with the same figures.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Statement statement in context.Disclosure.Statements)
        {
            if (context.Edition.Form(statement.Form)?.Shape is not (FormShape.FunctionalCodes or FormShape.EconomicCodes)) continue;
            // By the lines: of two equal rows one is read.
            ImmutableArray<string> lines = context.Disclosure.Source.Lines;
            Dictionary<string, int> below = [];
            int once = 0;
            for (int line = statement.Heading.EndLine + 1; line <= Math.Min(statement.LastLine, lines.Length); line++)
            {
                string text = lines[line - 1].Trim();
                int length = 0;
                while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
                if (length is not (3 or 5 or 7) || length == text.Length || text[length] != '\t' || text.LastIndexOf('.') < length) continue;
                string code = text[..length];
                // A class or section begins anew.
                if (length < 7 && !below.ContainsKey(text)) below.Clear();
                if (below.TryAdd(text, line)) once++;
                else
                {
                    TextSpan span = context.LineSpan(line);
                    log.Fail((context.Mark(Id, Severity.Warning, span) with { Stated = code, Where = new Place(span, new Address(statement.Form, code, "")) })
                        .With("form", FormNames.Of(context.Edition, statement.Form)).With("code", $"{code} {Names.Squeeze(context.Row(statement.Form, code)?.Caption ?? "")}".TrimEnd()).Because(context.EvidenceAt(context.LineSpan(below[text]))));
                }
            }

            if (once > 0) log.Pass(Id);
        }
    }
}
