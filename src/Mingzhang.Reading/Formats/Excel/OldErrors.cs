using System.Buffers.Binary;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>The error cells of an old workbook (.xls), which its reader gives as blank: a cell with <c>#REF!</c> is not a blank one.</summary>
internal sealed class OldErrors
{
    private const int BoundSheet = 0x85, Begin = 0x809, Formula = 0x06, BoolOrError = 0x205;

    private readonly Dictionary<(int Sheet, int Row, int Column), string> _errors = [];

    /// <summary>Finds them; none where the file has no workbook in records of the format of 1997.</summary>
    internal static OldErrors Of(byte[] file)
    {
        var errors = new OldErrors();
        if (CompoundFile.Stream(file, "Workbook", "Book") is { } stream) errors.Read(stream);
        return errors;
    }

    /// <summary>The error that a cell shows; null if it shows none. Sheets count from 0 among the sheets of cells, rows and columns from 0.</summary>
    internal string? this[int sheet, int row, int column] => _errors.GetValueOrDefault((sheet, row, column));

    private void Read(byte[] stream)
    {
        var sheets = new Dictionary<uint, int>();
        int sheet = -1;
        for (int at = 0; at + 4 <= stream.Length;)
        {
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at)), length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
            if (at + 4 + length > stream.Length) return;
            ReadOnlySpan<byte> record = stream.AsSpan(at + 4, length);
            switch (kind)
            {
                case BoundSheet when length >= 6 && record[5] == 0:
                    sheets.TryAdd(BinaryPrimitives.ReadUInt32LittleEndian(record), sheets.Count);
                    break;
                case Begin:
                    sheet = sheets.GetValueOrDefault((uint)at, sheet);
                    break;
                case BoolOrError when length >= 8 && record[7] == 1:
                    Add(sheet, record, record[6]);
                    break;
                case Formula when length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF:
                    Add(sheet, record, record[8]);
                    break;
            }

            at += 4 + length;
        }
    }

    private void Add(int sheet, ReadOnlySpan<byte> record, byte code) =>
        _errors[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(record), BinaryPrimitives.ReadUInt16LittleEndian(record[2..]))] = code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
}
