using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>Reads old workbooks (.xls).</summary>
internal static class OldWorkbookReader
{
    /// <summary>Most places of cells that are looked at: a sheet may claim a far wider area than it fills.</summary>
    private const long MostPlaces = 50_000_000;

    static OldWorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a workbook. Throws <see cref="UnreadableException"/> where it cannot be read.</summary>
    internal static SourceText Read(string path, byte[] bytes, ReadingOptions options)
    {
        var manuscript = new Manuscript(options);
        var remarks = new WorkbookRemarks();
        try
        {
            using IExcelDataReader reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false));
            OldErrors errors = OldErrors.Of(bytes);
            long places = 0;
            int sheet = -1;
            do
            {
                sheet++;
                if (reader.VisibleState != "visible")
                {
                    remarks.Hide(reader.Name);
                    continue;
                }

                var writer = new SheetWriter(manuscript, options);
                foreach (CellRange merged in reader.MergeCells ?? []) writer.Merge(new MergedCells(merged.FromRow, merged.FromColumn, merged.ToRow, merged.ToColumn));
                for (int row = 0; reader.Read(); row++)
                {
                    places += reader.FieldCount + 1;
                    if (places > MostPlaces) throw UnreadableException.TooLarge("工作表的面积", "the area of the sheets", MostPlaces);
                    bool shown = false;
                    for (int column = 0; column < reader.FieldCount; column++)
                    {
                        Cell(reader, writer, row, column, errors[sheet, row, column]);
                        shown |= reader.GetValue(column) is not null || errors[sheet, row, column] is not null;
                    }

                    if (shown && reader.RowHeight == 0) writer.HideRow(row);
                }

                for (int column = 0; column < reader.FieldCount; column++)
                {
                    if (reader.GetColumnWidth(column) == 0) writer.HideColumns(column, column);
                }

                writer.Write();
                remarks.HiddenCells += writer.Hidden;
            }
            while (reader.NextResult());
        }
        catch (InvalidPasswordException)
        {
            throw ZipPackage.Encrypted();
        }
        catch (Exception e) when (e is ExcelReaderException || ZipPackage.IsDamageToLibrary(e))
        {
            throw ZipPackage.Damaged(e.Message);
        }

        return manuscript.ToSource(path) with { Remarks = [.. remarks.Of([])] };
    }

    private static void Cell(IExcelDataReader reader, SheetWriter writer, int row, int column, string? error)
    {
        switch (reader.GetValue(column))
        {
            case null when error is not null:
                writer.Add(row, column, error, isWords: false);
                return;
            case null:
                return;
            case string words:
                writer.Add(row, column, words, isWords: true);
                return;
            case DateTime date:
                writer.Add(row, column, NumberFormat.Date(date), isWords: true);
                return;
            case double number:
                string text = double.IsFinite(number) && Math.Abs(number) < 1e20 ? NumberFormat.Write((decimal)number, reader.GetNumberFormatString(column)) : "#NUM!";
                writer.Add(row, column, text, isWords: false);
                return;
            case var other:
                writer.Add(row, column, Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", isWords: false);
                return;
        }
    }
}
