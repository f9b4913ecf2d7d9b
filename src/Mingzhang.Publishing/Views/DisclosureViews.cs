using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Html;
using Mingzhang.Publishing.Packages;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Views;

/// <summary>Derives the view of a disclosure from the same pieces as every published format.</summary>
public sealed class DisclosureViews
{
    private readonly CheckReport _report;
    private readonly Disclosure _disclosure;
    private readonly PagePlaces _places = new();
    private readonly ImmutableArray<Piece>.Builder _pieces = ImmutableArray.CreateBuilder<Piece>();
    private readonly Dictionary<int, int> _paragraphs = [];
    private readonly ImmutableArray<EvaluationHead>.Builder _evaluations = ImmutableArray.CreateBuilder<EvaluationHead>();
    private ImmutableArray<string> _cover = [];
    private int _paragraphNumber, _tableNumber;

    private DisclosureViews(CheckReport report)
    {
        _report = report;
        _disclosure = report.Disclosure;
        foreach (TextBlock block in new TextBlocks(_disclosure).Divide().Where(b => b.Kind == BlockKind.Paragraph))
        {
            foreach (int line in block.Lines) _paragraphs[line] = block.Lines[0];
        }
    }

    /// <summary>The view of a disclosure that was checked.</summary>
    public static DisclosureView Of(CheckReport report) => new DisclosureViews(report).Derive();

    private DisclosureView Derive()
    {
        var anchors = new Anchors(_disclosure);
        var topics = _disclosure.Outline.Where(s => s.Topic is not null).DistinctBy(anchors.Of).ToDictionary(anchors.Of, s => s.Topic);
        ImmutableArray<Block> blocks = DocumentBlocks.Of(_disclosure);
        for (int i = 0; i < blocks.Length; i++)
        {
            switch (blocks[i])
            {
                case CoverBlock cover:
                    _cover = cover.Lines;
                    break;
                case HeadingBlock heading:
                    _pieces.Add(new HeadingPiece { Anchor = heading.Anchor, Level = heading.Level, Text = heading.Text, Topic = topics.GetValueOrDefault(heading.Anchor), IsEvaluation = heading.IsEvaluation });
                    break;
                case ParagraphBlock paragraph:
                    i = Paragraph(blocks, i, paragraph);
                    break;
                case StatementBlock statement:
                    _places.Add(statement.Statement.Heading.Line, statement.Statement.LastLine, statement.Anchor);
                    _pieces.Add(FormPieces.Of(statement, _places));
                    break;
                case TableBlock table:
                    Table(table);
                    break;
                case ChartBlock chart:
                    _pieces.Add(Chart(chart));
                    break;
                default:
                    break;
            }
        }

        foreach (Section section in _disclosure.Outline) _places.Add(section.Heading.Line, section.Heading.EndLine, anchors.Of(section));
        foreach (Evaluation evaluation in _disclosure.Evaluations)
        {
            _places.Add(evaluation.Title.Span.Line, evaluation.LastLine, anchors.Of(evaluation));
            _evaluations.Add(new EvaluationHead(anchors.Of(evaluation), ContractWriter.Name(evaluation.Scope), evaluation.Name.Text, evaluation.Budget?.Text, evaluation.Executed?.Text, evaluation.Rate?.Text, evaluation.Total?.Text));
        }

        foreach (GoalDeclaration goals in _disclosure.Goals)
            _places.Add(goals.Title.Span.Line, goals.LastLine, anchors.Of(goals));

        return new DisclosureView
        {
            Kind = ContractWriter.Name(_disclosure.Kind),
            Year = _disclosure.Year.Value,
            Unit = _disclosure.Unit,
            Scope = ContractWriter.Name(_disclosure.Scope),
            Title = Titles.Of(_disclosure),
            Edition = _disclosure.Edition.Id,
            EditionName = _disclosure.Edition.Name,
            AmountUnit = _disclosure.AmountUnit,
            Cover = _cover,
            Pieces = _pieces.ToImmutable(),
            Evaluations = _evaluations.ToImmutable(),
            Goals = [.. _disclosure.Goals.Select(g => new GoalHead(anchors.Of(g), ContractWriter.Name(g.Scope), g.Name.Text, g.YearBudget?.Text, g.AmountUnit))],
            Main = MainFigures.Of(_disclosure),
            Particulars = FiguresOfDisclosure.Particulars(_disclosure),
            Check = PublishedChecks.Of(_report, _places),
            Figures = FiguresOfDisclosure.Cells(_disclosure),
        };
    }

    /// <summary>A paragraph with the lines that a page's width has broken it into; index of its last block.</summary>
    private int Paragraph(ImmutableArray<Block> blocks, int at, ParagraphBlock first)
    {
        var joined = new JoinedLines(first);
        int begins = _paragraphs.GetValueOrDefault(first.Line);
        while (begins > 0 && at + 1 < blocks.Length && blocks[at + 1] is ParagraphBlock next && next.IsNote == first.IsNote && _paragraphs.GetValueOrDefault(next.Line) == begins)
        {
            joined.Add(next);
            at++;
        }

        if (_disclosure.Source.Pages is not null && IsPageNumber(joined.Text)) return at;
        string anchor = "p-" + (++_paragraphNumber).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _places.Add(first.Line, joined, anchor);
        _pieces.Add(new ParagraphPiece { Anchor = anchor, Text = joined.Text, IsHeading = first.IsHeading && joined.Text == first.Text, IsNote = first.IsNote, Claims = joined.Claims(_disclosure) });
        return at;
    }

    private void Table(TableBlock table)
    {
        string anchor = "t-" + (++_tableNumber).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _places.Add(table.Lines.First, table.Lines.Last, anchor);
        _pieces.Add(new TablePiece { Anchor = anchor, Title = table.Caption, Kind = ContractWriter.Name(table.Kind), Grid = FormPieces.Grid(table.Grid, _places) });
    }

    private static ChartPiece Chart(ChartBlock block) => new()
    {
        Anchor = "chart-" + block.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Number = block.Number,
        Title = block.Chart.Title,
        Kind = ContractWriter.Name(block.Chart.Kind),
        Unit = block.Chart.Unit,
        Description = block.Chart.Description,
        Points = [.. block.Chart.Points.Select(p => new PointOfChart(p.Name, p.Figure.ToString(), block.Chart.Kind == ChartKind.Shares ? block.Chart.Share(p) : null))],
    };

    private static bool IsPageNumber(string text) => text.Length < 12 && text.All(c => char.IsAsciiDigit(c) || c is '-' or '—' or '–' or ' ' or '第' or '页' or '共' or '/');
}
