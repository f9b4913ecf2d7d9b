using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>A CSV file with known columns: header and rows checked for shape; the values are not looked at.</summary>
internal sealed class CsvTable
{
    private readonly ImmutableArray<TableColumn> _columns;
    private readonly int[] _places;

    private CsvTable(ImmutableArray<TableColumn> columns, int[] places, List<(int Line, string[] Cells)> rows)
    {
        _columns = columns;
        _places = places;
        Rows = rows;
    }

    /// <summary>A table whose rows are read elsewhere, with the places of its columns (<see cref="Places"/>).</summary>
    internal static CsvTable Of(ImmutableArray<TableColumn> columns, int[] places) => new(columns, places, []);

    /// <summary>The rows with their lines (1-based; the header is row 1), blank ones left out.</summary>
    internal List<(int Line, string[] Cells)> Rows { get; }

    /// <summary>A cell of a row; empty where the file has no such column.</summary>
    internal string Cell(string[] row, TableColumn column) => _places[_columns.IndexOf(column)] is >= 0 and var place ? row[place] : "";

    /// <summary>Reads a file; null if its header cannot be used. Rows of the wrong shape are reported and left out.</summary>
    /// <param name="utf8">Its content.</param>
    /// <param name="columns">The columns that it may have.</param>
    /// <param name="mostRows">The most rows that it may have.</param>
    /// <param name="log">Where problems go.</param>
    internal static CsvTable? Read(byte[] utf8, ImmutableArray<TableColumn> columns, int mostRows, FileProblems log)
    {
        var rows = new List<(int Line, string[] Cells)>();
        var broken = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = ',', HasHeader = false, TrackLineNumbers = true, SkipEmptyLines = true,
            OnMalformedRecord = record => Malformed(record, broken, log),
        };
        using CsvReader reader = CsvReader.FromText(Encoding.UTF8.GetString(utf8), options);
        if (!reader.Read()) return null;
        string[] header = [.. reader.Current.ToArray().Select(h => h.Trim(' ', '\t', '\u3000', '\uFEFF'))];
        if (Places(header, columns, log) is not { } places) return null;
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            if (broken.Contains(line)) continue;
            string[] cells = reader.Current.ToArray();
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (rows.Count == mostRows)
            {
                log.Error("book.table.too-many-rows", line, "", new($"超过 {mostRows} 行", $"more than {mostRows} rows"), new("拆分文件，或调高上限", "split the file, or raise the limit"));
                return null;
            }

            if (Fits(cells, header, line, log)) rows.Add((line, cells));
        }

        return new CsvTable(columns, places, rows);
    }

    /// <summary>The place of each column in the header, −1 for one that it lacks; null with problems in the log where it cannot be used.</summary>
    internal static int[]? Places(IReadOnlyList<string> header, ImmutableArray<TableColumn> columns, FileProblems log)
    {
        int[] places = new int[columns.Length];
        Array.Fill(places, -1);
        bool usable = true;
        var unknown = new List<string>();
        for (int i = 0; i < header.Count; i++)
        {
            int column = TableColumn.Find(columns, header[i]);
            if (column < 0)
            {
                if (header[i].Length > 0) unknown.Add(header[i]);
                continue;
            }

            if (places[column] >= 0)
            {
                log.Error("book.table.duplicate-column", 1, columns[column].Name,
                    new($"列“{header[i]}”出现两次（第 {places[column] + 1} 列和第 {i + 1} 列）", $"the column \"{header[i]}\" occurs twice (columns {places[column] + 1} and {i + 1})"),
                    new("只保留一列", "keep one of them"));
                usable = false;
            }

            places[column] = i;
        }

        List<TableColumn> missing = [.. columns.Where((c, i) => c.Required && places[i] < 0)];
        foreach (string heading in unknown)
        {
            Core.Findings.Text question = Nearest.Question(heading, columns.Select(c => c.Name).Concat(columns.Select(c => c.English)));
            log.Warning("book.table.unknown-column", 1, heading,
                new($"不认识的列“{heading}”没有读取{question.Zh}", $"unknown column \"{heading}\" is not read{question.En}"),
                new($"改用规定的列名（{string.Join('、', columns.Select(c => c.Name))}），或删去该列", "use the names of docs/books.md, or delete the column"));
        }

        if (missing.Count == columns.Count(c => c.Required))
        {
            log.Error("book.table.no-header", 1, "",
                new("第一行不是表头", "the first line is no header"),
                new($"第一行写列名，用英文逗号分隔：{string.Join(',', columns.Select(c => c.Name))}；其他格式的表格用 mingzhang import 导入",
                    $"begin with the column names, parted by commas: {string.Join(',', columns.Select(c => c.English))}; import tables of other shapes with mingzhang import"));
            return null;
        }

        foreach (TableColumn column in missing)
        {
            log.Error("book.table.missing-column", 1, column.Name, new($"缺少列“{column.Name}”", $"the column \"{column.Name}\" ({column.English}) is missing"), new("在表头和各行补上该列", "add it to the header and every row"));
            usable = false;
        }

        return usable ? places : null;
    }

    /// <summary>Whether a row has the header's cells; reported if not.</summary>
    internal static bool Fits(string[] cells, string[] header, int line, FileProblems log)
    {
        if (cells.Length > header.Length && !cells.Skip(header.Length).All(string.IsNullOrWhiteSpace))
        {
            log.Error("book.table.cells", line, "",
                new($"该行有 {cells.Length} 格，表头只有 {header.Length} 列", $"the row has {cells.Length} cells, the header {header.Length}"),
                new("含有逗号的内容（如摘要、带千分位的金额）要加英文双引号", "put double quotes around texts that hold commas (summaries, amounts with thousands separators)"));
            return false;
        }

        if (cells.Length < header.Length)
        {
            log.Error("book.table.cells", line, "",
                new($"该行只有 {cells.Length} 格，表头有 {header.Length} 列", $"the row has only {cells.Length} cells, the header {header.Length}"),
                new("补齐空格：每一格之间都要有逗号", "add the blank cells: a comma between every two"));
            return false;
        }

        return true;
    }

    private static void Malformed(CsvMalformedRecord record, HashSet<long> broken, FileProblems log)
    {
        broken.Add(record.LineNumber);
        log.Error("book.table.quotes", (int)record.LineNumber, "",
            record.Reason == CsvMalformedReason.UnterminatedQuote
                ? new("双引号没有配对，直到文件末尾", "a double quote is never closed")
                : new("双引号用错位置", "a double quote stands in the wrong place"),
            new("引号内的双引号写两个（\"\"）；不需要引号的格不要写引号", "write a double quote inside quotes twice (\"\"); use none where none are needed"));
    }
}
