using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>What the cells of the first rows of a sheet look like: each is judged once, whatever headers are tried above it.</summary>
internal sealed class SheetContents
{
    private const int SampledRows = 200;
    private static readonly CellContents[] Kinds = Enum.GetValues<CellContents>();

    private readonly int _rows;
    // By row and column: a bit for each of the contents that the cell fits; none for blank and faulty cells and rows of totals.
    private readonly int[,] _fits;

    internal SheetContents(Sheet sheet, ContentJudge judge)
    {
        _rows = Math.Min(sheet.Rows.Count, SheetHeader.SearchedRows + SheetHeader.MostRows + SampledRows);
        _fits = new int[_rows, sheet.Width];
        for (int row = 0; row < _rows; row++)
        {
            if (sheet.IsTotal(row)) continue;
            for (int column = 0; column < sheet.Rows[row].Length; column++)
            {
                SheetCell cell = sheet.At(row, column);
                if (cell.IsBlank || cell.Fault is not null) continue;
                foreach (CellContents kind in Kinds)
                {
                    if (judge.Fits(cell, kind)) _fits[row, column] |= 1 << (int)kind;
                }
            }
        }
    }

    /// <summary>How many cells of a column there are below a header (up to a number), and how many of them can belong to a field.</summary>
    internal (int Cells, int Fitting) Count(int firstRow, int column, CellContents contents)
    {
        int cells = 0, fitting = 0, bit = 1 << (int)contents;
        for (int row = firstRow; row < Math.Min(_rows, firstRow + SampledRows); row++)
        {
            int fits = _fits[row, column];
            if (fits == 0) continue;
            cells++;
            if ((fits & bit) != 0) fitting++;
        }

        return (cells, fitting);
    }
}
