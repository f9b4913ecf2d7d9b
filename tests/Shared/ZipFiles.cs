using System.IO.Compression;
using System.Text;

namespace Mingzhang.Tests.Shared;

/// <summary>Makes small ZIP files, which Office files are, part by part.</summary>
internal static class ZipFiles
{
    /// <summary>A ZIP file of parts.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                using Stream stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
