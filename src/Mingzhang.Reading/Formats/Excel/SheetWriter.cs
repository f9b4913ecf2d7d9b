using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>Cells merged into one; rows and columns from 0.</summary>
internal readonly record struct MergedCells(int Row, int Column, int LastRow, int LastColumn);

/// <summary>
/// Writes the rows of a sheet into the manuscript: titles and notes as paragraphs, the rest as rows. Hidden rows and columns are not what is published and are
/// left out; the text of a merged cell shows where the first of its cells does.
/// </summary>
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
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly HashSet<int> _hiddenRows = [];
    private int _width, _cells;

    /// <summary>Cells with text that were left out because their row or column is hidden; known when the sheet is written.</summary>
    internal int Hidden { get; private set; }

    /// <summary>Notes merged cells.</summary>
    internal void Merge(MergedCells merged)
    {
        if (!_merged.TryGetValue(merged.Row, out List<MergedCells>? list)) _merged[merged.Row] = list = [];
        list.Add(merged);
    }

    /// <summary>Notes hidden columns, from 0.</summary>
    internal void HideColumns(int first, int last)
    {
        for (int column = Math.Max(first, 0); column <= Math.Min(last, MostColumns); column++) _hiddenColumns.Add(column);
    }

    /// <summary>Notes a hidden row, from 0, that has cells.</summary>
    internal void HideRow(int row) => _hiddenRows.Add(row);

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
        Set(_rows[^1].Fields, column, (text, isWords));
        _width = Math.Max(_width, column + 1);
    }

    /// <summary>Writes the sheet.</summary>
    internal void Write()
    {
        if (_hiddenColumns.Count > 0 || _hiddenRows.Count > 0) LeaveOutHidden();
        int[] columns = [.. Enumerable.Range(0, _width).Where(c => !_hiddenColumns.Contains(c))];
        if (_rows.Count > 0) manuscript.Break();
        foreach ((int row, List<(string Text, bool IsWords)> fields) in _rows)
        {
            if (Alone(row, fields, columns) is { } at)
            {
                manuscript.Paragraph(fields[at].Text, OriginOf(row, at));
                continue;
            }

            string[] line = [.. columns.Select(c => c < fields.Count ? fields[c].Text : "")];
            manuscript.Row(line, i => OriginOf(row, columns[i]));
        }
    }

    private static void Set(List<(string Text, bool IsWords)> fields, int column, (string Text, bool IsWords) field)
    {
        while (fields.Count < column) fields.Add(("", true));
        if (fields.Count == column) fields.Add(field);
        else if (fields[column].Text.Length == 0) fields[column] = field;
    }

    private void LeaveOutHidden()
    {
        var shown = new List<MergedCells>();
        foreach (MergedCells merged in _merged.Values.SelectMany(m => m))
        {
            if (_hiddenRows.Contains(merged.Row) || _hiddenColumns.Contains(merged.Column)) shown.Add(Shown(merged));
        }

        foreach (MergedCells merged in shown) Merge(merged);
        foreach ((int row, List<(string Text, bool IsWords)> fields) in _rows)
        {
            bool hidden = _hiddenRows.Contains(row);
            for (int i = 0; i < fields.Count; i++)
            {
                if (fields[i].Text.Length == 0 || !(hidden || _hiddenColumns.Contains(i))) continue;
                Hidden++;
                fields[i] = ("", true);
            }
        }

        _rows.RemoveAll(r => r.Fields.TrueForAll(f => f.Text.Length == 0));
    }

    /// <summary>Moves the text of merged cells to the first of them that is shown.</summary>
    private MergedCells Shown(MergedCells merged)
    {
        int row = merged.Row, column = merged.Column;
        while (row < merged.LastRow && _hiddenRows.Contains(row)) row++;
        while (column < merged.LastColumn && _hiddenColumns.Contains(column)) column++;
        int from = _rows.FindIndex(r => r.Row == merged.Row), to = _rows.FindIndex(r => r.Row == row);
        if (from < 0 || merged.Column >= _rows[from].Fields.Count || _hiddenRows.Contains(row) || _hiddenColumns.Contains(column)) return merged;
        var field = _rows[from].Fields[merged.Column];
        _rows[from].Fields[merged.Column] = ("", true);
        if (to < 0)
        {
            to = _rows.FindIndex(r => r.Row > row);
            to = to < 0 ? _rows.Count : to;
            _rows.Insert(to, (row, []));
        }

        Set(_rows[to].Fields, column, field);
        return merged with { Row = row, Column = column };
    }

    private CellOrigin? OriginOf(int row, int column) => part.Length == 0 ? null : new CellOrigin(part, sheet, row + 1, column + 1);

    /// <summary>The only column with text of a row that is a title or note rather than a row of a table: words alone, in the first column or over merged columns.</summary>
    private int? Alone(int row, List<(string Text, bool IsWords)> fields, int[] columns)
    {
        int at = fields.FindLastIndex(f => f.Text.Length > 0);
        if (!fields[at].IsWords || fields.FindIndex(f => f.Text.Length > 0) != at) return null;
        bool wide = _merged.TryGetValue(row, out List<MergedCells>? ranges) && ranges.Exists(r => r.Column == at && r.LastColumn - r.Column + 1 >= Math.Max(2, _width / 2));
        return columns.Length > 0 && at == columns[0] || wide ? at : null;
    }
}
