using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>The headings of a sheet's columns, read from one row or from several above each other.</summary>
internal static class SheetHeader
{
    /// <summary>Rows in which a header is looked for.</summary>
    internal const int SearchedRows = 40;

    /// <summary>Most rows of a header.</summary>
    internal const int MostRows = 3;

    /// <summary>The headings of all columns, nested ones parted by <c>/</c>; null if the rows are no header (they hold figures, or nothing).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">First row, 0-based.</param>
    /// <param name="rows">Number of rows.</param>
    internal static string[]? Read(Sheet sheet, int row, int rows)
    {
        string[] headings = new string[sheet.Width];
        Array.Fill(headings, "");
        for (int at = row; at < row + rows; at++)
        {
            bool any = false;
            string above = "";
            for (int column = 0; column < sheet.Width; column++)
            {
                SheetCell cell = sheet.Covering(at, column);
                if (cell.Value is not (null or string)) return null;
                string part = cell.Word;
                any |= part.Length > 0;
                // Exports without merged cells leave the places to the right of a nested heading blank.
                if (part.Length == 0 && at < row + rows - 1 && sheet.At(at + 1, column).Word.Length > 0 && above.Length > 0 && column > 0 && sheet.Merges.Count == 0) part = above;
                above = part;
                if (part.Length == 0 || part == LastPart(headings[column])) continue;
                headings[column] = headings[column].Length == 0 ? part : $"{headings[column]}/{part}";
            }

            if (!any) return null;
        }

        return headings;
    }

    /// <summary>The innermost of nested headings.</summary>
    internal static string LastPart(string heading) => heading[(heading.LastIndexOf('/') + 1)..];
}
