using System.IO.Compression;
using System.Security.Cryptography;

namespace Mingzhang.Web.Caching;

/// <summary>Takes a page while it is drawn, compresses it at once and makes its digest: a page of half a million characters is nowhere whole.</summary>
/// <param name="encoding">How it is compressed.</param>
internal sealed class DrawnBody(BodyEncoding encoding) : Stream
{
    private readonly MemoryStream _packed = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Stream? _packer;
    private long _length;

    /// <summary>How it is compressed.</summary>
    public BodyEncoding Encoding { get; } = encoding;

    /// <summary>Bytes that were drawn.</summary>
    public override long Length => _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Ends it: what was drawn, compressed.</summary>
    public byte[] Packed()
    {
        (_packer ??= Encodings.Packer(_packed, Encoding)).Dispose();
        return _packed.ToArray();
    }

    /// <summary>Ends it: what was drawn.</summary>
    public byte[] Whole() => Encodings.Decode(Packed(), Encoding);

    /// <summary>The digest of what was drawn.</summary>
    public byte[] Digest() => _hash.GetCurrentHash();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.IsEmpty) return;
        _hash.AppendData(buffer);
        (_packer ??= Encodings.Packer(_packed, Encoding)).Write(buffer);
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // What is drawn goes out when it is whole.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _packer?.Dispose();
            _packed.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
