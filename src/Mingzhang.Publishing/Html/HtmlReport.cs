using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>
/// Writes a report as one web page that needs nothing else: the findings, the document's own text with the findings marked, what was not
/// run and what was not read; for a PDF the pictures of its pages as well. It works without its script, and on paper. The page may load and send nothing (Content-Security-Policy).
/// </summary>
public static class HtmlReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the reports as UTF-8, as the documents come.</summary>
    public static void Write(IEnumerable<Examined> documents, Stream stream, string language = "zh")
    {
        using IEnumerator<Examined> next = documents.GetEnumerator();
        Examined? document = next.MoveNext() ? next.Current : null, following = next.MoveNext() ? next.Current : null;
        bool single = following is null;
        using var writer = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true);
        HtmlWriter html = new(writer);
        WriteHead(html, document, single, language);
        WriteSwitches(html, language);
        if (single && document is { Pictures.IsEmpty: false }) PageViews.WriteSwitches(html, language);
        html.Start("main");
        for (int i = 1; document is not null; i++)
        {
            WriteDocument(html, document, single ? "" : $"d{i}-", language);
            (document, following) = (following, next.MoveNext() ? next.Current : null);
        }

        html.End("main");
        WriteStepper(html, language);
        html.Raw("<script>");
        html.Raw(PageParts.Script);
        html.Raw("</script></body></html>\n");
    }

    /// <summary>Most pages whose pictures a report has.</summary>
    public const int MostPictures = 60;

    /// <summary>The pages whose pictures the report shows: all of a document that is not long, else those with findings or evidence; none where places on pages are not known.</summary>
    public static IReadOnlyList<int> PagesToShow(CheckReport report)
    {
        SourceText source = report.Disclosure.Source;
        if (source.Marks.IsEmpty || source.Pages is not { } pages) return [];
        return pages <= MostPictures ? [.. Enumerable.Range(1, pages)] : [.. new PageBoxes(source, report.Result.Findings).Pages.Take(MostPictures)];
    }

    private static void WriteHead(HtmlWriter html, Examined? first, bool single, string language)
    {
        html.Raw("<!doctype html>\n");
        html.Start("html", ("lang", language == "en" ? "en" : "zh-CN"));
        html.Raw("<head><meta charset=\"utf-8\">");
        html.Start("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; {(first is { Pictures.IsEmpty: false } ? "img-src data:; " : "")}style-src '{Hash(PageParts.Style)}'; script-src '{Hash(PageParts.Script)}'; base-uri 'none'; form-action 'none'"));
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">");
        string kind = language == "en" ? "check report" : "审核报告";
        html.Element("title", single && first?.Disclosure is { } only ? $"{Words.Heading(only, language)} · {kind}" : kind);
        html.Raw("<style>");
        html.Raw(PageParts.Style);
        html.Raw("</style></head>\n<body>\n");
    }

    /// <summary>Which severities show: boxes that the style sheet obeys, so that they need no script.</summary>
    private static void WriteSwitches(HtmlWriter html, string language)
    {
        foreach (Severity severity in Enum.GetValues<Severity>())
        {
            string kind = DocumentText.ClassOf(severity);
            string label = (language == "en" ? "show " : "显示") + Words.Of(severity).In(language);
            html.Start("input", ("type", "checkbox"), ("class", "switch"), ("id", "show-" + kind), ("checked", "checked"), ("aria-label", label));
        }

        html.Line();
    }

    private static void WriteDocument(HtmlWriter html, Examined document, string prefix, string language)
    {
        if (document.Report is not { } report)
        {
            html.Start("article", ("class", "unusable"));
            html.Element("h1", document.File);
            html.Element("p", document.Problem?.In(language) ?? "");
            html.End("article");
            return;
        }

        // Numbered in the order of the text, so that the numbers run with it.
        Finding[] findings = [.. report.Result.Findings.OrderBy(f => f.Where.Span).ThenBy(f => f.Severity)];
        TextMarks marks = new(report.Disclosure.Source, findings);
        PageBoxes? boxes = document.Pictures.IsEmpty ? null : new(report.Disclosure.Source, findings);
        html.Start("article", ("lang", language == "en" ? "en" : "zh-CN"));
        WriteMasthead(html, report, language);
        html.Start("div", ("class", "columns"));
        html.Start("nav", ("class", "list"), ("aria-label", language == "en" ? "findings" : "问题清单"));
        html.Element("h2", findings.Length == 0 ? (language == "en" ? "Nothing found" : "没有发现问题") : (language == "en" ? "Findings" : "问题清单"));
        new FindingList(html, report, findings, marks, boxes, prefix, language).Write();
        html.End("nav");
        if (boxes is not null)
        {
            html.Start("div", ("class", "views"));
            PageViews.WriteBar(html, document, language);
            new DocumentPages(html, document, findings, boxes, prefix, language).Write();
        }

        html.Start("section", ("class", "document"), ("lang", "zh-CN"), ("aria-label", language == "en" ? "the document's text" : "文件原文"));
        new DocumentText(html, report.Disclosure, marks, prefix, language).Write();
        html.End("section");
        if (boxes is not null) html.End("div");
        html.End("div");
        new Closing(html, report, prefix, language).Write();
        html.End("article");
        html.Line();
    }

    private static void WriteMasthead(HtmlWriter html, CheckReport report, string language)
    {
        Disclosure disclosure = report.Disclosure;
        html.Start("header");
        html.Element("p", language == "en" ? "Mingzhang · check report" : "明账 · 审核报告", ("class", "kicker"));
        html.Element("h1", Words.Heading(disclosure, language));
        html.Start("p", ("class", "file"));
        html.Text(disclosure.Source.Name.Length > 0 ? disclosure.Source.Name : report.File);
        html.Text(language == "en" ? $" · forms of {disclosure.Edition.Id} · {disclosure.Source.Lines.Length} lines" : $" · 表式版本 {disclosure.Edition.Id} · 共 {disclosure.Source.Lines.Length} 行");
        html.End("p");
        html.Start("div", ("class", "counts"));
        foreach (Severity severity in Enum.GetValues<Severity>())
        {
            string kind = DocumentText.ClassOf(severity);
            int count = report.Result.Count(severity);
            html.Start("label", ("for", "show-" + kind), ("class", count == 0 ? kind + " none" : kind), ("title", language == "en" ? "show or hide" : "显示或隐藏"));
            html.Start("b");
            html.Text(count);
            html.End("b");
            html.Element("span", Words.Of(severity).In(language));
            html.End("label");
        }

        html.End("div");
        html.Element("p", Tests(report.Result, language), ("class", "tests"));
        if (!report.Result.Links.IsEmpty) html.Element("p", (language == "en" ? "Compared with: " : "对照文件：") + Words.Links(report.Result, language), ("class", "tests"));
        html.End("header");
        html.Line();
    }

    private static string Tests(CheckResult result, string language)
    {
        int passed = result.Count(Outcome.Passed), failed = result.Count(Outcome.Failed), notRun = result.Count(Outcome.NotRun);
        return language == "en"
            ? $"{passed + failed} checks made: {passed} held, {failed} did not. {notRun} could not be made; the reasons are at the end."
            : $"共检查 {passed + failed} 次：通过 {passed} 次，不符 {failed} 次；另有 {notRun} 次未检，原因列在文末。";
    }

    private static void WriteStepper(HtmlWriter html, string language)
    {
        html.Start("div", ("class", "stepper"), ("role", "group"));
        html.Element("button", language == "en" ? "↑ previous" : "↑ 上一处", ("type", "button"), ("id", "previous"), ("title", "k"));
        html.Start("output", ("id", "position"));
        html.End("output");
        html.Element("button", language == "en" ? "↓ next" : "↓ 下一处", ("type", "button"), ("id", "next"), ("title", "j"));
        html.End("div");
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(content)));
}
