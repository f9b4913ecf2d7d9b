using System.IO.Compression;
using System.Xml;

namespace Mingzhang.Reading.Formats;

/// <summary>An Office file as the package of parts that it is. What all reading unpacks together is bounded, whatever the package says of itself.</summary>
internal sealed class ZipPackage : IDisposable
{
    private const int MostEntries = 20_000;

    private readonly ZipArchive _archive;
    private readonly ReadingOptions _options;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _left;

    /// <summary>Opens a package. Throws where it is broken.</summary>
    internal ZipPackage(byte[] bytes, ReadingOptions options)
    {
        _options = options;
        _left = options.MaxUnpackedBytes;
        try
        {
            _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (_archive.Entries.Count > MostEntries) throw UnreadableException.TooLarge("压缩包里的文件数", "the number of files in the package", MostEntries);
            foreach (ZipArchiveEntry entry in _archive.Entries) _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e.Message);
        }
    }

    /// <summary>Whether there is a part of that name.</summary>
    internal bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The XML of a part, without DTDs and outside references; null if there is no such part.</summary>
    internal XmlCursor? Xml(string name, Action<XmlCursor>? seen = null)
    {
        if (Open(name) is not { } stream) return null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return new XmlCursor(XmlReader.Create(stream, settings), _options.MaxDepth) { Seen = seen };
    }

    /// <summary>The first characters of a part; null if there is no such part.</summary>
    internal string? Text(string name, int most)
    {
        using BoundedStream? stream = Open(name);
        if (stream is null) return null;
        byte[] bytes = new byte[most];
        return System.Text.Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }

    /// <summary>The names of all parts.</summary>
    internal IEnumerable<string> Names => _entries.Keys;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Whether an exception says that a package or its XML is broken.</summary>
    internal static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or EndOfStreamException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or InvalidOperationException or KeyNotFoundException;

    /// <summary>Whether an exception of a library's reader says so: some stumble over what is broken.</summary>
    internal static bool IsDamageToLibrary(Exception e) => IsDamage(e) || e is NullReferenceException or InvalidCastException;

    /// <summary>The message for a broken Office file.</summary>
    internal static UnreadableException Damaged(string why) => new(
        ReadProblemKind.Damaged,
        $"文件已损坏，无法读取（{why}）。请重新下载，或用 Word、Excel、WPS 打开后另存一份。",
        $"the file is damaged and cannot be read ({why}). Download it again, or open it in Word, Excel or WPS and save a copy.");

    private BoundedStream? Open(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry)) return null;
        if (entry.IsEncrypted) throw Encrypted();
        return new BoundedStream(entry.Open(), Take);
    }

    /// <summary>The message for a file with a password.</summary>
    internal static UnreadableException Encrypted() => new(
        ReadProblemKind.Encrypted, "文件有密码保护。请去掉密码后再检查。", "the file is protected by a password. Remove the password first.");

    private void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0) throw UnreadableException.TooLarge("解压后的大小（字节）", "the unpacked size in bytes", _options.MaxUnpackedBytes);
    }

    /// <summary>Counts what is read.</summary>
    private sealed class BoundedStream(Stream inner, Action<int> take) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            take(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
