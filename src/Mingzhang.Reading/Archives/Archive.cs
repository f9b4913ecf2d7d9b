using System.IO.Compression;
using Mingzhang.Core.Findings;
using Mingzhang.Reading.Formats;

namespace Mingzhang.Reading.Archives;

/// <summary>
/// A ZIP archive of documents, unpacked in memory within limits: number of members, their sizes, how much they grow, and archives in archives one
/// deep. Nothing is written to disk.
/// </summary>
internal sealed class Archive
{
    private const int Deepest = 1;
    private const int MostGrowth = 200;
    private const int GrowthCounts = 4 * 1024 * 1024;

    private static readonly string[] OfficeParts = ["[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"];

    private readonly string _path;
    private readonly ReadingOptions _options;
    private readonly List<ArchiveMember> _members = [];
    private long _left;

    private Archive(string path, ReadingOptions options)
    {
        _path = path;
        _options = options;
        _left = options.MaxUnpackedBytes;
    }

    /// <summary>Whether a file is an archive of documents rather than a document that is packed.</summary>
    internal static bool Is(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04])) return false;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return !IsDocument(archive);
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            return false;
        }
    }

    /// <summary>The documents in an archive by name; where it cannot be read at all, the one problem.</summary>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="options">The limits.</param>
    internal static IReadOnlyList<ArchiveMember> Members(string path, byte[] bytes, ReadingOptions options)
    {
        var archive = new Archive(path, options);
        try
        {
            archive.Unpack(bytes, "", 0);
        }
        catch (UnreadableException problem)
        {
            return [new ArchiveMember("", null, problem.At(path))];
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            return [new ArchiveMember("", null, ZipPackage.Damaged(e.Message).At(path))];
        }

        archive._members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return archive._members;
    }

    private static bool IsDocument(ZipArchive archive)
    {
        bool openDocument = archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null;
        return openDocument || Array.Exists(OfficeParts, part => archive.GetEntry(part) is not null);
    }

    private void Unpack(byte[] bytes, string folder, int depth)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, MemberNames.Raw);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = folder + MemberNames.Decode(entry.FullName);
            if (name.EndsWith('/') || MemberNames.IsSystem(name)) continue;
            if (_members.Count >= _options.MaxMembers) throw UnreadableException.TooLarge("压缩包里的文件数", "the number of files in the archive", _options.MaxMembers);
            Add(name, entry, depth);
        }
    }

    private void Add(string name, ZipArchiveEntry entry, int depth)
    {
        try
        {
            if (MemberNames.IsUnsafe(name))
            {
                throw new UnreadableException(
                    ReadProblemKind.Damaged,
                    "压缩包里这个文件的路径指向压缩包之外，未读取。请核实压缩包的来源，重新打包。",
                    "the path of this file leads out of the archive; it was not read. Check where the archive comes from and pack it again.");
            }

            if (entry.IsEncrypted) throw ZipPackage.Encrypted();
            byte[] bytes = Content(entry);
            if (!Is(bytes))
            {
                _members.Add(new ArchiveMember(name, bytes, null));
                return;
            }

            if (depth >= Deepest)
            {
                throw new UnreadableException(
                    ReadProblemKind.TooLarge, "压缩包嵌套太深，未读取。请解压后再给出其中的文档。", "archives are nested too deeply; it was not read. Unpack it and give the documents in it.");
            }

            Unpack(bytes, name + "/", depth + 1);
        }
        catch (UnreadableException problem)
        {
            // What bounds the archive as a whole ends it; else only this member is lost.
            if (_left < 0 || _members.Count >= _options.MaxMembers) throw;
            _members.Add(new ArchiveMember(name, null, problem.At($"{_path}/{name}")));
        }
        catch (Exception e) when (ZipPackage.IsDamage(e))
        {
            _members.Add(new ArchiveMember(name, null, ZipPackage.Damaged(e.Message).At($"{_path}/{name}")));
        }
    }

    private byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        long packed = Math.Max(1, entry.CompressedLength);
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            _left -= read;
            if (_left < 0) throw UnreadableException.TooLarge("解压后的大小（字节）", "the unpacked size in bytes", _options.MaxUnpackedBytes);
            if (bytes.Length > _options.MaxBytes) throw UnreadableException.TooLarge("文件大小（字节）", "the size of the file in bytes", _options.MaxBytes);
            if (bytes.Length > GrowthCounts && bytes.Length / packed > MostGrowth) throw UnreadableException.TooLarge("压缩比", "the growth when unpacked", MostGrowth);
        }

        return bytes.ToArray();
    }
}
