using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Packages;

namespace Mingzhang.Publishing.Word;

/// <summary>The body of a Word document: its pieces in order, in sections of upright and landscape pages.</summary>
internal sealed class WordBody(MainDocumentPart main, string footer, PageNumbers pages)
{
    private const int HeadingLine = 576, HeadingSpace = 300;

    private readonly Body _body = new();
    private readonly WordChart _charts = new(main);
    private Bookmarks _bookmarks = new([]);
    private int _above;
    private bool _across, _first = true, _fresh, _afterPart;

    /// <summary>The body.</summary>
    public Body Of(ImmutableArray<Block> blocks)
    {
        _bookmarks = new Bookmarks(blocks.Select(b => b switch { HeadingBlock h => h.Anchor, StatementBlock s => s.Anchor, _ => "" }).Where(a => a.Length > 0));
        foreach (Block block in blocks)
        {
            Turn(block is StatementBlock { IsWide: true });
            Add(block);
            _fresh = false;
            _afterPart = block is HeadingBlock { Level: 1 };
        }

        _body.Append(WordPage.Section(_across, footer, _first));
        return _body;
    }

    /// <summary>Ends the section where the pages turn.</summary>
    private void Turn(bool across)
    {
        if (across == _across) return;
        SectionProperties section = WordPage.Section(_across, footer, _first);
        _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }, new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, section)));
        _across = across;
        _first = false;
        _fresh = true;
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case CoverBlock cover:
                Cover(cover);
                break;
            case ContentsBlock contents:
                Line(WordStyles.ContentsTitle, contents.Title);
                foreach (Paragraph line in WordContents.Of(contents, _bookmarks, pages)) _body.Append(line);
                break;
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock paragraph:
                Line(paragraph.IsNote ? WordStyles.Note : null, paragraph.Text, keepNext: paragraph.IsHeading);
                break;
            case StatementBlock statement:
                Form(statement);
                break;
            case TableBlock table:
                _body.Append(WordTable.Of(table.Grid, WordPage.TextWidth(_across), RowHeights.Of(table, _above), table.Caption));
                break;
            case ChartBlock chart:
                _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Picture }), new Run(_charts.Of(chart))));
                Line(WordStyles.Caption, chart.Caption);
                break;
            default:
                throw new InvalidOperationException($"no way to write {block.GetType().Name}");
        }
    }

    /// <summary>A part begins a page, and so does a self-evaluation but for the first below its part's heading.</summary>
    private void Heading(HeadingBlock heading)
    {
        bool? breakBefore = heading.IsEvaluation ? (_fresh || _afterPart ? null : true) : heading.Level == 1 && _fresh ? false : null;
        int? size = heading.IsEvaluation ? WordStyles.FormTitleSize : heading.Level == 1 ? WordStyles.HeadingSize : null;
        Line(heading.IsEvaluation ? WordStyles.FormTitle : WordStyles.Heading + heading.Level, heading.Text, heading.Anchor, breakBefore, size);
        // The title of a self-evaluation right below its part's heading leaves what stands above as it is.
        if (!heading.IsEvaluation || breakBefore == true) _above = heading.Level == 1 ? TitleLines.Count(heading.Text, WordStyles.HeadingSize * 10, WordPage.TextWidth(_across)) * HeadingLine + HeadingSpace : 0;
    }

    private void Cover(CoverBlock cover)
    {
        for (int i = 0; i < 5; i++) Line(WordStyles.CoverLine, "");
        for (int i = 0; i < cover.Lines.Length; i++) Line(i < 2 ? WordStyles.Cover : WordStyles.CoverLine, cover.Lines[i], size: i < 2 ? WordStyles.CoverSize : null);
    }

    private void Form(StatementBlock block)
    {
        RowHeights heights = RowHeights.Of(block, _across);
        bool below = false;
        if (_afterPart && !_fresh && RowHeights.Of(block, _across, _above) is { Fits: true } shorter && shorter.Size == heights.Size) (heights, below) = (shorter, true);
        Line(WordStyles.FormTitle, block.Title, block.Anchor, breakBefore: _fresh || below ? null : true, WordStyles.FormTitleSize);
        Line(WordStyles.Number, block.Number);
        Paragraph head = new(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Department }, new Tabs(new TabStop { Val = TabStopValues.Right, Position = WordPage.TextWidth(_across) })),
            Words(block.Department),
            new Run(new TabChar()),
            Words(block.Unit));
        _body.Append(head, WordTable.Of(block.Grid, WordPage.TextWidth(_across), heights, block.Title));
        foreach (Note note in block.Statement.Notes) Line(WordStyles.Note, note.Text);
    }

    private void Line(string? style, string text, string? anchor = null, bool? breakBefore = null, int? size = null, bool keepNext = false)
    {
        ParagraphProperties properties = new();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (keepNext) properties.Append(new KeepNext());
        if (breakBefore is { } value) properties.Append(new PageBreakBefore { Val = value });
        TitleLines? title = size is { } halfPoints ? TitleLines.Of(text, halfPoints * 10, WordPage.TextWidth(_across)) : null;
        if (title is not null) properties.Append(title.Indent);
        Paragraph paragraph = new();
        if (properties.HasChildren) paragraph.Append(properties);
        if (anchor is not null && _bookmarks.Of(anchor) is { } name)
            paragraph.Append(new BookmarkStart { Id = _bookmarks.Number(anchor), Name = name }, Words(text, title), new BookmarkEnd { Id = _bookmarks.Number(anchor) });
        else if (text.Length > 0) paragraph.Append(Words(text, title));
        _body.Append(paragraph);
    }

    private static Run Words(string text, TitleLines? title = null)
    {
        Run run = new(new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (title is { Closer: > 0 }) run.PrependChild(new RunProperties(new Spacing { Val = -title.Closer }));
        return run;
    }
}
