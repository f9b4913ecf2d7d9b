using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace Mingzhang.Statutes.Classifications;

/// <summary>A row of a table file: the cells as text, trimmed.</summary>
internal readonly record struct TableRow(string Sheet, int Row, string[] Cells);

/// <summary>Reads the rows of CSV (UTF-8, GB18030; any common separator) and Excel files (.xlsx, .xls), within limits.</summary>
internal static class TableReading
{
    private const long MaxBytes = 50L * 1024 * 1024;
    private const long MaxUnpackedBytes = 500L * 1024 * 1024;
    private const int MaxRows = 200_000;
    private const int MaxColumns = 40;

    /// <summary>All rows of all sheets, in order.</summary>
    /// <exception cref="StatuteException">The file cannot be read.</exception>
    internal static List<TableRow> Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) throw new StatuteException(path, 0, 0, "没有这个文件", "there is no such file");
        if (file.Length > MaxBytes) throw new StatuteException(path, 0, 0, $"文件超过 {MaxBytes / 1024 / 1024} MB", $"larger than {MaxBytes / 1024 / 1024} MB");
        try
        {
            return file.Extension.ToLowerInvariant() switch
            {
                ".csv" or ".tsv" or ".txt" => ReadCsv(path),
                ".xlsx" or ".xls" => ReadExcel(path),
                _ => throw new StatuteException(path, 0, 0, "应是 .csv、.xlsx 或 .xls 文件", "a .csv, .xlsx or .xls file was expected"),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StatuteException(path, 0, 0, $"不能读取：{error.Message}", $"cannot be read: {error.Message}");
        }
        catch (Exception error) when (error is not StatuteException and not OutOfMemoryException)
        {
            // The spreadsheet library throws many kinds for a damaged file.
            throw new StatuteException(path, 0, 0, $"文件已损坏：{error.Message}", $"the file is damaged: {error.Message}");
        }
    }

    private static List<TableRow> ReadCsv(string path)
    {
        var rows = new List<TableRow>();
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true };
        using CsvReader reader = CsvReader.FromText(Decode(path, File.ReadAllBytes(path)), options);
        while (reader.Read()) Add(path, rows, "", (int)reader.LineNumber, reader.Current.ToArray());
        return rows;
    }

    private static List<TableRow> ReadExcel(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using FileStream stream = File.OpenRead(path);
        RefuseBomb(path, stream);
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream);
        var rows = new List<TableRow>();
        do
        {
            for (int row = 1; reader.Read(); row++)
            {
                string[] cells = new string[Math.Min(reader.FieldCount, MaxColumns)];
                for (int i = 0; i < cells.Length; i++) cells[i] = Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "";
                Add(path, rows, reader.Name ?? "", row, cells);
            }
        }
        while (reader.NextResult());
        return rows;
    }

    private static void Add(string path, List<TableRow> rows, string sheet, int row, string[] cells)
    {
        if (rows.Count >= MaxRows) throw new StatuteException(path, row, 0, $"超过 {MaxRows} 行", $"more than {MaxRows} rows");
        rows.Add(new TableRow(sheet, row, [.. cells.Take(MaxColumns).Select(c => c.Trim(' ', '\t', '\u3000', '\u00A0', '\uFEFF'))]));
    }

    /// <summary>A workbook is a zip file: a small one can unpack to gigabytes.</summary>
    private static void RefuseBomb(string path, FileStream stream)
    {
        if (stream.ReadByte() == 'P' && stream.ReadByte() == 'K')
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Sum(e => e.Length) > MaxUnpackedBytes)
                throw new StatuteException(path, 0, 0, $"展开后超过 {MaxUnpackedBytes / 1024 / 1024} MB", $"unpacks to more than {MaxUnpackedBytes / 1024 / 1024} MB");
        }

        stream.Position = 0;
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            try
            {
                return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            }
            catch (DecoderFallbackException error)
            {
                throw new StatuteException(path, 0, 0, $"既不是 UTF-8 也不是 GB18030 编码（第 {error.Index} 字节）", $"neither UTF-8 nor GB18030 (byte {error.Index})");
            }
        }
    }
}
