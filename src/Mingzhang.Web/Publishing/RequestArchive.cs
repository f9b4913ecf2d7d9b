using System.IO.Compression;
using Mingzhang.Core.Findings;
using Mingzhang.Store;

namespace Mingzhang.Web.Publishing;

/// <summary>A book or documents as one archive, from the folder of who asks to the folder of who does it.</summary>
internal static class RequestArchive
{
    private const int MostFiles = 2_000;
    private const long MostBytes = 256L * 1024 * 1024;
    private static readonly Text TooLarge = new("内容太大：最多 2000 个文件、256 MB", "too large: at most 2,000 files and 256 MB");

    /// <summary>Packs the files of a folder; hidden files and links stay out.</summary>
    public static byte[] OfFolder(string folder) => Pack(Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint })
        .Order(StringComparer.Ordinal).Select(path => (path, Path.GetRelativePath(folder, path).Replace('\\', '/'))));

    /// <summary>Packs documents.</summary>
    public static byte[] OfFiles(IEnumerable<string> files) => Pack(files.Select((path, i) => (path, $"{i + 1:00}/{Path.GetFileName(path)}")));

    /// <summary>Unpacks it below a folder.</summary>
    public static void Unpack(byte[] content, string folder)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        if (archive.Entries.Count > MostFiles || archive.Entries.Sum(e => e.Length) > MostBytes) throw new StoreException(TooLarge);
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string path = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal)) throw new StoreException(new Text("压缩包里有越出文件夹的路径", "the archive has a path that leads out of it"));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path);
        }
    }

    private static byte[] Pack(IEnumerable<(string Path, string Name)> files)
    {
        using var bytes = new MemoryStream();
        int count = 0;
        long size = 0;
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string name) in files)
            {
                size += new FileInfo(path).Length;
                if (++count > MostFiles || size > MostBytes) throw new StoreException(TooLarge);
                archive.CreateEntryFromFile(path, name, CompressionLevel.Fastest);
            }
        }

        return bytes.ToArray();
    }
}
