using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Forms;

/// <summary>A budget unit has one code: the forms that print its code before its name print the same one.</summary>
internal sealed class UnitCodesRule : IRule
{
    private const string Id = "form.unit-code";
    private const int Shortest = 3, Longest = 9, ShortestName = 4;

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("同一预算单位在各表的单位编码相同", "a budget unit has the same code in all forms"), "部门预算公开表：单位编码",
            ("", "单位“{unit}”的编码此处为 {stated}，另一处为 {other}。", "The code of “{unit}” is {stated} here and {other} elsewhere.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        // Only names that a form prints in its column of units.
        HashSet<string> units = [];
        foreach (Statement statement in context.Disclosure.Statements)
        {
            foreach (StatementRow row in statement.Rows)
            {
                if (row.Text("unitCode") is { Length: > 0 } && row.Text("unit") is { } unit && Names.Squeeze(unit) is { Length: >= ShortestName } name) units.Add(name);
            }
        }

        if (units.Count == 0) return;
        Dictionary<string, List<(string Code, TextSpan Span, string Form)>> codes = [];
        foreach (Statement statement in context.Disclosure.Statements)
        {
            for (int line = statement.Heading.Line + 1; line <= statement.LastLine; line++) Collect(context.Disclosure.Source.Lines, line, statement.Form, units, codes);
        }

        foreach ((string unit, List<(string Code, TextSpan Span, string Form)> printed) in codes)
        {
            (string Code, TextSpan Span, string Form) first = printed[0];
            int other = printed.FindIndex(p => p.Code.Length == first.Code.Length && p.Code != first.Code);
            if (other < 0) log.Pass(Id, printed.Count);
            else
            {
                log.Fail((context.Mark(Id, Severity.Warning, printed[other].Span) with { Stated = printed[other].Code })
                    .With("unit", unit).With("other", first.Code).Because(context.EvidenceAt(first.Span, FormNames.Of(context.Edition, first.Form))));
            }
        }
    }

    private static void Collect(ImmutableArray<string> lines, int line, string form, HashSet<string> units, Dictionary<string, List<(string Code, TextSpan Span, string Form)>> codes)
    {
        if (line > lines.Length || !lines[line - 1].Contains('\t')) return;
        string text = lines[line - 1];
        int start = 0;
        string before = "";
        int beforeStart = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\t', start);
            if (end < 0) end = text.Length;
            string cell = text[start..end].Trim();
            if (before.Length is >= Shortest and <= Longest && before.All(char.IsAsciiDigit) && cell.Length >= ShortestName && Names.Squeeze(cell) is var name && units.Contains(name))
            {
                if (!codes.TryGetValue(name, out var list)) codes[name] = list = [];
                list.Add((before, TextSpan.InLine(line, beforeStart + text[beforeStart..].IndexOf(before, StringComparison.Ordinal), before.Length), form));
            }

            (before, beforeStart) = (cell, start);
            start = end + 1;
        }
    }
}
