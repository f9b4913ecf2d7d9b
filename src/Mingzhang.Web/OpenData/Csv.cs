using System.Globalization;
using System.Text;
using Mingzhang.Store.OpenData;

namespace Mingzhang.Web.OpenData;

/// <summary>Tables as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula has an apostrophe before it.</summary>
internal static class Csv
{
    private static readonly string[] FigureColumns = ["disclosure", "departmentId", "department", "kind", "year", "form", "row", "column", "caption", "amount", "unit"];

    /// <summary>Figures, with a head; with a byte-order mark where the reader's spreadsheet needs one to see UTF-8.</summary>
    public static byte[] Of(IEnumerable<OpenFigure> figures, bool mark) => Of(
        FigureColumns,
        figures.Select(f => new[] { Number(f.Disclosure), Number(f.DepartmentId), Safe(f.Department), f.Kind, Number(f.Year), f.Form, Safe(f.Row), f.Column, Safe(f.Caption), ApiTexts.Plain(f.Amount).ToString(CultureInfo.InvariantCulture), "万元" }),
        mark);

    /// <summary>A table with its head; texts of documents must be <see cref="Safe"/>.</summary>
    public static byte[] Of(string[] columns, IEnumerable<string[]> rows, bool mark)
    {
        var text = new StringBuilder(mark ? "\uFEFF" : "");
        Line(text, columns);
        foreach (string[] row in rows) Line(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The text so that no spreadsheet computes it.</summary>
    internal static string Safe(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') ? "'" + text : text;

    private static void Line(StringBuilder text, string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            string cell = cells[i];
            if (cell.AsSpan().ContainsAny(",\"\r\n")) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }

        text.Append("\r\n");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
