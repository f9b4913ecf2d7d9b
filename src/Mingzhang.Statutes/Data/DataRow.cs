namespace Mingzhang.Statutes.Data;

/// <summary>A row of a CSV file of <c>forms/</c> with its place. Cells hold no comma; lines beginning with <c>#</c> are comments.</summary>
internal sealed record DataRow(string File, int Line, string[] Cells)
{
    /// <summary>All rows below the header, which must be as given.</summary>
    internal static IEnumerable<DataRow> Read(string file, TextReader text, string header)
    {
        if (text.ReadLine()?.Trim() != header) throw new StatuteException(file, 1, 0, $"第一行应为 {header}", $"the first line must be {header}");
        int columns = header.Split(',').Length;
        for (int number = 2; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split(',');
            if (cells.Length != columns) throw new StatuteException(file, number, 0, $"应有 {columns} 格，不能是 {cells.Length} 格；不能有英文逗号", $"{columns} cells were expected, not {cells.Length}; cells hold no comma");
            yield return new DataRow(file, number, cells);
        }
    }

    /// <summary>A cell that must be digits.</summary>
    internal string Digits(int cell) =>
        Cells[cell].Length > 0 && !Cells[cell].AsSpan().ContainsAnyExceptInRange('0', '9')
            ? Cells[cell]
            : throw Error(cell, $"应是编码，不能是“{Cells[cell]}”", $"a code was expected, not \"{Cells[cell]}\"");

    /// <summary>An error in a cell.</summary>
    internal StatuteException Error(int cell, string zh, string en) => new(File, Line, Cells.Take(cell).Sum(c => c.Length + 1) + 1, zh, en);
}
