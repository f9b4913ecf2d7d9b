using System.IO.Compression;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Imports.Sheets;

/// <summary>Reads spreadsheets (.xlsx, .xls, .csv) within limits; what a file is decided by its content, not by its name.</summary>
internal static class SheetFile
{
    /// <summary>All sheets, in order; null with a problem in the log if the file cannot be read.</summary>
    internal static List<Sheet>? Read(string path, BookLimits limits, FileProblems log)
    {
        byte[]? bytes = Bytes(path, limits, log);
        if (bytes is null) return null;
        bool workbook = bytes.AsSpan().StartsWith("PK\x03\x04"u8), old = bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];
        List<Sheet>? sheets = workbook || old ? Workbook(bytes, workbook, limits, log) : Csv(bytes, limits, log);
        if (sheets is null || sheets.Exists(s => !s.IsEmpty)) return sheets;
        log.Error("import.empty", 0, "", new("表格里没有任何内容", "the spreadsheet is empty"), new("确认导出是否成功", "check that the export succeeded"));
        return null;
    }

    private static byte[]? Bytes(string path, BookLimits limits, FileProblems log)
    {
        try
        {
            if (!File.Exists(path))
            {
                log.Error("import.file", 0, "", new("没有这个文件", "there is no such file"), new("检查路径和文件名", "check the path and the name"));
                return null;
            }

            if (BookText.HasNoContent(path)) return BookText.Empty(log);
            using FileStream stream = File.OpenRead(path);
            if (stream.Length <= limits.TableBytes)
            {
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            }

            log.Error("import.file", 0, "", new($"有 {stream.Length} 字节，超过上限 {limits.TableBytes}", $"has {stream.Length} bytes, more than the limit of {limits.TableBytes}"), new("分成几个文件导入，或调高上限", "import it in parts, or raise the limit"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error("import.file", 0, "", new($"不能读取：{e.Message}", $"cannot be read: {e.Message}"), new("检查权限，并确认没有其他程序占用", "check its permissions and that no other program holds it"));
        }

        return null;
    }

    private static List<Sheet>? Csv(byte[] bytes, BookLimits limits, FileProblems log)
    {
        if (BookText.ToUtf8(bytes, log) is not { } utf8) return null;
        var rows = new List<SheetCell[]>();
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, SkipEmptyLines = true };
        using CsvReader reader = CsvReader.FromText(Encoding.UTF8.GetString(utf8), options);
        var size = new SheetSize(limits, log);
        while (reader.Read())
        {
            // Row numbers are those of the lines, as a text editor shows them.
            while (rows.Count + 1 < reader.LineNumber) rows.Add([]);
            SheetCell[] cells = [.. reader.Current.ToArray().Select(SheetCell.Of)];
            if (!size.Admits(rows.Count + 1, cells.Length)) return null;
            rows.Add(cells);
        }

        return [new Sheet("", rows, [])];
    }

    private static List<Sheet>? Workbook(byte[] bytes, bool zipped, BookLimits limits, FileProblems log)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            Dictionary<string, Dictionary<(int Row, int Column), CellFault>> faults = [];
            if (zipped)
            {
                using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
                long unpacked = zip.Entries.Sum(e => e.Length);
                if (unpacked > limits.UnpackedBytes)
                {
                    log.Error("import.file", 0, "", new($"展开后有 {unpacked} 字节，超过上限 {limits.UnpackedBytes}", $"unpacks to {unpacked} bytes, more than the limit of {limits.UnpackedBytes}"), new("确认是要导入的文件，或调高上限", "check that it is the file you mean, or raise the limit"));
                    return null;
                }

                faults = FaultyCells.Find(zip, limits);
            }

            return Sheets(bytes, faults, limits, log);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The spreadsheet library throws many kinds for a damaged file.
            log.Error("import.damaged", 0, "", new($"不能作为电子表格读取：{error.Message}", $"cannot be read as a spreadsheet: {error.Message}"),
                new("在表格软件中打开后另存为 .xlsx；有密码的先去掉密码", "open it in a spreadsheet program and save it as .xlsx, without a password"));
            return null;
        }
    }

    private static List<Sheet>? Sheets(byte[] bytes, Dictionary<string, Dictionary<(int Row, int Column), CellFault>> faults, BookLimits limits, FileProblems log)
    {
        var sheets = new List<Sheet>();
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var size = new SheetSize(limits, log);
        do
        {
            Dictionary<(int, int), CellFault> broken = faults.GetValueOrDefault(reader.Name ?? "", []);
            var rows = new List<SheetCell[]>();
            for (int row = 0; reader.Read(); row++)
            {
                if (!size.Admits(row + 1, reader.FieldCount)) return null;
                var cells = new SheetCell[reader.FieldCount];
                for (int i = 0; i < cells.Length; i++) cells[i] = broken.TryGetValue((row, i), out CellFault? fault) ? new SheetCell(fault) : Cell(reader.GetValue(i));
                rows.Add(cells);
            }

            sheets.Add(new Sheet(reader.Name ?? "", rows, [.. (reader.MergeCells ?? []).Select(m => (m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))]));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static SheetCell Cell(object? value) => value switch
    {
        null => default,
        string text => SheetCell.Of(text),
        DateTime or bool or double => new SheetCell(value),
        TimeSpan time => SheetCell.Of(time.ToString()),
        IConvertible number => new SheetCell(number.ToDouble(null)),
        _ => SheetCell.Of(value.ToString() ?? ""),
    };

    private sealed class SheetSize(BookLimits limits, FileProblems log)
    {
        private long _cells;

        internal bool Admits(int row, int columns)
        {
            _cells += columns;
            if (row <= limits.Rows && columns <= limits.Columns && _cells <= limits.Cells) return true;
            log.Error("import.file", row, "", new($"超过 {limits.Rows} 行、{limits.Columns} 列或 {limits.Cells} 格", $"more than {limits.Rows} rows, {limits.Columns} columns or {limits.Cells} cells"),
                new("删去多余的行列，或分成几个文件导入", "delete the rows and columns that are not needed, or import it in parts"));
            return false;
        }
    }
}
