using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>
/// The report for people at a terminal: what the document is and how many findings it has; the findings, gravest first, by form or
/// section; what was not checked and what could not be read, with the reasons.
/// </summary>
public static class TextReport
{
    private const int EvidenceShown = 3;
    private const int RulesShown = 3;

    /// <summary>Writes the reports without colour and without wrapping, as a pipe or file wants them.</summary>
    public static void Write(IEnumerable<Examined> documents, TextWriter writer, string language = "zh") =>
        PlainText.Write(Lines(documents, language), writer);

    /// <summary>Writes the reports to a terminal, coloured where it can and wrapped at its width.</summary>
    public static void WriteToTerminal(IEnumerable<Examined> documents, TextWriter terminal, string language = "zh") =>
        TerminalText.Write(Lines(documents, language), terminal);

    internal static IEnumerable<ReportLine> Lines(IEnumerable<Examined> documents, string language)
    {
        var overview = new Overview(language);
        foreach (Examined document in documents)
        {
            if (overview.Count > 0) yield return ReportLine.Empty;
            overview.Add(document);
            IEnumerable<ReportLine> lines = document.Report is { } report ? Of(report, language) : Problem(document, language);
            foreach (ReportLine line in lines) yield return line;
        }

        foreach (ReportLine line in overview.Lines()) yield return line;
    }

    private static IEnumerable<ReportLine> Problem(Examined document, string language)
    {
        yield return ReportLine.Of(0, document.File, Tone.Strong);
        yield return ReportLine.Of(2, document.Problem!.In(language), Tone.Error);
    }

    private static IEnumerable<ReportLine> Of(CheckReport report, string language)
    {
        foreach (ReportLine line in Summary(report, language)) yield return line;
        foreach (IGrouping<Severity, Finding> severity in report.Result.Findings.GroupBy(f => f.Severity).OrderBy(g => g.Key))
        {
            yield return ReportLine.Empty;
            yield return ReportLine.Of(0, new Run($"{Words.Of(severity.Key).In(language)} {severity.Count()}", ToneOf(severity.Key)));
            foreach (IGrouping<Chapter, Finding> chapter in severity.GroupBy(f => Chapter.Of(report.Disclosure, f)).OrderBy(g => g.Key.Order))
            {
                yield return ReportLine.Of(2, chapter.Key.In(language), Tone.Strong);
                foreach (Finding finding in chapter.OrderBy(f => f.Where.Span))
                {
                    foreach (ReportLine line in Of(report, finding, language)) yield return line;
                }
            }
        }

        foreach (ReportLine line in NotRun(report, language)) yield return line;
        foreach (ReportLine line in NotRead(report, language)) yield return line;
    }

    private static IEnumerable<ReportLine> Summary(CheckReport report, string language)
    {
        CheckResult result = report.Result;
        yield return ReportLine.Of(0, new Run(Words.Heading(report.Disclosure, language), Tone.Strong), new Run("  " + report.File, Tone.Faint));
        if (report.Disclosure.EditionBasis is { Known: false })
            yield return ReportLine.Of(0, new Run(language == "en" ? "Edition  " : "表式  ", Tone.Strong), new Run(Words.EditionOf(report.Disclosure, language), Tone.Warning));
        if (!result.Links.IsEmpty)
            yield return ReportLine.Of(0, new Run(language == "en" ? "Compared with  " : "对照文件  ", Tone.Faint), new Run(Words.Links(result, language), Tone.Plain));
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (Severity severity in Enum.GetValues<Severity>())
        {
            int count = result.Count(severity);
            runs.Add(new Run($"{Words.Of(severity).In(language)} {count}", count == 0 ? Tone.Faint : ToneOf(severity)));
            runs.Add(new Run("  ", Tone.Plain));
        }

        string tests = language == "en"
            ? $"checks: {result.Count(Outcome.Passed)} passed, {result.Count(Outcome.Failed)} failed, {result.Count(Outcome.NotRun)} not run"
            : $"检查：通过 {result.Count(Outcome.Passed)} 次，不符 {result.Count(Outcome.Failed)} 次，未检 {result.Count(Outcome.NotRun)} 次";
        runs.Add(new Run(tests, Tone.Faint));
        yield return new ReportLine(0, runs.ToImmutable());
        if (result.Findings.IsEmpty) yield return ReportLine.Of(0, language == "en" ? "Nothing found." : "没有发现问题。", Tone.Good);
    }

    private static IEnumerable<ReportLine> Of(CheckReport report, Finding finding, string language)
    {
        yield return ReportLine.Of(
            4,
            new Run("• ", ToneOf(finding.Severity)),
            new Run(report.Message(finding, language), Tone.Plain));
        string place = PlaceOf(report.Disclosure, finding.Where, language);
        yield return ReportLine.Of(6, place.Length == 0 ? finding.Rule : $"{place}  {finding.Rule}", Tone.Faint);
        if (finding.Severity is Severity.Rounding or Severity.Info) yield break;
        if (finding.Quote.Length > 0) yield return Labelled(language, "原文", "quote", OneLine(finding.Quote), Tone.Quote);
        if (finding.Expected is { Length: > 0 } expected) yield return Labelled(language, "应为", "expected", expected, Tone.Good);
        foreach (Evidence evidence in finding.Evidence.Take(EvidenceShown))
        {
            string where = PlaceOf(report.Disclosure, evidence.Place, language);
            string[] parts = [OneLine(evidence.Value), evidence.Note?.In(language) ?? "", where];
            yield return Labelled(language, "依据", "evidence", string.Join("  ", parts.Where(p => p.Length > 0)), Tone.Plain);
        }

        int more = finding.Evidence.Length - EvidenceShown;
        if (more > 0) yield return ReportLine.Of(6, language == "en" ? $"and {more} more places (--format html or json shows all)" : $"另有 {more} 处（--format html 或 json 列出全部）", Tone.Faint);
    }

    private static ReportLine Labelled(string language, string zh, string en, string text, Tone tone) =>
        ReportLine.Of(6, new Run((language == "en" ? en : zh) + "  ", Tone.Faint), new Run(text, tone));

    private static IEnumerable<ReportLine> NotRun(CheckReport report, string language)
    {
        RuleOutcome[] outcomes = [.. report.Result.Outcomes.Where(o => o.Outcome == Outcome.NotRun)];
        if (outcomes.Length == 0) yield break;
        yield return ReportLine.Empty;
        yield return ReportLine.Of(0, language == "en" ? "Not run" : "未检", Tone.Strong);
        foreach (IGrouping<string, RuleOutcome> reason in outcomes.GroupBy(o => o.Why?.In(language) ?? "").OrderByDescending(g => g.Sum(o => o.Times)))
        {
            string[] rules = [.. reason.Select(o => o.Rule).Distinct()];
            string names = string.Join(language == "en" ? ", " : "、", rules.Take(RulesShown));
            if (rules.Length > RulesShown) names += language == "en" ? $" and {rules.Length - RulesShown} more rules" : $" 等 {rules.Length} 条规则";
            yield return ReportLine.Of(2, new Run($"{reason.Sum(o => o.Times)} × {reason.Key}", Tone.Plain), new Run($"  {names}", Tone.Faint));
        }
    }

    private static IEnumerable<ReportLine> NotRead(CheckReport report, string language)
    {
        (string Owner, Unread Unread)[] unread = [.. UnreadText.Of(report.Disclosure)];
        if (unread.Length == 0) yield break;
        yield return ReportLine.Empty;
        yield return ReportLine.Of(0, language == "en" ? $"Unread {unread.Length}" : $"未读 {unread.Length} 处", Tone.Strong);
        foreach ((string owner, Unread item) in unread)
        {
            string whose = report.Disclosure.Statement(owner) is null ? owner : Chapter.FormName(owner, language);
            string[] parts = [Words.Line(report.Disclosure.Source, item.Span, language), whose, Words.Of(item.Why).In(language)];
            yield return ReportLine.Of(2, new Run(string.Join("  ", parts.Where(p => p.Length > 0)) + "  ", Tone.Plain), new Run(OneLine(item.Text), Tone.Quote));
        }
    }

    private static string PlaceOf(Disclosure disclosure, Place place, string language)
    {
        string[] parts = [Words.Line(disclosure.Source, place.Span, language), place.Address?.ToString() ?? (place.Span.IsSome ? "" : place.Section ?? "")];
        return string.Join("  ", parts.Where(p => p.Length > 0));
    }

    internal static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        Severity.Rounding => Tone.Rounding,
        _ => Tone.Info,
    };

    private static string OneLine(string text) => PlainText.OneLine(text);
}
