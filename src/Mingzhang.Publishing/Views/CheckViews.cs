using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Views;

/// <summary>Makes what a page shows of a check, and writes it: <c>mingzhang check --format view</c>.</summary>
public static class CheckViews
{
    /// <summary>Writes the documents as one JSON object.</summary>
    /// <param name="documents">The documents, as they come.</param>
    /// <param name="aside">Files that are no disclosures; complete when the documents have been taken.</param>
    /// <param name="stream">Where the JSON goes.</param>
    public static void Write(IEnumerable<Examined> documents, IReadOnlyCollection<Text> aside, Stream stream)
    {
        ImmutableArray<DocumentView> views = [.. documents.Select(Of)];
        JsonSerializer.Serialize(stream, new CheckView(views, [.. aside]), ViewJson.Readable.CheckView);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>What a page shows of a document.</summary>
    public static DocumentView Of(Examined document)
    {
        if (document.Report is not { } report) return new DocumentView { File = document.File, Problem = document.Problem };
        Disclosure disclosure = report.Disclosure;

        // Numbered in the order of the text, so that the numbers run with it.
        ImmutableArray<Finding> findings = [.. report.Result.Findings.OrderBy(f => f.Where.Span).ThenBy(f => f.Severity)];
        ChapterList chapters = new(disclosure, findings);
        return new DocumentView
        {
            File = document.File,
            Paths = document.Paths,
            Heading = new Text(Words.Heading(disclosure, "zh"), Words.Heading(disclosure, "en")),
            Kind = ContractWriter.Name(disclosure.Kind),
            Unit = disclosure.Unit,
            Year = disclosure.Year.Value,
            AmountUnit = disclosure.AmountUnit,
            Edition = new EditionView(disclosure.Edition.Id, disclosure.Edition.Name, disclosure.EditionBasis?.Known ?? true, disclosure.EditionBasis?.Evidence ?? []),
            Files = [.. disclosure.Source.Files.Select(f => new FileView(f.Name, f.FirstLine, f.FirstPage))],
            Remarks = disclosure.Source.Remarks,
            Pages = PagesOf(disclosure, findings),
            Lines = LinesOf(disclosure, findings, chapters),
            Blocks = [.. new TextBlocks(disclosure).Divide().Select(b => new BlockView(ContractWriter.Name(b.Kind), b.Level, b.Lines))],
            Findings = [.. findings.Select(f => Of(report, f, chapters))],
            Rules = RulesOf(report),
            Unread = [.. UnreadText.Of(disclosure).Select(u => new UnreadView(PlaceViews.Of(disclosure.Source, u.Unread.Span), OwnerOf(disclosure, u.Owner), u.Unread.Text, Words.Of(u.Unread.Why)))],
            Forms = [.. disclosure.Statements.Select(s => new FormView(s.Form, Chapter.FormName(s.Form), s.Title.Trim(), ContractWriter.Name(s.State), Words.Of(s.State), s.Heading.Line, s.Rows.Length, s.Unread.Length))],
            Links = [.. report.Result.Links.Select(l => new LinkView(Words.Of(l.Kind), l.File))],
            MarkedExtension = MarkedCopy.ExtensionOf(disclosure.Source),
            Chapters = chapters.Views,
        };
    }

    private static FindingView Of(CheckReport report, Finding finding, ChapterList chapters) => new()
    {
        Id = finding.Id,
        Rule = finding.Rule,
        Severity = ContractWriter.Name(finding.Severity),
        Message = new Text(report.Message(finding, "zh"), report.Message(finding, "en")),
        Chapter = chapters.Of(finding),
        Where = PlaceViews.Of(report.Disclosure.Source, finding.Where),
        Quote = finding.Quote,
        Stated = finding.Stated,
        Expected = finding.Expected,
        Evidence = [.. finding.Evidence.Select(e => new EvidenceView(PlaceViews.Of(report.Disclosure.Source, e.Place), e.Value, e.Note))],
        Computations = [.. finding.Computations.Select(c => ComputationViews.Of(c, report.Rule(finding.Rule)?.Title ?? "", report.Disclosure.Source))],
        Related = finding.Related,
    };

    private static ImmutableArray<PageView> PagesOf(Disclosure disclosure, ImmutableArray<Finding> findings)
    {
        if (disclosure.Source.Pages is not { } count) return [];
        PageBoxes boxes = new(disclosure.Source, findings);
        var pages = ImmutableArray.CreateBuilder<PageView>(count);
        for (int page = 1; page <= count; page++)
        {
            Core.Sources.PageSize size = page <= disclosure.Source.PageSizes.Length ? disclosure.Source.PageSizes[page - 1] : default;
            ImmutableArray<BoxView> marks = [.. boxes.On(page).Select(b => new BoxView(b.Finding, b.Box.Left, b.Box.Top, b.Box.Right, b.Box.Bottom, b.IsEvidence, b.IsFirst, b.Depth, b.InRow))];
            pages.Add(new PageView(size.Width, size.Height, disclosure.Source.PageStarts[page - 1], marks));
        }

        return pages.MoveToImmutable();
    }

    private static ImmutableArray<LineView> LinesOf(Disclosure disclosure, ImmutableArray<Finding> findings, ChapterList chapters)
    {
        TextMarks marks = new(disclosure.Source, findings);
        ImmutableArray<string> texts = disclosure.Source.Lines;
        var lines = ImmutableArray.CreateBuilder<LineView>(texts.Length);
        for (int line = 1; line <= texts.Length; line++)
        {
            ImmutableArray<MarkView> found = [.. marks.In(line, 0, texts[line - 1].Length).Select(m => new MarkView(m.Finding, m.Start, m.End, m.IsEvidence, m.IsFirst))];
            lines.Add(new LineView(texts[line - 1], disclosure.Source.PageOf(line) ?? 0, chapters.AtLine(line), found));
        }

        return lines.MoveToImmutable();
    }

    private static ImmutableArray<RuleView> RulesOf(CheckReport report)
    {
        var rules = ImmutableArray.CreateBuilder<RuleView>();
        foreach (IGrouping<string, RuleOutcome> ends in report.Result.Outcomes.GroupBy(o => o.Rule))
        {
            RuleDefinition? rule = report.Rule(ends.Key);
            rules.Add(new RuleView(
                ends.Key,
                rule?.Title ?? ends.Key,
                rule?.Formula,
                rule?.Source ?? "",
                ends.Where(o => o.Outcome == Outcome.Passed).Sum(o => o.Times),
                ends.Where(o => o.Outcome == Outcome.Failed).Sum(o => o.Times),
                [.. ends.Where(o => o.Outcome == Outcome.NotRun).Select(o => new NotRunView(o.Why ?? "", o.Times))]));
        }

        return rules.ToImmutable();
    }

    private static Text OwnerOf(Disclosure disclosure, string owner) => disclosure.Statement(owner) is null ? owner : Chapter.FormName(owner);
}
