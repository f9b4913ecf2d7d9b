using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>Writes the list of findings, each linked with its place in the text.</summary>
internal sealed class FindingList(HtmlWriter html, CheckReport report, IReadOnlyList<Finding> findings, TextMarks marks, PageBoxes? boxes, string prefix, string language)
{
    private const int EvidenceShown = 4;

    private bool English => language == "en";

    public void Write()
    {
        html.Start("ol", ("class", "findings"));
        for (int i = 0; i < findings.Count; i++) WriteFinding(findings[i], i + 1);
        html.End("ol");
        html.Line();
    }

    private void WriteFinding(Finding finding, int number)
    {
        html.Start("li", ("class", "finding " + DocumentText.ClassOf(finding.Severity)), ("id", $"{prefix}f{number}"), ("data-f", Number(number)), ("data-d", prefix));
        html.Start("p", ("class", "head"));
        html.Element("span", Number(number), ("class", "number"));
        html.Element("b", Words.Of(finding.Severity).In(language));
        html.Text(" ");
        html.Element("span", Chapter.Of(report.Disclosure, finding).In(language));
        html.End("p");
        html.Start("p", ("class", "message"));
        html.Start("a", ("href", boxes?.PageOf(number) is not null ? $"#{prefix}b{number}" : marks.IsPinned(number) ? $"#{prefix}m{number}" : null));
        html.Text(report.Message(finding, language));
        html.End("a");
        html.End("p");
        WriteFacts(finding);
        html.Element("p", finding.Rule, ("class", "rule"));
        html.End("li");
        html.Line();
    }

    private void WriteFacts(Finding finding)
    {
        html.Start("dl");
        if (finding.Stated is { Length: > 0 } stated) WriteFact("文中", "stated", () => html.Text(stated), "stated");
        if (finding.Expected is { Length: > 0 } expected) WriteFact("应为", "expected", () => html.Text(expected), "expected");
        WriteFact("位置", "where", () => WritePlace(finding.Where), null);
        foreach (Evidence evidence in finding.Evidence.Take(EvidenceShown)) WriteEvidence(evidence);
        html.End("dl");
        int more = finding.Evidence.Length - EvidenceShown;
        if (more <= 0) return;
        html.Start("details");
        html.Element("summary", English ? $"{more} more places" : $"另有 {more} 处依据");
        html.Start("dl");
        foreach (Evidence evidence in finding.Evidence.Skip(EvidenceShown)) WriteEvidence(evidence);
        html.End("dl");
        html.End("details");
    }

    private void WriteEvidence(Evidence evidence) => WriteFact(
        "依据",
        "evidence",
        () =>
        {
            html.Text(Terminal.PlainText.OneLine(evidence.Value));
            html.Text(evidence.Note is { } note ? $"  {note.In(language)}  " : "  ");
            WritePlace(evidence.Place);
        },
        null);

    private void WriteFact(string zh, string en, Action value, string? kind)
    {
        html.Start("div", ("class", kind));
        html.Element("dt", English ? en : zh);
        html.Start("dd");
        value();
        html.End("dd");
        html.End("div");
    }

    private void WritePlace(Place place)
    {
        string line = Words.Line(report.Disclosure.Source, place.Span, language);
        if (boxes is not null && PageOf(place) is { } page)
        {
            // Where the pages are shown, the page comes first and the line of the text behind it.
            html.Element("a", English ? $"page {page}" : $"第 {page} 页", ("href", $"#{prefix}p{page}"), ("class", "page-link"));
            html.Text(" · ");
            line = English ? $"line {place.Span.Line}" : $"文字第 {place.Span.Line} 行";
        }

        if (line.Length > 0) html.Element("a", line, ("href", FirstLineWithText(place.Span) is { } shown ? $"#{prefix}L{shown}" : null));
        if (place.Address is { } address)
        {
            html.Text(" ");
            html.Element("code", address.ToString());
        }
        else if (line.Length == 0)
        {
            html.Text(place.Section ?? (English ? "not in the document" : "文件中没有"));
        }
    }

    private int? PageOf(Place place)
    {
        ImmutableArray<PagePlace> places = report.Disclosure.Source.PlacesOf(place.Span);
        return places.IsEmpty || boxes!.On(places[0].Page).Count == 0 ? null : places[0].Page;
    }

    // Blank lines have no place on the page.
    private int? FirstLineWithText(TextSpan span)
    {
        SourceText source = report.Disclosure.Source;
        for (int line = span.Line; line <= span.EndLine && line <= source.Lines.Length; line++)
        {
            if (!string.IsNullOrWhiteSpace(source.Lines[line - 1])) return line;
        }

        return null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
