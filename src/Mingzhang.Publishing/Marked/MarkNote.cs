using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Packages;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;

namespace Mingzhang.Publishing.Marked;

/// <summary>What a comment says of a finding, line by line.</summary>
internal static class MarkNote
{
    private const int EvidenceShown = 3;

    /// <summary>Author of the comments.</summary>
    public const string Author = "明账 Mingzhang";

    /// <summary>The lines: severity and sentence, what is stated and expected, the evidence, the rule.</summary>
    public static IReadOnlyList<string> Lines(CheckReport report, Finding finding, string language)
    {
        bool english = language == "en";
        string severity = Words.Of(finding.Severity).In(language);
        var lines = new List<string> { english ? $"[{severity}] {report.Message(finding, language)}" : $"【{severity}】{report.Message(finding, language)}" };
        if (!finding.Where.Span.IsSome) lines.Add(english ? "This concerns the document as a whole; it has no place of its own." : "此项针对全文，在文中没有对应的位置。");
        if (finding.Stated is { Length: > 0 } stated) lines.Add(english ? $"Stated: {stated}" : $"文中：{stated}");
        if (finding.Expected is { Length: > 0 } expected) lines.Add(english ? $"Expected: {expected}" : $"应为：{expected}");
        foreach (Evidence evidence in finding.Evidence.Take(EvidenceShown)) lines.Add(Of(report, evidence, language));
        int more = finding.Evidence.Length - EvidenceShown;
        if (more > 0) lines.Add(english ? $"{more} more places of evidence are in the report." : $"另有 {more} 处依据，见审核报告。");
        lines.Add(english ? $"Rule: {finding.Rule}" : $"规则：{finding.Rule}");
        return [.. lines.Select(l => XmlText.Clean(PlainText.OneLine(l)))];
    }

    private static string Of(CheckReport report, Evidence evidence, string language)
    {
        string[] parts =
        [
            evidence.Value,
            evidence.Note?.In(language) ?? "",
            Place(report, evidence, language),
        ];
        return (language == "en" ? "Evidence: " : "依据：") + string.Join("  ", parts.Where(p => p.Length > 0));
    }

    // A line number means nothing in Word or Excel: the cell of a workbook, the form's address, else the section.
    private static string Place(CheckReport report, Evidence evidence, string language)
    {
        SourceText source = report.Disclosure.Source;
        string cell = FindingPlace.CellOf(source, FindingPlace.Of(source, evidence.Place.Span, evidence.Value)) is { } origin ? $"{origin.Sheet}!{origin.Reference}" : "";
        string section = evidence.Place.Address?.ToString() ?? evidence.Place.Section ?? "";
        if (cell.Length == 0) return section;
        return section.Length == 0 ? cell : language == "en" ? $"{cell} ({section})" : $"{cell}（{section}）";
    }
}
