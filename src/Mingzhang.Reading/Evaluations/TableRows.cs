using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Divides a line into cells: at tabs, or at the bars of a Markdown table.</summary>
internal static class TableRows
{
    private const int MaxCells = 40;

    /// <summary>Whether a line is a row of a table.</summary>
    public static bool IsRow(string line) => line.Contains('\t') || IsBarred(line);

    /// <summary>Fills <paramref name="cells"/> with the cells of a line that hold something; false if the line is no row.</summary>
    public static bool Split(string line, int number, List<TableCell> cells)
    {
        cells.Clear();
        bool tabs = line.Contains('\t');
        if (!tabs && !IsBarred(line)) return false;
        char separator = tabs ? '\t' : '|';
        int column = 0, start = 0;
        if (!tabs) start = line.AsSpan().TrimStart() is ['|', ..] ? line.IndexOf('|') + 1 : 0;
        while (start <= line.Length)
        {
            int end = line.IndexOf(separator, start);
            if (end < 0) end = line.Length;
            Add(line, number, start, end, column++, cells);
            start = end + 1;
            if (cells.Count >= MaxCells) break;
        }

        return true;
    }

    private static void Add(string line, int number, int start, int end, int column, List<TableCell> cells)
    {
        while (start < end && char.IsWhiteSpace(line[start])) start++;
        while (end > start && char.IsWhiteSpace(line[end - 1])) end--;
        if (start == end) return;
        string text = PrintedText.Tidy(line.AsSpan(start, end - start));
        if (text.Length == 0 || IsRule(text)) return;
        cells.Add(new TableCell(text, TextSpan.InLine(number, start, end - start), column));
    }

    private static bool IsBarred(string line)
    {
        int first = line.IndexOf('|');
        if (first < 0) return false;
        return line.IndexOf('|', first + 1) > first && (line.AsSpan(0, first).IsWhiteSpace() || line.AsSpan().Count('|') >= 3);
    }

    /// <summary>A ruling of a Markdown table: <c>---</c>, <c>:--:</c>.</summary>
    private static bool IsRule(string text)
    {
        if (text.Length < 2) return false;
        foreach (char c in text)
        {
            if (c is not ('-' or ':' or '=' or '—')) return false;
        }

        return true;
    }
}
