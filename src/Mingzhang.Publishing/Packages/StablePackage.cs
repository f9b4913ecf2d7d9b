using System.IO.Compression;

namespace Mingzhang.Publishing.Packages;

/// <summary>Writes an Office package so that the same content gives the same bytes: entries in a fixed order with a fixed time.</summary>
internal static class StablePackage
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package as the library wrote it.</summary>
    public static void Copy(MemoryStream package, Stream target)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var result = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in source.Entries.OrderBy(e => Rank(e.FullName)).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = result.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Time;
            using Stream from = entry.Open();
            using Stream to = copy.Open();
            from.CopyTo(to);
        }
    }

    private static int Rank(string name) => name switch { "[Content_Types].xml" => 0, "_rels/.rels" => 1, _ => 2 };
}
