using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Html;

/// <summary>Writes a document's own text with the findings marked where they are.</summary>
internal sealed class DocumentText(HtmlWriter html, Disclosure disclosure, TextMarks marks, string prefix, string language)
{
    private int _page;

    public void Write()
    {
        foreach (TextBlock block in new TextBlocks(disclosure).Divide())
        {
            WritePage(block.Lines[0]);
            switch (block.Kind)
            {
                case BlockKind.Heading: WriteHeading(block); break;
                case BlockKind.Table: WriteTable(block); break;
                case BlockKind.Lines: WriteLines(block); break;
                default: WriteParagraph(block); break;
            }

            html.Line();
        }
    }

    private void WriteHeading(TextBlock block)
    {
        string element = "h" + block.Level.ToString(CultureInfo.InvariantCulture);
        html.Start(element, ("data-n", Number(block.Lines[0])));
        WriteSpans(block);
        html.End(element);
    }

    private void WriteParagraph(TextBlock block)
    {
        html.Start("p", ("data-n", Number(block.Lines[0])));
        WriteSpans(block);
        html.End("p");
    }

    private void WriteSpans(TextBlock block)
    {
        foreach (int line in block.Lines)
        {
            (int start, int end) = Trimmed(line);
            html.Start("span", ("id", LineId(line)));
            WriteStretch(line, start, end);
            html.End("span");
        }
    }

    private void WriteLines(TextBlock block)
    {
        html.Start("div", ("class", "lines"));
        foreach (int line in block.Lines)
        {
            (int start, int end) = Trimmed(line);
            html.Start("div", ("id", LineId(line)), ("data-n", Number(line)));
            WriteStretch(line, start, end);
            html.End("div");
        }

        html.End("div");
    }

    private void WriteTable(TextBlock block)
    {
        html.Start("div", ("class", "table"), ("tabindex", "0"), ("role", "region"), ("aria-label", language == "en" ? "table" : "表格"));
        html.Start("table");
        foreach (int line in block.Lines)
        {
            html.Start("tr", ("id", LineId(line)), ("data-n", Number(line)));
            WriteCells(line);
            html.End("tr");
        }

        html.End("table");
        html.End("div");
    }

    private void WriteCells(int line)
    {
        string text = disclosure.Source.Lines[line - 1];
        int start = 0;
        while (start <= text.Length)
        {
            int tab = text.IndexOf('\t', start);
            int end = tab < 0 ? text.Length : tab;
            html.Start("td", ("class", IsFigure(text.AsSpan(start, end - start).Trim()) ? "n" : null));
            WriteStretch(line, start, end);
            html.End("td");
            start = end + 1;
        }
    }

    /// <summary>Whether a cell's characters stand at its right. What looks like a code (201, 30101, 2013101) stands at the left.</summary>
    private static bool IsFigure(ReadOnlySpan<char> cell) =>
        Printed.TryParse(cell, out Printed figure) && !(figure.Decimals == 0 && cell.Length is 3 or 5 or 7);

    /// <summary>Characters of a line, divided where marks begin and end.</summary>
    private void WriteStretch(int line, int start, int end)
    {
        ReadOnlySpan<char> text = disclosure.Source.Lines[line - 1];
        TextMark[] found = [.. marks.In(line, start, end)];
        if (found.Length == 0)
        {
            html.Text(text[start..end]);
            return;
        }

        int[] edges = [.. found.SelectMany(m => new[] { m.Start, m.End }).Append(start).Append(end).Distinct().Order()];
        for (int i = 0; i + 1 < edges.Length; i++) WritePiece(text[edges[i]..edges[i + 1]], edges[i], edges[i + 1], found);
    }

    private void WritePiece(ReadOnlySpan<char> text, int start, int end, TextMark[] found)
    {
        TextMark[] here = [.. found.Where(m => m.Start <= start && m.End >= end).OrderBy(m => m.IsEvidence).ThenBy(m => m.Severity)];
        if (here.Length == 0)
        {
            html.Text(text);
            return;
        }

        foreach (TextMark mark in here.Where(m => m.IsFirst && m.Start == start)) WritePin(mark);
        string kind = here[0].IsEvidence ? "evidence" : ClassOf(here[0].Severity);
        html.Start("mark", ("class", kind), ("data-f", string.Join(' ', here.Select(m => m.Finding).Distinct())));
        html.Text(text);
        html.End("mark");
    }

    private void WritePin(TextMark mark)
    {
        html.Start(
            "a",
            ("class", "pin " + ClassOf(mark.Severity)),
            ("id", $"{prefix}m{mark.Finding}"),
            ("href", $"#{prefix}f{mark.Finding}"));
        html.Text(mark.Finding);
        html.End("a");
    }

    private void WritePage(int line)
    {
        if (disclosure.Source.PageOf(line) is not { } page || page == _page) return;
        if (_page > 0) html.Element("div", language == "en" ? $"page {page}" : $"第 {page} 页", ("class", "page"));
        _page = page;
    }

    private (int Start, int End) Trimmed(int line)
    {
        string text = disclosure.Source.Lines[line - 1];
        int start = text.Length - text.TrimStart().Length;
        return (start, Math.Max(start, text.TrimEnd().Length));
    }

    private string LineId(int line) => $"{prefix}L{line}";

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    internal static string ClassOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Rounding => "rounding",
        _ => "info",
    };
}
