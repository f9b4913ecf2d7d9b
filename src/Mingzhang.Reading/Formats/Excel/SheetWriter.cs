using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>Cells merged into one; rows and columns from 0.</summary>
internal readonly record struct MergedCells(int Row, int Column, int LastRow, int LastColumn);

/// <summary>Writes the rows of a sheet into the manuscript: titles and notes as paragraphs, the rest as rows.</summary>
/// <param name="manuscript">Where the rows go.</param>
/// <param name="options">The limits.</param>
/// <param name="part">The package's part that holds the sheet; empty for an old workbook, whose cells are not marked.</param>
/// <param name="sheet">The sheet's name.</param>
internal sealed class SheetWriter(Manuscript manuscript, ReadingOptions options, string part = "", string sheet = "")
{
    /// <summary>More columns than any form has; cells beyond them are refused, not dropped.</summary>
    private const int MostColumns = 2_000;

    private readonly List<(int Row, List<(string Text, bool IsWords)> Fields)> _rows = [];
    private readonly Dictionary<int, List<MergedCells>> _merged = [];
    private int _width, _cells;

    /// <summary>Notes merged cells.</summary>
    internal void Merge(MergedCells merged)
    {
        if (!_merged.TryGetValue(merged.Row, out List<MergedCells>? list)) _merged[merged.Row] = list = [];
        list.Add(merged);
    }

    /// <summary>Adds a cell with text. Rows and columns are added in order.</summary>
    /// <param name="row">Its row, from 0.</param>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="text">What it shows.</param>
    /// <param name="isWords">Whether it holds text rather than a number.</param>
    internal void Add(int row, int column, string text, bool isWords)
    {
        if (text.AsSpan().IsWhiteSpace()) return;
        if (column is < 0 or >= MostColumns) throw UnreadableException.TooLarge("工作表的列数", "the number of columns of a sheet", MostColumns);
        if (++_cells > options.MaxCells) throw UnreadableException.TooLarge("表格单元格数", "the number of table cells", options.MaxCells);
        if (_rows.Count == 0 || _rows[^1].Row != row) _rows.Add((row, []));
        List<(string Text, bool IsWords)> fields = _rows[^1].Fields;
        while (fields.Count < column) fields.Add(("", true));
        if (fields.Count == column) fields.Add((text, isWords));
        _width = Math.Max(_width, column + 1);
    }

    /// <summary>Writes the sheet.</summary>
    internal void Write()
    {
        if (_rows.Count > 0) manuscript.Break();
        foreach ((int row, List<(string Text, bool IsWords)> fields) in _rows)
        {
            if (Alone(row, fields) is { } text)
            {
                manuscript.Paragraph(text, OriginOf(row, fields.Count - 1));
                continue;
            }

            string[] line = new string[_width];
            for (int i = 0; i < line.Length; i++) line[i] = i < fields.Count ? fields[i].Text : "";
            manuscript.Row(line, column => OriginOf(row, column));
        }
    }

    private CellOrigin? OriginOf(int row, int column) => part.Length == 0 ? null : new CellOrigin(part, sheet, row + 1, column + 1);

    /// <summary>The text of a row that is a title or note rather than a row of a table: words alone, in the first column or over merged columns.</summary>
    private string? Alone(int row, List<(string Text, bool IsWords)> fields)
    {
        int at = fields.Count - 1;
        if (!fields[at].IsWords || fields.FindIndex(f => f.Text.Length > 0) != at) return null;
        bool wide = _merged.TryGetValue(row, out List<MergedCells>? ranges) && ranges.Exists(r => r.Column == at && r.LastColumn - r.Column + 1 >= Math.Max(2, _width / 2));
        return at == 0 || wide ? fields[at].Text : null;
    }
}
