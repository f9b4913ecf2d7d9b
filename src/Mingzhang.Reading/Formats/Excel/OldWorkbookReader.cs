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
        try
        {
            using IExcelDataReader reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false));
            long places = 0;
            do
            {
                if (reader.VisibleState != "visible") continue;
                var writer = new SheetWriter(manuscript, options);
                foreach (CellRange merged in reader.MergeCells ?? []) writer.Merge(new MergedCells(merged.FromRow, merged.FromColumn, merged.ToRow, merged.ToColumn));
                for (int row = 0; reader.Read(); row++)
                {
                    places += reader.FieldCount + 1;
                    if (places > MostPlaces) throw UnreadableException.TooLarge("工作表的面积", "the area of the sheets", MostPlaces);
                    for (int column = 0; column < reader.FieldCount; column++) Cell(reader, writer, row, column);
                }

                writer.Write();
            }
            while (reader.NextResult());
        }
        catch (InvalidPasswordException)
        {
            throw ZipPackage.Encrypted();
        }
        catch (Exception e) when (e is ExcelReaderException || ZipPackage.IsDamage(e))
        {
            throw ZipPackage.Damaged(e.Message);
        }

        return manuscript.ToSource(path);
    }

    private static void Cell(IExcelDataReader reader, SheetWriter writer, int row, int column)
    {
        switch (reader.GetValue(column))
        {
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
