using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Mingzhang.Reading.Formats.Pdf.Objects;

/// <summary>Unpacks streams (FlateDecode, with PNG predictors), all together within a limit.</summary>
internal sealed class PdfFilters(long mostUnpacked)
{
    private long _left = mostUnpacked;

    /// <summary>The bytes of a stream; none where a filter is not known here, the limit is reached or the stream is broken at its start.</summary>
    internal ReadOnlyMemory<byte> Unpack(PdfStream stream, object? filter, object? parameters)
    {
        if (filter is List<object?> { Count: 1 } one) filter = one[0];
        if (parameters is List<object?> { Count: 1 } list) parameters = list[0];
        return filter switch
        {
            null or List<object?> { Count: 0 } => stream.Raw,
            PdfName { Value: "FlateDecode" or "Fl" } => Predicted(Inflate(stream.Raw), parameters as PdfDictionary),
            _ => default,
        };
    }

    private byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        using var unpacked = new MemoryStream();
        using var source = MemoryMarshal.TryGetArray(raw, out ArraySegment<byte> part) ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false) : new MemoryStream(raw.ToArray(), writable: false);
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        byte[] buffer = new byte[32768];
        try
        {
            while (_left > 0 && zlib.Read(buffer) is > 0 and var read)
            {
                unpacked.Write(buffer, 0, read);
                _left -= read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before the broken place is used.
        }

        return unpacked.ToArray();
    }

    private static byte[] Predicted(byte[] bytes, PdfDictionary? parameters)
    {
        if (parameters?.GetValueOrDefault("Predictor") is not double predictor || predictor < 10) return bytes;
        int columns = parameters.GetValueOrDefault("Columns") is double c and >= 1 and < 100_000 ? (int)c : 1;
        int rows = bytes.Length / (columns + 1);
        byte[] plain = new byte[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            byte kind = bytes[row * (columns + 1)];
            for (int i = 0; i < columns; i++)
            {
                int left = i > 0 ? plain[(row * columns) + i - 1] : 0, up = row > 0 ? plain[((row - 1) * columns) + i] : 0;
                int corner = row > 0 && i > 0 ? plain[((row - 1) * columns) + i - 1] : 0;
                int added = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                plain[(row * columns) + i] = (byte)((bytes[(row * (columns + 1)) + 1 + i] + added) & 0xFF);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int p = left + up - corner, a = Math.Abs(p - left), b = Math.Abs(p - up), c = Math.Abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
