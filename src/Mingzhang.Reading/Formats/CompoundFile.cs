using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Reading.Formats;

/// <summary>Takes streams out of an OLE compound file. Chains are as long as the file at most, whatever it says of itself.</summary>
internal static class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int EntrySize = 128, HeaderSectors = 109, MostEntries = 100_000;

    /// <summary>A stream of the root folder by name; null where there is none or the file is broken.</summary>
    internal static byte[]? Stream(byte[] file, params ReadOnlySpan<string> names)
    {
        if (file.Length < 512) return null;
        int shift = U16(file, 30), miniShift = U16(file, 32);
        if (shift is not (9 or 12) || miniShift != 6) return null;
        int size = 1 << shift;
        List<uint> table = Table(file, size);
        byte[] folder = Chain(U32(file, 48), table, size, sector => Sector(file, sector, size), file.Length);
        int? root = null;
        for (int at = 0; at + EntrySize <= folder.Length && at / EntrySize < MostEntries; at += EntrySize)
        {
            int length = U16(folder, at + 64);
            if (folder[at + 66] == 5) root = at;
            if (folder[at + 66] != 2 || length is < 2 or > 64 || !names.Contains(Encoding.Unicode.GetString(folder, at, length - 2))) continue;
            uint start = U32(folder, at + 116), bytes = U32(folder, at + 120);
            if (bytes > file.Length) return null;
            if (bytes >= U32(file, 56) || root is not { } owner) return Cut(Chain(start, table, size, sector => Sector(file, sector, size), file.Length), bytes);
            byte[] small = Chain(U32(folder, owner + 116), table, size, sector => Sector(file, sector, size), file.Length);
            byte[] links = Chain(U32(file, 60), table, size, sector => Sector(file, sector, size), file.Length);
            var miniTable = new List<uint>();
            for (int i = 0; i + 4 <= links.Length; i += 4) miniTable.Add(U32(links, i));
            return Cut(Chain(start, miniTable, 64, sector => Slice(small, (long)sector * 64, 64), small.Length), bytes);
        }

        return null;
    }

    private static List<uint> Table(byte[] file, int size)
    {
        var sectors = new List<uint>();
        for (int i = 0; i < HeaderSectors; i++) sectors.Add(U32(file, 76 + (4 * i)));
        uint more = U32(file, 68);
        for (int i = 0; more < LastSector && i < file.Length / size; i++)
        {
            ReadOnlySpan<byte> next = Sector(file, more, size);
            if (next.IsEmpty) break;
            for (int at = 0; at + 8 <= next.Length; at += 4) sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(next[at..]));
            more = BinaryPrimitives.ReadUInt32LittleEndian(next[^4..]);
        }

        var table = new List<uint>();
        foreach (uint sector in sectors)
        {
            ReadOnlySpan<byte> entries = sector < LastSector ? Sector(file, sector, size) : [];
            for (int at = 0; at + 4 <= entries.Length; at += 4) table.Add(BinaryPrimitives.ReadUInt32LittleEndian(entries[at..]));
        }

        return table;
    }

    private delegate ReadOnlySpan<byte> SectorOf(uint sector);

    private static byte[] Chain(uint start, List<uint> table, int size, SectorOf of, int most)
    {
        var bytes = new MemoryStream();
        for (uint sector = start; sector < LastSector && bytes.Length <= most + size; sector = sector < table.Count ? table[(int)sector] : LastSector)
        {
            ReadOnlySpan<byte> content = of(sector);
            if (content.IsEmpty) break;
            bytes.Write(content);
        }

        return bytes.ToArray();
    }

    private static ReadOnlySpan<byte> Sector(byte[] file, uint sector, int size) => Slice(file, ((long)sector + 1) * size, size);

    private static ReadOnlySpan<byte> Slice(byte[] bytes, long from, int size) => from < 0 || from >= bytes.Length ? [] : bytes.AsSpan((int)from, (int)Math.Min(size, bytes.Length - from));

    private static byte[] Cut(byte[] bytes, uint length) => bytes.Length <= length ? bytes : bytes[..(int)length];

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
