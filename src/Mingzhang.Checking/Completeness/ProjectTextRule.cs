using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Completeness;

/// <summary>A project that a budget explains is carried out in the budget's year, and its money for the year is stated.</summary>
public sealed class ProjectTextRule : IRule
{
    private const string Period = "budget.project-period";
    private const string Money = "budget.project-money";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Period, Severity.Warning, new("项目实施周期包含预算年度", "a project's period includes the year of the budget"), "部门预算公开 项目经费情况说明",
            ("", "项目实施周期写为“{stated}”，不含预算年度 {expected} 年。", "The project's period, “{stated}”, does not include {expected}, the year of the budget.")),
        Define.Rule(Money, Severity.Info, new("项目的年度预算安排写明金额", "a project's budget for the year is given as an amount"), "部门预算公开 项目经费情况说明",
            ("", "“年度预算安排”没有写明金额。", "The budget for the year is not given as an amount.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic == "explanations.project.period") CheckPeriod(context, log, section);
            else if (section.Topic == "explanations.project.money") CheckMoney(context, log, section);
        }
    }

    private static void CheckPeriod(CheckContext context, RuleLog log, Section section)
    {
        int year = context.Disclosure.Year.Value;
        List<int> years = [];
        TextSpan first = TextSpan.None;
        foreach (int line in LinesOf(context, section))
        {
            string text = context.Disclosure.Source.Lines[line - 1];
            for (int at = 0; at + 4 <= text.Length; at++)
            {
                bool four = text[at] == '2' && text[at + 1] == '0' && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);
                if (!four || (at > 0 && char.IsAsciiDigit(text[at - 1])) || (at + 4 < text.Length && char.IsAsciiDigit(text[at + 4]))) continue;
                years.Add(int.Parse(text.AsSpan(at, 4)));
                if (!first.IsSome) first = context.LineSpan(line);
                at += 3;
            }
        }

        if (years.Count == 0) return;
        if (years.Min() <= year && year <= years.Max()) log.Pass(Period);
        else log.Fail((context.Mark(Period, Severity.Warning, first) with { Stated = Names.Squeeze(context.Disclosure.Source.Quote(first)), Expected = Figures.Plain(year) }).ShowingPeriod(years.Min(), years.Max(), year, first, first));
    }

    private static void CheckMoney(CheckContext context, RuleLog log, Section section)
    {
        TextSpan text = TextSpan.None;
        foreach (int line in LinesOf(context, section))
        {
            string words = context.Disclosure.Source.Lines[line - 1];
            if (words.Contains('元') && words.AsSpan().ContainsAnyInRange('0', '9'))
            {
                log.Pass(Money);
                return;
            }

            if (!text.IsSome) text = context.LineSpan(line);
        }

        log.PassWith(context.Mark(Money, Severity.Info, text.IsSome ? text : section.Heading));
    }

    private static IEnumerable<int> LinesOf(CheckContext context, Section section)
    {
        for (int line = section.FirstLine; line <= section.LastLine && line <= context.Disclosure.Source.Lines.Length; line++)
        {
            if (!context.Disclosure.Source.Lines[line - 1].AsSpan().IsWhiteSpace()) yield return line;
        }
    }
}
