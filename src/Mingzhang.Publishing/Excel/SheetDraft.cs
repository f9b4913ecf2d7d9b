using System.Globalization;
using System.Text;
using System.Xml;
using Mingzhang.Core.Figures;

namespace Mingzhang.Publishing.Excel;

/// <summary>A sheet while it is filled: cells by row, merges, and what is set for the screen and for paper.</summary>
internal sealed class SheetDraft(string name, SheetStyles styles)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const double DefaultHeight = 15;

    private readonly SortedDictionary<int, SortedDictionary<int, SheetCell>> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly List<string> _merges = [];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Widths of the columns in characters.</summary>
    public List<double> Widths { get; } = [];

    /// <summary>Rows that stay in sight; 0 for none.</summary>
    public int Frozen { get; set; }

    /// <summary>Rows printed on every page, from the first to the last (1-based); none if the last is 0.</summary>
    public (int First, int Last) Repeated { get; set; }

    /// <summary>Landscape.</summary>
    public bool Across { get; set; }

    /// <summary>A text; one that begins as a formula would is marked as text.</summary>
    public void Text(int row, int column, string text, CellLook look) =>
        Put(row, column, new SheetCell(Packages.XmlText.Clean(text), null, null, styles.Of(text is ['=' or '+' or '-' or '@' or '\t', ..] ? look with { Quoted = true } : look)));

    /// <summary>A figure with its decimals, and the formula that gives it.</summary>
    public void Number(int row, int column, Printed figure, CellLook look, string? formula = null) =>
        Put(row, column, new SheetCell(null, figure.ToString(), formula, styles.Of(look with { Decimals = figure.Decimals })));

    /// <summary>A formula that gives a text.</summary>
    public void Verdict(int row, int column, string formula, string text, CellLook look) => Put(row, column, new SheetCell(text, null, formula, styles.Of(look)));

    /// <summary>A blank cell.</summary>
    public void Blank(int row, int column, CellLook look) => Put(row, column, new SheetCell(null, null, null, styles.Of(look)));

    /// <summary>Merges cells; those that have no look yet get one.</summary>
    public void Merge(int row, int column, int rows, int columns, CellLook look)
    {
        if (rows <= 1 && columns <= 1) return;
        for (int r = row; r < row + rows; r++)
        {
            for (int c = column; c < column + columns; c++)
            {
                if (!_rows.TryGetValue(r, out var cells) || !cells.ContainsKey(c)) Blank(r, c, look);
            }
        }

        _merges.Add($"{Reference(row, column)}:{Reference(row + rows - 1, column + columns - 1)}");
    }

    /// <summary>Sets a row's height in points.</summary>
    public void Height(int row, double points) => _heights[row] = points;

    /// <summary><c>C12</c> of row 12 and column 3.</summary>
    public static string Reference(int row, int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the sheet's part.</summary>
    public void Write(Stream stream, bool selected)
    {
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw(selected ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">" : "<sheetViews><sheetView workbookViewId=\"0\">");
        if (Frozen > 0) xml.WriteRaw($"<pane ySplit=\"{Frozen}\" topLeftCell=\"A{Frozen + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        xml.WriteRaw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < Widths.Count; i++) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Widths[i]:0.##}\" customWidth=\"1\"/>"));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        foreach ((int row, SortedDictionary<int, SheetCell> cells) in _rows)
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            if (_heights.TryGetValue(row, out double height))
            {
                xml.WriteAttributeString("ht", height.ToString("0.##", CultureInfo.InvariantCulture));
                xml.WriteAttributeString("customHeight", "1");
            }

            foreach ((int column, SheetCell cell) in cells) cell.Write(xml, Reference(row, column));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (_merges.Count > 0)
        {
            xml.WriteRaw($"<mergeCells count=\"{_merges.Count}\">");
            foreach (string merge in _merges) xml.WriteRaw($"<mergeCell ref=\"{merge}\"/>");
            xml.WriteRaw("</mergeCells>");
        }

        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<printOptions horizontalCentered=\"1\"/><pageMargins left=\"{PrintedPages.SideMargin}\" right=\"{PrintedPages.SideMargin}\" top=\"{PrintedPages.EndMargin}\" bottom=\"{PrintedPages.EndMargin}\" header=\"0.3\" footer=\"0.3\"/>"));
        xml.WriteRaw($"<pageSetup paperSize=\"9\" orientation=\"{(Across ? "landscape" : "portrait")}\" fitToWidth=\"1\" fitToHeight=\"{PrintedPages.Of(Heights(), Widths, Repeated, Across)}\"/>");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;C- &amp;P -</oddFooter></headerFooter>");
        xml.WriteEndElement();
    }

    /// <summary>The heights of the rows in points, from the first.</summary>
    private double[] Heights() => [.. Enumerable.Range(1, _rows.Keys.DefaultIfEmpty().Max()).Select(r => _heights.GetValueOrDefault(r, DefaultHeight))];

    private void Put(int row, int column, SheetCell cell)
    {
        if (!_rows.TryGetValue(row, out SortedDictionary<int, SheetCell>? cells)) _rows.Add(row, cells = []);
        cells[column] = cell;
    }
}

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">Its text; null for a number or a blank cell.</param>
/// <param name="Number">Its number; null for a text or a blank cell.</param>
/// <param name="Formula">The formula that gives it; null for none.</param>
/// <param name="Style">Index of its look.</param>
internal readonly record struct SheetCell(string? Text, string? Number, string? Formula, int Style)
{
    /// <summary>Writes the cell.</summary>
    public void Write(XmlWriter xml, string reference)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", Style.ToString(CultureInfo.InvariantCulture));
        if (Text is not null) xml.WriteAttributeString("t", Formula is null ? "inlineStr" : "str");
        if (Formula is not null) xml.WriteElementString("f", Formula);
        if (Number is not null) xml.WriteElementString("v", Number);
        else if (Text is not null && Formula is not null) xml.WriteElementString("v", Text);
        else if (Text is not null)
        {
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            if (Text.Length > 0 && (char.IsWhiteSpace(Text[0]) || char.IsWhiteSpace(Text[^1]))) xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
