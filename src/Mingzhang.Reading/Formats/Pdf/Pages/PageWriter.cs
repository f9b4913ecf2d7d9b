using Mingzhang.Reading.Formats.Pdf.Extraction;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Writes pages into the manuscript: running text as paragraphs, tables as rows; a table that goes on over pages is one.</summary>
/// <param name="manuscript">Takes the text.</param>
/// <param name="options">Limits.</param>
internal sealed class PageWriter(Manuscript manuscript, ReadingOptions options)
{
    private const int LongestHead = 8;

    private readonly Deadline _deadline = new(options.ExtractionTime);
    private IPageTable? _table;
    private List<TableRow> _head = [];
    private (TextLine Line, PdfPage Page)? _open;
    private readonly PlacedTextBuilder _paragraph = new();
    private TableRow? _row;

    /// <summary>Writes all pages.</summary>
    internal void Write(List<PdfPage> pages)
    {
        var texts = new List<(PdfPage Page, List<TextLine> Lines)>();
        var tables = new List<List<IPageTable>>();
        double textHeight = ChartFinder.TextHeight(pages.SelectMany(p => p.Words));
        foreach (PdfPage page in pages)
        {
            Hurry();
            var outside = new List<PdfWordBox>();
            tables.Add([.. TableFinder.Find(page, outside, textHeight)]);
            texts.Add((page, TextLine.Of(outside)));
        }

        RunningHeads.Remove(texts);
        for (int i = 0; i < texts.Count; i++)
        {
            Hurry();
            tables[i].AddRange(SpacedTable.TakeFrom(texts[i].Lines, [.. tables[i].Select(t => t.Box)]));
        }

        var flow = new ParagraphFlow(texts);
        for (int i = 0; i < texts.Count; i++)
        {
            Hurry();
            bool first = true;
            foreach (object item in texts[i].Lines.Cast<object>().Concat(tables[i]).OrderBy(o => o is TextLine l ? l.Box.Top : ((IPageTable)o).Box.Top))
            {
                if (item is IPageTable table)
                {
                    Table(table, first);
                }
                else
                {
                    Line((TextLine)item, texts[i].Page, flow);
                }

                first = false;
            }
        }

        Close();
    }

    private void Hurry()
    {
        if (_deadline.IsOver) throw Poppler.OutOfTime(options);
    }

    private void Line(TextLine line, PdfPage page, ParagraphFlow flow)
    {
        _table = null;
        if (_open is { } open && flow.GoesOn(open.Line, open.Page, line, page))
        {
            bool blank = char.IsAsciiLetterOrDigit(_paragraph.Last) && char.IsAsciiLetter(line.Text[0]);
            _paragraph.Gap(blank ? " " : "").Append(line.Placed);
        }
        else
        {
            Close();
            _paragraph.Append(line.Placed);
        }

        _open = (line, page);
    }

    /// <summary>Writes what is held back: a paragraph or row that might have gone on.</summary>
    private void Close()
    {
        if (_row is { IsWhole: true }) manuscript.Paragraph(_row.Fields[0]);
        else if (_row is not null) manuscript.Row(_row.Fields);
        _row = null;
        if (_paragraph.Length > 0) manuscript.Paragraph(_paragraph.ToText());
        _paragraph.Clear();
        _open = null;
    }

    private static bool HasTextOf(TableRow row, TableRow other) => row.Fields.Select(f => f.Text).SequenceEqual(other.Fields.Select(f => f.Text));

    private void Table(IPageTable table, bool first)
    {
        List<TableRow> rows = table.Rows();
        int skipped = 0;
        bool continued = first && _table is not null && table.HasColumnsOf(_table);
        if (!continued) Close();
        if (continued)
        {
            // The head that is printed again on a further page.
            while (skipped < Math.Min(_head.Count, rows.Count) && HasTextOf(rows[skipped], _head[skipped])) skipped++;
        }
        else
        {
            _head = [.. rows.Take(LongestHead)];
        }

        foreach (TableRow row in rows.Skip(skipped).Where(r => !r.IsBlank))
        {
            if (continued && _row is not null && _row.GoesOnIn(row))
            {
                _row = _row.With(row);
            }
            else
            {
                Close();
                _row = row;
            }

            continued = false;
        }

        _table = table;
    }
}
