using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Mingzhang.Reading.Formats.Pdf.Pictures;

/// <summary>Writes grey pictures as PNG files of sixteen greys: half the size of 256, and print looks the same.</summary>
internal static class GreyPng
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The PNG file of a picture.</summary>
    /// <param name="grey">A byte for each pixel, row by row, 0 black to 255 white.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    internal static ImmutableArray<byte> Write(ReadOnlySpan<byte> grey, int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        head[8] = 4; // bits a pixel; grey, no filter, not interlaced
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, Pixels(grey, width, height));
        Chunk(png, "IEND"u8, []);
        return [.. png.ToArray()];
    }

    private static byte[] Pixels(ReadOnlySpan<byte> grey, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] row = new byte[1 + ((width + 1) / 2)];
            for (int y = 0; y < height; y++)
            {
                row.AsSpan().Clear();
                ReadOnlySpan<byte> line = grey.Slice(y * width, width);
                for (int x = 0; x < width; x++) row[1 + (x / 2)] |= (byte)(((line[x] * 15) + 127) / 255 << (x % 2 == 0 ? 4 : 0));
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(Sum(uint.MaxValue, kind), data));
        png.Write(number);
    }

    private static uint Sum(uint sum, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data) sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        return sum;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        return table;
    }
}
