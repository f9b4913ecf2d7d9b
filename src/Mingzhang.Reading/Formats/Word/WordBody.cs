using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>The blocks of a document's body in order, into the manuscript.</summary>
internal sealed class WordBody(XmlCursor xml, string source, Manuscript manuscript, WordNumbering numbering, WordCensus census)
{
    private readonly WordRuns _runs = new(xml, census);
    private readonly StringBuilder _held = new();
    private int _heldFirst;

    /// <summary>The blocks in the element at hand.</summary>
    internal void Blocks()
    {
        for (var child = xml.Children(); child.Next();)
        {
            switch (xml.Name)
            {
                case "p":
                    int number = xml.Paragraphs;
                    Put(Paragraph(), number);
                    break;
                case "tbl":
                    Table(manuscript);
                    break;
                case "sectPr" or "del" or "moveFrom":
                    break;
                case "AlternateContent":
                    Alternative(Blocks);
                    break;
                default:
                    Blocks();
                    break;
            }
        }
    }

    /// <summary>Writes what a deleted paragraph mark held back.</summary>
    internal void End()
    {
        if (_held.Length > 0) manuscript.Paragraph(_held.ToString(), new ParagraphOrigin(source, _heldFirst, _heldFirst));
        _held.Clear();
    }

    private void Put(WordParagraph paragraph, int number)
    {
        if (_held.Length == 0) _heldFirst = number;
        if (paragraph.PageBefore) manuscript.BeginPage();
        if (paragraph.IsJoined)
        {
            // The mark between this paragraph and the next is deleted.
            _held.Append(paragraph.Text);
        }
        else
        {
            manuscript.Paragraph(_held.Append(paragraph.Text).ToString(), new ParagraphOrigin(source, _heldFirst, number));
            _held.Clear();
        }

        if (paragraph.PageAfter) manuscript.BeginPage();
        manuscript.IsPaged |= paragraph.IsPaged;
        foreach (string line in paragraph.Boxes) manuscript.Paragraph(line, new ParagraphOrigin(source, number, number));
    }

    /// <summary>The paragraph at hand.</summary>
    private WordParagraph Paragraph()
    {
        WordParagraph paragraph = new();
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "pPr") Properties(paragraph);
            else _runs.Read(paragraph, () => Box(paragraph));
        }

        if (paragraph.Text.Length > 0 && numbering.Next(paragraph.Style, paragraph.List, paragraph.Level) is { Length: > 0 } number) paragraph.Text.Insert(0, number);
        return paragraph;
    }

    private void Properties(WordParagraph paragraph)
    {
        for (var child = xml.Children(); child.Next();)
        {
            switch (xml.Name)
            {
                case "pStyle":
                    paragraph.Style = xml.Attribute("val");
                    break;
                case "pageBreakBefore":
                    paragraph.PageBefore |= xml.IsOn();
                    break;
                case "numPr":
                    for (var part = xml.Children(); part.Next();)
                    {
                        if (xml.Name == "ilvl") paragraph.Level = xml.Number("val");
                        else if (xml.Name == "numId") paragraph.List = xml.Number("val");
                    }

                    break;
                case "rPr":
                    for (var part = xml.Children(); part.Next();) paragraph.IsJoined |= xml.Name == "del";
                    break;
                case "sectPr":
                    paragraph.PageAfter |= BeginsPage();
                    break;
            }
        }
    }

    private bool BeginsPage()
    {
        bool begins = true;
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "type") begins = xml.Attribute("val") != "continuous";
        }

        return begins;
    }

    /// <summary>The text of a box inside a paragraph, line by line.</summary>
    private void Box(WordParagraph paragraph)
    {
        var lines = new List<string>();
        BoxBlocks(lines);
        paragraph.Boxes.AddRange(lines.Where(l => !l.AsSpan().IsWhiteSpace()));
    }

    private void BoxBlocks(List<string> lines)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "p")
            {
                WordParagraph inner = Paragraph();
                lines.Add(inner.Text.ToString());
                lines.AddRange(inner.Boxes);
            }
            else
            {
                BoxBlocks(lines);
            }
        }
    }

    private void Alternative(Action read)
    {
        bool taken = false;
        for (var child = xml.Children(); child.Next();)
        {
            if (taken) continue;
            taken = true;
            read();
        }
    }

    /// <summary>The table at hand: a line for each row.</summary>
    private void Table(Manuscript into)
    {
        for (var child = xml.Children(); child.Next();) Rows(into);
    }

    private void Rows(Manuscript into)
    {
        if (xml.Name == "tr")
        {
            if (Row() is { } row) row.WriteTo(into);
        }
        else if (xml.Name is not ("tblPr" or "tblGrid" or "tblPrEx" or "del" or "moveFrom"))
        {
            for (var child = xml.Children(); child.Next();) Rows(into);
        }
    }

    /// <summary>The row at hand; null if it is deleted.</summary>
    private WordRow? Row()
    {
        var row = new WordRow();
        for (var child = xml.Children(); child.Next();) Cells(row);
        return row.IsDeleted ? null : row;
    }

    private void Cells(WordRow row)
    {
        switch (xml.Name)
        {
            case "trPr":
                for (var child = xml.Children(); child.Next();)
                {
                    if (xml.Name == "gridBefore") row.Skip(xml.Number("val") ?? 0);
                    else if (xml.Name == "del") row.IsDeleted = true;
                }

                break;
            case "tc":
                Cell(row);
                break;
            case "tblPrEx":
                break;
            default:
                for (var child = xml.Children(); child.Next();) Cells(row);
                break;
        }
    }

    private void Cell(WordRow row)
    {
        int span = 1;
        bool covered = false, deleted = false;
        int first = xml.Paragraphs + 1;
        var lines = new List<string>();
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "tcPr")
            {
                for (var property = xml.Children(); property.Next();)
                {
                    if (xml.Name == "gridSpan") span = xml.Number("val") ?? 1;
                    else if (xml.Name is "vMerge" or "hMerge") covered |= xml.Attribute("val") is not "restart";
                    else if (xml.Name == "cellDel") deleted = true;
                }
            }
            else
            {
                CellBlocks(row, lines);
            }
        }

        if (!deleted) row.Add(lines, span, covered, new ParagraphOrigin(source, first, xml.Paragraphs));
    }

    /// <summary>The block at hand inside a cell; rows of a table within are its lines.</summary>
    private void CellBlocks(WordRow row, List<string> lines)
    {
        switch (xml.Name)
        {
            case "p":
                WordParagraph paragraph = Paragraph();
                row.PageBefore |= paragraph.PageBefore;
                row.IsPaged |= paragraph.IsPaged;
                lines.Add(paragraph.Text.ToString());
                lines.AddRange(paragraph.Boxes);
                break;
            case "tr":
                if (Row() is { } inner) lines.Add(inner.ToString());
                break;
            case "tblPr" or "tblGrid" or "del" or "moveFrom":
                break;
            default:
                for (var child = xml.Children(); child.Next();) CellBlocks(row, lines);
                break;
        }
    }
}
