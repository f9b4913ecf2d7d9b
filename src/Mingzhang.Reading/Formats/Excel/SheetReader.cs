using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>Reads the cells of one sheet.</summary>
internal sealed class SheetReader(XmlCursor xml, List<string> strings, CellFormats formats, bool from1904)
{
    private readonly StringBuilder _text = new();

    private bool _rowsAreHidden;

    /// <summary>How many formulas have no result in the file.</summary>
    internal int FormulasWithoutResult { get; private set; }

    /// <summary>Reads the sheet at hand.</summary>
    internal void Read(SheetWriter into)
    {
        for (var root = xml.Children(); root.Next();)
        {
            for (var child = xml.Children(); child.Next();)
            {
                if (xml.Name == "sheetFormatPr") _rowsAreHidden = IsTrue("zeroHeight");
                else if (xml.Name == "cols") Columns(into);
                else if (xml.Name == "sheetData") Rows(into);
                else if (xml.Name == "mergeCells") Merged(into);
            }
        }
    }

    private void Columns(SheetWriter into)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "col" && (IsTrue("hidden") || xml.Attribute("width") is "0") && xml.Number("min") is { } first && xml.Number("max") is { } last) into.HideColumns(first - 1, last - 1);
        }
    }

    private bool IsTrue(string attribute) => xml.Attribute(attribute) is "1" or "true";

    private void Rows(SheetWriter into)
    {
        int row = -1;
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name != "row") continue;
            row = Math.Max(row + 1, (xml.Number("r") ?? row + 2) - 1);
            bool hidden = IsTrue("hidden") || (_rowsAreHidden && xml.Attribute("ht") is null);
            int column = -1;
            for (var cell = xml.Children(); cell.Next();)
            {
                if (xml.Name != "c") continue;
                column = Math.Max(column + 1, Reference(xml.Attribute("r"))?.Column ?? column + 1);
                (string text, bool isWords) = Cell();
                into.Add(row, column, text, isWords);
            }

            if (hidden && column >= 0) into.HideRow(row);
        }
    }

    private (string Text, bool IsWords) Cell()
    {
        string? type = xml.Attribute("t");
        int style = xml.Number("s") ?? 0;
        string value = "";
        string? formula = null;
        bool stored = false;
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "f")
            {
                _text.Clear();
                xml.Text(_text);
                formula = _text.ToString();
            }
            else if (xml.Name == "v")
            {
                stored = true;
                _text.Clear();
                xml.Text(_text);
                value = _text.ToString();
            }
            else if (xml.Name == "is")
            {
                value = SharedStrings.RichText(xml, _text);
            }
        }

        if (formula is not null && !stored)
        {
            // No figure, but not a blank cell either.
            FormulasWithoutResult++;
            return ("=" + formula, false);
        }

        return type switch
        {
            "s" => (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < strings.Count ? strings[at] : throw ZipPackage.Damaged($"共享字符串 {value} 不存在 / no shared string {value}"), true),
            "str" or "inlineStr" => (value, true),
            "e" => (value, false),
            "b" => (value == "1" ? "TRUE" : "FALSE", true),
            "d" => (value, true),
            _ => (Number(value, style), false),
        };
    }

    private string Number(string value, int style)
    {
        if (value.Length == 0) return "";
        if (!NumberFormat.TryParse(value, out decimal number)) return value;
        return formats.IsDate(style) ? NumberFormat.Date(number, from1904) : NumberFormat.Write(number, formats.Of(style));
    }

    private void Merged(SheetWriter into)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name != "mergeCell" || xml.Attribute("ref")?.Split(':') is not [var from, var to]) continue;
            if (Reference(from) is { } first && Reference(to) is { } last) into.Merge(new MergedCells(first.Row, first.Column, last.Row, last.Column));
        }
    }

    /// <summary>Row and column from 0 of a reference such as <c>C12</c>; null if it is none.</summary>
    private static (int Row, int Column)? Reference(string? text)
    {
        if (text is null or { Length: > 20 }) return null;
        int column = 0, at = 0;
        while (at < text.Length && char.IsAsciiLetter(text[at]) && at < 4) column = (column * 26) + (char.ToUpperInvariant(text[at++]) - 'A' + 1);
        if (column == 0) return null;
        return int.TryParse(text.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? (row - 1, column - 1) : (0, column - 1);
    }
}
